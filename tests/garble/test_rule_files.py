"""Every rule finds its cases and leaves its counter-cases alone."""

from __future__ import annotations

import pytest

from reviewer.garble.boilerplate import FILE, LineRule, line_rules
from reviewer.garble.pattern_rules import matches
from reviewer.garble.rules import Rule, load_rules
from reviewer.garble.searched import SearchedText
from reviewer.text.folding import folded_text

RULES = [rule for file in ("decimal_point.toml", "masks.toml", FILE) for rule in load_rules(file)]
CASES = [(rule, text, found) for rule in RULES for text, found in rule.cases]
COUNTER_CASES = [(rule, text) for rule in RULES for text in rule.counter_cases]
LINES = [(rule, line) for rule in line_rules() for line in rule.cases]
OTHER_LINES = [(rule, line) for rule in line_rules() for line in rule.counter_cases]


def found_by(rule: Rule, text: str) -> list[str]:
    return [span.of(text) for span, _ in matches(SearchedText(text), rule)]


@pytest.mark.parametrize(
    ("rule", "text", "found"), CASES, ids=lambda value: getattr(value, "id", "")
)
def test_a_rule_finds_its_case(rule: Rule, text: str, found: str) -> None:
    assert found_by(rule, text) == [found]


@pytest.mark.parametrize(
    ("rule", "text"), COUNTER_CASES, ids=lambda value: getattr(value, "id", "")
)
def test_a_rule_leaves_its_counter_case_alone(rule: Rule, text: str) -> None:
    assert found_by(rule, text) == []


@pytest.mark.parametrize(("rule", "line"), LINES, ids=lambda value: getattr(value, "id", ""))
def test_a_line_rule_knows_its_line(rule: LineRule, line: str) -> None:
    assert rule.pattern.fullmatch(folded_text(line))


@pytest.mark.parametrize(("rule", "line"), OTHER_LINES, ids=lambda value: getattr(value, "id", ""))
def test_a_line_rule_leaves_speech_alone(rule: LineRule, line: str) -> None:
    assert not rule.pattern.fullmatch(folded_text(line))


def test_names_of_rules_are_unique() -> None:
    names = [rule.id for rule in RULES] + [rule.id for rule in line_rules()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_that_needs_a_word_never_matches_without_it(rule: Rule) -> None:
    if rule.needs:
        for text, _ in rule.cases:
            assert any(word in folded_text(text) for word in rule.needs)
