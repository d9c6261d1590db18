"""How long a window stands still: the longest gap between two beats of a timer."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer

BEAT = 5
"""Milliseconds between two beats."""


class Heartbeat(QObject):
    """Beats while an event loop runs; `with Heartbeat() as heart: ...; heart.longest`."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self._beat)
        self._last = 0.0
        self.gaps: list[float] = []

    def __enter__(self) -> Heartbeat:
        self._last = time.perf_counter()
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._beat()
        self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now

    @property
    def longest(self) -> float:
        """The longest gap in milliseconds."""
        return max(self.gaps, default=0.0)

    def worst(self, count: int = 5) -> list[int]:
        """The longest gaps in milliseconds, the longest first."""
        return [round(gap) for gap in sorted(self.gaps, reverse=True)[:count]]
