"""The house rules: imports point down, Qt stays in the window, SQL in the store."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "reviewer"
ROOMS = (
    "text",
    "loading",
    "garble",
    "repeats",
    "review",
    "store",
    "export",
    "workflow",
    "cli",
    "gui",
)
SQLITE = {"sqlite3", "pysqlite3", "sqlite_utils", "apsw"}
BANNED_NAMES = {"utils", "util", "manager", "helpers", "helper", "common", "misc", "mixed"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def room_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else path.stem


def imported_names(tree: ast.AST) -> Iterator[str]:
    """Every module that is imported anywhere in `tree`, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide which room is entered"
            yield node.module or ""


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_room_imports_only_rooms_to_its_left(path: Path) -> None:
    room = room_of(path)
    if room not in ROOMS:
        return
    for name in imported_names(parsed(path)):
        parts = name.split(".")
        if parts[0] == "reviewer" and len(parts) > 1:
            assert parts[1] in ROOMS, f"{name} is not a room"
            assert ROOMS.index(parts[1]) <= ROOMS.index(room), f"{room} imports {parts[1]}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_qt_is_used_by_the_window_alone_and_sqlite_by_the_store_alone(path: Path) -> None:
    for name in imported_names(parsed(path)):
        top = name.split(".")[0]
        if top in {"PySide6", "shiboken6"}:
            assert room_of(path) == "gui"
        if top in SQLITE:
            assert room_of(path) == "store"


@pytest.mark.parametrize("path", [p for p in MODULES if p.name == "__init__.py"], ids=name_of)
def test_package_fronts_import_nothing(path: Path) -> None:
    assert not list(imported_names(parsed(path)))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_files_and_functions_stay_small(path: Path) -> None:
    assert path.stem not in BANNED_NAMES
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 320
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= 45, f"{node.name} has {length} lines"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(parsed(path))


def output_of(code: str) -> str:
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    return answer.stdout.strip()


def test_the_command_line_never_loads_qt() -> None:
    assert output_of("import sys, reviewer.cli; print('PySide6' in sys.modules)") == "False"


def test_the_door_opens_without_loading_anything_heavy() -> None:
    heavy = ["PySide6", "numpy", "jieba", "opencc", "rapidfuzz", "sqlite_utils", "sqlite3"]
    code = f"import sys, reviewer.__main__; print([m for m in {heavy!r} if m in sys.modules])"
    assert output_of(code) == "[]"
