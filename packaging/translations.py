"""Brings the English translation up to date with the window's words, and compiles it.

    python packaging/translations.py          collect new words, drop old ones, compile
    python packaging/translations.py --check  fail where a word is missing or not translated

The words are Chinese in the source; translations are written in resources/translations/*.ts, by
hand or with Qt Linguist. lupdate and lrelease come with PySide6.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
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
    """What keeps the catalogue from being complete and up to date."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / CATALOGUE.name
        fresh.write_bytes(CATALOGUE.read_bytes())
        collect(fresh)
        wanted = words(fresh)
        compiled = Path(folder) / COMPILED.name
        compile_catalogue(CATALOGUE, compiled)
        stale = not COMPILED.exists() or compiled.read_bytes() != COMPILED.read_bytes()
    present = words(CATALOGUE)
    found = [f"missing: {name}: {text}" for name, text in wanted.keys() - present.keys()]
    found += [f"not used: {name}: {text}" for name, text in present.keys() - wanted.keys()]
    found += [
        f"not translated: {name}: {text}" for (name, text), done in present.items() if not done
    ]
    return found + (["the compiled catalogue is out of date"] if stale else [])


def main() -> int:
    """Update or check; the exit status."""
    if "--check" in sys.argv[1:]:
        found = problems()
        print("\n".join(found) or "the translation is complete")
        return 1 if found else 0
    FOLDER.mkdir(exist_ok=True)
    collect(CATALOGUE)
    compile_catalogue(CATALOGUE, COMPILED)
    missing = [f"{name}: {text}" for (name, text), done in words(CATALOGUE).items() if not done]
    print(f"{len(words(CATALOGUE))} words, {len(missing)} not translated")
    print("\n".join(missing))
    return 0


if __name__ == "__main__":
    sys.exit(main())
