"""Prints the MB that a text view, or Qt's own widget, takes for 5 M characters.

Run by `test_text_view_speed`, in a process of its own for each widget, because what one leaves
behind would count for the next. Counted is the memory that no other process shares: the Python
string, Qt's document, and for the view 50,000 findings and all that it keeps of them.
"""

from __future__ import annotations

import gc
import re
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QPlainTextEdit
from text_view_driving import marks_in, speech

from reviewer.gui.text.view import TextView
from reviewer.gui.theme import load_theme

CHARACTERS = 5_000_000
FINDINGS = 50_000


def own_megabytes() -> float:
    """The memory that only this process holds."""
    gc.collect()
    counted = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    return sum(int(size) for size in re.findall(r"Private_\w+:\s+(\d+) kB", counted)) / 1024


def main() -> None:
    """Show the text in the widget that the argument names: `view` or `bare`."""
    application = QApplication([])
    view = TextView(lambda wording: wording.zh, load_theme("light"))
    is_view = sys.argv[1] == "view"
    widget: QPlainTextEdit = view if is_view else QPlainTextEdit()
    if not is_view:
        widget.setFont(view.font())
        widget.setUndoRedoEnabled(False)
    widget.resize(1200, 800)
    widget.show()
    application.processEvents()
    before = own_megabytes()
    text = speech(CHARACTERS, 350)
    if is_view:
        view.show_document(text, marks_in(text, FINDINGS))
    else:
        widget.setPlainText(text)
    application.processEvents()
    print(own_megabytes() - before)


if __name__ == "__main__":
    main()
