"""Starts the window: Qt first, the engine only after the first paint.

What is imported before that paint is chosen with care. The namespace `Qt` alone costs as much as
all modules of the frame together, because Python makes a class of each of its enumerations; so
the frame does without it.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication

from reviewer.gui.appearance import Appearance
from reviewer.gui.languages import Translation, system_language
from reviewer.gui.main_window import MainWindow
from reviewer.gui.remembered import Remembered
from reviewer.gui.single_instance import SingleInstance, may_be_running, sockets_folder
from reviewer.text.errors import ReviewerError

if TYPE_CHECKING:
    from reviewer.store.store import Store

LATEST_BEGIN = 500
"""Milliseconds. A window that is started minimised is never painted."""

PATIENCE = 3.0
RETRY_TIME = 0.1
"""Seconds to wait for a store that another window has, and between two tries."""

_LOG = logging.getLogger(__name__)


def run(arguments: Sequence[str]) -> int:
    """Open the window on the files and folders in `arguments`; the exit status."""
    logging.basicConfig(level=logging.WARNING)
    # The style as an argument: `setStyle` would bring a class for `QStyle` and all it names.
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setApplicationName("Reviewer")
    application.setOrganizationName("Reviewer")
    paths = [Path(argument) for argument in arguments]
    if handed_over(paths):
        return 0
    starter = Starter(application, paths, single=True)
    sys.excepthook = starter.report
    starter.begin_when_painted()
    starter.window.show()
    status = application.exec()
    # The window goes while Qt is still there; in what order the interpreter ends is open.
    starter.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return status


def handed_over(paths: Sequence[Path]) -> bool:
    """Whether another window of the same store was there and took `paths`."""
    try:
        folder = sockets_folder()
        if not may_be_running(folder):
            return False
    except OSError:
        return False
    from reviewer.store.location import default_store_path

    return SingleInstance(default_store_path(), folder).hand_over(paths)


class Starter:
    """The window from its first paint to a working session."""

    def __init__(
        self,
        application: QApplication,
        paths: Sequence[Path],
        remembered: Remembered | None = None,
        store: Path | None = None,
        single: bool = False,
    ) -> None:
        """Make the window.

        Args:
            application: the Qt application.
            paths: files and folders to open.
            remembered: where the window's own settings are kept; the desktop's place by default.
            store: the store file; the user's own by default.
            single: whether later starts on the same store are to open their files here.
        """
        self._paths = paths
        self._store = store
        self._single = single
        self._remembered = remembered or Remembered()
        self._translation = Translation(application)
        self._translation.use(self._remembered.language() or system_language())
        self._appearance = Appearance(application, self._remembered)
        self.window = MainWindow(self._appearance, self._remembered)

    def begin_when_painted(self) -> None:
        """Call `begin` once the frame is on the screen, or soon where it never gets there."""
        begin = QTimer(self.window)
        begin.setSingleShot(True)
        begin.timeout.connect(self.begin)
        begin.start(LATEST_BEGIN)
        self.window.painted.connect(lambda: begin.start(0))

    def begin(self) -> None:
        """Furnish the window, open the store and work; without a store the program ends."""
        from reviewer.gui.messages import error_text
        from reviewer.gui.session import Session
        from reviewer.store.location import default_store_path

        self.window.furnish()
        place = self._store or default_store_path()
        door = self._door(place)
        try:
            store = self._open_store(place, door)
        except ReviewerError as error:
            from PySide6.QtWidgets import QMessageBox

            title = QCoreApplication.translate("Application", "审校")
            QMessageBox.critical(self.window, title, error_text(error))
            self.window.quit()
            return
        if store is None:
            self.window.quit()
            return
        self.session = Session(
            self.window, store, self._appearance, self._translation, self._remembered
        )
        if door is not None and door.listen():
            door.asked.connect(self._take_in)
            self.window.closing.connect(door.close)
        self.session.open(self._paths)

    def _door(self, store: Path) -> SingleInstance | None:
        try:
            return SingleInstance(store, sockets_folder(), self.window) if self._single else None
        except OSError as problem:
            _LOG.warning("later starts open windows of their own: %s", problem)
            return None

    def _open_store(self, place: Path, door: SingleInstance | None) -> Store | None:
        """The store, or None where another window has it and took the files.

        A window that is only being made, or is just closing, has the store but no open door, so
        both are tried for a while.

        Raises:
            ReviewerError: the store cannot be opened.
        """
        from reviewer.store.errors import StoreInUse
        from reviewer.store.store import Store

        end = time.monotonic() + PATIENCE
        while True:
            try:
                return Store.open(place)
            except StoreInUse:
                if door is None or time.monotonic() >= end:
                    raise
            if door.hand_over(self._paths):
                return None
            time.sleep(RETRY_TIME)

    def _take_in(self, paths: Sequence[Path]) -> None:
        """Come to the front and open what another start was asked for."""
        from PySide6.QtCore import Qt

        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        QApplication.alert(window)
        self.session.library.open_paths(paths)

    def report(
        self,
        kind: type[BaseException],
        error: BaseException,
        traceback: TracebackType | None,
    ) -> None:
        """Tell of an error that nobody handled, and go on: all that was done is saved."""
        _LOG.error("not handled", exc_info=(kind, error, traceback))
        if not self.window.is_furnished:
            return
        if isinstance(error, ReviewerError):
            from reviewer.gui.messages import error_text

            self.window.parts.notice.say(error_text(error))
        elif not issubclass(kind, KeyboardInterrupt):
            self.window.parts.notice.say(f"{kind.__name__}: {error}")
