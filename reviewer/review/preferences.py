"""What an editor wants to see: suggestions, kinds and rules that are off, never-again words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, cast

import numpy as np

from reviewer.garble.finding import SUGGESTION_BELOW, Finding, Kind
from reviewer.repeats.witnessed import rule_alone
from reviewer.review.finding_columns import Booleans, FindingColumns, kind_code
from reviewer.review.trust import Trust

NeverAgain = tuple[Kind, str]
"""A text that is no damage of this kind, wherever it stands."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """What of all that was found is shown. Nothing is deleted: what is off can come back.

    Attributes:
        suggestions: whether findings that are only possible are shown too.
        kinds_off: kinds that are not shown.
        rules_off: names of rules whose findings are not shown, whether or not copies spoke on them.
        never_again: texts that are not shown as damage of a kind.
    """

    suggestions: bool = False
    kinds_off: frozenset[Kind] = field(default_factory=frozenset[Kind])
    rules_off: frozenset[str] = field(default_factory=frozenset[str])
    never_again: frozenset[NeverAgain] = field(default_factory=frozenset[NeverAgain])

    def __post_init__(self) -> None:
        object.__setattr__(self, "rules_off", frozenset(map(rule_alone, self.rules_off)))

    def shows(self, finding: Finding, trust: Trust) -> bool:
        """Whether `finding` is shown, given how this library's editor judged its rule so far."""
        if (
            finding.kind in self.kinds_off
            or rule_alone(finding.rule) in self.rules_off
            or (finding.kind, finding.text) in self.never_again
        ):
            return False
        return self.suggestions or finding.confidence * trust.of(finding.rule) >= SUGGESTION_BELOW

    def shown_of(self, columns: FindingColumns, trust: Trust) -> Booleans:
        """For each finding whether `shows` shows it. Cost: O(n), vectorised."""
        shown = np.ones(len(columns), np.bool_)
        if not self.suggestions:
            factors = np.array([trust.of(rule) for rule in columns.rules] or [1.0])
            shown = columns.confidences * factors[columns.rule_places] >= SUGGESTION_BELOW
        if self.rules_off:
            off = [rule_alone(rule) in self.rules_off for rule in columns.rules] or [False]
            shown &= ~np.array(off)[columns.rule_places]
        if self.kinds_off:
            shown &= ~np.isin(columns.kinds, [kind_code(kind) for kind in self.kinds_off])
        doubtful = np.isin(columns.kinds, [kind_code(kind) for kind, _ in self.never_again])
        for number in np.flatnonzero(shown & doubtful).tolist():
            finding = columns.findings[number]
            shown[number] = (finding.kind, finding.text) not in self.never_again
        return shown

    def without(self, finding: Finding) -> Preferences:
        """The same, but this finding's text is never again shown as damage of its kind."""
        return replace(self, never_again=self.never_again | {(finding.kind, finding.text)})

    def to_json(self) -> dict[str, Any]:
        """The preferences as plain values, for the store."""
        return {
            "suggestions": self.suggestions,
            "kinds_off": sorted(kind.value for kind in self.kinds_off),
            "rules_off": sorted(self.rules_off),
            "never_again": sorted([kind.value, text] for kind, text in self.never_again),
        }

    @classmethod
    def from_json(cls, value: object) -> Preferences:
        """The preferences that `to_json` gave; what is missing or unknown is as at first."""
        if not isinstance(value, dict):
            return cls()
        row = cast("dict[str, Any]", value)
        known = {kind.value: kind for kind in Kind}
        return cls(
            suggestions=row.get("suggestions") is True,
            kinds_off=frozenset(known[name] for name in row.get("kinds_off", ()) if name in known),
            rules_off=frozenset(str(name) for name in row.get("rules_off", ())),
            never_again=frozenset(
                (known[name], str(text))
                for name, text in row.get("never_again", ())
                if name in known
            ),
        )
