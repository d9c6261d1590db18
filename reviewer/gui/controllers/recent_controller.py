"""Recent files: what was opened lately, in a menu from which it is opened again."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from reviewer.gui.action_set import ActionSet
from reviewer.gui.actions import ActionId
from reviewer.gui.controllers.handlers import Handlers
from reviewer.gui.models.quoting import cut_middle
from reviewer.gui.remembered import Remembered
from reviewer.loading.names import shown_name
from reviewer.text.resources import resource

MOST_RECENT = 12
"""Files and folders that are remembered."""

LONGEST_FOLDER = 48
"""Code points of a folder's name that the menu shows."""


class RecentController(QObject):
    """Remembers what is opened and offers it again.

    Signals:
        chosen(list[Path]): the editor wants to open this again.
        missing(str): what was chosen is gone; a sentence for the line above the text.
    """

    chosen = Signal(object)
    missing = Signal(str)

    def __init__(self, actions: ActionSet, remembered: Remembered, window: QWidget) -> None:
        """Hang the menu on the action of recent files."""
        super().__init__(window)
        self._remembered = remembered
        self.menu = QMenu(window)
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self.fill)
        actions[ActionId.RECENT_FILES].setMenu(self.menu)

    def handlers(self) -> Handlers:
        """What the actions of this area do. A menu opens by itself but from the palette."""
        return {ActionId.RECENT_FILES: lambda: self.menu.popup(QCursor.pos())}

    def remember(self, paths: Sequence[Path]) -> None:
        """Put `paths` first; the samples of the program are not remembered."""
        samples = resource("samples")
        opened = [path.absolute() for path in paths if samples not in path.absolute().parents]
        self._keep([*opened, *self._remembered.recent_files()])

    def forget_all(self) -> None:
        """Offer nothing any more."""
        self._keep([])

    def _keep(self, paths: Sequence[Path]) -> None:
        unlike: dict[str, Path] = {}
        for path in paths:
            unlike.setdefault(os.path.normcase(path), path)
        self._remembered.keep_recent_files(list(unlike.values())[:MOST_RECENT])

    def fill(self) -> None:
        """Make the entries of the menu anew."""
        self.menu.clear()
        paths = self._remembered.recent_files()
        for number, path in enumerate(paths, start=1):
            entry = self.menu.addAction(_entry(number, path))
            entry.setToolTip(shown_name(path))
            entry.triggered.connect(lambda _=False, path=path: self._open(path))
        if not paths:
            self.menu.addAction(self.tr("（还没有）")).setEnabled(False)
            return
        self.menu.addSeparator()
        self.menu.addAction(self.tr("清除列表(&C)")).triggered.connect(self.forget_all)

    def _open(self, path: Path) -> None:
        if path.exists():
            self.chosen.emit([path])
            return
        self._keep([other for other in self._remembered.recent_files() if other != path])
        words = self.tr("{0} 已不在原处，已从最近打开中去掉。")
        self.missing.emit(words.format(shown_name(path)))


def _entry(number: int, path: Path) -> str:
    """The name of a file, then where it is; the first nine have their digit as a key."""
    digit = f"&{number}  " if number < 10 else "    "
    folder = cut_middle(shown_name(path.parent), LONGEST_FOLDER)
    words = f"{shown_name(Path(path.name))} — {folder}"
    return digit + words.replace("&", "&&")
