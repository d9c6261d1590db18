"""What a list of documents says of one without opening it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of one document in one state of it.

    Attributes:
        characters: the length of its text as it is now, in code points.
        findings: how many findings are shown.
        open_findings: how many of them still have to be decided.
        analysed: whether its text, as it is or as it was, was searched.
        stale: whether its text is not as it was searched.
        judged: the rules that were judged in it, each with how often its findings were accepted
            and how often rejected; sorted.
    """

    characters: int
    findings: int
    open_findings: int
    analysed: bool
    stale: bool
    judged: tuple[tuple[str, int, int], ...] = ()

    @property
    def damage(self) -> float:
        """Findings per 1,000 characters."""
        return 1000 * self.findings / self.characters if self.characters else 0.0
