"""One session of the window: the controllers, the store, and what happens at start and end.

It is imported after the first paint, because the desk brings the engine with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from reviewer import __version__
from reviewer.gui.actions import ActionId
from reviewer.gui.appearance import Appearance
from reviewer.gui.command_palette import CommandPalette, commands_of
from reviewer.gui.conditions import conditions
from reviewer.gui.controllers.assembled import Controllers
from reviewer.gui.controllers.handlers import Handlers
from reviewer.gui.languages import Translation
from reviewer.gui.main_window import MainWindow
from reviewer.gui.panels.findings_panel import FindingsPanel
from reviewer.gui.panels.library_panel import LibraryPanel
from reviewer.gui.panels.repeats_panel import RepeatsPanel
from reviewer.gui.remembered import Remembered
from reviewer.store.store import Store
from reviewer.workflow.desk import ReviewDesk


class Session(Controllers):
    """Everything that lives as long as the window works on one store."""

    def __init__(
        self,
        window: MainWindow,
        store: Store,
        appearance: Appearance,
        translation: Translation,
        remembered: Remembered,
    ) -> None:
        """Let `window` work on `store`, which the session closes with the window."""
        super().__init__(window, store, appearance, translation, remembered)
        self._window = window
        self._store = store
        self._remembered = remembered
        for handlers in (*self.all_handlers(), self._handlers()):
            window.actions_of.connect(handlers)
        self._connect_work()
        self._connect_words()
        self._connect_desktop()
        self._follow_workspace()
        self._restore_filters()
        window.workspace.open_desk(ReviewDesk(store))
        self._enable()

    def _connect_work(self) -> None:
        """What is searched, and what is shown of long work."""
        window, status = self._window, self._window.parts.status
        self.library.imported.connect(self.seen.ask)
        for changed in (self.library.imported, self.shelf.split):
            changed.connect(self.search.search)
        self.library.loading.connect(self._show_loading)
        self.search.advanced.connect(self._show_search)
        self.search.ended.connect(self._end_search)
        self.catalogue.export_requested.connect(self.export.ask_for_folder)
        self.printing.advanced.connect(status.show_progress)
        self.printing.ended.connect(status.end_progress)
        status.cancel_requested.connect(self._cancel)
        window.closing.connect(self.close)

    def _connect_words(self) -> None:
        """Who says something in the status bar, and who in the line above the text."""
        parts = self._window.parts
        for told in (
            self.library_list.told,
            self.catalogue.told,
            self.export.exported,
            self.shelf.told,
            self.preferences.told,
            self.printing.told,
        ):
            told.connect(parts.status.say)
        for told in (
            self.seen.told,
            self.printing.failed,
            self.recent.missing,
            self.drag_out.failed,
        ):
            told.connect(parts.notice.say)
        self.settings.language_changed.connect(self._word_anew)

    def _connect_desktop(self) -> None:
        """Ticks that are remembered, files that come in, and the page of an empty library."""
        window, remembered = self._window, self._remembered
        for number, ticked, keep in (
            (ActionId.MOVE_ON, remembered.moves_on(), remembered.keep_moves_on),
            (ActionId.PRINT_MARKS, remembered.prints_marks(), remembered.keep_prints_marks),
        ):
            window.actions_of[number].setChecked(ticked)
            window.actions_of[number].toggled.connect(keep)
        window.files_dropped.connect(self.library.open_paths)
        self.recent.chosen.connect(self.library.open_paths)
        self.library.opening.connect(self.recent.remember)
        first_page = window.parts.first_page
        first_page.open_requested.connect(self.library.ask_for_files)
        first_page.samples_requested.connect(self.library.open_samples)
        window.workspace.library_changed.connect(self._show_first_page)

    def _follow_workspace(self) -> None:
        """Let the actions be enabled anew whenever something changes that they need."""
        workspace = self._window.workspace
        for signal in (
            workspace.library_changed,
            workspace.document_changed,
            workspace.finding_changed,
            workspace.stepped,
            workspace.settled,
            workspace.findings_changed,
            workspace.view_changed,
            workspace.preferences_changed,
        ):
            signal.connect(lambda *_: self._enable())
        workspace.typed.connect(self._enable_undo)

    def _show_first_page(self) -> None:
        parts, empty = self._window.parts, not self._window.workspace.documents
        parts.first_page.setVisible(empty)
        parts.views.setVisible(not empty)

    def _filters(self) -> dict[str, FindingsPanel | LibraryPanel | RepeatsPanel]:
        parts = self._window.parts
        return {"findings": parts.findings, "library": parts.library, "repeats": parts.repeats}

    def _keep_filters(self) -> None:
        for name, panel in self._filters().items():
            self._remembered.keep_filter(name, panel.filter_state())

    def _restore_filters(self) -> None:
        for name, panel in self._filters().items():
            panel.restore_filter_state(self._remembered.filter(name))

    def _handlers(self) -> Handlers:
        window = self._window
        view = window.parts.text.view
        return {
            ActionId.QUIT: window.quit,
            ActionId.SHOW_CLEAN: self._show_clean,
            ActionId.LARGER_TEXT: lambda: view.zoom(1),
            ActionId.SMALLER_TEXT: lambda: view.zoom(-1),
            ActionId.COMMANDS: self._show_commands,
            ActionId.ABOUT: self._about,
        }

    def open(self, paths: Sequence[Path]) -> None:
        """Begin with the document shown last, or with the files that were given."""
        workspace = self._window.workspace
        numbers = [row.id for row in workspace.documents]
        last = self._remembered.document()
        if numbers:
            workspace.show_document(last if last in numbers else numbers[0])
        if paths:
            self.library.open_paths(paths)
        elif self._has_stale():
            self.search.search()

    def _has_stale(self) -> bool:
        """Whether a text is not as it was searched; the store tells, and few are opened."""
        desk = self._window.workspace.desk
        changed = desk.changed_since_analysis(desk.steps)
        return any(desk.reviewed(number).stale for number in changed)

    def close(self) -> None:
        """End all work and close the store; everything in it is saved already."""
        self._window.parts.notes.commit()
        self._keep_filters()
        self._window.workspace.stop()
        self.printing.cancel()
        self.search.close()
        self.library.stop()
        self.drag_out.tidy()
        self._window.workspace.desk.found.keep_all()
        self.library_list.stop()
        self._store.close()

    def _enable(self) -> None:
        window = self._window
        window.actions_of.enable(conditions(window.workspace, self.search.running))
        window.actions_of[ActionId.SHOW_CLEAN].setChecked(window.workspace.shows_clean)
        window.actions_of[ActionId.THREE_VIEWS].setChecked(window.parts.views.shows_all)

    def _enable_undo(self) -> None:
        """All that a key changes at once; the rest may wait until typing pauses."""
        desk, actions = self._window.workspace.desk, self._window.actions_of
        actions[ActionId.UNDO].setEnabled(desk.next_undo is not None)
        actions[ActionId.REDO].setEnabled(desk.next_redo is not None)

    def _show_clean(self) -> None:
        workspace = self._window.workspace
        workspace.show_clean(not workspace.shows_clean)

    def _cancel(self) -> None:
        self.printing.cancel()
        self.library.cancel_loading()
        self.search.cancel()

    def _show_loading(self, done: int, total: int) -> None:
        if done < total:
            self._window.parts.status.show_progress("load", done, total)
        elif not self.search.running:
            self._window.parts.status.end_progress()

    def _show_search(self, stage: str, done: int, total: int) -> None:
        self._window.parts.status.show_progress(stage, done, total)
        if not self._window.actions_of[ActionId.CANCEL_SEARCH].isEnabled():
            self._enable()

    def _end_search(self, reason: str) -> None:
        self._window.parts.status.end_progress()
        self._enable()
        if reason:
            self._window.parts.notice.say(self.tr("检查未能完成：{0}").format(reason))

    def _word_anew(self) -> None:
        self.review.refresh()
        self._window.workspace.view_changed.emit()

    def _show_commands(self) -> None:
        palette = CommandPalette(commands_of(self._window.actions_of), self._window)
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        palette.open_over(self._window)

    def _about(self) -> None:
        QMessageBox.about(
            self._window,
            self.tr("关于"),
            self.tr("审校 {0}\n查找讲话稿中的乱码与重复，逐处判定，导出清稿。").format(__version__),
        )
