"""What searches found, as a store keeps it: analyses, repeats and the library index.

All of it follows from the texts and may be thrown away and made again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reviewer.repeats.family import Disagreement, Family
from reviewer.review.analysis import Analysis
from reviewer.review.steps import DocumentId
from reviewer.store import analyses, fingerprints, repeats, repeats_update
from reviewer.store.analyses import AnalysisWriter
from reviewer.store.connection import StoreConnection
from reviewer.store.fingerprints import Holders, KeptPrints, TextPrints
from reviewer.store.repeats import RepeatSearch
from reviewer.store.repeats_update import RepeatsUpdate

if TYPE_CHECKING:
    from reviewer.repeats.fingerprints import Fingerprints


class FoundStore:
    """The part of a store that keeps what was found. Its errors are those of `Store`."""

    def __init__(self, connection: StoreConnection) -> None:
        """Keep everything by `connection`, which the store opens and closes."""
        self._connection = connection

    def save_analysis(
        self, document: DocumentId, analysis: Analysis, detector_version: str
    ) -> None:
        """Keep an analysis in the place of an earlier one made after the same step.

        Raises:
            UnknownDocument: there is no such document.
            ValueError: the analysis does not fit its text, or its text not the document.
        """
        analyses.save_analysis(self._connection, document, analysis, detector_version)

    def analysis_writer(
        self, document: DocumentId, analysis: Analysis, detector_version: str
    ) -> AnalysisWriter:
        """What keeps an analysis piece by piece; see `save_analysis`.

        Raises:
            UnknownDocument: there is no such document.
            ValueError: its text is not the document's.
        """
        return AnalysisWriter(self._connection, document, analysis, detector_version)

    def keep_newest_analyses(self, document: DocumentId, count: int) -> None:
        """Throw all analyses of a document away but that of its source and the `count` newest."""
        analyses.keep_newest_analyses(self._connection, document, count)

    def analyses(self, document: DocumentId) -> tuple[Analysis, ...]:
        """The analyses of a document in the order in which they were made.

        Raises:
            UnknownDocument: there is no such document.
            TextDamaged: a text that was searched is not what was saved.
            StoreTooNew: a finding is of a kind that this program does not know.
        """
        return analyses.analyses(self._connection, document)

    def save_repeats(
        self,
        searched: Sequence[tuple[DocumentId, str]],
        families: Sequence[Family],
        disagreements: Sequence[Disagreement],
    ) -> None:
        """Keep a search for repeats in the place of the last one.

        Args:
            searched: every document that was searched, with its text as it was searched.
            families: what was found; passages count documents by their place in `searched`.
            disagreements: where the members of a family differ.

        Raises:
            UnknownDocument: there is no such document.
            ValueError: a passage or a disagreement points at nothing.
        """
        repeats.save_repeats(self._connection, searched, families, disagreements)

    def repeats(self) -> RepeatSearch | None:
        """The newest search for repeats, or None where there was none."""
        return repeats.repeats(self._connection)

    def update_repeats(self, update: RepeatsUpdate) -> None:
        """Bring the newest search for repeats up to date.

        Raises:
            UnknownDocument: there is no such document.
            ValueError: a passage or a disagreement points at nothing.
        """
        repeats_update.update_repeats(self._connection, update)

    def searched_states(self) -> frozenset[tuple[DocumentId, int]]:
        """Documents, each with a step after which its text was analysed and searched for repeats.

        Step 0 stands for the text as it was loaded.
        """
        return repeats_update.searched_states(self._connection)

    # The library index

    def keep_fingerprints(self, method: int, rows: Iterable[tuple[DocumentId, TextPrints]]) -> None:
        """Take texts of documents into the library index, in one transaction.

        What another method made is thrown away.

        Raises:
            StoreRuleBroken: there is no such document.
        """
        fingerprints.keep_all_fingerprints(self._connection, method, rows)

    def kept_fingerprints(self, document: DocumentId) -> KeptPrints | None:
        """What the library index has of a document, or None."""
        return fingerprints.kept_fingerprints(self._connection, document)

    def holders(self, hashes: Fingerprints, but: DocumentId | None = None) -> Holders:
        """The documents of the library, save one, that have some of these fingerprints."""
        return fingerprints.holders(self._connection, hashes, but)

    def without_fingerprints(self, method: int) -> tuple[DocumentId, ...]:
        """The documents of the library of which the library index has nothing by this method."""
        return fingerprints.without_fingerprints(self._connection, method)
