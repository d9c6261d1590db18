"""Which marks an editor sees: by preferences, and by how the rules did in this library so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reviewer.review.decision import Verdict
from reviewer.review.marks import Mark
from reviewer.review.preferences import Preferences
from reviewer.review.reviewed import ReviewedDocument
from reviewer.review.steps import DocumentId
from reviewer.review.trust import Trust, trust_from
from reviewer.store.store import Store

_SETTING = "preferences"


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
        self._closed: Mapping[DocumentId, Trust] = {}

    @property
    def preferences(self) -> Preferences:
        """What of all findings the editor wants to see."""
        return self._preferences

    def prefer(self, preferences: Preferences) -> None:
        """Save and follow other preferences."""
        self._store.set_setting(_SETTING, preferences.to_json())
        self._preferences = preferences

    def forget(self) -> None:
        """Decisions were made or taken back: trust is counted anew when it is asked for."""
        self._trusted = None

    def know_closed(self, closed: Mapping[DocumentId, Trust]) -> None:
        """Count decisions in documents that are not open, too: what is shown hangs on all alike."""
        if closed != self._closed:
            self._closed = dict(closed)
            self.forget()

    def of(self, state: ReviewedDocument) -> Sequence[Mark]:
        """The marks of a document that are shown: those preferred, and all that are decided."""
        trust = self._trust()
        return [
            mark
            for mark in state.marks
            if mark.decision.verdict is not Verdict.OPEN
            or self._preferences.shows(mark.finding, trust)
        ]

    def _trust(self) -> Trust:
        if self._trusted is None:
            marks = (mark for state in self._opened.values() for mark in state.marks)
            self._trusted = trust_from(marks)
            for number in self._closed.keys() - self._opened.keys():
                self._trusted.add(self._closed[number])
        return self._trusted
