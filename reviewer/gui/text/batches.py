"""The findings on the screen as few batches of equal things, which Qt draws in one go each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRect

from reviewer.garble.finding import Group
from reviewer.gui.text.scene import DrawnMark
from reviewer.gui.text.strips import Stretch
from reviewer.review.decision import Verdict

REMOVED = (Verdict.ACCEPTED, Verdict.EDITED)
"""Verdicts under which the characters of a finding are gone from the clean text."""

LINE_DISTANCE = 0.08
"""How far the line of a finding runs under its characters, in widths of a Han character."""

LINE_STEP = 0.2
"""How much lower the line of a finding inside another one runs."""

DEEPEST = 2
"""Findings inside each other that have a line of their own; a deeper one shares the last."""


@dataclass(slots=True)
class Batches:
    """What is drawn of findings, sorted by how it is drawn.

    Attributes:
        grounds: behind the letters of open findings, by group.
        veils: over letters that are gone from the clean text.
        strikes: through the same letters.
        lines: under open findings, by group.
        rejected: lines under findings that are none.
        signs: findings that something more is drawn of.
    """

    grounds: dict[Group, list[QRect]] = field(default_factory=dict[Group, list[QRect]])
    veils: list[QRect] = field(default_factory=list[QRect])
    strikes: list[QRect] = field(default_factory=list[QRect])
    lines: dict[Group, list[Stretch]] = field(default_factory=dict[Group, list[Stretch]])
    rejected: list[Stretch] = field(default_factory=list[Stretch])
    signs: list[DrawnMark] = field(default_factory=list[DrawnMark])


def batches_of(marks: Sequence[DrawnMark], em: float) -> Batches:
    """Sort `marks` for characters `em` pixels wide. Cost: O(n) for n boxes."""
    made = Batches()
    levels = [em * (LINE_DISTANCE + LINE_STEP * depth) for depth in range(DEEPEST + 1)]
    for mark in marks:
        verdict, boxes = mark.verdict, mark.boxes
        if verdict is Verdict.OPEN:
            made.grounds.setdefault(mark.group, []).extend([box.toRect() for box in boxes])
            lines = made.lines.setdefault(mark.group, [])
            lines += _stretches(mark, em, levels[min(mark.depth, DEEPEST)])
        elif verdict is Verdict.REJECTED:
            made.rejected += _stretches(mark, em, levels[min(mark.depth, DEEPEST)])
        elif verdict in REMOVED:
            for box in boxes:
                veil = box.toRect()
                made.veils.append(veil)
                made.strikes.append(QRect(veil.x(), veil.center().y(), veil.width(), 1))
        if verdict in (Verdict.LATER, Verdict.EDITED) or (boxes and not boxes[0].width()):
            made.signs.append(mark)
    return made


def _stretches(mark: DrawnMark, em: float, level: float) -> list[Stretch]:
    """The lines under the boxes, a hair short at both ends so that neighbours stay apart."""
    stretches: list[Stretch] = []
    for box in mark.boxes:
        width = box.width()
        if width:
            gap = min(em * 0.06, width / 4)
            left = round(box.x() + gap)
            length = max(1, round(box.x() + width - gap) - left)
            stretches.append((left, round(box.bottom() + level), length))
    return stretches
