"""Makes pages a few milliseconds at a time, so that the window stays alive."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.text.errors import ReviewerError

BEAT = 0.012
"""Seconds of work between two looks at what the editor does."""


class PageJob(QObject):
    """One text on its way to paper.

    Signals:
        advanced(int, int): so many of so many code points are set.
        ended(object): the work is over: None, or the error that ended it. A job that was
            cancelled does not tell.
    """

    advanced = Signal(int, int)
    ended = Signal(object)

    def __init__(self, work: Iterator[int], total: int, parent: QObject | None = None) -> None:
        """Do `work`, which yields how many code points of `total` it set since it last did."""
        super().__init__(parent)
        self._work: Iterator[int] | None = work
        self._done, self._total = 0, total
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin with the next turn of the event loop."""
        self._timer.start(0)

    def cancel(self) -> None:
        """Give the work up; the device is let go of at once."""
        self._timer.stop()
        self._work = None

    def _go_on(self) -> None:
        end = time.perf_counter() + BEAT
        work = self._work
        if work is None:
            return
        try:
            while time.perf_counter() < end:
                self._done += next(work)
        except StopIteration:
            self._end(None)
        except ReviewerError as error:
            self._end(error)
        else:
            self.advanced.emit(self._done, self._total)

    def _end(self, error: ReviewerError | None) -> None:
        self.cancel()
        self.ended.emit(error)
