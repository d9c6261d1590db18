"""Passages that are folded away: their whole paragraphs are not shown. The record knows nothing.

Hiding is a flag of Qt's block, which Qt's layout, scrolling and painting heed. A fold keeps its
span in code points, moved along with edits, and its blocks are flagged anew where an edit was near.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextDocument

from reviewer.gui.text.mirror import Mirror
from reviewer.review.edits import EditScript
from reviewer.text.span import Span

_BLANKS = " \t\u3000\u00a0"


@dataclass(frozen=True, slots=True)
class Fold:
    """A folded passage.

    Attributes:
        span: what is folded, in code points of the record; only its whole paragraphs are hidden.
        family: the number of its family as the editor reads it.
    """

    span: Span
    family: int


@dataclass(frozen=True, slots=True)
class HiddenRun:
    """Paragraphs without a visible one between them, which one row stands for.

    Attributes:
        span: what is hidden, in code points of the record.
        paragraphs: how many paragraphs that is; one hidden in part counts.
        families: the numbers of the families whose copies are in it, in order.
    """

    span: Span
    paragraphs: int
    families: Sequence[int]


class Folds:
    """The folds of one document and the flags of its blocks."""

    def __init__(self, document: QTextDocument, mirror: Mirror) -> None:
        self._document = document
        self._mirror = mirror
        self.folds: list[Fold] = []

    def clear(self) -> None:
        """Forget all folds, because another text is about to be shown."""
        self.folds.clear()

    def fold(self, span: Span, family: int) -> bool:
        """Hide the whole paragraphs of `span`, or pieces of an over-long one.

        Returns:
            False where none lies within it, or it is folded already; nothing was changed then.
        """
        fold = Fold(self._widened(span), family)
        if fold in self.folds or not any(self._covered(fold.span)):
            return False
        self.folds.append(fold)
        self._renew(fold.span)
        return True

    def unfold(self, span: Span) -> bool:
        """Show what is folded and shares a character with `span`; whether there was anything."""
        opened = [fold for fold in self.folds if _meets(fold.span, span)]
        self.folds = [fold for fold in self.folds if fold not in opened]
        for fold in opened:
            self._renew(fold.span)
        return bool(opened)

    def follow(self, script: EditScript) -> None:
        """Move along with edits that were just made in record and document."""
        before, self.folds = self.folds, []
        near: list[Span] = []
        for fold in before:
            moved = script.map_span(fold.span)
            if len(moved):
                self.folds.append(Fold(moved, fold.family))
            if any(
                edit.start <= fold.span.end + 1 and fold.span.start - 1 <= edit.end
                for edit in script.edits
            ):
                near.append(moved)
        if self.folds and not self._applied(self.folds[0].span):
            # The text was shown anew as a whole, every paragraph of it.
            near = [fold.span for fold in self.folds]
        for span in near:
            self._renew(span)
        if near:
            self.folds = [fold for fold in self.folds if any(self._covered(fold.span))]

    def hides(self, unit: int) -> bool:
        """Whether the character at a position of the document is hidden."""
        return bool(self.folds) and not self._document.findBlock(unit).isVisible()

    def visible_place(self, unit: int, *, ahead: bool) -> int:
        """The nearest visible position: `unit` itself, else behind the fold or in front of it."""
        block = self._document.findBlock(unit)
        if block.isVisible():
            return unit
        while block.isValid() and not block.isVisible():
            block = block.next() if ahead else block.previous()
        if not block.isValid():
            return self.visible_place(unit, ahead=True)
        return block.position() if ahead else block.position() + block.length() - 1

    def run_before(self, block: QTextBlock) -> HiddenRun | None:
        """What is hidden right before `block`, or None."""
        previous = block.previous()
        if not self.folds or not previous.isValid() or previous.isVisible():
            return None
        first, breaks = previous, 0
        while first.previous().isValid() and not first.previous().isVisible():
            breaks += self._mirror.is_break(first.position() - 1)
            first = first.previous()
        positions = self._mirror.positions
        span = Span(positions.offset(first.position()), positions.offset(block.position()) - 1)
        paragraphs = block.blockNumber() - first.blockNumber() - breaks
        families = sorted({fold.family for fold in self.folds if _meets(fold.span, span)})
        return HiddenRun(span, paragraphs, families)

    def _widened(self, span: Span) -> Span:
        """`span` with the blanks before and behind it, so that its paragraphs are whole."""
        record, start, end = self._mirror.record, span.start, span.end
        while start and record[start - 1] in _BLANKS:
            start -= 1
        while end < len(record) and record[end] in _BLANKS:
            end += 1
        return Span(start, end)

    def _blocks(self, span: Span) -> Iterator[tuple[QTextBlock, Span]]:
        """The blocks that `span` touches, each with its characters."""
        positions = self._mirror.positions
        block = self._document.findBlock(positions.unit(span.start))
        last = positions.unit(span.end)
        while block.isValid() and block.position() <= last:
            end = block.position() + block.length() - 1
            yield block, Span(positions.offset(block.position()), positions.offset(end))
            block = block.next()

    def _covered(self, span: Span) -> Iterator[QTextBlock]:
        """The blocks that lie wholly within `span`; never the last one, behind which all ends."""
        for block, own in self._blocks(span):
            if span.start <= own.start and own.end <= span.end and block.next().isValid():
                yield block

    def _applied(self, span: Span) -> bool:
        block = next(self._covered(span), None)
        return block is None or not block.isVisible()

    def _renew(self, span: Span) -> None:
        """Flag the blocks at `span` and those next to it as the folds say; lay out what changed."""
        length = len(self._mirror.text)
        around = Span(max(0, span.start - 1), min(span.end + 1, length))
        changed: list[QTextBlock] = []
        for block, own in self._blocks(around):
            hidden = block.next().isValid() and any(
                fold.span.start <= own.start and own.end <= fold.span.end for fold in self.folds
            )
            if block.isVisible() is hidden:
                block.setVisible(not hidden)
                changed.append(block)
        if changed:
            first, behind = changed[0].position(), changed[-1].next()
            end = behind.position() + behind.length() if behind.isValid() else first + 1
            self._document.markContentsDirty(first, end - first - 1)


def _meets(fold: Span, span: Span) -> bool:
    """Whether they share a character; an empty span has the one behind it and its own place."""
    return fold.start < max(span.end, span.start + 1) and span.start < fold.end
