"""Draws the rows of the findings: state, kind, the marked text in its line, and its repair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from reviewer.garble.group import Group
from reviewer.gui.icons import IconName, sign
from reviewer.gui.models.finding_words import replacement_label, replacement_of
from reviewer.gui.models.findings_across import AcrossFindings
from reviewer.gui.models.findings_columns import Column
from reviewer.gui.models.findings_groups import GroupedFindings, Heading
from reviewer.gui.models.findings_model import FindingsModel
from reviewer.gui.panels.drawing import (
    CHIP_SIZE,
    GAP,
    RIGHT,
    SIGN_SIZE,
    draw_ground,
    draw_pill,
    draw_words,
    is_selected,
    letters,
)
from reviewer.gui.panels.heading_drawing import draw_heading
from reviewer.gui.text.patterns import group_swatch
from reviewer.gui.theme import Theme
from reviewer.review.decision import Verdict

if TYPE_CHECKING:
    # Marks bring numpy with them, which start-up does without.
    from reviewer.review.marks import Mark

Cell = QModelIndex | QPersistentModelIndex
Rows = FindingsModel | AcrossFindings | GroupedFindings

ROW_PADDING = 12
"""Pixels that a row is higher than its font."""

ARROW = " → "
_REPAIR_SHARE = 0.45
"""The largest part of the cell that the repair takes from the marked text."""

_OPEN_TINT = 1.3
_SETTLED_TINT = 0.6
"""Strengths of the tint behind the marked text."""


def verdict_colour(theme: Theme, verdict: Verdict) -> QColor:
    """The colour of a verdict's sign."""
    roles = theme.roles
    return {
        Verdict.OPEN: roles.accent,
        Verdict.LATER: roles.warning,
        Verdict.ACCEPTED: roles.success,
        Verdict.EDITED: roles.success,
        Verdict.REJECTED: roles.muted,
    }[verdict]


_SIGNS = {
    Verdict.LATER: IconName.LATER,
    Verdict.ACCEPTED: IconName.ACCEPT,
    Verdict.EDITED: IconName.EDIT,
    Verdict.REJECTED: IconName.REJECT,
}


