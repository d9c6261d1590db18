"""The findings of one analysis as columns, so that questions about all of them need no loop."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reviewer.garble.finding import Finding, Kind

KINDS = tuple(Kind)
"""The kinds in the order of their codes."""

_CODE_OF_KIND = {kind: code for code, kind in enumerate(KINDS)}

Booleans = NDArray[np.bool_]
Numbers = NDArray[np.int64]


def kind_code(kind: Kind) -> int:
    """The code of a kind: its place in `KINDS`."""
    return _CODE_OF_KIND[kind]


class FindingColumns:
    """Findings and what is asked of all of them; each column is made when it is asked for first.

    Attributes:
        findings: sorted by start.
        anchors: one for each finding.
    """

    def __init__(self, findings: Sequence[Finding], anchors: Sequence[str]) -> None:
        """Keep `findings` and `anchors`, which are never changed. Cost: none until asked."""
        self.findings = findings
        self.anchors = anchors

    def __len__(self) -> int:
        return len(self.findings)

    @cached_property
    def starts(self) -> Numbers:
        """Where each begins, in code points of the text that was searched."""
        return whole_numbers(finding.span.start for finding in self.findings)

    @cached_property
    def ends(self) -> Numbers:
        """Where each ends."""
        return whole_numbers(finding.span.end for finding in self.findings)

    @cached_property
    def kinds(self) -> Numbers:
        """The code of each kind."""
        return whole_numbers(_CODE_OF_KIND[finding.kind] for finding in self.findings)

    @cached_property
    def confidences(self) -> NDArray[np.float64]:
        """How sure each one's rule is."""
        return np.fromiter((finding.confidence for finding in self.findings), np.float64)

    @cached_property
    def safe(self) -> Booleans:
        """Whether each may be accepted unseen."""
        return self._facts(lambda finding: finding.safe)

    @cached_property
    def rules(self) -> tuple[str, ...]:
        """The names of the rules that found something, each once."""
        return tuple(dict.fromkeys(finding.rule for finding in self.findings))

    @cached_property
    def rule_places(self) -> Numbers:
        """For each finding the place of its rule in `rules`."""
        places = {rule: place for place, rule in enumerate(self.rules)}
        return whole_numbers(places[finding.rule] for finding in self.findings)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of the finding with each anchor."""
        return {anchor: number for number, anchor in enumerate(self.anchors)}

    def _facts(self, fact: Callable[[Finding], Any]) -> Booleans:
        return np.fromiter((fact(finding) for finding in self.findings), np.bool_)


def whole_numbers(values: Iterable[int]) -> Numbers:
    """A column of numbers."""
    return np.fromiter(values, np.int64)
