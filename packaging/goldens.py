"""The pictures that the window is compared with, and the comparison.

A golden belongs to one version of Qt and one font: `made_with.toml` says which. With others the
pixels differ everywhere and mean nothing, so nothing is compared then.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QImage

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parent / "tests" / "data" / "pictures"
RECORD = FOLDER / "made_with.toml"
FAMILY = "Noto Sans CJK SC"
FOUND = "found.json"

LEVELS = 16
"""Steps of red, green and blue that are kept: a picture of letters then has a palette."""

MOST_COLOURS = 256
FEW_PIXELS = 12
"""So many pixels may be other: a caret, the rounding of another processor."""

_STEP = 255 // (LEVELS - 1)

Pixels = npt.NDArray[np.uint8]
"""Height, width, three colours."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The pictures of one look.

    Attributes:
        folder: where they are, as `<scene>.png`.
        found: what was found in each: by picture, by sort of fault.
        failed: the scenes that could not be brought about, and why.
    """

    folder: Path
    found: dict[str, dict[str, list[str]]]
    failed: dict[str, str]


def take(look: str, folder: Path, scale: int = 1, size: tuple[int, int] | tuple[()] = ()) -> Taken:
    """Take every scene in a process of its own, into `folder`.

    Args:
        look: language and theme, such as `zh.light`.
        folder: is made if need be.
        scale: device pixels per pixel.
        size: of the window in pixels; the smallest that it must fit by default.

    Raises:
        CalledProcessError: the window could not be opened.
    """
    from stage import environment

    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, str(HERE / "taking.py"), look, str(folder), *map(str, size)]
    paths = os.pathsep.join((str(HERE.parent), os.environ.get("PYTHONPATH", "")))
    words = os.environ | environment(folder, scale) | {"PYTHONPATH": paths}
    done = subprocess.run(command, env=words, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        done.check_returncode()
    told = json.loads((folder / FOUND).read_text(encoding="utf-8"))
    return Taken(folder, told["found"], told["failed"])


def pixels_of(image: QImage) -> Pixels:
    """The colours of a picture, brought to `LEVELS` steps each."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    colours = rows[:, : plain.width() * 3].reshape(plain.height(), plain.width(), 3)
    return (np.rint(colours / _STEP) * _STEP).astype(np.uint8)


def reduced(image: QImage) -> QImage:
    """A picture with few colours, in a palette wherever they fit into one."""
    pixels = pixels_of(image)
    codes = pixels.astype(np.uint32) @ np.array([1 << 16, 1 << 8, 1], np.uint32)
    palette, places = np.unique(codes, return_inverse=True)
    if len(palette) > MOST_COLOURS:
        packed = np.ascontiguousarray(pixels)
        height, width, depth = packed.shape
        form = QImage.Format.Format_RGB888
        return QImage(packed.tobytes(), width, height, width * depth, form).copy()
    made = QImage(image.width(), image.height(), QImage.Format.Format_Indexed8)
    made.setColorTable([0xFF000000 | int(code) for code in palette])
    rows = np.frombuffer(made.bits(), np.uint8).reshape(made.height(), made.bytesPerLine())
    rows[:, : made.width()] = places.reshape(codes.shape)
    return made


def difference(golden: QImage, taken: QImage) -> str:
    """How two pictures differ, in words; empty where they do not.

    A colour that is off by one step is not counted, for Qt mixes colours with rounding; a ground
    that is a little other is one step off everywhere, so these are counted too where they are many.
    """
    if golden.size() != taken.size():
        was, now = golden.size(), taken.size()
        return f"was {was.width()}x{was.height()}, is {now.width()}x{now.height()}"
    off = _distance(golden, taken)
    clear, slight = int((off > _STEP).sum()), int((off > 0).sum())
    if clear > FEW_PIXELS or slight > max(FEW_PIXELS, off.size // 100):
        rows, columns = np.nonzero(off)
        box = f"{columns.min()},{rows.min()} to {columns.max()},{rows.max()}"
        return f"{slight} pixels differ, {clear} of them clearly, from {box}"
    return ""


def _distance(golden: QImage, taken: QImage) -> npt.NDArray[np.int16]:
    one, other = (pixels_of(image).astype(np.int16) for image in (golden, taken))
    return np.abs(one - other).max(axis=2)


def side_by_side(golden: QImage, taken: QImage) -> QImage:
    """The golden, the picture as it is now, and where they differ, in one row."""
    from PySide6.QtGui import QColor, QPainter

    width, height = (
        max(golden.width(), taken.width()),
        max(golden.height(), taken.height()),
    )
    row = QImage(width * 3 + 16, height, QImage.Format.Format_RGB32)
    row.fill(QColor("#808080"))
    painter = QPainter(row)
    painter.drawImage(0, 0, golden)
    painter.drawImage(width + 8, 0, taken)
    if golden.size() == taken.size():
        marks = (_distance(golden, taken) > 0).astype(np.uint8) * 255
        grey = QImage(marks.tobytes(), width, height, width, QImage.Format.Format_Grayscale8)
        painter.drawImage(width * 2 + 16, 0, grey)
    painter.end()
    return row


def golden_path(look: str, name: str) -> Path:
    """Where the golden of a picture is kept."""
    return FOLDER / f"{name}.{look}.png"


def keep(taken: Taken, look: str) -> list[Path]:
    """Make what was taken the goldens of a look; those of scenes that are gone are deleted."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob(f"*.{look}.png"):
        old.unlink()
    made: list[Path] = []
    for name in taken.found:
        target = golden_path(look, name)
        # Quality 0 is the strongest compression of this format.
        reduced(QImage(str(taken.folder / f"{name}.png"))).save(str(target), quality=0)
        made.append(target)
    return made


def made_here() -> dict[str, str]:
    """What decides about pixels on this machine."""
    return {"pyside6": PySide6.__version__, "qt": qVersion(), "font": _font_hash()}


def _font_hash() -> str:
    """The start of the hash of the font file that the pictures are written in."""
    command = ["fc-match", "--format", "%{file}", FAMILY]
    try:
        found = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        content = Path(found).read_bytes()
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return hashlib.sha256(content).hexdigest()[:16]


def write_record() -> None:
    """Write down what the goldens were made with."""
    lines = [f'{name} = "{value}"' for name, value in made_here().items()]
    words = "# What decides about the pixels beside this file; packaging/screenshots.py writes it."
    RECORD.write_text("\n".join([words, *lines, ""]), encoding="utf-8")


def why_not_comparable() -> str:
    """Why pixels cannot be compared on this machine; empty where they can."""
    if not RECORD.exists():
        return "there are no goldens: python packaging/screenshots.py --goldens"
    made: dict[str, Any] = tomllib.loads(RECORD.read_text(encoding="utf-8"))
    other = [
        f"{name} {made.get(name)}, here {here}"
        for name, here in made_here().items()
        if made.get(name) != here
    ]
    return f"the goldens were made with {'; '.join(other)}" if other else ""


def compare(taken: Taken, look: str, names: Sequence[str]) -> dict[str, str]:
    """The pictures that differ from their goldens, and how."""
    differing: dict[str, str] = {}
    for name in names:
        golden = golden_path(look, name)
        if not golden.exists():
            differing[name] = "has no golden"
            continue
        words = difference(QImage(str(golden)), QImage(str(taken.folder / f"{name}.png")))
        if words:
            differing[name] = words
    return differing
