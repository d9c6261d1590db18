"""Edits and edit scripts: changes of a text that apply, invert and compose without loss.

An edit says what was there and what stands there now, so a script can always be undone, and a
text that does not fit is noticed instead of being changed in the wrong place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from reviewer.text.errors import ReviewerError
from reviewer.text.span import Span


class EditMismatch(ReviewerError):
    """A script was applied to a text that it was not made for."""

    def __init__(self, edit: Edit, found: str) -> None:
        super().__init__(f"at {edit.start}: expected {edit.removed!r}, found {found!r}")
        self.edit = edit
        self.found = found


@dataclass(frozen=True, slots=True)
class Edit:
    """One place of a text replaced by another text.

    Attributes:
        start: where, in code points of the text that is changed.
        removed: the characters that stood there; empty for an insertion.
        inserted: the characters that stand there afterwards; empty for a deletion.
        reason: why, for the ledger: the rule's sentence, or empty for typing.
    """

    start: int
    removed: str
    inserted: str
    reason: str = ""

    @property
    def end(self) -> int:
        """One past the last removed character."""
        return self.start + len(self.removed)

    @property
    def span(self) -> Span:
        """The removed characters' span."""
        return Span(self.start, self.end)

    @property
    def growth(self) -> int:
        """By how many code points the text becomes longer (or, below 0, shorter)."""
        return len(self.inserted) - len(self.removed)


@dataclass(frozen=True, slots=True)
class EditScript:
    """Edits of one text, in order, none overlapping another; touching is allowed.

    All starts count in the text before the first edit.
    """

    edits: tuple[Edit, ...] = ()
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _shifts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        shift, end = 0, 0
        shifts = [0]
        for edit in self.edits:
            if edit.start < end:
                raise ValueError(f"edits overlap or are out of order at {edit.start}")
            end = edit.end
            shift += edit.growth
            shifts.append(shift)
        object.__setattr__(self, "_starts", tuple(edit.start for edit in self.edits))
        object.__setattr__(self, "_shifts", tuple(shifts))

    @classmethod
    def of(cls, edits: Iterable[Edit]) -> EditScript:
        """A script of `edits` in any order.

        Raises:
            ValueError: two of them overlap.
        """
        return cls(tuple(sorted(edits, key=lambda edit: (edit.start, edit.end))))

    @classmethod
    def _joined(
        cls, edits: tuple[Edit, ...], starts: tuple[int, ...], shifts: tuple[int, ...]
    ) -> EditScript:
        """A script of parts that are known to be in order."""
        script = object.__new__(cls)
        for name, value in (("edits", edits), ("_starts", starts), ("_shifts", shifts)):
            object.__setattr__(script, name, value)
        return script

    def __len__(self) -> int:
        return len(self.edits)

    def growth_before(self, place: int) -> int:
        """By how many code points the edits before the one at `place` make a text longer."""
        return self._shifts[place]

    def places_around(self, span: Span) -> tuple[int, int]:
        """Which edits meet `span`, which counts in the text that the script makes.

        Returns:
            The place of the first that touches it or lies behind it, and of the first behind that
            lies clear of it. Cost: O(log n).
        """
        places = range(len(self.edits))
        low = bisect_left(places, span.start, key=lambda i: self.edits[i].end + self._shifts[i + 1])
        high = bisect_right(places, span.end, key=lambda i: self._starts[i] + self._shifts[i])
        return low, max(low, high)

    def with_part(self, low: int, high: int, part: EditScript) -> EditScript:
        """The same script with `part` in the place of its edits from `low` up to `high`.

        Args:
            low: the place of the first edit that goes.
            high: the place of the first one behind that stays.
            part: edits that lie between the two neighbours, in the text before the script.
        """
        before, after = self._shifts[low], self._shifts[high]
        moved = before + part.growth - after
        rest = self._shifts[high + 1 :]
        return EditScript._joined(
            self.edits[:low] + part.edits + self.edits[high:],
            self._starts[:low] + part._starts + self._starts[high:],
            (
                *self._shifts[:low],
                *(before + shift for shift in part._shifts),
                *((shift + moved for shift in rest) if moved else rest),
            ),
        )

    def shifted(self, distance: int) -> EditScript:
        """The same edits of a text that begins `distance` code points earlier."""
        if not distance:
            return self
        return EditScript(
            tuple(
                Edit(edit.start + distance, edit.removed, edit.inserted, edit.reason)
                for edit in self.edits
            )
        )

    @property
    def growth(self) -> int:
        """By how many code points the whole script makes a text longer."""
        return self._shifts[-1]

    def apply(self, text: str) -> str:
        """`text` with every edit made. Cost: O(n).

        Raises:
            EditMismatch: the text does not have the characters that an edit removes.
        """
        pieces: list[str] = []
        end = 0
        for edit in self.edits:
            found = text[edit.start : edit.end]
            if found != edit.removed or edit.start > len(text):
                raise EditMismatch(edit, found)
            pieces.append(text[end : edit.start])
            pieces.append(edit.inserted)
            end = edit.end
        pieces.append(text[end:])
        return "".join(pieces)

    def part_of(self, text: str, span: Span) -> str:
        """What `span` covers in the text that the script makes of `text`, without all the rest.

        A span that reaches over the end covers what there is. Cost: O(log n) and what is covered.
        """
        end = min(span.end, len(text) + self.growth)
        start = min(span.start, end)
        low, high = self.places_around(Span(start, end))
        near = self.edits[low:high]
        first, last = start - self._shifts[low], end - self._shifts[high]
        if near:
            first, last = min(first, near[0].start), max(last, near[-1].end)
        made = EditScript(near).shifted(-first).apply(text[first:last])
        skipped = start - first - self._shifts[low]
        return made[skipped : skipped + end - start]

    def inverse(self) -> EditScript:
        """The script that leads back: `s.inverse().apply(s.apply(text)) == text`."""
        return EditScript(
            tuple(
                Edit(edit.start + shift, edit.inserted, edit.removed, edit.reason)
                for edit, shift in zip(self.edits, self._shifts, strict=False)
            )
        )

    def map_span(self, span: Span) -> Span:
        """Where `span` stands after the script. Cost: O(log n).

        Edits inside the span change its length; what is inserted at its borders stays outside; an
        edit that reaches over a border pushes the border to its own far side. A span whose text is
        replaced as a whole by a larger edit becomes the empty span behind that edit.
        """
        start = self._map_start(span)
        return Span(start, max(start, self._map_end(span)))

    def _map_start(self, span: Span) -> int:
        index = bisect_right(self._starts, span.start) - 1
        if index < 0:
            return span.start
        edit = self.edits[index]
        if edit.start == span.start and edit.removed and edit.end <= span.end:
            return span.start + self._shifts[index]
        return max(span.start, edit.end) + self._shifts[index + 1]

    def _map_end(self, span: Span) -> int:
        # Only edits that begin before the end border concern it; later ones lie behind the span.
        index = bisect_left(self._starts, span.end) - 1
        if index < 0:
            return span.end
        edit = self.edits[index]
        if edit.start <= span.start or edit.end <= span.end:
            return max(span.end, edit.end) + self._shifts[index + 1]
        return edit.start + self._shifts[index]

    def touches(self, span: Span) -> bool:
        """Whether an edit changes a character of `span` or inserts inside it. Cost: O(log n)."""
        index = bisect_right(self._starts, span.start) - 1
        for edit in self.edits[max(0, index) :]:
            if edit.start >= span.end:
                return False
            if edit.end > span.start or (not edit.removed and edit.start > span.start):
                return True
        return False
