"""The row of tabs above the text: one for every open document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyleOptionTab,
    QStylePainter,
    QTabBar,
    QToolButton,
    QWidget,
)

from reviewer.gui.icons import IconName, icon
from reviewer.gui.models.quoting import one_line, tool_tip
from reviewer.gui.theme import LIGHT, Theme, load_theme

WIDEST = 190
"""Pixels of the widest tab; a longer name is cut."""

NARROWEST = 90
CLOSE_SIZE = 12
"""Pixels of the cross that closes a tab."""


@dataclass(frozen=True, slots=True)
class DocumentTab:
    """What one tab shows.

    Attributes:
        document: the number of its document.
        title: the document's name.
        path: where it came from.
        preview: whether the next document takes its place.
    """

    document: int
    title: str
    path: str
    preview: bool = False


class DocumentTabs(QTabBar):
    """Tabs that are chosen, closed, moved and kept. It only tells what is asked for.

    Signals:
        chosen(int): the editor went to the tab of this document.
        close_requested(int): the tab of this document is to be closed.
        kept(int): the tab of this document is to stay.
        menu_requested(QPoint): a menu for the current tab is asked for, at this place of the
            screen.
    """

    chosen = Signal(int)
    close_requested = Signal(int)
    kept = Signal(int)
    menu_requested = Signal(QPoint)

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        """No tabs, in the colours of `theme`, or light ones until `set_theme`."""
        super().__init__(parent)
        self._rows: Sequence[DocumentTab] = ()
        self._theme = theme or load_theme(LIGHT)
        self._middle: int | None = None
        self._pressed: QPoint | None = None
        self._dragging = False
        self.setObjectName("documents")
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.currentChanged.connect(self._report)
        self.customContextMenuRequested.connect(self._ask_for_menu)
        self.tabBarDoubleClicked.connect(self._report_kept)
        self._translate()
        self.hide()

    # What is shown

    def show_tabs(self, rows: Sequence[DocumentTab], current: int | None) -> None:
        """Show these tabs and make the one of a document current, without a signal."""
        with QSignalBlocker(self):
            while self.count() > len(rows):
                self.removeTab(self.count() - 1)
            while self.count() < len(rows):
                place = self.addTab("")
                self.setTabButton(place, QTabBar.ButtonPosition.RightSide, self._close_button())
            self._rows = tuple(rows)
            for place in range(len(rows)):
                self._word(place)
            documents = [row.document for row in rows]
            if current in documents:
                self.setCurrentIndex(documents.index(current))
        self.setVisible(bool(rows))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        for place in range(self.count()):
            button = self.tabButton(place, QTabBar.ButtonPosition.RightSide)
            if isinstance(button, QToolButton):
                button.setIcon(icon(IconName.REJECT, theme))

    def _word(self, place: int) -> None:
        row = self._rows[place]
        title = one_line(row.title)
        # An ampersand would be taken for the mark of a key.
        self.setTabText(place, title.replace("&", "&&"))
        self.setTabToolTip(place, tool_tip(f"{row.title}\n{row.path}"))
        spoken = self.tr("{title}，预览").format(title=title) if row.preview else title
        self.setAccessibleTabName(place, spoken)
        button = self.tabButton(place, QTabBar.ButtonPosition.RightSide)
        button.setToolTip(self.tr("关闭"))
        button.setAccessibleName(self.tr("关闭 {title}").format(title=title))

    def _close_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("closeTab")
        button.setIcon(icon(IconName.REJECT, self._theme))
        button.setIconSize(QSize(CLOSE_SIZE, CLOSE_SIZE))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda _=False: self._close_by(button))
        return button

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the name, within bounds."""
        hint = super().tabSizeHint(index)
        return QSize(max(NARROWEST, min(WIDEST, hint.width())), hint.height())

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """Tabs keep their width; where there are too many, buttons scroll them."""
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tabs, the name of the preview slanted."""
        painter = QStylePainter(self)
        slanted = self.font()
        slanted.setItalic(True)
        try:
            current = self.currentIndex()
            places = [place for place in range(len(self._rows)) if place != current]
            # While it is dragged, Qt moves a picture of the current tab by itself.
            if 0 <= current < len(self._rows) and not self._dragging:
                places.append(current)
            for place in places:
                option = QStyleOptionTab()
                self.initStyleOption(option, place)
                if not option.rect.intersects(event.rect()):
                    continue
                painter.setFont(slanted if self._rows[place].preview else self.font())
                painter.drawControl(QStyle.ControlElement.CE_TabBarTab, option)
        finally:
            painter.end()

    # What is asked for

    def _report(self, place: int) -> None:
        if 0 <= place < len(self._rows):
            self.chosen.emit(self._rows[place].document)

    def _report_kept(self, place: int) -> None:
        if 0 <= place < len(self._rows):
            self.kept.emit(self._rows[place].document)

    def _close_by(self, button: QToolButton) -> None:
        for place, row in enumerate(self._rows):
            if self.tabButton(place, QTabBar.ButtonPosition.RightSide) is button:
                self.close_requested.emit(row.document)
                return

    def _ask_for_menu(self, place: QPoint) -> None:
        tab = self.tabAt(place)
        if tab >= 0:
            self.setCurrentIndex(tab)
            self.menu_requested.emit(self.mapToGlobal(place))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember which tab the middle button went down on."""
        if event.button() is Qt.MouseButton.MiddleButton:
            place = self.tabAt(event.position().toPoint())
            self._middle = self._rows[place].document if place >= 0 else None
            return
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Know when a tab is being dragged."""
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            moved = (event.position().toPoint() - self._pressed).manhattanLength()
            self._dragging = self._dragging or moved > QApplication.startDragDistance()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Close the tab that was clicked with the middle button."""
        if event.button() is Qt.MouseButton.MiddleButton:
            place, pressed = self.tabAt(event.position().toPoint()), self._middle
            self._middle = None
            if pressed is not None and place >= 0 and self._rows[place].document == pressed:
                self.close_requested.emit(pressed)
            return
        self._pressed, self._dragging = None, False
        super().mouseReleaseEvent(event)
        self.update()

    # Words

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("打开的文稿"))
        for place in range(len(self._rows)):
            self._word(place)
