"""The list of repeats: going to a passage, removing a copy."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from reviewer.gui.controllers.keep_advice import keep_rule
from reviewer.gui.panels.repeats_panel import RepeatsPanel
from reviewer.gui.workspace import Workspace
from reviewer.text.span import Span
from reviewer.workflow.library_repeats import LibraryFamily


class RepeatsController(QObject):
    """Lets the editor walk through the repeated passages of the library."""

    def __init__(
        self,
        workspace: Workspace,
        panel: RepeatsPanel,
        reveal: Callable[[Span], None],
        parent: QObject,
    ) -> None:
        """Let `panel` list the repeats; `reveal` brings a place of the text into view."""
        super().__init__(parent)
        self._workspace = workspace
        self._panel = panel
        self._reveal = reveal
        panel.passage_chosen.connect(self.go_to)
        panel.remove_copy_requested.connect(self._remove_copy)
        panel.restore_requested.connect(self._restore)
        workspace.repeats_changed.connect(self._show)
        workspace.document_changed.connect(self._show)
        workspace.stepped.connect(lambda _step: self._show())

    def _show(self) -> None:
        if not self._workspace.is_open:
            return
        titles = {row.id: row.title for row in self._workspace.documents}
        desk = self._workspace.desk
        self._panel.show_repeats(
            self._workspace.repeats,
            titles,
            lambda document: desk.reviewed(document).text,
            self._workspace.document,
            keep_rule(self._workspace).kept,
        )

    def go_to(self, document: int, span: Span) -> None:
        """Show a place of a document."""
        self._workspace.show_document(document)
        self._workspace.show_clean(False)
        self._reveal(span)

    def _remove_copy(self, document: int, span: Span) -> None:
        self._workspace.after_step(self._workspace.desk.remove_copy(document, span))

    def _restore(self, family: LibraryFamily) -> None:
        self._workspace.after_step(self._workspace.desk.restore_repeat(family))
