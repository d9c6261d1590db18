"""The tables that a list of findings may show: of one document, of several, either in groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from reviewer.gui.models.across_row import place_of
from reviewer.gui.models.findings_across import AcrossFindings
from reviewer.gui.models.findings_columns import Column
from reviewer.gui.models.findings_filter import FindingsFilter
from reviewer.gui.models.findings_grouping import Grouping, Source
from reviewer.gui.models.findings_groups import GroupedFindings
from reviewer.gui.models.findings_model import FindingsModel
from reviewer.text.wording import Language

if TYPE_CHECKING:
    # Marks bring numpy with them, which start-up does without.
    from reviewer.review.marks import Mark


class FindingsLists:
    """Holds the tables and knows which one is shown.

    Attributes:
        document: the findings of the current document, shown or not.
        across: the findings of several documents.
        is_across: whether those are shown.
    """

    def __init__(self, owner: QObject) -> None:
        """Empty tables that belong to `owner`; the one of a single document is shown."""
        self._owner = owner
        self.document, self.across = FindingsModel(owner), AcrossFindings(owner)
        self._groups: GroupedFindings | None = None
        self._filter = FindingsFilter()
        self.is_across = False

    @property
    def source(self) -> Source:
        """The table that is shown, without headings."""
        return self.across if self.is_across else self.document

    @property
    def rows(self) -> Source | GroupedFindings:
        """The table that is shown, with headings where it has groups."""
        return self.source if self._groups is None else self._groups

    def arrange(self, grouping: Grouping, sorting: tuple[Column, bool], *, is_across: bool) -> None:
        """Show other findings or other groups from now on.

        Args:
            grouping: what they are grouped by.
            sorting: the column that they are sorted by, and whether downwards.
            is_across: whether they are of several documents.
        """
        if self._groups is not None:
            self._groups.retire()
        self._groups = None
        if is_across is not self.is_across:
            self.is_across = is_across
            column, descending = sorting
            order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
            self.source.sort(column, order)
            self.source.set_filter(self._filter)
        if grouping is not Grouping.NONE:
            self._groups = GroupedFindings(self.source, self._owner)
            self._groups.group_by(grouping)

    def show_document(self, marks: Sequence[Mark], text: str, language: Language) -> None:
        """Take the findings of another document; the arguments are those of `FindingsModel`."""
        self._forget_groups()
        self.document.show(marks, text, language)

    def update_document(self, marks: Sequence[Mark], text: str, language: Language) -> None:
        """Take what became of the findings of the same document."""
        model = self.document
        if text != model.text or language is not model.language:
            # Paragraphs have other numbers, or kinds other names.
            self._forget_groups()
        if language is model.language and model.has_same_findings(marks):
            model.update_decisions(marks, text)
        else:
            model.show(marks, text, language)

    def begin_across(self, documents: Sequence[int], language: Language) -> None:
        """List the findings of these documents, in this order, as far as they are known."""
        if self._groups is not None:
            self._groups.forget()
        self.across.begin(documents, language)

    def set_filter(self, wanted: FindingsFilter, document: int | None = None) -> None:
        """Show only what passes, and of several documents only that one, where one is named."""
        self.across.only = document
        if self._groups is not None:
            self._groups.forget_order()
        self._filter = wanted
        self.source.set_filter(wanted)

    def mark_in_document(self, anchor: str | None) -> Mark | None:
        """The finding of the current document with this anchor of the table shown."""
        if self.is_across and anchor is not None:
            anchor = place_of(anchor)[1]
        return self.document.mark(anchor)

    def _forget_groups(self) -> None:
        if self._groups is not None and not self.is_across:
            self._groups.forget()
