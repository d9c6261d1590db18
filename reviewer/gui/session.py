"""One session of the window: the controllers, the store, and what happens at start and end.

It is imported after the first paint, because the desk brings the engine with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox

from reviewer import __version__
from reviewer.gui.actions import ActionId
from reviewer.gui.appearance import Appearance
from reviewer.gui.command_palette import CommandPalette, commands_of
from reviewer.gui.conditions import conditions
from reviewer.gui.controllers.compare_controller import CompareController
from reviewer.gui.controllers.drag_out_controller import DragOutController
from reviewer.gui.controllers.export_controller import ExportController
from reviewer.gui.controllers.find_controller import FindController
from reviewer.gui.controllers.handlers import Handlers
from reviewer.gui.controllers.help_controller import HelpController
from reviewer.gui.controllers.history_controller import HistoryController
from reviewer.gui.controllers.library_controller import LibraryController
from reviewer.gui.controllers.map_controller import MapController
from reviewer.gui.controllers.notes_controller import NotesController
from reviewer.gui.controllers.preferences_controller import PreferencesController
from reviewer.gui.controllers.print_controller import PrintController
from reviewer.gui.controllers.recent_controller import RecentController
from reviewer.gui.controllers.repeats_controller import RepeatsController
from reviewer.gui.controllers.review_controller import ReviewController
from reviewer.gui.controllers.search_controller import SearchController
from reviewer.gui.controllers.seen_controller import SeenController
from reviewer.gui.controllers.settings_controller import SettingsController
from reviewer.gui.controllers.shelf_controller import ShelfController
from reviewer.gui.controllers.text_controller import TextController
from reviewer.gui.controllers.views_controller import ViewsController
from reviewer.gui.languages import Translation
from reviewer.gui.main_window import MainWindow
from reviewer.gui.panels.findings_panel import FindingsPanel
from reviewer.gui.panels.library_panel import LibraryPanel
from reviewer.gui.panels.repeats_panel import RepeatsPanel
from reviewer.gui.remembered import Remembered
from reviewer.store.store import Store
from reviewer.workflow.desk import ReviewDesk


class Session(QObject):
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
        super().__init__(window)
        self._window = window
        self._store = store
        self._remembered = remembered
        workspace, actions, parts = window.workspace, window.actions_of, window.parts
        self.text = TextController(workspace, parts.text, window)
        self.review = ReviewController(workspace, parts.findings, actions, window)
        self.library = LibraryController(workspace, parts.library, actions, remembered, window)
        self.drag_out = DragOutController(workspace, parts.library, window)
        self.recent = RecentController(actions, remembered, window)
        self.repeats = RepeatsController(workspace, parts.repeats, self.text.reveal, window)
        self.compare = CompareController(
            workspace, parts.repeats, parts.text.view, appearance, parts.status.say, window
        )
        self.map = MapController(
            workspace, self.repeats.go_to, self.compare.compare, appearance, window
        )
        self.notes = NotesController(workspace, parts.notes, self.text.reveal, window)
        self.history = HistoryController(workspace, parts.history, window)
        self.search = SearchController(workspace, window)
        self.views = ViewsController(workspace, parts.views, parts.library_dock, window)
        self.find = FindController(workspace, parts.find, parts.text.view, window)
        self.export = ExportController(workspace, remembered, window)
        self.printing = PrintController(workspace, remembered, window)
        self.help = HelpController(store.path, actions, appearance, window)
        self.seen = SeenController(workspace, window)
        self.shelf = ShelfController(workspace, actions, window)
        self.settings = SettingsController(window, appearance, translation, remembered)
        self.preferences = PreferencesController(workspace, actions, window)
        self._connect()
        self._connect_desktop()
        self._restore_filters()
        workspace.open_desk(ReviewDesk(store))
        self._enable()

    def _connect(self) -> None:
        window, status = self._window, self._window.parts.status
        for controller in (
            self.text,
            self.views,
            self.find,
            self.compare,
            self.map,
            self.review,
            self.library,
            self.search,
            self.export,
            self.printing,
            self.recent,
            self.help,
            self.preferences,
            self.settings,
            self.shelf,
        ):
            window.actions_of.connect(controller.handlers())
        window.actions_of.connect(self._handlers())
        move_on = window.actions_of[ActionId.MOVE_ON]
        move_on.setChecked(self._remembered.moves_on())
        move_on.toggled.connect(self._remembered.keep_moves_on)
        window.files_dropped.connect(self.library.open_paths)
        window.closing.connect(self.close)
        status.cancel_requested.connect(self._cancel)
        self.library.imported.connect(self.seen.ask)
        self.seen.told.connect(self._window.parts.notice.say)
        self.library.imported.connect(self.search.search)
        self.text.rewritten.connect(self.search.search)
        self.library.loading.connect(self._show_loading)
        self.search.advanced.connect(self._show_search)
        self.search.ended.connect(self._end_search)
        self.export.exported.connect(status.say)
        self.settings.language_changed.connect(self._word_anew)
        self.shelf.split.connect(self.search.search)
        self.shelf.told.connect(status.say)
        self.preferences.told.connect(status.say)
        self._follow_workspace()

    def _follow_workspace(self) -> None:
        """Let the actions be enabled anew whenever something changes that they need."""
        workspace = self._window.workspace
        for signal in (
            workspace.library_changed,
            workspace.document_changed,
            workspace.finding_changed,
            workspace.stepped,
            workspace.typed,
            workspace.findings_changed,
            workspace.view_changed,
            workspace.preferences_changed,
        ):
            signal.connect(lambda *_: self._enable())

    def _connect_desktop(self) -> None:
        """Printing, recent files, files dragged out and the page of an empty library."""
        parts, remembered = self._window.parts, self._remembered
        print_marks = self._window.actions_of[ActionId.PRINT_MARKS]
        print_marks.setChecked(remembered.prints_marks())
        print_marks.toggled.connect(remembered.keep_prints_marks)
        self.printing.told.connect(parts.status.say)
        self.printing.failed.connect(parts.notice.say)
        self.printing.advanced.connect(parts.status.show_progress)
        self.printing.ended.connect(parts.status.end_progress)
        self.library.opening.connect(self.recent.remember)
        self.recent.chosen.connect(self.library.open_paths)
        self.recent.missing.connect(parts.notice.say)
        self.drag_out.failed.connect(parts.notice.say)
        parts.first_page.open_requested.connect(self.library.ask_for_files)
        parts.first_page.samples_requested.connect(self.library.open_samples)
        self._window.workspace.library_changed.connect(self._show_first_page)

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
        elif any(workspace.desk.reviewed(number).stale for number in numbers):
            self.search.search()

    def close(self) -> None:
        """End all work and close the store; everything in it is saved already."""
        self._window.parts.notes.commit()
        self._keep_filters()
        self.printing.cancel()
        self.search.cancel()
        self.library.stop()
        self.drag_out.tidy()
        self._store.close()

    def _enable(self) -> None:
        window = self._window
        window.actions_of.enable(conditions(window.workspace, self.search.running))
        window.actions_of[ActionId.SHOW_CLEAN].setChecked(window.workspace.shows_clean)
        window.actions_of[ActionId.THREE_VIEWS].setChecked(window.parts.views.shows_all)

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
