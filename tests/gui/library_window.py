"""A window on a small library, driven as a user drives it."""

from __future__ import annotations

from pathlib import Path

from opened_window import OpenedWindow
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.gui.actions import ActionId
from reviewer.gui.models.library_row import LibraryRow
from reviewer.gui.panels.library_panel import LibraryPanel

DAMAGED = "同志們：\n責(zé)任重大，現(xiàn)在要發(fā)展。\n"
CLEAN = "同志们：\n今天的会议很重要，请大家认真听。\n"


class Library:
    """A window with three damaged documents and a clean one, opened as a folder and a file."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.folder = qtbot, folder
        spring = folder / "春季"
        spring.mkdir()
        for name in ("甲", "乙", "丙"):
            (spring / f"{name}.txt").write_text(DAMAGED + name, encoding="utf-8")
        (folder / "净.txt").write_text(CLEAN, encoding="utf-8")
        self.open([spring, folder / "净.txt"])

    def open(self, paths: list[Path]) -> None:
        self.window = OpenedWindow(self.qtbot, self.folder)
        for path in paths:
            self.window.session.library.open_paths([path])
        if paths:
            self.window.wait_for_search()
        self.settle()

    def restart(self) -> None:
        self.window.close()
        self.open([])

    def settle(self) -> None:
        """Wait until every row says what its document is."""
        rows = self.window.session.library_list
        self.qtbot.waitUntil(lambda: not rows.counting and not rows.late)

    @property
    def panel(self) -> LibraryPanel:
        return self.window.window.parts.library

    def number(self, title: str) -> int:
        return next(row.id for row in self.window.workspace.documents if row.title == title)

    def row(self, title: str) -> LibraryRow:
        self.settle()
        number = self.number(title)
        found = [
            row for group in self.panel.list.groups for row in group.rows if row.document == number
        ]
        return found[0]

    def show(self, title: str) -> None:
        self.window.workspace.show_document(self.number(title))
        QApplication.processEvents()

    def current(self) -> str:
        stored = self.window.workspace.stored
        return "" if stored is None else stored.title

    def select(self, *titles: str) -> None:
        self.panel.list.select([self.number(title) for title in titles])

    def said(self) -> str:
        return self.window.window.statusBar().currentMessage()

    def decide_all(self) -> None:
        """Reject every finding of the current document, one after the other."""
        while any(mark.open for mark in self.window.workspace.marks):
            if self.window.workspace.mark is None or not self.window.workspace.mark.open:
                self.window.press(ActionId.NEXT_FINDING)
            self.window.press(ActionId.REJECT)
