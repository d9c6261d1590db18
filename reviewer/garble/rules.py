"""Rules as data: reads the files in resources/rules, each rule with its cases and counter-cases.

A rule is a regular expression over the folded text (Simplified, half width), so one line serves
both scripts and both widths. Every rule carries texts that it must find and texts that it must
leave alone; the tests hold it to them.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, cast

from reviewer.garble.finding import Kind
from reviewer.text.errors import ReviewerError
from reviewer.text.resources import resource
from reviewer.text.wording import Wording


class RuleError(ReviewerError):
    """A rule file says something that cannot be meant."""

    def __init__(self, file: str, rule: str, problem: str) -> None:
        super().__init__(f"{file}: rule {rule}: {problem}")
        self.file = file
        self.rule = rule


@dataclass(frozen=True, eq=False)
class Rule:
    """One pattern rule. Two rules are equal if they are the same one.

    Attributes:
        id: its name, with that of its file: `masks/masked-year`.
        kind: what it finds.
        source: what it matches in the folded text; a group called `mark` is the span, else all.
        replacement: a template for `Match.expand`, or None where no repair is known.
        confidence: how sure it is, from 0 to 1.
        safe: whether its repair may be accepted unseen.
        reason: one sentence for people.
        needs: words of which a line must hold one, so that the pattern is tried on few lines.
        cases: pairs of a text and what the rule must find in it.
        counter_cases: texts in which it must find nothing.
    """

    id: str
    kind: Kind
    source: str
    replacement: str | None
    confidence: float
    safe: bool
    reason: Wording
    needs: tuple[str, ...]
    cases: tuple[tuple[str, str], ...]
    counter_cases: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """`source` compiled, which is done when a text first holds a word that the rule needs.

        Raises:
            RuleError: it is no pattern.
        """
        try:
            return re.compile(self.source, re.MULTILINE)
        except re.error as problem:
            file, _, name = self.id.partition("/")
            raise RuleError(f"{file}.toml", name, str(problem)) from problem

    @cached_property
    def group(self) -> str | int:
        """The group of the pattern that is the span of a finding."""
        return "mark" if "mark" in self.pattern.groupindex else 0


def _rule(file: str, row: dict[str, Any]) -> Rule:
    name = str(row.get("id", "?"))
    try:
        confidence = float(row["confidence"])
        if not 0 <= confidence <= 1:
            raise RuleError(file, name, f"confidence {confidence} is not between 0 and 1")
        if not row["cases"] or not row["counter_cases"]:
            raise RuleError(file, name, "no case or no counter-case")
        return Rule(
            id=f"{file.removesuffix('.toml')}/{name}",
            kind=Kind(row["kind"]),
            source=row["pattern"],
            replacement=row.get("replacement"),
            confidence=confidence,
            safe=bool(row.get("safe", False)),
            reason=wording_of(row["reason"]),
            needs=tuple(row["needs"]),
            cases=tuple((text, found) for text, found in row["cases"]),
            counter_cases=tuple(row["counter_cases"]),
        )
    except (KeyError, ValueError) as problem:
        raise RuleError(file, name, str(problem)) from problem


def wording_of(row: dict[str, str]) -> Wording:
    """A sentence as rule files write it: `{ zh = "…", en = "…" }`."""
    return Wording(row["zh"], row["en"])


def read_table(file: str) -> dict[str, Any]:
    """The content of one file of resources/rules, such as `masks.toml`.

    Raises:
        ResourceMissing: there is no such file.
    """
    with resource("rules", file).open("rb") as stream:
        return tomllib.load(stream)


@cache
def load_rules(file: str) -> tuple[Rule, ...]:
    """The pattern rules of one file, in the order of the file.

    Raises:
        RuleError: a rule is incomplete.
    """
    rows = cast("list[dict[str, Any]]", read_table(file)["rule"])
    return tuple(_rule(file, row) for row in rows)
