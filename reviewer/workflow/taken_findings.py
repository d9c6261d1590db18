"""What searches found, shown at once and kept in the store when there is time for it.

Findings follow from a text, so they may be lost and found again; but what was decided about one
must find it again after a restart. So they are kept at the latest before a decision about them is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from reviewer.garble.detect import DETECTOR_VERSION
from reviewer.garble.finding import Finding
from reviewer.review.analysis import Analysis
from reviewer.review.renewal import is_undecided, new_analysis, standing_analysis
from reviewer.review.reviewed import ReviewedDocument
from reviewer.review.steps import DocumentId
from reviewer.store.analyses import AnalysisWriter
from reviewer.store.store import Store
from reviewer.text.span import Span

MOST_KEPT = 8
"""Analyses of edited states that are kept for one document, beside that of its source."""


class TakenFindings:
    """The findings of the open documents, and which of them the store does not have yet."""

    def __init__(self, store: Store, end_typing: Callable[[], None]) -> None:
        """Keep findings in `store`.

        Args:
            store: the open store.
            end_typing: makes what is typed next a step of its own; otherwise the step after which
                an analysis was made could go on and change the text under it.
        """
        self._store = store
        self._end_typing = end_typing
        self._waiting: dict[DocumentId, ReviewedDocument] = {}
        self._writer: AnalysisWriter | None = None
        self._written: ReviewedDocument | None = None

    def take(
        self,
        state: ReviewedDocument,
        text: str,
        findings: Sequence[Finding],
        anchors: Sequence[str] = (),
    ) -> bool:
        """Show what a search of `text` found, unless the text has changed since.

        `anchors` are the names of the findings, where they were made already; they count where no
        more than a first look was taken at the document and nothing in it is decided.
        """
        if state.text != text:
            return False
        looked_through = state.analysis is not None and not state.analysis.partial
        if anchors and not looked_through and is_undecided(state.marks):
            found = Analysis(state.last_text_step, text, tuple(findings), tuple(anchors))
        else:
            found = new_analysis(state, findings)
        self._show(state, found)
        return True

    def take_stretch(
        self, state: ReviewedDocument, text: str, stretch: Span, findings: Sequence[Finding]
    ) -> bool:
        """Show what was found in a part of `text`, unless that has changed since."""
        if state.text != text:
            return False
        self._show(state, new_analysis(state, findings, stretch))
        return True

    def _show(self, state: ReviewedDocument, analysis: Analysis) -> None:
        state.show_analysis(analysis)
        self._drop_writer(state.number)
        self._waiting[state.number] = state

    @property
    def waiting(self) -> bool:
        """Whether something found is not in the store yet."""
        return bool(self._waiting)

    def write_some(self) -> None:
        """Write a piece of what waits: a few milliseconds of work."""
        if self._writer is None:
            self._begin()
        writer, state = self._writer, self._written
        if writer is not None and state is not None and writer.write():
            self._end(state)

    def _begin(self) -> None:
        state = next(iter(self._waiting.values()), None)
        if state is None:
            return
        analysis = standing_analysis(state)
        self._writer = self._store.analysis_writer(state.number, analysis, DETECTOR_VERSION)
        self._written = state
        self._end_typing()
        state.add_analysis(analysis)

    def _end(self, state: ReviewedDocument) -> None:
        self._writer = self._written = None
        self._waiting.pop(state.number, None)
        self._store.keep_newest_analyses(state.number, MOST_KEPT)

    def keep(self, documents: Iterable[DocumentId]) -> None:
        """Write all that waits of these documents, now."""
        for number in documents:
            state = self._waiting.get(number)
            if state is None:
                continue
            if self._written is not state:
                self._drop_writer(None)
                self._waiting = {number: state, **self._waiting}
            while number in self._waiting:
                self.write_some()

    def keep_all(self) -> None:
        """Write all that waits, now."""
        self.keep(tuple(self._waiting))

    def _drop_writer(self, number: DocumentId | None) -> None:
        """Give up a writing that has only begun; what it wrote does not count."""
        if self._written is not None and number in (None, self._written.number):
            self._writer = self._written = None
