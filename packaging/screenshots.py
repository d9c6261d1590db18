"""Takes pictures of every panel, window and dialog.

    python packaging/screenshots.py                       the pictures of the documents
    python packaging/screenshots.py --goldens             those that the tests compare with
    python packaging/screenshots.py --differences FOLDER  old, new and difference side by side

Works without a screen. Noto Sans CJK must be installed.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import goldens
from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
SIZE = (1360, 840)
LOOKS = ("zh.light", "zh.dark", "en.light", "en.dark")

PICTURES = (
    ("window.zh.png", "zh.light", "window"),
    ("window.en.png", "en.light", "window"),
    ("window-dark.zh.png", "zh.dark", "window"),
    ("repeats.zh.png", "zh.light", "repeats.2"),
    ("three-views.en.png", "en.light", "three-views"),
    ("compare.en.png", "en.light", "compare"),
    ("map.zh.png", "zh.dark", "map"),
)
"""File and look of each picture in the documents, and the scene that it shows."""

GALLERY = DOCS / "pictures.md"
_HEAD = """# Every panel in pictures · 全部界面

The window at 1280×720, in Chinese and English, light and dark; the tests compare with these.
`python packaging/screenshots.py --goldens` takes them and writes this page.

窗口为 1280×720，中英文、明暗各一套；测试逐张比较。
"""


def make_documents(folder: Path) -> None:
    """Take the pictures of the documents anew."""
    DOCS.mkdir(exist_ok=True)
    taken = {
        look: goldens.take(look, folder / look, size=SIZE)
        for look in sorted({look for _, look, _ in PICTURES})
    }
    for file, look, scene in PICTURES:
        shutil.copyfile(taken[look].folder / f"{scene}.png", DOCS / file)
        print(DOCS / file)


def make_goldens(folder: Path) -> int:
    """Take the goldens anew, with the page that shows them; the exit status."""
    status = 0
    names: dict[str, None] = {}
    for look in LOOKS:
        taken = goldens.take(look, folder / look)
        made = goldens.keep(taken, look)
        names |= dict.fromkeys(taken.found)
        print(f"{look}: {len(made)} pictures, {sum(p.stat().st_size for p in made) // 1024} KB")
        status = max(status, _tell_failed(look, taken.failed))
    goldens.write_record()
    GALLERY.write_text(_HEAD + "".join(map(_shown, names)), encoding="utf-8")
    return status


def _shown(name: str) -> str:
    """The chapter of one scene on the page of all pictures."""
    rows = [f"![{name}, {look}](../tests/data/pictures/{name}.{look}.png)" for look in LOOKS]
    return "\n".join([f"\n## {name}\n", *rows, ""])


def show_differences(folder: Path, target: Path) -> int:
    """Write one picture into `target` for each that differs from its golden; the exit status."""
    target.mkdir(parents=True, exist_ok=True)
    print(goldens.why_not_comparable())
    status = 0
    for look in LOOKS:
        taken = goldens.take(look, folder / look)
        status = max(status, _tell_failed(look, taken.failed))
        for name, words in goldens.compare(taken, look, list(taken.found)).items():
            print(f"{name}.{look}: {words}")
            was = QImage(str(goldens.golden_path(look, name)))
            now = QImage(str(taken.folder / f"{name}.png"))
            goldens.side_by_side(was, now).save(str(target / f"{name}.{look}.png"))
            status = 1
    return status


def _tell_failed(look: str, failed: Mapping[str, str]) -> int:
    for name, words in failed.items():
        print(f"{look}: {name} could not be taken: {words}", file=sys.stderr)
    return 1 if failed else 0


def main() -> int:
    """Take what the arguments ask for; the exit status."""
    parser = argparse.ArgumentParser(description="Take pictures of the window.")
    parser.add_argument("--goldens", action="store_true", help="those that the tests compare with")
    parser.add_argument("--differences", type=Path, help="a folder for what differs from them")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if wanted.goldens:
            return make_goldens(folder)
        if wanted.differences:
            return show_differences(folder, wanted.differences)
        make_documents(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
