"""The rows above the documents: words, order, headings, and which statuses and tags are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import cast

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from reviewer.gui.icons import IconName, icon
from reviewer.gui.models.library_arrangement import LibraryFilter, LibraryGrouping, LibraryOrder
from reviewer.gui.models.library_row import listed, status_word
from reviewer.gui.models.quoting import one_line
from reviewer.gui.panels.search_field import SearchField
from reviewer.gui.theme import Theme
from reviewer.review.status import Status

_SPACING = 6


class LibraryFilterBar(QWidget):
    """What is asked for; it lists nothing itself.

    Signals:
        changed(): the editor, or `restore`, asked for other documents or another order.
        left(): the editor is done with the words and wants to go on in the list.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """All documents as they were added, without headings."""
        super().__init__(parent)
        self.search = SearchField(theme, self)
        self.filter_button = QToolButton(self)
        self.orders, self.groupings = QComboBox(self), QComboBox(self)
        self.remove_button = QToolButton(self)
        self._menu = QMenu(self.filter_button)
        self._known_tags: Sequence[str] = ()
        self._statuses: frozenset[Status] = frozenset()
        self._tags: frozenset[str] = frozenset()
        for order in LibraryOrder:
            self.orders.addItem("", order)
        for grouping in LibraryGrouping:
            self.groupings.addItem("", grouping)
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(_SPACING)
        grid.addWidget(self.search, 0, 0)
        grid.addWidget(self.filter_button, 0, 1)
        boxes = QHBoxLayout()
        boxes.setSpacing(_SPACING)
        for box in (self.orders, self.groupings):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(3)
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            boxes.addWidget(box, 1)
        grid.addLayout(boxes, 1, 0)
        grid.addWidget(self.remove_button, 1, 1)
        self.filter_button.setMenu(self._menu)
        self.filter_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        chain = (
            self.search, self.filter_button, self.orders, self.groupings, self.remove_button
        )  # fmt: skip
        for part in (self.filter_button, self.remove_button):
            part.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.changed)
        self.search.left.connect(self.left)
        self.orders.currentIndexChanged.connect(self.changed)
        self.groupings.currentIndexChanged.connect(self.changed)
        self._menu.aboutToShow.connect(self._fill_menu)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self.search.set_theme(theme)
        self.filter_button.setIcon(icon(IconName.FILTER, theme))
        self.remove_button.setIcon(icon(IconName.CANCEL, theme))

    # What is asked for

    @property
    def order(self) -> LibraryOrder:
        """The order that is chosen."""
        return self.orders.currentData()

    @property
    def grouping(self) -> LibraryGrouping:
        """What headings are made by."""
        return self.groupings.currentData()

    def value(self) -> LibraryFilter:
        """What a document must have. A tag that no document has any more is not asked for."""
        return LibraryFilter(
            self.search.text(), self._statuses, self._tags.intersection(self._known_tags)
        )

    def offer_tags(self, tags: Sequence[str]) -> None:
        """Offer these tags to filter by, sorted."""
        if tags != self._known_tags:
            self._known_tags = tags
            self._name_filter()

    def show_all(self) -> None:
        """Ask for every document again."""
        self._statuses, self._tags = frozenset(), frozenset()
        with QSignalBlocker(self.search):
            self.search.clear()
        self._name_filter()
        self.changed.emit()

    def ask_for_status(self, status: Status, wanted: bool) -> None:
        """Show documents of this status too, or no longer."""
        self._statuses = self._statuses | {status} if wanted else self._statuses - {status}
        self._name_filter()
        self.changed.emit()

    def ask_for_tag(self, tag: str, wanted: bool) -> None:
        """Show documents with this tag too, or no longer."""
        self._tags = self._tags | {tag} if wanted else self._tags - {tag}
        self._name_filter()
        self.changed.emit()

    def _fill_menu(self) -> None:
        self._menu.clear()
        for status in Status:
            self._offer(status_word(status), status in self._statuses).toggled.connect(
                lambda wanted, status=status: self.ask_for_status(status, wanted)
            )
        if self._known_tags:
            self._menu.addSection(self.tr("标签"))
        for tag in self._known_tags:
            # An ampersand in a menu would underline the next letter.
            name = one_line(tag).replace("&", "&&")
            self._offer(name, tag in self._tags).toggled.connect(
                lambda wanted, tag=tag: self.ask_for_tag(tag, wanted)
            )
        self._menu.addSeparator()
        clear = self._menu.addAction(self.tr("全部显示"))
        clear.setEnabled(self.value() != LibraryFilter())
        clear.triggered.connect(self.show_all)

    def _offer(self, name: str, ticked: bool) -> QAction:
        action = self._menu.addAction(name)
        action.setCheckable(True)
        action.setChecked(ticked)
        return action

    # What is remembered

    def state(self) -> dict[str, object]:
        """All that is asked for as plain values."""
        return {
            "order": self.order.value,
            "grouping": self.grouping.value,
            "words": self.search.text(),
            "statuses": sorted(status.value for status in self._statuses),
            "tags": sorted(self._tags),
        }

    def restore(self, state: Mapping[str, object]) -> None:
        """Ask for what `state` told; what is unknown or damaged is not said."""
        known = {status.value: status for status in Status}
        with (
            QSignalBlocker(self.search),
            QSignalBlocker(self.orders),
            QSignalBlocker(self.groupings),
        ):
            self.search.setText(str(state.get("words", "")))
            for box, values in (
                (self.orders, [order.value for order in LibraryOrder]),
                (self.groupings, [grouping.value for grouping in LibraryGrouping]),
            ):
                name = str(state.get("order" if box is self.orders else "grouping"))
                box.setCurrentIndex(values.index(name) if name in values else 0)
        self._statuses = frozenset(
            known[name] for name in words_in(state, "statuses") if name in known
        )
        self._tags = frozenset(words_in(state, "tags"))
        self._name_filter()
        self.changed.emit()

    # Words

    def retranslate(self) -> None:
        """Word everything anew."""
        self.search.setPlaceholderText(self.tr("筛选文稿"))
        self.search.setAccessibleName(self.tr("筛选文稿"))
        self.search.setToolTip(self.tr("名称、路径、标签、状态"))
        self.orders.setAccessibleName(self.tr("文稿排序"))
        self.groupings.setAccessibleName(self.tr("文稿分组"))
        for box in (self.orders, self.groupings):
            box.setToolTip(box.accessibleName())
        self.remove_button.setAccessibleName(self.tr("从文稿库移除"))
        self.remove_button.setToolTip(self.tr("从文稿库移除（源文件不受影响）"))
        orders = {
            LibraryOrder.ADDED: self.tr("加入先后"),
            LibraryOrder.NAME: self.tr("名称"),
            LibraryOrder.OPEN: self.tr("未决多少"),
            LibraryOrder.DAMAGE: self.tr("问题密度"),
            LibraryOrder.REPEATED: self.tr("重复多少"),
            LibraryOrder.LENGTH: self.tr("篇幅长短"),
            LibraryOrder.WORKED: self.tr("最近处理"),
        }
        groupings = {
            LibraryGrouping.NONE: self.tr("不分组"),
            LibraryGrouping.BATCH: self.tr("按批次"),
            LibraryGrouping.STATUS: self.tr("按状态"),
            LibraryGrouping.TAG: self.tr("按标签"),
        }
        for place, order in enumerate(LibraryOrder):
            self.orders.setItemText(place, orders[order])
        for place, grouping in enumerate(LibraryGrouping):
            self.groupings.setItemText(place, groupings[grouping])
        for box in (self.orders, self.groupings):
            box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + 24)
        self._name_filter()

    def _name_filter(self) -> None:
        """Say on the button what is filtered by, for the eye and for screen readers."""
        asked = [status_word(status) for status in Status if status in self._statuses]
        asked += sorted(self.value().tags)
        name = self.tr("按状态和标签筛选")
        self.filter_button.setAccessibleName(name)
        self.filter_button.setAccessibleDescription(listed(asked))
        told = self.tr("只显示：{0}").format(listed(asked))
        self.filter_button.setToolTip(told if asked else name)
        self.filter_button.setCheckable(bool(asked))
        self.filter_button.setChecked(bool(asked))


def words_in(state: Mapping[str, object], name: str) -> list[str]:
    """A remembered list of words; empty where it is damaged."""
    value = state.get(name)
    words = cast("list[object]", value) if isinstance(value, list) else []
    return [word for word in words if isinstance(word, str)]
