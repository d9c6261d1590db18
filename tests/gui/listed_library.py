"""Five documents in the panel of the library, for the tests of it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reviewer.gui.models.keyed_rows import ROW_WORDS, RowWords
from reviewer.gui.models.library_row import LibraryRow
from reviewer.gui.panels.library_panel import LibraryPanel
from reviewer.gui.theme import Theme

FARMS = LibraryRow(1, "农业会议讲话10", "/稿/农业.txt", 9592, 12, 968, 0.27, True)
SAFETY = LibraryRow(2, "安全生产讲话", "/稿/安全.txt", 4800, 0, 45, 0.0, True)
PRIZES = LibraryRow(3, "农业会议讲话2", "/稿/表彰.txt", 3000, 40, 50, 0.004, True)
CLEAN = LibraryRow(4, "廉政讲话", "/稿/廉政.txt", 800, 0, 0, 0.996, True)
FRESH = LibraryRow(5, "新导入的文稿", "/稿/new.txt", 700, 0, 0, 0.0, False)
ROWS = [FARMS, SAFETY, PRIZES, CLEAN, FRESH]


def panel_on_screen(qtbot: QtBot, theme: Theme) -> LibraryPanel:
    """The panel on the screen with five documents, its list with the keyboard."""
    made = LibraryPanel(theme)
    qtbot.addWidget(made)
    made.resize(240, 600)
    made.show_rows(ROWS)
    made.show()
    made.activateWindow()
    made.list.setFocus()
    qtbot.waitUntil(made.list.hasFocus)
    return made


def row_words(panel: LibraryPanel, row: int) -> RowWords:
    return panel.list.model().index(row, 0).data(ROW_WORDS)


def labels(panel: LibraryPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
