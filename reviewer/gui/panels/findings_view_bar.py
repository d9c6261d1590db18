"""The row that says of which documents findings are listed and how they are grouped."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from reviewer.gui.models.findings_grouping import Grouping
from reviewer.gui.models.quoting import one_line

_SPACING = 6


class Scope(Enum):
    """The documents whose findings are listed."""

    DOCUMENT = "document"
    TABS = "tabs"
    LIBRARY = "library"


class FindingsViewBar(QWidget):
    """Documents, one of them alone where they are several, and groups.

    Signals:
        scope_changed(): findings of other documents are asked for.
        document_changed(): one document alone is asked for, or all again.
        grouping_changed(): other groups, or none, are asked for.
    """

    scope_changed = Signal()
    document_changed = Signal()
    grouping_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """This document, without groups."""
        super().__init__(parent)
        self.scopes, self.documents, self.groupings = (QComboBox(self) for _ in range(3))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_SPACING)
        for box in (self.scopes, self.documents, self.groupings):
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            row.addWidget(box, 1)
        for scope in Scope:
            self.scopes.addItem("", scope)
        self._offer_groupings()
        self.offer_documents({})
        self.documents.hide()
        self.retranslate()
        self.scopes.currentIndexChanged.connect(self._change_scope)
        self.documents.currentIndexChanged.connect(self.document_changed)
        self.groupings.currentIndexChanged.connect(self.grouping_changed)

    @property
    def scope(self) -> Scope:
        """The documents that are asked for."""
        return self.scopes.currentData()

    @property
    def document(self) -> int | None:
        """The one document that is asked for, or None for all."""
        return self.documents.currentData()

    def offer_documents(self, titles: Mapping[int, str]) -> None:
        """Offer these documents by their names. A choice that is no longer offered is undone."""
        chosen = self.document
        with QSignalBlocker(self.documents):
            self.documents.clear()
            self.documents.addItem("", None)
            for number, title in titles.items():
                self.documents.addItem(one_line(title), number)
            self.documents.setCurrentIndex(max(0, self.documents.findData(chosen)))
        self.retranslate()
        if self.document != chosen:
            self.document_changed.emit()

    @property
    def grouping(self) -> Grouping:
        """The groups that are asked for."""
        return self.groupings.currentData()

    def set_grouping(self, grouping: Grouping) -> None:
        """Ask for other groups. One that is not offered counts as none."""
        self.groupings.setCurrentIndex(max(0, self.groupings.findData(grouping)))

    def _change_scope(self) -> None:
        self.documents.setVisible(self.scope is not Scope.DOCUMENT)
        wanted = self.grouping
        with QSignalBlocker(self.groupings):
            self._offer_groupings()
            self.set_grouping(wanted)
        self.retranslate()
        self.scope_changed.emit()

    def _offer_groupings(self) -> None:
        """All findings of one document are of that document: no grouping is that."""
        self.groupings.clear()
        for grouping in Grouping:
            if grouping is not Grouping.DOCUMENT or self.scope is not Scope.DOCUMENT:
                self.groupings.addItem("", grouping)

    def retranslate(self) -> None:
        """Word everything anew."""
        scopes = {
            Scope.DOCUMENT: self.tr("本篇"),
            Scope.TABS: self.tr("打开的各篇"),
            Scope.LIBRARY: self.tr("整个文稿库"),
        }
        groupings = {
            Grouping.NONE: self.tr("不分组"),
            Grouping.KIND: self.tr("按类型分组"),
            Grouping.RULE: self.tr("按规则分组"),
            Grouping.TEXT: self.tr("按文字分组"),
            Grouping.PARAGRAPH: self.tr("按段落分组"),
            Grouping.DOCUMENT: self.tr("按文稿分组"),
        }
        for place in range(self.scopes.count()):
            self.scopes.setItemText(place, scopes[self.scopes.itemData(place)])
        for place in range(self.groupings.count()):
            self.groupings.setItemText(place, groupings[self.groupings.itemData(place)])
        self.documents.setItemText(0, self.tr("全部文稿"))
        self.documents.setAccessibleName(self.tr("只列一篇文稿"))
        self.scopes.setAccessibleName(self.tr("列出哪些文稿的问题"))
        self.groupings.setAccessibleName(self.tr("分组方式"))
        for box in (self.scopes, self.documents, self.groupings):
            box.setToolTip(box.accessibleName())
