"""A column of text in which passages can be folded away, and unfold where the editor goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from reviewer.gui.text.column import TextColumn
from reviewer.gui.text.folds import Fold, Folds, HiddenRun
from reviewer.gui.text.layers import Layers
from reviewer.review.edits import EditScript
from reviewer.text.span import Span


@dataclass(frozen=True, slots=True)
class FoldRow:
    """The row that stands for folded paragraphs.

    Attributes:
        run: what is folded.
        band: where the row is in the viewport.
    """

    run: HiddenRun
    band: QRectF


class FoldingColumn(TextColumn):
    """Folding is a way of looking: record, copying, searching and saving know nothing of it.

    Attributes:
        layers: what is shown upon the text.

    Signals, besides those of `TextColumn`:
        folds_changed(): something was folded or unfolded, or what is folded has moved.
    """

    folds_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layers = Layers()
        self._folds = Folds(self.document(), self._mirror)
        self._key_pressed = False
        self.record_changed.connect(self._fold_again)
        self.cursorPositionChanged.connect(self._unfold_at_caret)

    @property
    def folds(self) -> Sequence[Fold]:
        """What is folded."""
        return self._folds.folds

    def load(self, text: str) -> None:
        """Show another text, from its start and unfolded."""
        self._folds.clear()
        super().load(text)

    def fold(self, folds: Iterable[Fold]) -> bool:
        """Fold the whole paragraphs of these passages away; the caret goes out of them.

        Returns:
            False where they have none that is not folded already.
        """
        top = self.first_visible_offset()
        if not [fold for fold in folds if self._folds.fold(fold.span, fold.family)]:
            return False
        cursor = self.textCursor()
        place = self._folds.visible_place(cursor.position(), ahead=True)
        if place != cursor.position():
            cursor.setPosition(place)
            self.setTextCursor(cursor)
        self._after_folding(top)
        return True

    def unfold_all(self) -> bool:
        """Show everything; whether anything was folded."""
        return self.unfold(Span(0, len(self.record)))

    def unfold(self, span: Span) -> bool:
        """Show what is folded and shares a character with `span`; whether there was anything."""
        top = self.first_visible_offset()
        if not self._folds.unfold(span):
            return False
        self._after_folding(top)
        return True

    def _after_folding(self, top: int) -> None:
        """The row that begins at `top` stays the first, or what stands in its place is."""
        self.scroll_to(self.positions.unit(top))
        self.viewport().update()
        self.visible_changed.emit()
        self.folds_changed.emit()

    def place_cursor(self, span: Span) -> None:
        """Select `span`, or put the caret there where it is empty; it unfolds what it is in."""
        if self.folds:
            self.unfold(span)
        super().place_cursor(span)

    def scroll_to(self, unit: int, rows_above: int = 0) -> None:
        """Make the row of the character at `unit` the first one; of a folded one, what follows."""
        if self.folds:
            unit = self._folds.visible_place(unit, ahead=True)
        super().scroll_to(unit, rows_above)

    def repeats_to_fold(self, start: int, end: int) -> list[Fold]:
        """The passages in a range that may be folded away and are not, the shortest first."""
        folded = {fold.span for fold in self.folds}
        found = [placed for placed in self.layers.repeats.touching(start, end) if placed.item.folds]
        return [
            Fold(placed.span, placed.item.family)
            for placed in sorted(found, key=lambda placed: len(placed.span))
            if placed.span not in folded
        ]

    def fold_here(self) -> bool:
        """Fold the repeated passage at the caret, else the first one on the screen."""
        seen = self.visible_span()
        caret = self.repeats_to_fold(self.cursor_offset, self.cursor_offset)
        others = sorted(self.repeats_to_fold(seen.start, seen.end), key=lambda fold: fold.span)
        return any(self.fold([fold]) for fold in [*caret, *others])

    def fold_all(self) -> bool:
        """Fold every repeated passage that stands elsewhere as well."""
        return self.fold(self.repeats_to_fold(0, len(self.record)))

    def unfold_here(self) -> bool:
        """Unfold what the row nearest to the caret stands for."""
        caret = self.cursorRect().center().y()
        rows = self.fold_rows(self.viewport().rect())
        if not rows:
            return False
        nearest = min(rows, key=lambda row: abs(row.band.center().y() - caret))
        return self.unfold(nearest.run.span)

    def fold_rows(self, clip: QRect) -> list[FoldRow]:
        """The rows in `clip` that stand for folded paragraphs, from top to bottom."""
        if not self.folds:
            return []
        height = self._layout.fold_height
        # The row belongs to the paragraph below it, which may begin just outside.
        shown = self.visible_rows(clip.adjusted(0, 0, 0, int(2 * height)))
        left = self.contentOffset().x() + self.document().documentMargin()
        width = self.viewport().width() - 2 * left
        rows: list[FoldRow] = []
        for row in shown.rows:
            run = None
            if row.first == row.shift:
                run = self._folds.run_before(self.document().findBlock(row.first))
            if run is not None:
                # As far from the paragraph above as from the one below.
                lead = (self._layout.space_above(row.first) - height) / 2
                top = row.top - lead - height
                rows.append(FoldRow(run, QRectF(left, top + 2, width, height - 4)))
        return rows

    def fold_row_at(self, point: QPointF) -> FoldRow | None:
        """The row at a point of the viewport that stands for folded paragraphs, or None."""
        rows = self.fold_rows(self.viewport().rect())
        return next((row for row in rows if row.band.contains(point)), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moving steps over what is folded; a change at its border unfolds it."""
        before, revision = self.textCursor().position(), self.document().revision()
        self._key_pressed = True
        try:
            super().keyPressEvent(event)
        finally:
            self._key_pressed = False
        cursor = self.textCursor()
        if not self._folds.hides(cursor.position()):
            return
        if self.document().revision() != revision:
            self._unfold_at_caret()
            return
        keeps = QTextCursor.MoveMode.KeepAnchor
        mode = keeps if cursor.hasSelection() else QTextCursor.MoveMode.MoveAnchor
        ahead = cursor.position() > before
        cursor.setPosition(self._folds.visible_place(cursor.position(), ahead=ahead), mode)
        self.setTextCursor(cursor)

    def _unfold_at_caret(self) -> None:
        if not self._key_pressed and self._folds.hides(self.textCursor().position()):
            place = self.cursor_offset
            self.unfold(Span(place, place))

    def _fold_again(self, script: EditScript) -> None:
        if self.folds:
            self._folds.follow(script)
            self._unfold_at_caret()
            self.folds_changed.emit()
