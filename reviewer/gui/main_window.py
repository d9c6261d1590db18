"""The main window: puts the parts together and knows nothing of what they do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from reviewer.gui.action_set import ActionSet
from reviewer.gui.appearance import Appearance
from reviewer.gui.remembered import Remembered
from reviewer.gui.workspace import Workspace

if TYPE_CHECKING:
    # Made after the first paint; until then nothing of them is loaded.
    from reviewer.gui.parts import Parts

FIRST_SIZE = (1360, 840)


class MainWindow(QMainWindow):
    """The frame of the program: title, menus, toolbar, and after the first paint all else.

    Signals:
        painted(): the frame was painted for the first time.
        files_dropped(list[Path]): files or folders were dropped on the window.
        closing(): the window is about to close.
        escaped(): Escape was pressed, and nothing had a use for it.
    """

    painted = Signal()
    files_dropped = Signal(object)
    closing = Signal()
    escaped = Signal()

    def __init__(self, appearance: Appearance, remembered: Remembered) -> None:
        """Make the frame, with menus and toolbar; `furnish` makes what they work on."""
        super().__init__()
        self._remembered = remembered
        self._parts: Parts | None = None
        self._is_painted = False
        self.workspace = Workspace(self)
        self.actions_of = ActionSet(self)
        self._appearance = appearance
        appearance.changed.connect(self._draw_theme)
        self.actions_of.draw_toolbar(appearance.theme)
        self.setAcceptDrops(True)
        self.resize(*FIRST_SIZE)
        self.restoreGeometry(remembered.geometry())
        self._translate()
        self.workspace.document_changed.connect(self._name_window)
        self.workspace.library_changed.connect(self._name_window)

    @property
    def is_furnished(self) -> bool:
        """Whether the parts are there."""
        return self._parts is not None

    @property
    def parts(self) -> Parts:
        """What stands in the frame; only after `furnish`."""
        assert self._parts is not None, "the window is not furnished yet"
        return self._parts

    def furnish(self) -> None:
        """Make the parts and let them stand where they stood at the end of the last session."""
        from reviewer.gui.parts import Parts

        self._parts = Parts(self, self.workspace, self._appearance.theme)
        self.actions_of.draw(self._appearance.theme)
        view, views = self._parts.text.view, self._parts.views
        views.set_text_font(self._remembered.text_size(), self._remembered.text_family())
        views.set_rows(self._remembered.row_length(), self._remembered.line_pitch())
        view.text_size_changed.connect(self._remembered.keep_text_size)
        view.text_size_changed.connect(views.set_text_size)
        self.restoreState(self._remembered.layout())

    def _draw_theme(self) -> None:
        self.actions_of.draw(self._appearance.theme)
        if self._parts is not None:
            self._parts.draw(self._appearance.theme)

    def _translate(self) -> None:
        self._name_window()
        self.actions_of.translate()
        if self._parts is not None:
            self._parts.translate()

    def _name_window(self) -> None:
        """Call the window by the document that it shows, then by the program."""
        stored, program = self.workspace.stored, self.tr("审校")
        if stored is None:
            self.setWindowTitle(program)
            return
        from reviewer.gui.models.quoting import one_line

        # Qt puts a star for "changed" where a title has this sign; here it is a part of a name.
        name = one_line(stored.title).replace("[*]", "[*][*]")
        self.setWindowTitle(f"{name} — {program}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first paint, after which the parts may be made."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders from outside; those dragged out of here are here already."""
        from_here = event.source() is not None
        if not from_here and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped, once the drag is over."""
        paths = _local_paths(event)
        event.acceptProposedAction()
        QTimer.singleShot(0, self, lambda: self.files_dropped.emit(paths))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of an Escape that came through from whatever has the keyboard."""
        # Looked up by the first key: the first paint does without Qt's namespace.
        from PySide6.QtCore import Qt

        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window. There is nothing to save: all of that is done."""
        if self._parts is not None:
            self._remembered.keep_window(self.saveGeometry(), self.saveState())
        self.closing.emit()
        super().closeEvent(event)

    def quit(self) -> None:
        """Close the window and with it the program."""
        self.close()
        QApplication.quit()


def _local_paths(event: QDropEvent) -> Sequence[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
