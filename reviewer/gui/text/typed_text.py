"""A long text that is typed into: a key costs what was typed, not a copy of the whole.

Python's strings do not change, so that a letter typed into a million means another million. What
is typed is kept apart, at its one place, until somebody asks for the whole or types elsewhere.
"""

from __future__ import annotations


class TypedText:
    """A text with a gap at the place of the last edits."""

    __slots__ = ("_base", "_first", "_last", "_typed")

    def __init__(self, text: str) -> None:
        self._base = text
        # `_typed` stands in place of these characters of `_base`.
        self._first = self._last = 0
        self._typed = ""

    def __len__(self) -> int:
        return len(self._base) - (self._last - self._first) + len(self._typed)

    def whole(self) -> str:
        """All of it. Cost: O(n) once after edits, nothing when asked again."""
        if self._typed or self._first < self._last:
            base = self._base
            self._base = "".join((base[: self._first], self._typed, base[self._last :]))
            self._first = self._last = 0
            self._typed = ""
        return self._base

    def part(self, start: int, end: int) -> str:
        """The characters `[start, end)`; borders outside of the text are brought into it.

        Cost: O(end - start).
        """
        start, end = max(0, start), min(end, len(self))
        if start >= end:
            return ""
        first, behind = self._first, self._first + len(self._typed)
        shift = self._last - behind
        return "".join(
            (
                self._base[start : min(end, first)],
                self._typed[max(0, start - first) : max(0, end - first)],
                self._base[max(start, behind) + shift : end + shift] if end > behind else "",
            )
        )

    def replace(self, start: int, end: int, inserted: str) -> None:
        """Put `inserted` in place of `[start, end)`.

        Cost: O(what was typed at this place before), and O(n) for the first edit at another one.
        """
        behind = self._first + len(self._typed)
        if end < self._first or start > behind:
            self.whole()
            self._first = self._last = behind = start
        kept = self._typed[: max(0, start - self._first)]
        rest = self._typed[max(0, end - self._first) :] if end < behind else ""
        self._last += max(0, end - behind)
        self._first = min(self._first, start)
        self._typed = "".join((kept, inserted, rest))
