"""Loads files on a thread of its own and hands them over one by one."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

POLL_INTERVAL = 20
"""Milliseconds between two looks at what was loaded."""


class FileLoader(QObject):
    """One batch of files after the other.

    The thread knows no Qt: it fills a queue that the window's thread empties.

    Signals:
        loaded(LoadedFile, Prepared, int, int): one file, what the library wants of its text (None
            where there is none), and that so many of so many are done.
        finished(): a batch is through, or was cancelled.
    """

    loaded = Signal(object, object, int, int)
    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Sequence[Path]] = deque()
        self._ready: deque[tuple[object, object, int, int]] = deque()
        self._thread: threading.Thread | None = None
        self._cancelled = threading.Event()
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_INTERVAL)
        self._timer.timeout.connect(self._hand_over)

    def load(self, paths: Sequence[Path]) -> None:
        """Load files and folders, after those that are being loaded already."""
        self._waiting.append(tuple(paths))
        if self._thread is None:
            self._begin()

    def cancel(self) -> None:
        """Load no further files; what is loaded already is handed over."""
        self._waiting.clear()
        self._cancelled.set()

    def wait(self) -> None:
        """Wait for the thread to end; nothing is handed over any more."""
        self.cancel()
        self._timer.stop()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _begin(self) -> None:
        paths = self._waiting.popleft()
        self._cancelled.clear()
        self._thread = threading.Thread(target=self._run, args=(paths,), daemon=True)
        self._thread.start()
        self._timer.start()

    def _run(self, paths: Sequence[Path]) -> None:
        from reviewer.workflow.importing import iterate_files, prepared

        for file, done, total in iterate_files(paths):
            ready = None if file.document is None else prepared(file.document)
            self._ready.append((file, ready, done, total))
            if self._cancelled.is_set():
                return

    def _hand_over(self) -> None:
        alive = self._thread is not None and self._thread.is_alive()
        if self._ready:
            self.loaded.emit(*self._ready.popleft())
        elif not alive:
            self._timer.stop()
            self._thread = None
            self.finished.emit()
            if self._waiting:
                self._begin()
