"""Brings the translations up to date with the program's words, and compiles them.

    python packaging/translations.py          collect new words, drop old ones, compile
    python packaging/translations.py --check  fail where a word is missing or not translated

The words are Chinese in the source. English is written in resources/translations/reviewer_en.ts,
by hand or with Qt Linguist; Traditional Chinese is made of the source (`traditional`). lupdate and
lrelease come with PySide6.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# What is turned into Traditional is the program's; it need not be installed.
sys.path.insert(0, str(ROOT))

import traditional  # noqa: E402 - see above

FOLDER = ROOT / "resources" / "translations"
CATALOGUE = FOLDER / "reviewer_en.ts"
COMPILED = FOLDER / "reviewer_en.qm"


def collect(catalogue: Path) -> None:
    """Bring `catalogue` up to date with the sources; translations that are there stay."""
    sources = sorted((ROOT / "reviewer" / "gui").rglob("*.py"))
    command = ["pyside6-lupdate", *map(str, sources), "-ts", str(catalogue)]
    options = ["-source-language", "zh_CN", "-target-language", "en_US"]
    options += ["-no-obsolete", "-locations", "none", "-silent"]
    subprocess.run([*command, *options], check=True)


def compile_catalogue(catalogue: Path, target: Path) -> None:
    """Compile `catalogue` into the form that Qt loads."""
    command = ["pyside6-lrelease", str(catalogue), "-qm", str(target), "-silent"]
    subprocess.run(command, check=True)


def words(catalogue: Path) -> dict[tuple[str, str], bool]:
    """Every word with its context, and whether it is translated."""
    found: dict[tuple[str, str], bool] = {}
    for context in ET.parse(catalogue).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [] if translation is None else [translation.text, *(
                form.text for form in translation.iter("numerusform")
            )]  # fmt: skip
            done = any(form and form.strip() for form in forms)
            finished = translation is not None and translation.get("type") != "unfinished"
            found[name, message.findtext("source", "")] = done and finished
    return found


def problems() -> list[str]:
    """What keeps the translations from being complete and up to date."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / CATALOGUE.name
        fresh.write_bytes(CATALOGUE.read_bytes())
        collect(fresh)
        wanted = words(fresh)
        stale = [
            f"out of date: {path.name}"
            for path, content in traditional_files(fresh).items()
            if not path.exists() or path.read_text(encoding="utf-8") != content
        ]
        for source in (CATALOGUE, traditional.CATALOGUE):
            compiled, there = Path(folder) / "fresh.qm", source.with_suffix(".qm")
            compile_catalogue(source, compiled)
            if not there.exists() or compiled.read_bytes() != there.read_bytes():
                stale.append(f"out of date: {there.name}")
    present = words(CATALOGUE)
    found = [f"missing: {name}: {text}" for name, text in wanted.keys() - present.keys()]
    found += [f"not used: {name}: {text}" for name, text in present.keys() - wanted.keys()]
    found += [
        f"not translated: {name}: {text}" for (name, text), done in present.items() if not done
    ]
    return found + stale


def traditional_files(fresh: Path) -> dict[Path, str]:
    """Every file that is made for Traditional Chinese, and what it says.

    Args:
        fresh: a catalogue that is up to date.
    """
    return {
        traditional.CATALOGUE: traditional.catalogue(fresh),
        traditional.PHRASES: traditional.phrases(),
        **traditional.help_chapters(),
    }


def main() -> int:
    """Update or check; the exit status."""
    if "--check" in sys.argv[1:]:
        found = problems()
        print("\n".join(found) or "the translations are complete")
        return 1 if found else 0
    FOLDER.mkdir(exist_ok=True)
    collect(CATALOGUE)
    for path, content in traditional_files(CATALOGUE).items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    for catalogue in (CATALOGUE, traditional.CATALOGUE):
        compile_catalogue(catalogue, catalogue.with_suffix(".qm"))
    missing = [f"{name}: {text}" for (name, text), done in words(CATALOGUE).items() if not done]
    print(f"{len(words(CATALOGUE))} words, {len(missing)} not translated")
    print("\n".join(missing))
    return 0


if __name__ == "__main__":
    sys.exit(main())
