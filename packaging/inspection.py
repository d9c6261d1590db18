"""Walks the widgets of a window and tells what is cut off, nameless or out of the tab order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QWidget,
)

_EXTENSIONS = ("qt_toolbar_ext_button", "qt_menubar_ext_button")
"""What Qt shows where a bar has no room for all that stands in it."""

_HEADER_PADDING = 16
_FIELD_PADDING = 8
_TAB_PADDING = 20
"""Pixels on both sides together, as the style sheet has them."""

_SLACK = 1
"""Pixels that rounding may take."""


def visible_widgets(root: QWidget) -> list[QWidget]:
    """`root` and everything in it that is on the screen, but no window of its own."""
    inside = [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible() and widget.window() is root.window()
    ]
    return [root, *inside]


def cut_off(root: QWidget) -> list[str]:
    """What does not fit: words, widgets outside their parent, widgets over each other."""
    widgets = visible_widgets(root)
    faults: list[str] = []
    for widget in widgets:
        for words, has, needs in _words_of(widget):
            if needs.width() > has.width() + _SLACK or needs.height() > has.height() + _SLACK:
                faults.append(
                    f"{_name(widget)}: “{words}” needs {needs.width()}x{needs.height()}, "
                    f"has {has.width()}x{has.height()}"
                )
        if widget.objectName() in _EXTENSIONS:
            faults.append(f"{_name(widget)}: some of the bar is hidden behind its last button")
        if isinstance(widget, QScrollArea) and not _may_be_wide(widget):
            faults.append(f"{_name(widget)}: what is in it is wider, and cannot be scrolled")
        if widget is not root and not _is_scrolled(widget) and not _is_inside(widget):
            faults.append(f"{_name(widget)}: {_box(widget)} stands out of {_name(_parent(widget))}")
    return faults + _overlaps(widgets)


def _words_of(widget: QWidget) -> Iterator[tuple[str, QSize, QSize]]:
    """The words that a widget shows, the room for them, and the room that they need."""
    metrics = widget.fontMetrics()
    if isinstance(widget, QLabel):
        yield from _label(widget)
    elif isinstance(widget, QAbstractButton):
        if widget.text():
            yield widget.text(), widget.size(), _lowest(widget)
    elif isinstance(widget, QComboBox):
        yield widget.currentText(), _edit_field(widget), _text_size(metrics, widget.currentText())
    elif isinstance(widget, QLineEdit):
        words = widget.placeholderText()
        if words and not widget.text():
            room = widget.contentsRect().size() - QSize(_FIELD_PADDING + _buttons_in(widget), 0)
            yield words, room, _text_size(metrics, words)
    elif isinstance(widget, QTabBar):
        yield from _tabs(widget)
    elif isinstance(widget, QHeaderView):
        yield from _sections(widget)
    elif isinstance(widget, QGroupBox):
        words = widget.title()
        yield words, widget.size(), _text_size(metrics, words)


def _label(label: QLabel) -> Iterator[tuple[str, QSize, QSize]]:
    if not label.text() or not label.pixmap().isNull():
        return
    if label.wordWrap():
        needs = QSize(0, label.heightForWidth(label.width()))
        # A word that is wider than the label cannot be wrapped.
        longest = max(label.text().split(), key=len, default="")
        if longest.isascii():
            needs.setWidth(label.fontMetrics().horizontalAdvance(longest))
    else:
        needs = _lowest(label)
    yield label.text(), label.size(), needs


def _lowest(widget: QWidget) -> QSize:
    """What the words need; the height of a style's comfort does not count."""
    return QSize(widget.minimumSizeHint().width(), widget.fontMetrics().height())


def _text_size(metrics: QFontMetrics, words: str) -> QSize:
    return QSize(metrics.horizontalAdvance(words), metrics.ascent())


def _edit_field(box: QComboBox) -> QSize:
    option = QStyleOptionComboBox()
    option.initFrom(box)
    option.editable = box.isEditable()
    field = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    icon = 0 if box.itemIcon(box.currentIndex()).isNull() else box.iconSize().width() + 4
    return QSize(field.width() - icon, field.height())


def _buttons_in(field: QLineEdit) -> int:
    buttons = field.findChildren(QAbstractButton)
    return sum(button.width() for button in buttons if button.isVisible())


def _tabs(bar: QTabBar) -> Iterator[tuple[str, QSize, QSize]]:
    """Tabs that may shorten their words, such as those of documents, are not looked at."""
    if bar.elideMode() is not Qt.TextElideMode.ElideNone:
        return
    for place in range(bar.count()):
        words, area = bar.tabText(place), bar.tabRect(place)
        shown = area.intersected(bar.rect())
        needs = _text_size(bar.fontMetrics(), words) + QSize(_TAB_PADDING, 0)
        yield words, shown.size(), needs.expandedTo(QSize(area.width(), 0))


