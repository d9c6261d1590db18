"""From the start of the program to its first paint, beside a bare window of Qt in the same run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest

ROUNDS = 9

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)

application = QApplication(sys.argv[:1])
window = Window()
window.resize(1360, 840)
window.show()
application.exec()
"""

OURS = """
import sys
from reviewer.gui import application
from PySide6.QtWidgets import QApplication

application.Starter.begin = lambda starter: QApplication.quit()
sys.argv = ["reviewer"]
sys.exit(application.run([]))
"""


def started(code: str, home: Path) -> tuple[float, float]:
    """Milliseconds of one cold start up to the first paint: by the clock, and of processor time."""
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "TMPDIR")
    places = {name: str(home) for name in names}
    platform = {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    before, began = os.times(), perf_counter()
    subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | places | platform,
        check=True,
        capture_output=True,
    )
    clock, after = (perf_counter() - began) * 1000, os.times()
    used = after.children_user + after.children_system
    return clock, (used - before.children_user - before.children_system) * 1000


@pytest.mark.benchmark
def test_the_frame_is_painted_soon_after_a_bare_window(tmp_path: Path) -> None:
    rounds = [(started(BARE, tmp_path), started(OURS, tmp_path)) for _ in range(ROUNDS)]
    for place, name in enumerate(("clock", "processor")):
        bare = median(row[0][place] for row in rounds)
        ours = median(row[1][place] for row in rounds)
        print(f"\nstart to first paint, {name}: {ours:.0f} ms, bare {bare:.0f} ms, ", end="")
        print(f"ratio {ours / bare:.2f}, target 1.6")
    assert median(ours[1] / bare[1] for bare, ours in rounds) <= 1.7
