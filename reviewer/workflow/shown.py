"""Which marks an editor sees: by preferences, and by how the rules did in this library so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reviewer.review.decision import Verdict
from reviewer.review.decision_column import DecisionColumn, verdict_code
from reviewer.review.finding_columns import Booleans
from reviewer.review.marks import Marks
from reviewer.review.preferences import Preferences
from reviewer.review.reviewed import ReviewedDocument
from reviewer.review.steps import DocumentId
from reviewer.review.trust import Trust, trust_from
from reviewer.store.store import Store

_SETTING = "preferences"


@dataclass(frozen=True, slots=True)
class _Known:
    """What was answered last for a document, and from what it followed."""

    marks: Marks
    trust: Trust
    preferred: Booleans
    shown: Marks


class ShownMarks:
    """The preferences of a library and what follows from them. What is hidden is not gone."""

    def __init__(self, store: Store, opened: Mapping[DocumentId, ReviewedDocument]) -> None:
        """Read the preferences of `store`.

        Args:
            store: where preferences are kept.
            opened: the documents whose decisions say how far a rule is trusted; the desk adds to
                them and tells by `forget`.
        """
        self._store = store
        self._opened = opened
        self._preferences = Preferences.from_json(store.setting(_SETTING))
        self._trusted: Trust | None = None
        self._known: dict[DocumentId, _Known] = {}
        self._counts: dict[DocumentId, tuple[DecisionColumn, Trust]] = {}
        self._closed: Mapping[DocumentId, Trust] = {}

    @property
    def preferences(self) -> Preferences:
        """What of all findings the editor wants to see."""
        return self._preferences

    def prefer(self, preferences: Preferences) -> None:
        """Save and follow other preferences."""
        self._store.set_setting(_SETTING, preferences.to_json())
        self._preferences = preferences
        self._known.clear()

    def forget(self) -> None:
        """Decisions were made or taken back: trust is counted anew when it is asked for."""
        self._trusted = None
        for gone in self._known.keys() - self._opened.keys():
            del self._known[gone]
        for gone in self._counts.keys() - self._opened.keys():
            del self._counts[gone]

    def know_closed(self, closed: Mapping[DocumentId, Trust]) -> None:
        """Count decisions in documents that are not open, too: what is shown hangs on all alike."""
        if closed != self._closed:
            self._closed = dict(closed)
            self.forget()

    def of(self, state: ReviewedDocument) -> Marks:
        """The marks of a document that are shown: those preferred, and all that are decided."""
        marks, trust = state.marks, self._trust()
        known = self._known.get(state.number)
        if known is not None and known.marks is marks and known.trust is trust:
            return known.shown
        if known is not None and known.marks.columns is marks.columns and known.trust is trust:
            preferred = known.preferred
        else:
            preferred = self._preferences.shown_of(marks.columns, trust)
        shown = marks.only(preferred | (marks.decisions.verdicts != _OPEN))
        self._known[state.number] = _Known(marks, trust, preferred, shown)
        return shown

    def _trust(self) -> Trust:
        if self._trusted is None:
            self._trusted = Trust()
            for state in list(self._opened.values()):
                self._trusted.add(self._counted(state.number, state.marks))
            for number in self._closed.keys() - self._opened.keys():
                self._trusted.add(self._closed[number])
        return self._trusted

    def _counted(self, number: DocumentId, marks: Marks) -> Trust:
        """What one document adds to the trust, counted anew only where decisions changed."""
        known = self._counts.get(number)
        if known is None or known[0] is not marks.decisions:
            known = self._counts[number] = marks.decisions, trust_from(marks)
        return known[1]


_OPEN = verdict_code(Verdict.OPEN)
