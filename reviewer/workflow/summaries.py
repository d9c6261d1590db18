"""The figures of a library's documents, from what is kept of them as far as that is still true."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256

from reviewer.garble.detect import DETECTOR_VERSION
from reviewer.review.marks import Mark, as_marks
from reviewer.review.preferences import Preferences
from reviewer.review.reviewed import ReviewedDocument
from reviewer.review.steps import DocumentId
from reviewer.review.summary import Summary
from reviewer.review.trust import Trust, trust_from
from reviewer.store.documents import StoredDocument
from reviewer.store.summaries import SummaryState
from reviewer.workflow.desk import ReviewDesk


class Summaries:
    """Figures of documents: read together, made one by one, kept when there is time.

    How far rules are trusted moves with every rejection anywhere and is no part of a state: figures
    that were kept are as of the trust of their moment until their document is worked on again. What
    was judged in documents that are closed is among the figures, and the desk is told.
    """

    def __init__(self, desk: ReviewDesk) -> None:
        """Tell of the documents of `desk`."""
        self._desk = desk
        self._unkept: dict[DocumentId, tuple[SummaryState, Summary]] = {}
        self._judged: dict[DocumentId, Trust] = {}

    def kept(self) -> Mapping[DocumentId, Summary]:
        """The figures that are still true. No document is opened."""
        kept = self._desk.catalogue.summaries(shown_by(self._desk.preferences))
        judged = {number: _trust(summary) for number, summary in kept.items() if summary.judged}
        present = self._desk.catalogue.numbers()
        still = {number: trust for number, trust in self._judged.items() if number in present}
        self._judged = still | judged
        self._desk.know_closed(self._judged)
        return kept

    def known(self, documents: Sequence[StoredDocument]) -> Mapping[DocumentId, Summary]:
        """The figures of those of `documents` that need not be opened for them.

        They are kept, or nothing was found in the document nor done to it yet.
        """
        found = dict(self.kept())
        analysed = {number for number, _ in self._desk.catalogue.analysed_states()}
        for row in documents:
            if row.id not in analysed and row.worked_at is None:
                found[row.id] = Summary(row.characters, 0, 0, analysed=False, stale=True)
        return found

    def make(self, document: DocumentId) -> Summary:
        """The figures of one document as it is now. It is opened and, if it was not, closed again.

        Raises:
            UnknownDocument: there is none with this number.
            TextDamaged: its text is not what was saved.
        """
        desk = self._desk
        was_open = desk.is_opened(document)
        state = desk.catalogue.state(document, shown_by(desk.preferences))
        summary = summary_of(desk.reviewed(document), desk.marks(document))
        if not was_open:
            # Not all of an archive goes into memory.
            desk.put_away([document])
        self._unkept[document] = (state, summary)
        self._judged[document] = _trust(summary)
        desk.know_closed(self._judged)
        return summary

    def keep(self) -> None:
        """Save the figures that were made since the last time, in one transaction.

        While something found is not in the store yet, figures wait: they would be of findings that
        a restart does not know. Figures of a document that was worked on since are let go.
        """
        if self._desk.found.waiting:
            return
        unkept, self._unkept = self._unkept, {}
        view = shown_by(self._desk.preferences)
        rows: dict[DocumentId, tuple[SummaryState, Summary]] = {}
        for number, (made, summary) in unkept.items():
            state = self._desk.catalogue.state(number, view)
            if (state.last_event, state.shown_by) == (made.last_event, made.shown_by):
                rows[number] = (state, summary)
        self._desk.catalogue.keep_summaries(rows)


def summary_of(state: ReviewedDocument, marks: Sequence[Mark]) -> Summary:
    """The figures of an open document of which `marks` are shown. Cost: O(n) in the marks."""
    return Summary(
        characters=len(state.text),
        findings=len(marks),
        open_findings=as_marks(marks).open_count,
        analysed=state.analysed_text is not None,
        stale=state.stale,
        judged=_judged(trust_from(state.marks)),
    )


def _judged(trust: Trust) -> tuple[tuple[str, int, int], ...]:
    rules = sorted(trust.accepted.keys() | trust.rejected.keys())
    return tuple((rule, trust.accepted[rule], trust.rejected[rule]) for rule in rules)


def _trust(summary: Summary) -> Trust:
    trust = Trust()
    for rule, accepted, rejected in summary.judged:
        trust.accepted[rule] += accepted
        trust.rejected[rule] += rejected
    return trust


def all_summaries(desk: ReviewDesk) -> dict[DocumentId, Summary]:
    """The figures of every document of a library; those that had to be made are saved."""
    summaries, documents = Summaries(desk), desk.documents()
    found = dict(summaries.known(documents))
    for row in documents:
        if row.id not in found:
            found[row.id] = summaries.make(row.id)
    summaries.keep()
    return found


def shown_by(preferences: Preferences) -> str:
    """What decides which findings are shown, as a hash: preferences and rules."""
    facts = json.dumps([DETECTOR_VERSION, preferences.to_json()], ensure_ascii=True)
    return sha256(facts.encode("ascii")).hexdigest()
