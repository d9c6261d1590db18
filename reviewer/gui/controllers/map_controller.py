"""The map of repeats: what it shows, and where a click on it leads."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reviewer.gui.actions import ActionId
from reviewer.gui.appearance import Appearance
from reviewer.gui.controllers.handlers import Handlers
from reviewer.gui.models.quoting import one_line
from reviewer.gui.repeat_map.map_window import MapWindow
from reviewer.gui.repeat_map.map_words import MapWords
from reviewer.gui.workspace import Workspace
from reviewer.review.speeches import find_parts
from reviewer.review.steps import DocumentId
from reviewer.text.span import Span
from reviewer.workflow.library_repeats import LibraryFamily, Member
from reviewer.workflow.repeat_map import Arc, SharedTexts, arcs_of, shared_elsewhere

Compare = Callable[[LibraryFamily, Member | None], None]


class MapController(QObject):
    """Keeps the map in step with the library while it is on the screen."""

    def __init__(
        self,
        workspace: Workspace,
        go_to: Callable[[DocumentId, Span], None],
        compare: Compare,
        appearance: Appearance,
        window: QWidget,
    ) -> None:
        """Wait until the map is wanted.

        Args:
            workspace: the library.
            go_to: shows a place of a document.
            compare: compares a family, one of its members among those shown.
            appearance: the theme in force.
            window: the main window.
        """
        super().__init__(window)
        self._workspace = workspace
        self._go_to = go_to
        self._compare = compare
        self._appearance = appearance
        self._window = window
        self._map: MapWindow | None = None
        self._document: DocumentId | None = None
        appearance.changed.connect(self._draw_theme)
        workspace.stepped.connect(lambda _step: self._follow())
        for signal in (workspace.settled, workspace.repeats_changed, workspace.library_changed):
            signal.connect(self._follow)

    def handlers(self) -> Handlers:
        """What the actions of this area do."""
        return {ActionId.REPEAT_MAP: self.show_map}

    def show_map(self) -> None:
        """Show the map: the current document if it repeats itself, else the library."""
        self._document = self._workspace.document
        repeats, document = self._workspace.repeats, self._document
        alone = len(self._workspace.documents) == 1
        inside = document is not None and bool(arcs_of(repeats, document))
        made = self._opened()
        made.pages.setCurrentWidget(made.document if inside or alone else made.library)
        self._show()
        made.show()
        made.raise_()
        made.activateWindow()
        made.enter()

    def _opened(self) -> MapWindow:
        if self._map is None:
            made = MapWindow(self._appearance.theme, self._window)
            made.worded.connect(self._show)
            made.library.chosen.connect(self._go_to_shared)
            made.library.opened.connect(self._open_shared)
            made.document.document_picked.connect(self._show_document)
            made.document.chosen.connect(self._go_to_arc)
            made.document.opened.connect(lambda arc: self._compare(arc.family, arc.second))
            self._map = made
        return self._map

    def _follow(self) -> None:
        if self._map is not None and self._map.isVisible():
            self._show()

    def _draw_theme(self) -> None:
        if self._map is not None:
            self._map.set_theme(self._appearance.theme)

    def _words(self) -> MapWords:
        return MapWords(self._titles(), self._workspace.desk.text_of)

    def _titles(self) -> dict[DocumentId, str]:
        return {row.id: row.title for row in self._workspace.documents}

    def _show(self) -> None:
        rows, titles = self._workspace.documents, self._titles()
        texts = SharedTexts(self._workspace.repeats, {row.id: row.characters for row in rows})
        self._opened().library.show_texts(texts, titles, self._words())
        if self._document not in titles:
            self._document = rows[0].id if rows else None
        if self._document is not None:
            self._show_document(self._document)

    def _show_document(self, document: DocumentId) -> None:
        self._document = document
        repeats, text = self._workspace.repeats, self._workspace.desk.text_of(document)
        page = self._opened().document
        page.show_documents(self._titles(), document)
        page.show_document(
            len(text),
            arcs_of(repeats, document),
            [
                (family.number, member.span)
                for family, member in shared_elsewhere(repeats, document)
            ],
            [(one_line(part.title), part.span.start) for part in find_parts(text)],
            self._words(),
        )

    # Where a click leads

    def _shared(
        self, document: DocumentId, other: DocumentId
    ) -> tuple[LibraryFamily, Member] | None:
        """The longest passage of a document that another one has too."""
        found = [
            (family, member)
            for family, member in self._workspace.repeats.members_in(document)
            if any(one.document == other and one != member for one in family.members)
        ]
        return max(found, key=lambda item: len(item[1].span), default=None)

    def _go_to_shared(self, document: DocumentId, other: DocumentId) -> None:
        found = self._shared(document, other)
        if found is not None:
            self._go_to(document, found[1].span)

    def _open_shared(self, document: DocumentId, other: DocumentId) -> None:
        """Compare what two documents share; of one document show the arcs."""
        if document == other:
            made = self._opened()
            self._show_document(document)
            made.pages.setCurrentWidget(made.document)
            made.enter()
            return
        found = self._shared(document, other)
        if found is not None:
            self._compare(*found)

    def _go_to_arc(self, arc: Arc) -> None:
        self._go_to(arc.first.document, arc.first.span)
