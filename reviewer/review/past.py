"""How a document stood before its last steps, so that they are taken back without a replay."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field

from reviewer.review.analysis import Analysis
from reviewer.review.annotation import Annotation
from reviewer.review.decision import Decision
from reviewer.review.edits import EditScript

KEPT_STEPS = 100
"""So many of the last steps are taken back at once; what lies before them is replayed."""


@dataclass(slots=True)
class State:
    """What a step may change, as it was before. The values in it are shared, not copied.

    Attributes:
        typed: the editor's own edits since the source.
        since: those since the analysis.
        analysis: the analysis that was shown.
        last_text_step: the number of the last step that changed the text, or 0.
        notes: the notes by their names.
        decisions: for each anchor that the step decides what was decided before.
    """

    typed: EditScript
    since: EditScript
    analysis: Analysis | None
    last_text_step: int
    notes: dict[str, Annotation]
    decisions: dict[str, Decision] = field(default_factory=dict[str, Decision])


class Past:
    """The states before the last steps, the latest step on top."""

    def __init__(self) -> None:
        self._states: deque[tuple[int, State]] = deque(maxlen=KEPT_STEPS)

    def push(self, step: int, state: State) -> None:
        """Keep how it stood before a step; a step that goes on keeps what it began with."""
        if not self._states or self._states[-1][0] != step:
            self._states.append((step, state))

    def keep_decisions(self, before: Mapping[str, Decision]) -> None:
        """Add to the state on top what was decided before; what it knows already is older."""
        kept = self._states[-1][1].decisions
        for anchor, decision in before.items():
            kept.setdefault(anchor, decision)

    def add_analysis(self, analysis: Analysis) -> None:
        """Show an analysis in every state that has the text which was searched."""
        for _, state in self._states:
            if state.last_text_step == analysis.after_step:
                state.analysis, state.since = analysis, EditScript()

    def pop(self, step: int) -> State | None:
        """How it stood before `step`, or None where that is not known."""
        if not self._states or self._states[-1][0] != step:
            return None
        return self._states.pop()[1]
