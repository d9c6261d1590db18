"""Draws the documents of the library: sign of status, tags, progress; and the headings above."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from reviewer.gui.models.keyed_rows import ROW_WORDS, RowWords
from reviewer.gui.models.library_model import LIBRARY_ROW
from reviewer.gui.models.library_row import LibraryRow
from reviewer.gui.models.quoting import one_line
from reviewer.gui.panels.drawing import (
    GAP,
    MIDDLE,
    SMALL,
    draw_ground,
    draw_pill,
    draw_words,
    is_selected,
    letters,
    resized,
)
from reviewer.gui.panels.two_line_delegate import LINE_GAP, SIDE, TOP, TwoLineDelegate
from reviewer.gui.theme import Theme
from reviewer.review.status import Status

SIGN = 12
"""The size of the sign of status and of the arrow of a heading, in pixels."""

_TAG_SHARE = 0.45
"""The share of a row's width that its tags may take at most."""

_PILL_SIDE = 5


class LibraryDelegate(TwoLineDelegate):
    """The look of the library."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Draw in the colours of `theme`."""
        super().__init__(theme, parent, bars=True)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a document or a heading."""
        words, row = index.data(ROW_WORDS), index.data(LIBRARY_ROW)
        if not isinstance(words, RowWords):
            return
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if isinstance(row, LibraryRow):
                self._draw_document(painter, option, row, words)
            else:
                self._draw_heading(painter, option, words)
        finally:
            painter.restore()

    def _draw_document(
        self, painter: QPainter, option: QStyleOptionViewItem, row: LibraryRow, words: RowWords
    ) -> None:
        draw_ground(painter, option, self._theme)
        area = option.rect.adjusted(SIDE, TOP, -SIDE, -TOP)
        line = QRect(area.left(), area.top(), SIGN, option.fontMetrics.height())
        draw_status(painter, _square(line), row.status, self._sign_colour(option, row.status))
        area.setLeft(area.left() + SIGN + GAP)
        lines = QRect(area)
        room = self._draw_tags(painter, option, area, row.tags)
        if room:
            heading = resized(option.font, 1.0)
            painter.setFont(heading)
            first = QRect(area.left(), area.top(), room, option.fontMetrics.height())
            draw_words(painter, first, words.heading, letters(option, self._theme))
            words = replace(words, heading="")
        self._draw_lines(painter, option, lines, words)
        if words.progress is not None:
            self._draw_bar(painter, area, words.progress)

    def _draw_tags(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, tags: tuple[str, ...]
    ) -> int:
        """Draw as many tags as have room, right of the title; the width left, 0 without tags."""
        if not tags:
            return 0
        small = resized(option.font, SMALL)
        metrics = QFontMetrics(small)
        painter.setFont(small)
        left, least = area.right() + 1, area.right() + 1 - area.width() * _TAG_SHARE
        for at, tag in enumerate(tags):
            rest = len(tags) - at
            text = one_line(tag)
            width = metrics.horizontalAdvance(text) + 2 * _PILL_SIDE
            more = metrics.horizontalAdvance(f"+{rest - 1}") + 2 * _PILL_SIDE if rest > 1 else 0
            if left - width - more < least and at:
                left = self._draw_tag(painter, option, area, left, f"+{rest}")
                break
            if left - width - more < least:
                text = metrics.elidedText(
                    text, Qt.TextElideMode.ElideRight, int(left - more - least) - 2 * _PILL_SIDE
                )
            left = self._draw_tag(painter, option, area, left, text)
        return max(1, left - area.left() - GAP // 2)

    def _draw_tag(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, right: int, text: str
    ) -> int:
        """Draw one tag whose right end is at `right`; where the next one may end."""
        width = painter.fontMetrics().horizontalAdvance(text) + 2 * _PILL_SIDE
        height = min(painter.fontMetrics().height(), option.fontMetrics.height())
        pill = QRect(right - width, area.top(), width, height)
        colour = letters(option, self._theme)
        ground = QColor(colour)
        ground.setAlphaF(0.2)
        draw_pill(painter, pill, ground if is_selected(option) else self._tag_ground())
        draw_words(painter, pill, text, colour, MIDDLE)
        return right - width - _PILL_SIDE

    def _tag_ground(self) -> QColor:
        return self._theme.tint(self._theme.roles.accent, 1.4)

    def _sign_colour(self, option: QStyleOptionViewItem, status: Status) -> QColor:
        if is_selected(option):
            return letters(option, self._theme)
        roles = self._theme.roles
        colours = {
            Status.NEW: roles.muted,
            Status.IN_REVIEW: roles.accent,
            Status.DONE: roles.success,
            Status.SET_ASIDE: roles.muted,
        }
        return colours[status]

    def _draw_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, words: RowWords
    ) -> None:
        painter.fillRect(option.rect, self._theme.roles.alternate)
        if option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus):
            painter.fillRect(option.rect, self._theme.roles.hover)
        area = option.rect.adjusted(SIDE, TOP + LINE_GAP // 2, -SIDE, -TOP)
        line = QRect(area.left(), area.top(), SIGN, option.fontMetrics.height())
        unfolded = bool(option.state & QStyle.StateFlag.State_Open)
        draw_arrow(painter, _square(line), self._theme.roles.muted, unfolded=unfolded)
        area.setLeft(area.left() + SIGN + GAP)
        self._draw_lines(painter, option, area, words)


def draw_status(painter: QPainter, area: QRectF, status: Status, colour: QColor) -> None:
    """The sign of a status: a ring, a ring half filled, a ticked disc, a ring with a bar."""
    painter.save()
    try:
        painter.setPen(QPen(colour, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = area.adjusted(1, 1, -1, -1)
        if status is Status.DONE:
            painter.setBrush(colour)
        painter.drawEllipse(ring)
        if status is Status.IN_REVIEW:
            painter.setBrush(colour)
            painter.drawPie(ring, 90 * 16, -180 * 16)
        elif status is Status.SET_ASIDE:
            middle = ring.center().y()
            painter.drawLine(
                QPointF(ring.left() + 2.5, middle), QPointF(ring.right() - 2.5, middle)
            )
        elif status is Status.DONE:
            painter.setPen(QPen(_contrast(colour), 1.4))
            size = area.width() / 12
            tick = [QPointF(3.4, 6.2), QPointF(5.3, 8.1), QPointF(8.7, 4.3)]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF([area.topLeft() + point * size for point in tick]))
    finally:
        painter.restore()


def draw_arrow(painter: QPainter, area: QRectF, colour: QColor, *, unfolded: bool) -> None:
    """The arrow of a heading: down where its documents are shown, else to the right."""
    painter.save()
    try:
        painter.setPen(QPen(colour, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        points = [(2.5, 4.5), (6, 8), (9.5, 4.5)] if unfolded else [(4.5, 2.5), (8, 6), (4.5, 9.5)]
        size = area.width() / 12
        corners = [area.topLeft() + QPointF(x, y) * size for x, y in points]
        painter.drawPolyline(QPolygonF(corners))
    finally:
        painter.restore()


def _square(line: QRect) -> QRectF:
    """The sign's place: in the middle of the height of a line."""
    square = QRectF(line.left(), 0, SIGN, SIGN)
    square.moveCenter(QPointF(line.left() + SIGN / 2, line.center().y() + 0.5))
    return square


def _contrast(colour: QColor) -> QColor:
    return QColor("black") if colour.lightnessF() > 0.6 else QColor("white")
