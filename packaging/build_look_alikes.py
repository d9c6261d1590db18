"""Builds resources/lexicons/look_alikes.txt: characters whose printed shapes are much alike.

The common characters are drawn with two fonts, blurred and compared pair by pair; no list of
look-alikes is copied. Run with PySide6, jieba (for how common a character is) and Debian's package
fonts-noto-cjk: `QT_QPA_PLATFORM=offscreen python packaging/build_look_alikes.py`.
"""

from __future__ import annotations

import sys
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPainter

TARGET = Path(__file__).resolve().parents[1] / "resources" / "lexicons" / "look_alikes.txt"
FONTS = ("Noto Sans CJK SC", "Noto Serif CJK SC")
COMMON = 6500
SIDE, BODY, BLUR = 48, 42, 2
"""Pixels of a picture and of the character in it, and how far a blurred pixel reaches."""

LEAST_ALIKE = 0.46
"""Two shapes are alike from this correlation on; 己 and 已 have 0.92, 拨 and 拔 0.66."""

MOST = 8
"""So many look-alikes of one character are kept, the likest first."""

HEAD = """\
# Characters that look alike in print: one, and behind it those that it is read for, likest first.
# Built by packaging/build_look_alikes.py, which draws the common characters with two fonts and
# compares the pictures. What it cannot see, such as a torn glyph, is in rules/look_alikes.toml.
"""


def common_characters(dictionary: Path) -> str:
    """The most common characters of GB 2312, by jieba's counts."""
    counts: Counter[str] = Counter()
    for line in dictionary.read_text(encoding="utf-8").splitlines():
        word, frequency, _ = line.split(" ")
        for character in word:
            counts[character] += int(frequency)
    ranked = (character for character, _ in counts.most_common())
    known = [c for c in ranked if len(c.encode("gb2312", "ignore")) == 2 and c >= "\u4e00"]
    return "".join(known[:COMMON])


def drawn(characters: str, family: str) -> NDArray[np.float32]:
    """A picture of each character, dark on 0."""
    font = QFont(family)
    font.setPixelSize(BODY)
    pictures = np.empty((len(characters), SIDE, SIDE), dtype=np.float32)
    for row, character in enumerate(characters):
        image = QImage(SIDE, SIDE, QImage.Format.Format_Grayscale8)
        image.fill(255)
        painter = QPainter(image)
        painter.setFont(font)
        painter.drawText(QRect(0, 0, SIDE, SIDE), Qt.AlignmentFlag.AlignCenter, character)
        painter.end()
        lines = np.frombuffer(image.constBits(), dtype=np.uint8)
        pictures[row] = 255 - lines.reshape(SIDE, image.bytesPerLine())[:, :SIDE]
    return pictures


def blurred(pictures: NDArray[np.float32]) -> NDArray[np.float32]:
    """The pictures with every pixel spread over its neighbours."""
    for axis in (1, 2):
        shifted = [
            np.roll(pictures, shift, axis) * np.float32(BLUR + 1 - abs(shift))
            for shift in range(-BLUR, BLUR + 1)
        ]
        pictures = np.stack(shifted).sum(axis=0)
    return pictures


def likeness(characters: str) -> NDArray[np.float32]:
    """How much each shape agrees with each other one, 1 for the same; the mean over the fonts."""
    total = np.zeros((len(characters), len(characters)), dtype=np.float32)
    for family in FONTS:
        flat = blurred(drawn(characters, family)).reshape(len(characters), -1)
        flat -= flat.mean(axis=0)
        flat /= np.linalg.norm(flat, axis=1, keepdims=True)
        total += flat @ flat.T
    np.fill_diagonal(total, 0)
    total /= len(FONTS)
    return total


def main() -> int:
    """Writes the file."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        return 1
    application = QGuiApplication(sys.argv)
    characters = common_characters(Path(spec.origin).with_name("dict.txt"))
    alike = likeness(characters)
    rows: list[str] = []
    for row, character in enumerate(characters):
        best = np.argsort(-alike[row])[:MOST]
        near = "".join(characters[column] for column in best if alike[row, column] > LEAST_ALIKE)
        if near:
            rows.append(f"{character} {near}")
    TARGET.write_text(HEAD + "\n".join(sorted(rows)) + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {len(rows)} characters, drawn by {application.applicationName()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
