"""Seen before? Told at once when a file comes in whose text the library has, or has in part."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reviewer.gui.models.quoting import one_line, percent
from reviewer.gui.workspace import Workspace
from reviewer.store.documents import StoredDocument
from reviewer.workflow.seen_before import seen_before

MOST_ASKED = 20
"""New documents that are asked about; of a whole folder the search itself tells soon enough."""

MOST_TOLD = 3
"""Documents that are told of."""

TELLING = 0.3
"""From this share on a text is told to have been seen."""


class SeenController(QObject):
    """Asks the library index about documents that came in.

    Signals:
        told(str): lines about documents that the library knows already.
    """

    told = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        """Ask about the documents of `workspace`."""
        super().__init__(parent)
        self._workspace = workspace

    def ask(self) -> None:
        """Tell which of the documents that were not searched yet stand in others."""
        desk = self._workspace.desk
        rows = self._workspace.documents
        analysed = {number for number, _ in desk.catalogue.analysed_states()}
        new = [row for row in rows if row.id not in analysed]
        if not new or len(new) > MOST_ASKED or len(new) == len(rows):
            return
        lines = [line for row in new if (line := self._line(row))]
        if lines:
            self.told.emit("\n".join(lines[:MOST_TOLD]))

    def _line(self, row: StoredDocument) -> str:
        desk = self._workspace.desk
        seen = seen_before(desk, desk.text_of(row.id), but=row.id, most=1)
        if not seen.documents or seen.documents[0].share < TELLING:
            return ""
        best = seen.documents[0]
        titles = {stored.id: stored.title for stored in self._workspace.documents}
        return self.tr("《{new}》约 {share} 与文稿库中的《{known}》相同。").format(
            new=one_line(row.title),
            share=percent(best.share),
            known=one_line(titles.get(best.document, "")),
        )
