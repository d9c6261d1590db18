"""From decisions to the cleaned text: every change is an edit with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from reviewer.garble.finding import Finding
from reviewer.review.composition import compose
from reviewer.review.decision import UNDECIDED, Decision, Verdict, accept
from reviewer.review.edits import Edit, EditScript
from reviewer.text.wording import Language, Wording

CONFIDENT = 0.9
"""From this confidence on a repair counts as confident."""

_EDITED = Wording("编辑另行改定", "the editor gave another text")


@dataclass(frozen=True, slots=True)
class CleanedText:
    """A cleaned text with its ledger.

    Attributes:
        text: the cleaned text.
        ledger: the script that leads from the source to it; `ledger.inverse()` leads back.
    """

    text: str
    ledger: EditScript


class AcceptLevel(Enum):
    """Which repairs are accepted where nobody looks. The values are the command line's."""

    SAFE = "safe"
    CONFIDENT = "confident"
    ALL = "all"

    def decide(self, finding: Finding) -> Decision:
        """The decision at this level."""
        accepted = finding.repairable and (
            finding.safe
            or self is AcceptLevel.ALL
            or (self is AcceptLevel.CONFIDENT and finding.confidence >= CONFIDENT)
        )
        return accept(finding) if accepted else UNDECIDED


def replacement_edits(
    findings: Iterable[Finding], decide: Callable[[Finding], Decision], language: Language
) -> list[Edit]:
    """The edits that the decisions ask for, sorted by start, with their reasons in `language`.

    Where two of them overlap the one of the longer span is made, for it was found knowing more of
    the text, and the other is left out: its characters are no longer there.
    """
    asked: list[Edit] = []
    for finding in findings:
        decision = decide(finding)
        if decision.replacement is None or decision.replacement == finding.text:
            continue
        said = _EDITED if decision.verdict is Verdict.EDITED else finding.reason
        reason = f"{finding.kind.label.text(language)}: {said.text(language)}"
        asked.append(Edit(finding.span.start, finding.text, decision.replacement, reason))
    return outermost(asked)


def outermost(asked: Iterable[Edit]) -> list[Edit]:
    """The edits without those that overlap a longer one, sorted by start. Cost: O(n log n)."""
    edits: list[Edit] = []
    for edit in sorted(asked, key=lambda edit: (edit.start, -len(edit.removed))):
        if edits and edit.start < edits[-1].end:
            if len(edit.removed) > len(edits[-1].removed):
                edits[-1] = edit
        else:
            edits.append(edit)
    return edits


def cleaned_text(source: str, typed: EditScript, replacements: Iterable[Edit]) -> CleanedText:
    """The text after typing and after the replacements made upon it.

    Args:
        source: the text of record.
        typed: the editor's own edits of `source`.
        replacements: sorted edits of the text that `typed` makes.

    Raises:
        EditMismatch: the scripts do not belong to the text.
    """
    ledger = compose(typed, EditScript(tuple(replacements)))
    return CleanedText(ledger.apply(source), ledger)
