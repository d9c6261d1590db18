"""What stands in place of the text while the library is empty: what this is, and how to begin."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reviewer.gui.icons import IconName, icon
from reviewer.gui.panels.drawing import mute, resized
from reviewer.gui.theme import Theme

WIDEST = 560
"""Pixels of the column of words."""


class FirstPage(QWidget):
    """Three sentences, two buttons and where to drop files.

    Signals:
        open_requested(): the editor wants to open files.
        samples_requested(): the editor wants to see the sample speeches.
    """

    open_requested = Signal()
    samples_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the page, hidden."""
        super().__init__(parent)
        self._theme = theme
        self._title, self._words = QLabel(), QLabel()
        self._drop = QLabel()
        self.open_button, self.samples_button = QPushButton(), QPushButton()
        self.open_button.clicked.connect(self.open_requested)
        self.samples_button.clicked.connect(self.samples_requested)
        self._lay_out()
        self.set_theme(theme)
        self._translate()
        self.hide()

    def _lay_out(self) -> None:
        self._title.setFont(resized(self.font(), 1.7, bold=True))
        for label in (self._title, self._drop):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setFont(resized(self.font(), 1.1))
        column = QWidget()
        column.setMaximumWidth(WIDEST)
        rows = QVBoxLayout(column)
        rows.setSpacing(18)
        rows.addWidget(self._title)
        rows.addWidget(self._words)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for button in (self.open_button, self.samples_button):
            button.setMinimumHeight(36)
            buttons.addWidget(button)
        buttons.addStretch(1)
        rows.addLayout(buttons)
        rows.addWidget(self._drop)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(column, 8)
        middle.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(48, 48, 48, 48)
        page.addStretch(2)
        page.addLayout(middle)
        page.addStretch(3)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        self.open_button.setIcon(icon(IconName.OPEN_FILE, theme))
        self.samples_button.setIcon(icon(IconName.SAMPLE, theme))
        mute(self._drop, theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground of the text, and the dashed frame that says where to drop."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.roles.base)
        painter.setPen(QPen(self._theme.roles.border, 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(20, 20, -20, -20), 10, 10)

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        sentences = (
            self.tr("打开讲话稿，乱码、错字和重复的段落会逐处标出，并写明理由。"),
            self.tr("逐处采纳、驳回或改写，一键一处；随时可以撤销，关闭窗口也不会丢失。"),
            self.tr("审完导出清稿；源文件始终不动，也不联网。"),
        )
        self._title.setText(self.tr("从这里开始"))
        self._words.setText("\n\n".join(sentences))
        self.open_button.setText(self.tr("打开文件"))
        self.samples_button.setText(self.tr("打开示例文稿"))
        self._drop.setText(self.tr("也可以把文件或文件夹拖到这里。"))
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._words.text())
