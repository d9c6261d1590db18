"""The mark that the name of a rule carries where copies had a say in its finding."""

from __future__ import annotations

WITNESSED = "+copies"


def rule_alone(rule: str) -> str:
    """The rule that found something, whether or not copies spoke on it."""
    return rule.removesuffix(WITNESSED)
