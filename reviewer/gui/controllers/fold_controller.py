"""Folding repeated passages away, and which of them are folded in each document."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from reviewer.gui.actions import ActionId
from reviewer.gui.controllers.handlers import Handlers
from reviewer.gui.text.folds import Fold
from reviewer.gui.text.view import TextView
from reviewer.gui.workspace import Workspace


class FoldController(QObject):
    """Folds in the text view; a document keeps its folds until the program ends.

    Signals:
        told(str): why nothing was done; a sentence for the status bar.
    """

    told = Signal(str)

    def __init__(self, workspace: Workspace, view: TextView, parent: QObject) -> None:
        """Made behind the controller that shows the documents, so that they are shown already."""
        super().__init__(parent)
        self._workspace = workspace
        self._view = view
        self._kept: dict[int, tuple[str, Sequence[Fold]]] = {}
        view.folds_changed.connect(self._keep)
        workspace.document_changed.connect(self._fold_as_before)
        workspace.view_changed.connect(self._fold_as_before)

    def handlers(self) -> Handlers:
        """What the actions of this area do."""
        view = self._view
        return {
            ActionId.FOLD_REPEAT: lambda: self._tell_unless(view.fold_here()),
            ActionId.UNFOLD_REPEAT: lambda: self._tell_unless(view.unfold_here()),
            ActionId.FOLD_REPEATS: lambda: self._tell_unless(view.fold_all()),
            ActionId.UNFOLD_REPEATS: lambda: self._tell_unless(view.unfold_all()),
        }

    def _tell_unless(self, done: bool) -> None:
        if not done:
            self.told.emit(self.tr("这里没有可折叠或展开的重复段落"))

    def _keep(self) -> None:
        document = self._workspace.document
        if document is not None and not self._workspace.shows_clean:
            self._kept[document] = self._view.record, tuple(self._view.folds)

    def _fold_as_before(self) -> None:
        """Fold what was folded when the document was left, unless its text has changed since."""
        document = self._workspace.document
        if document is None or self._workspace.shows_clean:
            return
        record, folds = self._kept.get(document, ("", ()))
        if folds and record == self._view.record:
            self._view.fold(folds)
