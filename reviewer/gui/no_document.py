"""What stands in place of the text while every tab is closed."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from reviewer.gui.panels.empty_hint import EmptyHint
from reviewer.gui.theme import Theme


class NoDocument(EmptyHint):
    """Two lines that say how to go on."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the page, hidden."""
        super().__init__(theme, parent)
        self._translate()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        self.say(
            self.tr("没有打开的文稿"),
            self.tr("在左侧点选文稿即可打开；“文件”菜单里可恢复关闭的标签页。"),
        )
