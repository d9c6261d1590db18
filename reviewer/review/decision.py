"""What an editor decided about a finding, and the anchor by which a decision finds it again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from hashlib import blake2b

from reviewer.garble.finding import Finding

CONTEXT_LENGTH = 16
"""Code points of context on either side that tell two equal findings apart."""


class Verdict(Enum):
    """What was decided. The values are kept in the store."""

    OPEN = "open"
    """Nothing yet, or an earlier verdict was taken back."""
    ACCEPTED = "accept"
    """Make the finding's own replacement."""
    EDITED = "edit"
    """Make another replacement, given by the editor."""
    REJECTED = "reject"
    """The text is right as it is."""
    LATER = "later"
    """Looked at and put off."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict with the text that it puts in place of the finding.

    Attributes:
        verdict: what was decided.
        replacement: the new text for `ACCEPTED` and `EDITED`, None for every other verdict.
    """

    verdict: Verdict
    replacement: str | None = None

    def __post_init__(self) -> None:
        replaces = self.verdict in (Verdict.ACCEPTED, Verdict.EDITED)
        if replaces != (self.replacement is not None):
            raise ValueError(f"{self.verdict} with replacement {self.replacement!r}")

    @property
    def settled(self) -> bool:
        """Whether the finding needs no further look."""
        return self.verdict not in (Verdict.OPEN, Verdict.LATER)


UNDECIDED = Decision(Verdict.OPEN)


def accept(finding: Finding) -> Decision:
    """The decision to make the finding's own replacement.

    Raises:
        ValueError: the finding has none.
    """
    return Decision(Verdict.ACCEPTED, finding.replacement)


def anchors_of(
    text: str, findings: Sequence[Finding], known: Mapping[int, str] | None = None
) -> list[str]:
    """For each finding of `text` a name that outlives a new analysis, 32 hexadecimal digits.

    It is made of the kind, the marked characters, their context and, where all of that occurs more
    than once (copied passages), which of the equal ones it is. Offsets do not enter, so a decision
    holds when the text before it changes. Cost: O(n).

    Args:
        text: the text.
        findings: its findings, each with a span of its own or a kind of its own.
        known: names that findings, by their place in the list, have from an earlier analysis.
    """
    names = known or {}
    taken = set(names.values())
    seen: Counter[str] = Counter()
    anchors: list[str] = []
    for place, finding in enumerate(findings):
        anchor = names.get(place)
        if anchor is None:
            described = _described(text, finding)
            while anchor is None or anchor in taken:
                anchor = _digest(f"{described}\0{seen[described]}")
                seen[described] += 1
        anchors.append(anchor)
    return anchors


def _described(text: str, finding: Finding) -> str:
    span = finding.span
    before = text[max(0, span.start - CONTEXT_LENGTH) : span.start]
    after = text[span.end : span.end + CONTEXT_LENGTH]
    return "\0".join((finding.kind.value, finding.text, before, after))


def _digest(name: str) -> str:
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
