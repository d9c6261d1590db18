"""What one repaint has to draw: everything shown upon the visible rows, with its rectangles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRectF

from reviewer.garble.group import Group
from reviewer.gui.positions import PositionMap
from reviewer.gui.text.layers import Layers, RepeatedSpan
from reviewer.gui.text.rows import VisibleRows
from reviewer.review.annotation import Annotation
from reviewer.review.decision import Verdict
from reviewer.text.span import Span


class DrawnMark(NamedTuple):
    """A finding on the screen; there may be hundreds in every repaint.

    Attributes:
        group: its group.
        verdict: what was decided about it.
        boxes: where its characters stand, one rectangle a row; one without width where it has none.
        depth: how many other findings it lies inside of.
    """

    group: Group
    verdict: Verdict
    boxes: Sequence[QRectF]
    depth: int


@dataclass(frozen=True, slots=True)
class Scene:
    """All that a repaint draws besides the letters.

    Attributes:
        em: the width of a Han character in pixels.
        marks: the findings.
        repeats: repeated passages, with their rows' bands.
        notes: notes, with the rectangles of their characters.
        current: the rectangles of the current finding.
        hits: the rectangles of what a search for words found.
        selection: the bands of the selected text.
    """

    em: float
    marks: Sequence[DrawnMark]
    repeats: Sequence[tuple[RepeatedSpan, Sequence[QRectF]]]
    notes: Sequence[tuple[Annotation, Sequence[QRectF]]]
    current: Sequence[QRectF]
    hits: Sequence[QRectF]
    selection: Sequence[QRectF]


def scene_of(
    rows: VisibleRows,
    layers: Layers,
    positions: PositionMap,
    selection: tuple[int, int],
    marks: Sequence[DrawnMark],
) -> Scene:
    """The scene on `rows`; `selection` counts in positions. Cost: O(rows + what they show)."""
    start, end = positions.offset(rows.first), positions.offset(rows.last)

    def units(span: Span) -> tuple[int, int]:
        return positions.unit(span.start), positions.unit(span.end)

    return Scene(
        em=rows.em,
        marks=marks,
        repeats=[
            (placed.item, rows.bands(*units(placed.span)))
            for placed in layers.repeats.touching(start, end)
        ],
        notes=[
            (placed.item, rows.boxes(*units(placed.span)))
            for placed in layers.notes.touching(start, end)
        ],
        current=rows.boxes(*units(layers.current)) if layers.current is not None else (),
        hits=[
            box
            for placed in layers.hits.touching(start, end)
            if not placed.touched
            for box in rows.boxes(*units(placed.span))
        ],
        selection=rows.bands(*selection) if selection[0] < selection[1] else (),
    )


def drawn_marks(rows: VisibleRows, layers: Layers, positions: PositionMap) -> list[DrawnMark]:
    """The findings on `rows`. Cost: O(n) for n of them.

    Those around a finding touch the same rows, so that its depth can be counted here.
    """
    drawn: list[DrawnMark] = []
    around: list[int] = []
    unit = positions.unit
    start, end = positions.offset(rows.first), positions.offset(rows.last)
    for mark, span, _ in layers.marks_touching(start, end):
        while around and around[-1] <= span.start:
            around.pop()
        boxes = rows.boxes(unit(span.start), unit(span.end))
        group, verdict = mark.finding.kind.group, mark.decision.verdict
        drawn.append(DrawnMark(group, verdict, boxes, len(around)))
        around.append(span.end)
    return drawn
