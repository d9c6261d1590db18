"""Which findings the list shows: by their words, kind, state and confidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from reviewer.garble.finding import Kind
from reviewer.text.wording import Language

if TYPE_CHECKING:
    # Marks bring numpy with them, which start-up does without.
    from reviewer.review.marks import Mark


class StateChoice(Enum):
    """Which states are shown. The values are remembered by the window."""

    OPEN = "open"
    """Still to be decided, put off or not."""
    ALL = "all"
    DECIDED = "decided"
    LATER = "later"
    """Only what was put off."""


@dataclass(frozen=True, slots=True)
class FindingsFilter:
    """What a finding must have to be shown.

    Attributes:
        words: what its text, repair, kind, reason or rule must contain; letter case does not count.
        kind: its kind, or None for any.
        state: the states that are shown.
        minimum: the least confidence, from 0 to 1.
    """

    words: str = ""
    kind: Kind | None = None
    state: StateChoice = StateChoice.OPEN
    minimum: float = 0.0

    def as_dict(self) -> dict[str, object]:
        """The filter as plain values, for the settings."""
        return {
            "words": self.words,
            "kind": None if self.kind is None else self.kind.value,
            "state": self.state.value,
            "minimum": self.minimum,
        }

    @classmethod
    def from_dict(cls, values: Mapping[str, object]) -> FindingsFilter:
        """The filter of remembered values; what is unknown or damaged counts as not said."""
        default = cls()
        words, minimum = values.get("words"), values.get("minimum")
        kinds = {kind.value: kind for kind in Kind}
        states = {state.value: state for state in StateChoice}
        return cls(
            words=words if isinstance(words, str) else default.words,
            kind=kinds.get(str(values.get("kind"))),
            state=states.get(str(values.get("state")), default.state),
            minimum=float(minimum) if isinstance(minimum, int | float) else default.minimum,
        )


def search_text(mark: Mark, language: Language) -> str:
    """All that the words of a filter are looked for in."""
    finding = mark.finding
    parts = (
        finding.text,
        finding.replacement or "",
        mark.decision.replacement or "",
        finding.kind.label.text(language),
        finding.reason.text(language),
        finding.rule,
    )
    return "\n".join(parts).casefold()
