"""Takes all pictures of one look in this process and writes down what was found in them."""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path

from inspection import cut_off, nameless, out_of_order, without_buddy
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from scenes import FIRST_PAGE, SCENES, dress
from stage import SAMPLES, SMALL_SIZE, Look, Stage

FOUND = "found.json"
FRAME = 60
"""Milliseconds between two looks at whether something still moves: icons fade in slowly."""

MOST_FRAMES = 20


class Taking:
    """The pictures of one look, and what each was inspected for."""

    def __init__(self, target: Path, size: tuple[int, int]) -> None:
        """Write into the folder `target` about windows of a size."""
        self._target = target
        self._size = size
        self.found: dict[str, dict[str, list[str]]] = {}
        self.failed: dict[str, str] = {}

    def take(self, name: str, widget: QWidget, stage: Stage) -> None:
        """Save a picture of `widget` and inspect it; one more of a scene gets a number."""
        number = sum(one.split(".")[0] == name for one in self.found) + 1
        name = f"{name}.{number}" if number > 1 else name
        self._quiet(widget).save(str(self._target / f"{name}.png"))
        self.found[name] = {
            "cut off": cut_off(widget) + self._too_large(stage.window),
            "nameless": nameless(widget) + without_buddy(widget),
            "out of order": out_of_order(widget),
        }

    def _too_large(self, window: QWidget) -> list[str]:
        """A main window that does not stay as small as it was made."""
        is_small = (window.width(), window.height()) == self._size
        return [] if is_small else [f"the window needs {window.width()}x{window.height()}"]

    def _quiet(self, widget: QWidget) -> QImage:
        """A picture of `widget` once nothing in it moves any more."""
        last = widget.grab().toImage()
        for _ in range(MOST_FRAMES):
            QTest.qWait(FRAME)
            image = widget.grab().toImage()
            if image == last:
                break
            last = image
        return last

    def run(self, stage: Stage, name: str) -> None:
        """Bring a scene about; what it raises is its own failure and no other's."""
        try:
            SCENES[name](stage, lambda widget: self.take(name, widget, stage))
        except Exception as error:
            logging.getLogger(__name__).exception("scene %s", name)
            self.failed[name] = f"{type(error).__name__}: {error}"
        stage.clear()

    def write(self) -> None:
        """Write down what was found."""
        words = {"found": self.found, "failed": self.failed}
        content = json.dumps(words, ensure_ascii=False, indent=1)
        (self._target / FOUND).write_text(content, encoding="utf-8")


def take_all(look: Look, target: Path, size: tuple[int, int] = SMALL_SIZE) -> None:
    """Save a picture of every scene in `target`, and `FOUND`."""
    target.mkdir(parents=True, exist_ok=True)
    taking = Taking(target, size)
    empty = Stage(look, target / "empty", (), size)
    taking.take(FIRST_PAGE, empty.window, empty)
    empty.close()
    stage = Stage(look, target / "samples", sorted(SAMPLES.glob("*.txt")), size)
    stage.wait_for_search()
    dress(stage)
    stage.clear()
    for name in SCENES:
        taking.run(stage, name)
    stage.close()
    taking.write()


def main() -> int:
    """Take the look, into the folder, at the size that the arguments name."""
    language, theme = sys.argv[1].split(".")
    size = (int(sys.argv[3]), int(sys.argv[4])) if len(sys.argv) > 3 else SMALL_SIZE
    take_all(Look(language, theme), Path(sys.argv[2]), size)
    return 0


if __name__ == "__main__":
    sys.exit(main())
