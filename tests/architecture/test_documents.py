"""The documents are true: every module has its line, every kind its row, every link its target."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from reviewer.garble.finding import Kind

PROJECT = Path(__file__).resolve().parents[2]
PACKAGE = PROJECT / "reviewer"
DOCUMENTS = sorted([*PROJECT.glob("*.md"), *(PROJECT / "resources").rglob("*.md")])
MODULE_LINE = re.compile(r"^- `([\w/]+\.py)`: \S")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)#\s]+)\)")


def named_modules() -> list[str]:
    lines = (PROJECT / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()
    return [match[1] for match in map(MODULE_LINE.match, lines) if match]


def suggested_line(module: str) -> str:
    """The line that a module would have by its own docstring."""
    tree = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))
    first = (ast.get_docstring(tree) or "").split("\n\n")[0]
    return f"- `{module}`: {' '.join(first.split()).rstrip('.')}"


def test_every_module_has_its_line_and_every_line_its_module() -> None:
    there = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if path.name != "__init__.py"
    }
    named = set(named_modules())
    assert not named - there, "ARCHITECTURE.md names modules that are gone"
    missing = [suggested_line(module) for module in sorted(there - named)]
    assert not missing, "ARCHITECTURE.md lacks:\n" + "\n".join(missing)


def test_no_module_has_two_lines() -> None:
    assert [name for name, count in Counter(named_modules()).items() if count > 1] == []


@pytest.mark.parametrize("name", ["README.md", "GLOSSARY.md"])
def test_every_kind_of_finding_is_explained(name: str) -> None:
    text = (PROJECT / name).read_text(encoding="utf-8")
    assert [kind.value for kind in Kind if f"`{kind.value}`" not in text] == []


def test_the_chinese_words_for_kinds_are_those_of_the_program() -> None:
    rows = (PROJECT / "README.zh.md").read_text(encoding="utf-8").splitlines()
    first_cells = {row.split("|")[1].strip() for row in rows if row.startswith("|")}
    assert {kind.label.zh for kind in Kind} <= first_cells


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(PROJECT)))
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    targets = LINK.findall(path.read_text(encoding="utf-8"))
    local = [target for target in targets if "://" not in target]
    assert [target for target in local if not (path.parent / target).exists()] == []
