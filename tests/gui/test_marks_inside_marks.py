"""A finding inside another one: both are seen, explained and reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from reviewer.garble.finding import Finding, Group, Kind
from reviewer.gui.text.patterns import (
    GROUP_PATTERNS,
    Pattern,
    draw_line,
    group_swatch,
    line_width,
)
from reviewer.gui.text.strips import Strips
from reviewer.gui.text.view import TextView
from reviewer.gui.theme import load_theme
from reviewer.review.decision import UNDECIDED, Decision, Verdict
from reviewer.review.marks import Mark
from reviewer.text.span import Span
from reviewer.text.wording import Wording

TEXT = "城市管理是一项系统工程，涉及面广、任务繁重，需要各级各部门齐抓共管。\n" * 60
OUTER, INNER, INNERMOST = (4, 34), (10, 18), (12, 14)


def mark(span: tuple[int, int], kind: Kind, decision: Decision = UNDECIDED) -> Mark:
    reason = Wording(f"理由 {span[0]}", "reason")
    return Mark(
        Finding(kind, Span(*span), TEXT[slice(*span)], "", 0.9, True, reason),
        f"anchor {span[0]}",
        decision,
        overwritten=False,
    )


NESTED = [
    mark(OUTER, Kind.SITE_BOILERPLATE),
    mark(INNER, Kind.PINYIN_INJECTION),
    mark(INNERMOST, Kind.OCR_CONFUSION),
]


def picture(view: TextView, marks: Sequence[Mark]) -> QImage:
    view.set_marks(marks)
    return view.viewport().grab().toImage()


def rows_in(image: QImage, colour: QColor, left: float, right: float) -> set[int]:
    """The rows of pixels that have exactly this colour between two places."""
    return {
        y
        for y in range(image.height())
        for x in range(round(left) + 1, round(right) - 1)
        if image.pixelColor(x, y) == colour
    }


def middle_of(view: TextView, offset: int) -> QPointF:
    units = view.positions
    (box,) = view.visible_rows(view.viewport().rect()).boxes(
        units.unit(offset), units.unit(offset + 1)
    )
    return box.center()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_lines_of_all_run_below_each_other(view: TextView, name: str) -> None:
    theme = load_theme(name)
    view.set_theme(theme)
    view.show_document(TEXT)
    image = picture(view, NESTED)
    boxes = [middle_of(view, offset) for offset in INNERMOST]
    left, right = boxes[0].x() - view.em / 2, boxes[1].x()
    lines = [
        rows_in(image, theme.groups[group], left, right)
        for group in (Group.FURNITURE, Group.ENCODING, Group.CHARACTERS)
    ]
    assert all(lines)
    assert max(lines[0]) < max(lines[1]) < min(lines[2])


def test_the_line_of_the_outer_one_stays_where_it_is_without_the_inner(view: TextView) -> None:
    theme = load_theme("light")
    view.show_document(TEXT)
    colour = theme.groups[Group.FURNITURE]
    left, right = middle_of(view, OUTER[0]).x(), middle_of(view, INNER[0]).x()
    with_inner = rows_in(picture(view, NESTED), colour, left, right)
    alone = rows_in(picture(view, NESTED[:1]), colour, left, right)
    assert with_inner == alone != set()


def test_frames_of_postponed_ones_stand_inside_each_other(view: TextView) -> None:
    theme = load_theme("light")
    view.show_document(TEXT)
    later = Decision(Verdict.LATER)
    outer = mark(OUTER, Kind.SITE_BOILERPLATE, later)
    inner = mark((OUTER[0], INNER[1]), Kind.OCR_CONFUSION, later)
    image = picture(view, [outer, inner])
    left, right = middle_of(view, OUTER[0] + 1).x(), middle_of(view, INNER[0]).x()
    frames = [
        rows_in(image, theme.groups[group], left, right)
        for group in (Group.FURNITURE, Group.CHARACTERS)
    ]
    assert min(frames[0]) < min(frames[1]) < max(frames[1]) < max(frames[0])


def test_the_outer_one_is_drawn_where_its_start_and_the_inner_ones_are_far_above(
    view: TextView,
) -> None:
    view.show_document(TEXT)
    marks = [mark((4, 2_000), Kind.SITE_BOILERPLATE), *NESTED[1:]]
    view.show_place(1_500)
    plain = picture(view, [])
    assert picture(view, marks) != plain
    assert "理由 4" in view.explanation(1_500)


def test_the_explanation_names_all_the_innermost_first(view: TextView) -> None:
    view.show_document(TEXT, NESTED)
    words = view.explanation(12)
    places = [words.index(f"理由 {start}") for start in (12, 10, 4)]
    assert places == sorted(places)
    assert "理由 12" not in view.explanation(11)


def test_clicks_go_from_the_innermost_outwards_and_begin_again(
    qtbot: QtBot, view: TextView
) -> None:
    view.show_document(TEXT, NESTED)
    clicked: list[str] = []
    spans = {each.anchor: each.finding.span for each in NESTED}

    def follow(anchor: str) -> None:
        clicked.append(anchor)
        view.set_current(spans[anchor])

    view.mark_clicked.connect(follow)
    for offset in (12, 12, 12, 12, 5):
        at = middle_of(view, offset).toPoint()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert clicked == ["anchor 12", "anchor 10", "anchor 4", "anchor 12", "anchor 4"]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_groups_are_told_apart_in_grey_by_their_lines(name: str) -> None:
    theme = load_theme(name)
    looks: dict[Group, tuple[tuple[bool, ...], ...]] = {}
    for group in GROUP_PATTERNS:
        grey = group_swatch(group, theme, 64).toImage().convertToFormat(QImage.Format.Format_Alpha8)
        looks[group] = tuple(
            tuple(grey.pixelColor(x, y).alpha() > 128 for x in range(64)) for y in range(38, 60)
        )
    assert len(set(looks.values())) == len(Group)


@pytest.mark.parametrize("first", Group, ids=lambda group: group.value)
def test_two_groups_differ_in_the_text_even_without_colours(view: TextView, first: Group) -> None:
    """Drawn in one and the same grey, the lines still differ."""
    kinds = {kind.group: kind for kind in Kind}
    theme = view.theme
    grey = {group: QColor("#767676") for group in Group}
    view.set_theme(replace(theme, groups=grey))
    view.show_document(TEXT)
    looks = {group: picture(view, [mark(INNER, kinds[group])]) for group in Group}
    assert all(looks[first] != looks[other] for other in Group if other is not first)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("pattern", Pattern)
def test_a_ready_drawn_line_lies_where_a_stroked_one_would(
    qapp: object, pattern: Pattern, ratio: float
) -> None:
    colour, width = QColor("#123456"), line_width(17.0)
    inks: list[set[tuple[int, int]]] = []
    for strips in (Strips(), None):
        sheet = QPixmap(round(300 * ratio), round(40 * ratio))
        sheet.setDevicePixelRatio(ratio)
        sheet.fill(Qt.GlobalColor.white)
        painter = QPainter(sheet)
        if strips is not None:
            strips.draw(painter, [(20, 20, 250)], colour, pattern, width)
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_line(painter, QLineF(20, 20.5, 270, 20.5), colour, pattern, width)
        painter.end()
        image = sheet.toImage()
        inks.append(
            {
                (x, y)
                for x in range(image.width())
                for y in range(image.height())
                if image.pixelColor(x, y).lightness() < 160
            }
        )
    ours, stroked = inks
    for axis, room in ((0, 4), (1, 1)):
        for end in (min, max):
            difference = end(dot[axis] for dot in ours) - end(dot[axis] for dot in stroked)
            assert abs(difference) <= room * ratio
    assert len(ours) == pytest.approx(len(stroked), rel=0.5)