def _sections(header: QHeaderView) -> Iterator[tuple[str, QSize, QSize]]:
    model, sideways = header.model(), header.orientation()
    for place in range(header.count()):
        words = model.headerData(place, sideways) if model is not None else None
        if words and not header.isSectionHidden(place):
            needs = _text_size(header.fontMetrics(), str(words)) + QSize(_HEADER_PADDING, 0)
            yield str(words), QSize(header.sectionSize(place), header.height()), needs


def _is_inside(widget: QWidget) -> bool:
    area = _parent(widget).rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
    return area.contains(widget.geometry()) or widget.size().isEmpty()


def _may_be_wide(area: QScrollArea) -> bool:
    never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    inside = area.widget()
    if inside is None or area.horizontalScrollBarPolicy() is not never:
        return True
    return inside.width() <= area.viewport().width() + _SLACK


def _is_scrolled(widget: QWidget) -> bool:
    """Whether the place of a widget is for a scroll bar, or for Qt's own parts, to say."""
    parent = _parent(widget)
    scrolls = isinstance(parent.parentWidget(), QAbstractScrollArea)
    return scrolls or widget.objectName().startswith("qt_") or isinstance(parent, QTabBar)


def _overlaps(widgets: list[QWidget]) -> list[str]:
    """Neighbours that cover each other, other than the parts of scroll areas."""
    by_parent: dict[QWidget, list[QWidget]] = {}
    for widget in widgets[1:]:
        parent = _parent(widget)
        if not isinstance(parent, QAbstractScrollArea) and not _is_scrolled(widget):
            by_parent.setdefault(parent, []).append(widget)
    faults: list[str] = []
    for siblings in by_parent.values():
        for one, other in combinations(siblings, 2):
            shared = one.geometry().intersected(other.geometry())
            if min(shared.width(), shared.height()) > _SLACK:
                faults.append(f"{_name(one)} {_box(one)} and {_name(other)} {_box(other)} overlap")
    return faults


def nameless(root: QWidget) -> list[str]:
    """What a screen reader cannot name: what takes the keyboard, and buttons."""
    return [
        f"{_name(widget)}: no accessible name"
        for widget in visible_widgets(root)
        if (_takes_tab(widget) or isinstance(widget, QAbstractButton))
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parentWidget(), QLineEdit)
        and not _spoken(widget)
    ]


def without_buddy(root: QWidget) -> list[str]:
    """Labels that announce something, but do not say what a key for them would lead to."""
    return [
        f"{_name(label)}: no buddy"
        for label in visible_widgets(root)
        if isinstance(label, QLabel) and label.text().endswith(("：", ":")) and not label.buddy()
    ]


def _spoken(widget: QWidget) -> str:
    asked = QAccessible.queryAccessibleInterface(widget)
    return asked.text(QAccessible.Text.Name).strip()


def out_of_order(root: QWidget) -> list[str]:
    """Where the tab key goes against the reading order: neither down nor to the right."""
    inside = set(visible_widgets(root))
    chain: list[QWidget] = []
    widget = root.window().nextInFocusChain()
    while widget is not None and widget is not root.window():
        if widget in inside and _takes_tab(widget):
            chain.append(widget)
        widget = widget.nextInFocusChain()
    return [
        f"tab goes back from {_name(one)} {_area(one)} to {_name(other)} {_area(other)}"
        for one, other in pairwise(chain)
        if not _reads_on(_area(one), _area(other))
    ]


def _reads_on(one: QRect, other: QRect) -> bool:
    below, right = other.top() >= one.bottom(), other.left() >= one.right()
    return below or right or one.intersects(other)


def _takes_tab(widget: QWidget) -> bool:
    tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tab and widget.focusProxy() is None and widget.isVisible() and widget.isEnabled()


def _area(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def _parent(widget: QWidget) -> QWidget:
    parent = widget.parentWidget()
    return widget if parent is None else parent


def _box(widget: QWidget) -> str:
    area = widget.geometry()
    return f"{area.x()},{area.y()} {area.width()}x{area.height()}"


def _name(widget: QWidget) -> str:
    """How a person finds a widget: its class, its name or words, and the class around it."""
    own = widget.objectName() or widget.accessibleName()
    if isinstance(widget, (QAbstractButton, QLabel)):
        own = own or widget.text()
    around = widget.parentWidget()
    inside = f" in {type(around).__name__}" if around is not None else ""
    return f"{type(widget).__name__} {own[:24]!r}{inside}"
