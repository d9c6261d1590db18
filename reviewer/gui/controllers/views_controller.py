"""The original and the clean text beside the marked one: what they show, and when."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reviewer.gui.actions import ActionId
from reviewer.gui.controllers.handlers import Handlers
from reviewer.gui.languages import engine_language
from reviewer.gui.text.three_views import ThreeViews
from reviewer.gui.workspace import Workspace
from reviewer.review.edits import EditScript


class ViewsController(QObject):
    """Keeps the outer views in step with the document, while they are shown."""

    def __init__(
        self, workspace: Workspace, views: ThreeViews, library: QWidget, parent: QObject
    ) -> None:
        """Let `views` show the workspace's document; `library` gives way to them."""
        super().__init__(parent)
        self._workspace = workspace
        self._views = views
        self._library = library
        for signal in (
            workspace.document_changed,
            workspace.settled,
            workspace.stepped,
            workspace.findings_changed,
        ):
            signal.connect(lambda *_: self._show())

    def handlers(self) -> Handlers:
        """What the actions of this area do."""
        return {ActionId.THREE_VIEWS: self.toggle}

    def toggle(self) -> None:
        """Show the three views, or the marked text alone."""
        shown = not self._views.shows_all
        if shown:
            self._workspace.show_clean(False)
        self._library.setVisible(not shown)
        self._views.show_all(shown)
        self._show()

    def _show(self) -> None:
        if not self._views.shows_all:
            return
        state = self._workspace.reviewed
        if state is None:
            self._views.show_texts("", EditScript(), "", EditScript())
        else:
            cleaned = state.cleaned(engine_language())
            self._views.show_texts(state.source, state.typed, cleaned.text, cleaned.ledger)
