"""The bar above the text in which words are looked for and replaced."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from reviewer.gui.icons import IconName, icon
from reviewer.gui.theme import Theme

LEAST_FIELD_WIDTH = 150
"""Pixels."""


class FindBar(QFrame):
    """Two fields and their buttons; hidden until it is asked for.

    Signals:
        changed(): other words are looked for, or in another way.
        walked(int): the editor wants the next hit (1) or the one before (-1).
        replaced(): the editor wants the current hit replaced.
        all_replaced(): the editor wants all hits of the document replaced.
        library_asked(): the editor wants to see the hits in all documents.
        closed(): the bar was closed.
    """

    changed = Signal()
    walked = Signal(int)
    replaced = Signal()
    all_replaced = Signal()
    library_asked = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make a hidden bar."""
        super().__init__(parent)
        self.setObjectName("find")
        self.words = QLineEdit()
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(LEAST_FIELD_WIDTH)
        self.words.textChanged.connect(lambda _: self.changed.emit())
        self.replacement = QLineEdit()
        self.as_pattern = self._switch()
        self.through_scripts = self._switch()
        self.through_scripts.setChecked(True)
        self._previous = self._tool(lambda: self.walked.emit(-1))
        self._next = self._tool(lambda: self.walked.emit(1))
        self._close = self._tool(self.close_bar)
        self._count = QLabel()
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._replace = QPushButton()
        self._replace.clicked.connect(self.replaced)
        self._replace_all = QPushButton()
        self._replace_all.clicked.connect(self.all_replaced)
        self._library = QPushButton()
        self._library.clicked.connect(self.library_asked)
        self._lay_out()
        self.set_theme(theme)
        self._translate()
        self.hide()

    def _switch(self) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.toggled.connect(lambda _: self.changed.emit())
        return button

    def _tool(self, run: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.clicked.connect(run)
        return button

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 6, 6, 6)
        grid.setHorizontalSpacing(6)
        grid.addWidget(self.words, 0, 0)
        tools = QHBoxLayout()
        for widget in (self.through_scripts, self.as_pattern, self._previous, self._next):
            tools.addWidget(widget)
        tools.addWidget(self._count)
        tools.addStretch(1)
        tools.addWidget(self._library)
        tools.addWidget(self._close)
        grid.addLayout(tools, 0, 1)
        grid.addWidget(self.replacement, 1, 0)
        buttons = QHBoxLayout()
        buttons.addWidget(self._replace)
        buttons.addWidget(self._replace_all)
        buttons.addStretch(1)
        grid.addLayout(buttons, 1, 1)
        grid.setColumnStretch(0, 1)

    def open_bar(self, words: str, *, replacing: bool) -> None:
        """Show the bar on `words`, or on what was looked for last, with the keyboard in it."""
        for widget in (self.replacement, self._replace, self._replace_all):
            widget.setVisible(replacing)
        self.show()
        if words and "\n" not in words:
            self.words.setText(words)
        self.words.setFocus()
        self.words.selectAll()
        self.changed.emit()

    @property
    def is_replacing(self) -> bool:
        """Whether the field for the replacement is shown."""
        return self.replacement.isVisible()

    def close_bar(self) -> None:
        """Hide the bar and what it found."""
        self.hide()
        self.closed.emit()

    def show_count(self, number: int, count: int) -> None:
        """Say which of how many hits is the current one; 0 for none of them."""
        found = self.tr("{number} / {count}").format(number=number, count=count)
        self.say(found if count else self.tr("没有找到"))
        self.enable(bool(count))

    def say(self, words: str) -> None:
        """Say something beside the field."""
        self._count.setText(words)

    def enable(self, found: bool) -> None:
        """Enable what needs a hit."""
        for widget in (self._previous, self._next, self._replace, self._replace_all):
            widget.setEnabled(found)

    @property
    def said(self) -> str:
        """What is said beside the field."""
        return self._count.text()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._previous.setIcon(icon(IconName.PREVIOUS, theme))
        self._next.setIcon(icon(IconName.NEXT, theme))
        self._close.setIcon(icon(IconName.REJECT, theme))

    def _translate(self) -> None:
        self.words.setPlaceholderText(self.tr("查找"))
        self.words.setAccessibleName(self.tr("查找"))
        self.replacement.setPlaceholderText(self.tr("替换为"))
        self.replacement.setAccessibleName(self.tr("替换为"))
        self.through_scripts.setText(self.tr("繁简"))
        self.through_scripts.setToolTip(self.tr("不分繁简、全半角和大小写"))
        self.as_pattern.setText(self.tr("正则"))
        self.as_pattern.setToolTip(self.tr("按正则表达式查找；替换中 \\1 代表第一组"))
        self._previous.setToolTip(self.tr("上一个"))
        self._next.setToolTip(self.tr("下一个"))
        self._close.setToolTip(self.tr("关闭"))
        for button in (
            self.through_scripts,
            self.as_pattern,
            self._previous,
            self._next,
            self._close,
        ):
            # Signs and icons have no words of their own.
            button.setAccessibleName(button.toolTip())
        self._replace.setText(self.tr("替换"))
        self._replace_all.setText(self.tr("本篇全部替换"))
        self._library.setText(self.tr("在全部文稿中查找…"))

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter walks or replaces, Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.replacement.hasFocus():
                self.replaced.emit()
            else:
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.walked.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)
