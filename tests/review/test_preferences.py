"""What is shown of all that was found, and how rejections make a rule sink."""

from __future__ import annotations

from collections import Counter

import pytest

from reviewer.garble.finding import Finding, Kind
from reviewer.review.preferences import Preferences
from reviewer.review.trust import Trust
from reviewer.text.span import Span
from reviewer.text.wording import Wording

NO_TRUST_YET = Trust()


def finding(confidence: float = 0.9, kind: Kind = Kind.MASKED_TEXT, text: str = "XX") -> Finding:
    span = Span(0, len(text))
    return Finding(kind, span, text, None, confidence, False, Wording("", ""), rule="masks/letters")


def test_suggestions_are_shown_where_they_are_asked_for() -> None:
    assert not Preferences().shows(finding(0.3), NO_TRUST_YET)
    assert Preferences(suggestions=True).shows(finding(0.3), NO_TRUST_YET)
    assert Preferences().shows(finding(0.5), NO_TRUST_YET)


@pytest.mark.parametrize(
    "preferences",
    [
        Preferences(kinds_off=frozenset({Kind.MASKED_TEXT})),
        Preferences(rules_off=frozenset({"masks/letters"})),
        Preferences(never_again=frozenset({(Kind.MASKED_TEXT, "XX")})),
        Preferences().without(finding()),
    ],
)
def test_what_is_off_is_not_shown(preferences: Preferences) -> None:
    assert not preferences.shows(finding(), NO_TRUST_YET)


def test_a_word_is_never_again_damage_of_its_own_kind_alone() -> None:
    preferences = Preferences().without(finding())
    assert preferences.shows(finding(kind=Kind.OVER_MASKING), NO_TRUST_YET)
    assert preferences.shows(finding(text="XXX"), NO_TRUST_YET)


def test_rejections_make_a_rule_sink_until_its_findings_are_suggestions() -> None:
    few = Trust(rejected=Counter({"masks/letters": 1}))
    many = Trust(rejected=Counter({"masks/letters": 9}))
    assert Preferences().shows(finding(0.9), few)
    assert not Preferences().shows(finding(0.9), many)
    assert Preferences(suggestions=True).shows(finding(0.9), many)


def test_acceptances_hold_a_rule_up() -> None:
    mixed = Trust(Counter({"masks/letters": 90}), Counter({"masks/letters": 9}))
    assert Preferences().shows(finding(0.9), mixed)


def test_preferences_survive_the_store() -> None:
    preferences = Preferences(
        suggestions=True,
        kinds_off=frozenset({Kind.QUOTE_STYLE}),
        rules_off=frozenset({"masks/letters"}),
        never_again=frozenset({(Kind.MASKED_TEXT, "7+X"), (Kind.WRONG_WORD, "品味")}),
    )
    assert Preferences.from_json(preferences.to_json()) == preferences


@pytest.mark.parametrize("value", [None, [], "x", {"kinds_off": ["gone"]}, {"suggestions": 1}])
def test_damaged_preferences_are_as_at_first(value: object) -> None:
    assert Preferences.from_json(value) == Preferences()