class FindingsDelegate(QStyledItemDelegate):
    """The look of the table of findings."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        """Draw in the colours of `theme`."""
        super().__init__(parent)
        self._drawings = {
            Column.STATE: self._draw_state,
            Column.KIND: self._draw_kind,
            Column.CHANGE: self._draw_change,
        }
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        self._swatches: dict[tuple[Group, float], QPixmap] = {}
        self._signs = {
            verdict: sign(name, verdict_colour(theme, verdict), SIGN_SIZE)
            for verdict, name in _SIGNS.items()
        }

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """One line with air around it."""
        return QSize(CHIP_SIZE, option.fontMetrics.height() + ROW_PADDING)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one cell."""
        model = index.model()
        if not isinstance(model, FindingsModel | AcrossFindings | GroupedFindings):
            return
        painter.save()
        try:
            if isinstance(model, GroupedFindings):
                heading = model.heading_at(index.row())
                if heading is not None:
                    self._draw_heading(painter, option, heading)
                    return
            draw_ground(painter, option, self._theme)
            mark, column = model.mark_at(index.row()), Column(index.column())
            drawing = self._drawings.get(column)
            if drawing is not None:
                drawing(painter, option, mark, index)
            else:
                area = option.rect.adjusted(0, 0, -GAP, 0)
                words = str(model.data(index))
                colour = letters(option, self._theme, True)
                # What is cut is the name of a document, not the number behind it.
                middle = Qt.TextElideMode.ElideMiddle
                draw_words(painter, area, words, colour, RIGHT, middle)
        finally:
            painter.restore()

    def _draw_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, heading: Heading
    ) -> None:
        table = option.widget
        if not isinstance(table, QTableView):
            return
        row = QRect(option.rect)
        row.setLeft(-table.horizontalHeader().offset())
        row.setWidth(table.horizontalHeader().length())
        colour, ratio = heading.name.colour, painter.device().devicePixelRatioF()
        swatch = None if colour is None else self._swatch(colour, ratio)
        draw_heading(painter, option, row, heading, swatch, self._theme)

    def _draw_state(
        self, painter: QPainter, option: QStyleOptionViewItem, mark: Mark, index: Cell
    ) -> None:
        centre, verdict = option.rect.center(), mark.decision.verdict
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if mark.overwritten:
            painter.setPen(QPen(self._theme.roles.muted, 1.6))
            painter.drawLine(centre - QPoint(4, 0), centre + QPoint(4, 0))
        elif verdict is Verdict.OPEN:
            painter.setPen(QPen(verdict_colour(self._theme, verdict), 1.6))
            painter.drawEllipse(centre, 4, 4)
        else:
            corner = centre - QPoint(SIGN_SIZE // 2 - 1, SIGN_SIZE // 2 - 1)
            painter.drawPixmap(corner, self._signs[verdict])

    def _draw_kind(
        self, painter: QPainter, option: QStyleOptionViewItem, mark: Mark, index: Cell
    ) -> None:
        area, kind = option.rect, mark.finding.kind
        swatch = self._swatch(kind.group, painter.device().devicePixelRatioF())
        top = area.center().y() - CHIP_SIZE // 2 + 1
        painter.setOpacity(1.0 if mark.open else _SETTLED_TINT)
        painter.drawPixmap(QPoint(area.left() + 2, top), swatch)
        painter.setOpacity(1.0)
        room = area.adjusted(2 + CHIP_SIZE + 6, 0, -4, 0)
        words = kind.label.text(_rows(index).language)
        draw_words(painter, room, words, letters(option, self._theme, not mark.open))

    def _swatch(self, group: Group, ratio: float) -> QPixmap:
        made = self._swatches.get((group, ratio))
        if made is None:
            made = group_swatch(group, self._theme, CHIP_SIZE, ratio)
            self._swatches[group, ratio] = made
        return made

    def _draw_change(
        self, painter: QPainter, option: QStyleOptionViewItem, mark: Mark, index: Cell
    ) -> None:
        """Before, the marked text on its tint, after, an arrow, the repair; cut to the cell."""
        metrics, area = painter.fontMetrics(), option.rect.adjusted(4, 0, -GAP, 0)
        quote = _rows(index).quote_at(index.row())
        repair = replacement_label(mark)
        muted, roles = letters(option, self._theme, True), self._theme.roles
        room = area.width() - metrics.horizontalAdvance(ARROW) - 4
        repair = metrics.elidedText(
            repair, Qt.TextElideMode.ElideRight, _repair_room(metrics, quote.marked, repair, room)
        )
        room -= metrics.horizontalAdvance(repair)
        marked = metrics.elidedText(quote.marked, Qt.TextElideMode.ElideMiddle, max(0, room))
        room -= metrics.horizontalAdvance(marked)
        before = _longest_tail(metrics, quote.before, room)
        room -= metrics.horizontalAdvance(before)
        after = _longest_head(metrics, quote.after, room)
        pen = _Pen(painter, area, self._theme.roles.base)
        pen.write(before, muted)
        pen.write(marked, roles.text if mark.open else roles.muted, self._ground(mark))
        pen.write(after, muted)
        pen.write(ARROW, muted)
        removed = not replacement_of(mark)
        pen.write(repair, muted if removed or not mark.open else self._repair_colour(option))

    def _ground(self, mark: Mark) -> QColor:
        strength = _OPEN_TINT if mark.open else _SETTLED_TINT
        return self._theme.tint(self._theme.groups[mark.finding.kind.group], strength)

    def _repair_colour(self, option: QStyleOptionViewItem) -> QColor:
        return letters(option, self._theme) if is_selected(option) else self._theme.roles.success


def _rows(index: Cell) -> Rows:
    model = index.model()
    assert isinstance(model, FindingsModel | AcrossFindings | GroupedFindings)
    return model


class _Pen:
    """Writes pieces of one line, each behind the one before."""

    def __init__(self, painter: QPainter, area: QRect, paper: QColor) -> None:
        self._painter = painter
        self._paper = paper
        self._rest = QRect(area)

    def write(self, words: str, colour: QColor, ground: QColor | None = None) -> None:
        """Write `words`, on a rounded ground if one is given."""
        if not words:
            return
        metrics = self._painter.fontMetrics()
        width = metrics.horizontalAdvance(words)
        if ground is not None:
            height = metrics.height() + 2
            top = self._rest.center().y() - height // 2 + 1
            pill = QRect(self._rest.left(), top, width + 4, height)
            draw_pill(self._painter, pill, self._paper)
            draw_pill(self._painter, pill, ground)
            self._rest.adjust(2, 0, 0, 0)
        # A pixel more than measured, so that rounding never cuts a piece that was made to fit.
        draw_words(self._painter, self._rest.adjusted(0, 0, 2, 0), words, colour)
        self._rest.adjust(width + (2 if ground is not None else 0), 0, 0, 0)


def _repair_room(metrics: QFontMetrics, marked: str, repair: str, room: int) -> int:
    """How wide the repair may be: all that the marked text leaves, at least its own share."""
    left = room - metrics.horizontalAdvance(marked)
    return max(left, int(room * _REPAIR_SHARE))


def _longest_tail(metrics: QFontMetrics, words: str, room: int) -> str:
    while words and metrics.horizontalAdvance(words) > room:
        words = words[1:]
    return words


def _longest_head(metrics: QFontMetrics, words: str, room: int) -> str:
    while words and metrics.horizontalAdvance(words) > room:
        words = words[:-1]
    return words
