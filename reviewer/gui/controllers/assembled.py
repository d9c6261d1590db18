"""All controllers of a window, made in the order in which they need each other."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reviewer.gui.appearance import Appearance
from reviewer.gui.controllers.bulk_controller import BulkController
from reviewer.gui.controllers.catalogue_controller import CatalogueController
from reviewer.gui.controllers.compare_controller import CompareController
from reviewer.gui.controllers.drag_out_controller import DragOutController
from reviewer.gui.controllers.export_controller import ExportController
from reviewer.gui.controllers.find_controller import FindController
from reviewer.gui.controllers.focus_controller import FocusController
from reviewer.gui.controllers.fold_controller import FoldController
from reviewer.gui.controllers.handlers import Handlers
from reviewer.gui.controllers.help_controller import HelpController
from reviewer.gui.controllers.history_controller import HistoryController
from reviewer.gui.controllers.keys_controller import KeysController
from reviewer.gui.controllers.library_controller import LibraryController
from reviewer.gui.controllers.library_list_controller import LibraryListController
from reviewer.gui.controllers.map_controller import MapController
from reviewer.gui.controllers.notes_controller import NotesController
from reviewer.gui.controllers.preferences_controller import PreferencesController
from reviewer.gui.controllers.print_controller import PrintController
from reviewer.gui.controllers.recent_controller import RecentController
from reviewer.gui.controllers.repeats_controller import RepeatsController
from reviewer.gui.controllers.review_controller import ReviewController
from reviewer.gui.controllers.scope_controller import ScopeController
from reviewer.gui.controllers.search_controller import SearchController
from reviewer.gui.controllers.seen_controller import SeenController
from reviewer.gui.controllers.settings_controller import SettingsController
from reviewer.gui.controllers.shelf_controller import ShelfController
from reviewer.gui.controllers.tabs_controller import TabsController
from reviewer.gui.controllers.text_controller import TextController
from reviewer.gui.controllers.views_controller import ViewsController
from reviewer.gui.languages import Translation
from reviewer.gui.main_window import MainWindow
from reviewer.gui.remembered import Remembered
from reviewer.store.store import Store


class Controllers(QObject):
    """Each area of the window has one; they know the workspace and not each other."""

    def __init__(
        self,
        window: MainWindow,
        store: Store,
        appearance: Appearance,
        translation: Translation,
        remembered: Remembered,
    ) -> None:
        """Make the controllers of a furnished `window`."""
        super().__init__(window)
        self._make_text(window)
        self._make_library(window, remembered)
        self._make_copies(window, appearance)
        workspace, actions, parts = window.workspace, window.actions_of, window.parts
        self.notes = NotesController(
            workspace,
            parts.notes,
            parts.text.view,
            self.text.reveal,
            lambda: parts.side.setCurrentWidget(parts.notes),
            appearance,
            window,
        )
        self.history = HistoryController(workspace, parts.history, window)
        self.search = SearchController(workspace, parts.text.view.first_visible_offset, window)
        self.export = ExportController(workspace, remembered, window)
        self.printing = PrintController(workspace, remembered, window)
        self.help = HelpController(store.path, actions, appearance, window)
        self.keys = KeysController(actions, appearance, remembered, window)
        self.settings = SettingsController(window, appearance, translation, remembered)
        self.preferences = PreferencesController(workspace, actions, window)
        self.focus = FocusController(window)

    def _make_text(self, window: MainWindow) -> None:
        """The text, and what is judged in it."""
        workspace, actions, parts = window.workspace, window.actions_of, window.parts
        view = parts.text.view
        self.text = TextController(workspace, parts.text, window)
        self.folds = FoldController(workspace, view, window)
        self.views = ViewsController(workspace, parts.views, parts.library_dock, window)
        self.find = FindController(workspace, parts.find, view, window)
        self.bulk = BulkController(workspace, parts.findings, window)
        self.review = ReviewController(workspace, parts.findings, actions, self.bulk, window)
        self.scope = ScopeController(workspace, parts.findings, window)

    def _make_library(self, window: MainWindow, remembered: Remembered) -> None:
        """The documents: bringing them in, listing them, having them in tabs."""
        workspace, actions, parts = window.workspace, window.actions_of, window.parts
        panel, view = parts.library, parts.text.view
        self.library = LibraryController(workspace, panel, remembered, window)
        self.library_list = LibraryListController(workspace, panel, actions, remembered, window)
        self.catalogue = CatalogueController(workspace, panel, window)
        self.tabs = TabsController(workspace, parts.tabs, view, actions, remembered, window)
        self.tabs.follow_list(panel.list)
        self.drag_out = DragOutController(workspace, panel, window)
        self.recent = RecentController(actions, remembered, window)
        self.shelf = ShelfController(workspace, actions, window)
        self.seen = SeenController(workspace, window)

    def _make_copies(self, window: MainWindow, appearance: Appearance) -> None:
        """What repeats: listed, compared, drawn as a map."""
        workspace, actions, parts = window.workspace, window.actions_of, window.parts
        view, say = parts.text.view, parts.status.say
        self.repeats = RepeatsController(workspace, parts.repeats, self.text.reveal, window)
        self.compare = CompareController(
            workspace, parts.repeats, view, appearance, say, actions, window
        )
        self.map = MapController(
            workspace, self.repeats.go_to, self.compare.compare, appearance, window
        )

    def all_handlers(self) -> list[Handlers]:
        """What the actions of every area do."""
        return [
            controller.handlers()
            for controller in (
                self.text,
                self.folds,
                self.views,
                self.find,
                self.review,
                self.bulk,
                self.library,
                self.library_list,
                self.catalogue,
                self.tabs,
                self.recent,
                self.shelf,
                self.compare,
                self.map,
                self.notes,
                self.search,
                self.export,
                self.printing,
                self.help,
                self.keys,
                self.settings,
                self.preferences,
                self.focus,
            )
        ]
