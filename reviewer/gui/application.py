"""Starts the window: Qt first, the engine only after the first paint."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from reviewer.gui.appearance import Appearance
from reviewer.gui.languages import Translation, system_language
from reviewer.gui.main_window import MainWindow
from reviewer.gui.remembered import Remembered
from reviewer.text.errors import ReviewerError

LATEST_BEGIN = 500
"""Milliseconds. A window that is started minimised is never painted."""

_LOG = logging.getLogger(__name__)


def run(arguments: Sequence[str]) -> int:
    """Open the window on the files and folders in `arguments`; the exit status."""
    logging.basicConfig(level=logging.WARNING)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Reviewer")
    application.setOrganizationName("Reviewer")
    application.setStyle("Fusion")
    starter = Starter(application, [Path(argument) for argument in arguments])
    sys.excepthook = starter.report
    starter.begin_when_painted()
    starter.window.show()
    return application.exec()


class Starter:
    """The window from its first paint to a working session."""

    def __init__(
        self,
        application: QApplication,
        paths: Sequence[Path],
        remembered: Remembered | None = None,
        store: Path | None = None,
    ) -> None:
        """Make the window.

        Args:
            application: the Qt application.
            paths: files and folders to open.
            remembered: where the window's own settings are kept; the desktop's place by default.
            store: the store file; the user's own by default.
        """
        self._paths = paths
        self._store = store
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
        from reviewer.store.store import Store

        self.window.furnish()
        try:
            store = Store.open(self._store or default_store_path())
        except ReviewerError as error:
            title = QCoreApplication.translate("Application", "审校")
            QMessageBox.critical(self.window, title, error_text(error))
            self.window.quit()
            return
        self.session = Session(
            self.window, store, self._appearance, self._translation, self._remembered
        )
        self.session.open(self._paths)

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
