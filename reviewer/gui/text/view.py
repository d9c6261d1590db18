"""The text view: the record with findings, notes and repeats drawn upon it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from reviewer.garble.group import Group
from reviewer.gui.text.folding import FoldingColumn
from reviewer.gui.text.hover import Say, fold_words, hover_text, unfold_hint
from reviewer.gui.text.layers import Placed, RepeatedSpan
from reviewer.gui.text.margin import Margin
from reviewer.gui.text.overlay import Overlay
from reviewer.gui.text.rows import Row, VisibleRows
from reviewer.gui.text.scene import DrawnMark, Scene, drawn_marks, scene_of
from reviewer.gui.theme import Theme, palette_of
from reviewer.review.decision import Verdict
from reviewer.review.edits import EditScript
from reviewer.text.span import Span

if TYPE_CHECKING:
    # Marks bring numpy with them, which start-up does without.
    from reviewer.review.annotation import Annotation
    from reviewer.review.marks import Mark

MOST_EDITS_ASKED = 8
"""Edits made at once up to which each is asked whether it changes what findings are drawn."""

_LOG = logging.getLogger(__name__)


class TextView(FoldingColumn):
    """The record as the editor reads, judges and changes it.

    Signals, besides those of `RecordEditor`, `TextColumn` and `FoldingColumn`:
        mark_clicked(str): the anchor of the finding that was clicked.
    """

    mark_clicked = Signal(str)

    def __init__(self, say: Say, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty view.

        Args:
            say: words kinds and reasons in the editor's language.
            theme: the colours to begin with.
            parent: as in Qt.
        """
        self._margin: Margin | None = None
        super().__init__(parent)
        self._say = say
        self._drawing_failed = False
        self._drawn_rows: tuple[tuple[object, ...], VisibleRows] | None = None
        self._drawn_marks: tuple[tuple[object, ...], Sequence[DrawnMark]] = ((), ())
        self._caret_paragraph = 0
        self._pressed: QPoint | None = None
        self._margin = Margin(self)
        self._name()
        self.set_theme(theme)
        self._arrange()
        self.record_changed.connect(self._follow_record)
        self.cursor_moved.connect(self._follow_caret)
        self.updateRequest.connect(self._follow_scrolling)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("正文"))

    def changeEvent(self, event: QEvent) -> None:
        """Take a new name with a new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def show_document(
        self,
        text: str,
        marks: Sequence[Mark] = (),
        notes: Sequence[Annotation] = (),
        repeats: Sequence[RepeatedSpan] = (),
    ) -> None:
        """Show another document from its start. The sequences are sorted by start."""
        self._drawing_failed = False
        self.layers.show((), (), ())
        self.load(text)
        self.layers.show(marks, notes, repeats)
        self._redraw()
        self.visible_changed.emit()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show these findings, sorted by start, in place of the ones before."""
        # New findings come with every key; nearly always those on the screen look the same.
        seen = self.visible_span()
        before = [_look(placed) for placed in self.layers.marks_touching(seen.start, seen.end)]
        self.layers.show_marks(marks)
        after = [_look(placed) for placed in self.layers.marks_touching(seen.start, seen.end)]
        if after != before:
            self.viewport().update()

    def set_notes(self, notes: Sequence[Annotation]) -> None:
        """Show these notes, sorted by start, in place of the ones before."""
        self.layers.show_notes(notes)
        self._redraw()

    def set_repeats(self, repeats: Sequence[RepeatedSpan]) -> None:
        """Show these repeated passages, sorted by start, in place of the ones before."""
        self.layers.show_repeats(repeats)
        self._redraw()

    def set_hits(self, spans: Sequence[Span]) -> None:
        """Show what a search for words found, sorted, in place of what it found before."""
        self.layers.show_hits(spans)
        self._redraw()

    def set_current(self, span: Span | None) -> None:
        """Frame `span` as the current finding, or nothing."""
        self.layers.current = span
        self._redraw()

    @property
    def theme(self) -> Theme:
        """The theme that the view is drawn in."""
        return self._theme

    def set_theme(self, theme: Theme) -> None:
        """Draw the text and everything upon it in the colours of `theme`."""
        self._theme = theme
        self._overlay = Overlay(theme)
        palette = palette_of(theme)
        # Under a style sheet of the application children do not take over a palette.
        for widget in (self, self.viewport(), self._margin):
            if widget is not None:
                widget.setPalette(palette)
        self._redraw()

    def explanation(self, offset: int) -> str:
        """Markup on all that is shown at the character at `offset`, or an empty string."""
        return self._explained(self._marks_at(offset), offset, offset + 1)

    def _marks_at(self, offset: int) -> list[Mark]:
        """The findings at a character, one inside another before it."""
        marks = [placed.item for placed in self.layers.marks_touching(offset, offset + 1)]
        return marks[::-1]

    def explanation_of_row(self, row: Row) -> str:
        """Markup on the notes and repeats of one row, or an empty string."""
        return self._explained(
            (), self.positions.offset(row.first), self.positions.offset(row.last)
        )

    def _explained(self, marks: Sequence[Mark], start: int, end: int) -> str:
        notes = [placed.item for placed in self.layers.notes.touching(start, end)]
        repeats = [placed.item for placed in self.layers.repeats.touching(start, end)]
        return hover_text(marks, notes, repeats, self._say)

    def margin_width(self) -> int:
        """The pixels that numbers and brackets need."""
        return 0 if self._margin is None else self._margin.fitting_width(self.em)

    def place_margin(self, area: QRect) -> None:
        """Put numbers and brackets at `area`."""
        if self._margin is not None:
            self._margin.setGeometry(area)

    def _follow_record(self, script: EditScript) -> None:
        """Move what is shown along; Qt itself draws the changed paragraphs anew."""
        # A finding that is typed into goes from the screen, in other paragraphs as well.
        touched = len(script.edits) > MOST_EDITS_ASKED or any(
            placed.span.overlaps(edit.span)
            for edit in script.edits
            for placed in self.layers.marks_touching(edit.start, edit.end)
        )
        self.layers.follow(script)
        if touched:
            self.viewport().update()

    def _follow_caret(self) -> None:
        before, self._caret_paragraph = self._caret_paragraph, self.textCursor().blockNumber()
        if self._margin is not None and self._caret_paragraph != before:
            self._margin.update()

    def _redraw(self) -> None:
        self.viewport().update()
        if self._margin is not None:
            self._margin.update()

    def _follow_scrolling(self, rect: QRect, distance: int) -> None:
        if self._margin is not None and not distance:
            self._margin.follow(rect)
        elif self._margin is not None:
            self._margin.scroll(0, distance)
            self.visible_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw grounds, letters, lines. The letters are drawn whatever happens to the rest."""
        scene = self._scene(event.rect())
        if scene is not None:
            self._draw(self._overlay.draw_grounds, scene)
        super().paintEvent(event)
        if scene is not None:
            self._draw(self._overlay.draw_lines, scene)
        if self.folds:
            self._draw_fold_rows(event.rect())

    def _draw_fold_rows(self, clip: QRect) -> None:
        painter = QPainter(self.viewport())
        try:
            for row in self.fold_rows(clip):
                self._overlay.draw_fold_row(painter, row.band, self.em, fold_words(row.run))
        finally:
            painter.end()

    def _scene(self, clip: QRect) -> Scene | None:
        if self._drawing_failed:
            return None
        cursor = self.textCursor()
        try:
            rows, state = self.visible_rows(clip), self._state_of(clip)
            self._drawn_rows = state, rows
            selection = (cursor.selectionStart(), cursor.selectionEnd())
            if not rows:
                return None
            marks = self._marks_on(rows, state)
            return scene_of(rows, self.layers, self.positions, selection, marks)
        except Exception:
            self._report_failure()
            return None

    def _marks_on(self, rows: VisibleRows, state: tuple[object, ...]) -> Sequence[DrawnMark]:
        """The findings on `rows`, as before where neither they nor their places have changed."""
        state = (*state, self.layers.marks)
        if state != self._drawn_marks[0]:
            self._drawn_marks = state, drawn_marks(rows, self.layers, self.positions)
        return self._drawn_marks[1]

    def rows_beside(self, clip: QRect) -> VisibleRows:
        """The rows that meet `clip`, as the text was just drawn; for their places alone.

        The margin is drawn after the text, nearly always the same part of it.
        """
        if self._drawn_rows is not None and self._drawn_rows[0] == self._state_of(clip):
            return self._drawn_rows[1]
        return self.visible_rows(clip)

    def _state_of(self, clip: QRect) -> tuple[object, ...]:
        """What the places of the rows in `clip` depend on."""
        document, bar = self.document(), self.verticalScrollBar()
        lines, size = document.revision(), self.viewport().size()
        return clip.top(), clip.bottom(), bar.value(), bar.maximum(), lines, size, self.em

    def _draw(self, drawing: Callable[[QPainter, Scene], None], scene: Scene) -> None:
        painter = QPainter(self.viewport())
        try:
            drawing(painter, scene)
        except Exception:
            self._report_failure()
        finally:
            painter.end()

    def _report_failure(self) -> None:
        """Log a fault of drawing, once a document, and go on with the letters alone."""
        self._drawing_failed = True
        _LOG.exception("drawing upon the text failed")

    def viewportEvent(self, event: QEvent) -> bool:
        """Explain what the mouse rests on."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._explained_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    def _explained_at(self, point: QPointF) -> str:
        if self.fold_row_at(point) is not None:
            return unfold_hint()
        offset = self.offset_at(point)
        return "" if offset is None else self.explanation(offset)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click begins; one on a row that stands for something unfolds it."""
        left = event.button() is Qt.MouseButton.LeftButton
        row = self.fold_row_at(event.position()) if left else None
        if row is not None:
            self._pressed = None
            self.unfold(row.run.span)
            return
        self._pressed = event.position().toPoint() if left else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Report a click on a finding."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is None or self.textCursor().hasSelection():
            return
        moved = (event.position().toPoint() - pressed).manhattanLength()
        offset = self.offset_at(event.position())
        if offset is not None and moved < QApplication.startDragDistance():
            self._click_mark(offset)

    def _click_mark(self, offset: int) -> None:
        """Name the finding at `offset`; where it is current already, the one around it in turn."""
        marks = self._marks_at(offset)
        if marks:
            spans = [mark.finding.span for mark in marks]
            current = self.layers.current
            turn = spans.index(current) + 1 if current in spans else 0
            self.mark_clicked.emit(marks[turn % len(marks)].anchor)


def _look(placed: Placed[Mark]) -> tuple[Span, Group, Verdict]:
    """All that a finding's looks depend on."""
    return placed.span, placed.item.finding.kind.group, placed.item.decision.verdict
