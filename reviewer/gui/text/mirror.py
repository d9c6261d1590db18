"""Keeps the text of record beside the widget's document, so that neither drifts from the other.

The record is a Python string and edits upon it; it is never read back from the widget. What the
editor types reaches it as the smallest difference that explains the region Qt reports, and Qt
reports too much: an input method's commit names the whole block, the last block one unit more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise

from PySide6.QtGui import QTextCursor, QTextDocument

from reviewer.gui.positions import PositionMap, unit_length
from reviewer.gui.text.pieces import LONGEST_PARAGRAPH, piece_ends, soft_breaks
from reviewer.gui.text.substitution import BLOCK_SEPARATOR, is_plain, plain_text, shown
from reviewer.review.edited_text import EditedText
from reviewer.review.edits import Edit, EditScript
from reviewer.text.span import Span

_GONE = "\ufdd0"
# Stands for a soft break that nothing in the document may be taken for: it is never shown.


class Mirror:
    """The text of record, the map of its positions, and the widget's document that shows it.

    Attributes:
        text: the text of record.
        positions: offsets in the record <-> positions in the document.
        composing: an input method is at work, which reports whole blocks. Otherwise a soft break in
            the region that Qt reports was removed, even if a new line end stands there now.
    """

    def __init__(self, document: QTextDocument, caret: Callable[[], int]) -> None:
        """Follow `document`, which is empty.

        Args:
            document: the widget's document, its undo off.
            caret: the caret's position, which tells where among equal characters one was typed.
        """
        self.text = EditedText("")
        self.positions = PositionMap("")
        self.composing = False
        self._document = document
        self._caret = caret
        self._writing = False
        self._untrue = False
        self._typed: list[Edit] = []
        document.contentsChange.connect(self._follow)

    @property
    def record(self) -> str:
        """The text of record as a whole."""
        return self.text.whole()

    def is_break(self, unit: int) -> bool:
        """Whether the unit at this position is a soft break."""
        return self.positions.is_break(unit)

    def load(self, text: str) -> None:
        """Show another text of record from its start."""
        breaks, plain = soft_breaks(text), is_plain(text)
        self.text = EditedText(text)
        self.positions = PositionMap(text, breaks, in_units=plain)
        self._typed.clear()
        visible = text if plain else shown(text)
        if breaks:
            visible = "\n".join([visible[a:b] for a, b in pairwise([0, *breaks, len(text)])])
        with self._silently():
            self._document.setPlainText(visible)

    def write(self, script: EditScript) -> None:
        """Make the edits of `script` in the record and in the document, as one change of it.

        Raises:
            EditMismatch: the record does not have the characters that an edit removes; nothing
                was changed then.
        """
        if not script.edits:
            return
        self.text.edit(script)
        cursor = QTextCursor(self._document)
        with self._silently():
            cursor.beginEditBlock()
            for edit in reversed(script.edits):
                start, end = self.positions.unit(edit.start), self.positions.unit(edit.end)
                visible = shown(edit.inserted)
                cursor.setPosition(start)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                cursor.insertText(visible)
                self.positions.splice(start, end - start, visible)
            cursor.endEditBlock()
        self.tidy(Span(script.edits[0].start, script.edits[-1].end + script.growth))

    def take_typed(self) -> list[Edit]:
        """The edits that the editor made since the last call, in order, and the document in order.

        Each counts in the record as it stood before it.
        """
        typed, self._typed = self._typed, []
        if self._untrue:
            self._untrue = False
            self.load(self.record)
        for edit in typed:
            self.tidy(Span(edit.start, edit.start + len(edit.inserted)))
        return typed

    def tidy(self, span: Span) -> None:
        """Take out soft breaks that an edit of `span` left in vain; cut what grew too long."""
        units = self.positions
        start, end = units.unit(span.start), units.unit(min(span.end, units.length))
        for unit in reversed(units.breaks_between(max(0, start - 2), end + 2)):
            place = units.offset(unit)
            beside_line_end = "\n" in self.text.part(max(0, place - 1), place + 1)
            if place in (0, units.length) or beside_line_end or units.is_break(unit - 1):
                self._remove_break(unit)
        if len(self.text) > LONGEST_PARAGRAPH:
            self._cut_long_blocks(units.unit(span.start), units.unit(min(span.end, units.length)))

    def _cut_long_blocks(self, start: int, end: int) -> None:
        block = self._document.findBlock(end)
        while block.isValid() and block.position() + block.length() > start:
            first, length = block.position(), block.length()
            if length > LONGEST_PARAGRAPH:
                place = self.positions.offset(first)
                piece = self.text.part(place, self.positions.offset(first + length - 1))
                for cut in reversed(piece_ends(piece)):
                    self._add_break(self.positions.unit(place + cut))
            block = self._document.findBlock(first - 1) if first else block.previous()

    def _add_break(self, unit: int) -> None:
        self.positions.add_break(unit)
        with self._silently():
            self._select(unit, unit).insertText("\n")

    def _remove_break(self, unit: int) -> None:
        self.positions.remove_break(unit)
        with self._silently():
            self._select(unit, unit + 1).removeSelectedText()

    @contextmanager
    def _silently(self) -> Iterator[None]:
        """Changes of the document in here are not the editor's typing."""
        self._writing, before = True, self._writing
        try:
            yield
        finally:
            self._writing = before

    def _select(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self._document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _follow(self, position: int, removed: int, added: int) -> None:
        """Take what was typed into the record: Qt's `contentsChange`."""
        if self._writing:
            return
        units = self.positions
        now = self._document.characterCount() - 1
        tail = max(0, min(units.units - position - removed, now - position - added))
        start = min(position, units.units - tail, now - tail)
        start -= units.splits_pair(start)
        tail -= units.splits_pair(units.units - tail)
        new = self._select(start, now - tail).selectedText()
        if unit_length(new) != now - tail - start:
            self._untrue = True
            return
        old = self._visible(start, units.units - tail, BLOCK_SEPARATOR)
        if old == new:
            return
        if not self.composing:
            old = self._visible(start, units.units - tail, _GONE)
        head, rest = _difference(old, new, self._characters_to_caret(start, new))
        first = start + unit_length(old[:head])
        last = first + unit_length(old[head : len(old) - rest])
        self._take(first, last, new[head : len(new) - rest])

    def _take(self, start: int, end: int, visible: str) -> None:
        """The positions `[start, end)` now show `visible`."""
        span = Span(self.positions.offset(start), self.positions.offset(end))
        inserted = plain_text(visible)
        self._untrue |= shown(inserted) != visible.replace(BLOCK_SEPARATOR, "\n")
        self.positions.splice(start, end - start, visible)
        edit = Edit(span.start, self.text.part(span.start, span.end), inserted)
        if edit.removed != edit.inserted:
            self.text.edit(EditScript((edit,)))
            self._typed.append(edit)

    def _visible(self, start: int, end: int, soft_break: str) -> str:
        """What the document held between two positions, as Qt spells it, with its soft breaks."""
        first = self.positions.offset(start)
        text = shown(self.text.part(first, self.positions.offset(end)))
        text = text.replace("\n", BLOCK_SEPARATOR)
        pieces: list[str] = []
        done = 0
        for unit in self.positions.breaks_between(start, end):
            place = self.positions.offset(unit) - first
            pieces.append(text[done:place])
            done = place
        return soft_break.join([*pieces, text[done:]])

    def _characters_to_caret(self, start: int, new: str) -> int:
        """How many characters of `new`, which begins at `start`, stand before the caret."""
        ahead = self._caret() - start
        if ahead <= 0:
            return len(new)
        return len(new.encode("utf-16-le")[: 2 * ahead].decode("utf-16-le", "ignore"))


def smallest_edit(old: str, new: str) -> Edit:
    """The one edit that makes `new` of `old`."""
    head, rest = _difference(old, new, len(new))
    return Edit(head, old[head : len(old) - rest], new[head : len(new) - rest])


def _difference(old: str, new: str, caret: int) -> tuple[int, int]:
    """How many characters `old` and `new` share at their start and, beyond those, at their end.

    Among equal characters any one may be the typed one: it is the one before the `caret`, an index
    in `new`. Cost: O(n).
    """
    most = min(len(old), len(new))
    behind = _shared(old[::-1], new[::-1], min(most, len(new) - caret))
    head = _shared(old, new, most - behind)
    return head, behind + _shared(old[::-1][behind:], new[::-1][behind:], most - behind - head)


def _shared(first: str, second: str, most: int) -> int:
    """The length of the common start of two texts, at most `most`. Cost: O(n), by halves."""
    if first[:most] == second[:most]:
        return most
    same, differ = 0, most
    while differ - same > 1:
        middle = (same + differ) // 2
        if first[same:middle] == second[same:middle]:
            same = middle
        else:
            differ = middle
    return same
