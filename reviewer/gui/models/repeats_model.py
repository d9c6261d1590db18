"""The repeats of the library as a tree: families, below each its members and disagreements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reviewer.gui.models.keyed_rows import ROW_WORDS, RowWords
from reviewer.gui.models.repeats_words import RepeatsWords
from reviewer.text.span import Span, covered_length

if TYPE_CHECKING:
    # The repeats bring the engine with them, which start-up does without.
    from reviewer.gui.models.repeats_words import KeptOf
    from reviewer.workflow.library_repeats import (
        FactReadings,
        LibraryFamily,
        LibraryRepeats,
        Member,
    )

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
NO_PARENT = QModelIndex()


@dataclass(slots=True, eq=False)
class Node:
    """One row of the tree.

    Attributes:
        number: its place among all nodes, by which Qt names it.
        row: its place among its siblings.
        parent: the node above it, or None for a family.
        family: the family that it is of.
        member: the passage that it stands for, if it is one.
        facts: the disagreement that it stands for, if it is one.
        children: the rows below it.
    """

    number: int
    row: int
    parent: Node | None
    family: LibraryFamily
    member: Member | None = None
    facts: FactReadings | None = None
    children: list[Node] = field(default_factory=list)

    @property
    def key(self) -> tuple[int, ...]:
        """Its name, which outlives a new list of the same families."""
        above = (self.family.number,) if self.parent is None else self.parent.key
        return above if self.parent is None else (*above, self.row)

    @property
    def is_reading(self) -> bool:
        """Whether it is what one copy says where copies disagree."""
        return self.parent is not None and self.parent.facts is not None

    def place_in(self, current: int | None) -> tuple[int, Span] | None:
        """Where it leads: a passage to its own place, another row to what `current` has of it.

        Returns:
            A document and a place in it, or None.
        """
        if self.member is not None:
            return self.member.document, self.member.span
        members = self.family.members if self.facts is None else self.facts.readings
        own = (member for member in members if member.document == current)
        return next(((member.document, member.span) for member in own), None)


def saved_characters(family: LibraryFamily) -> int:
    """How many code points go when one member is kept and the copies are removed."""
    lengths = [len(member.span) for member in family.members]
    kept = next((len(m.span) for m in family.members if m.representative), max(lengths))
    return sum(lengths) - kept


def repeated_characters(families: Iterable[LibraryFamily]) -> int:
    """How many code points all copies of `families` cover, each counted once."""
    copies: dict[int, list[Span]] = {}
    for family in families:
        for member in family.members:
            if not member.representative:
                copies.setdefault(member.document, []).append(member.span)
    return sum(covered_length(spans) for spans in copies.values())


class RepeatsModel(QAbstractItemModel):
    """The families that save most come first."""

    def __init__(self, parent: QObject | None = None) -> None:
        """No families."""
        super().__init__(parent)
        self._nodes: list[Node] = []
        self._top: list[Node] = []
        self._words = RepeatsWords({}, lambda _: "")
        self._cache: dict[int, RowWords] = {}

    def show(
        self,
        repeats: LibraryRepeats,
        titles: Mapping[int, str],
        text_of: Callable[[int], str],
        only: int | None = None,
        kept_of: KeptOf | None = None,
    ) -> None:
        """Show the families of the library.

        Args:
            repeats: the families.
            titles: the names of the documents.
            text_of: gives the text of a document; asked only for rows that are looked at.
            only: show only the families that have a member in this document.
            kept_of: tells which copy of a family would be kept; asked as `text_of` is.
        """
        self.beginResetModel()
        self._words = RepeatsWords(titles, text_of, kept_of)
        self._nodes, self._top, self._cache = [], [], {}
        families = [
            family
            for family in repeats.families
            if only is None or any(member.document == only for member in family.members)
        ]
        for family in sorted(families, key=saved_characters, reverse=True):
            self._add_family(family)
        self.endResetModel()

    def _add_family(self, family: LibraryFamily) -> None:
        top = self._add(self._top, None, family)
        for facts in family.disagreements:
            row = self._add(top.children, top, family, facts=facts)
            for reading in facts.readings:
                self._add(row.children, row, family, member=reading)
        for member in family.members:
            self._add(top.children, top, family, member=member)

    def _add(
        self,
        siblings: list[Node],
        parent: Node | None,
        family: LibraryFamily,
        member: Member | None = None,
        facts: FactReadings | None = None,
    ) -> Node:
        node = Node(len(self._nodes), len(siblings), parent, family, member, facts)
        siblings.append(node)
        self._nodes.append(node)
        return node

    def retranslate(self) -> None:
        """Word every row anew."""
        self._cache = {}
        if self._top:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._top) - 1, 0))

    # What a row is

    @property
    def nodes(self) -> Sequence[Node]:
        """All nodes, each before those below it."""
        return self._nodes

    @property
    def families(self) -> list[LibraryFamily]:
        """The families shown, from top to bottom."""
        return [node.family for node in self._top]

    def node(self, index: Index) -> Node | None:
        """The node of a row."""
        return self._nodes[index.internalId()] if index.isValid() else None

    def index_of(self, node: Node) -> QModelIndex:
        """The row of a node."""
        return self.createIndex(node.row, 0, node.number)

    def node_with(self, key: Sequence[int]) -> Node | None:
        """The node with this key, or None."""
        number, *rows = key
        node = next((top for top in self._top if top.family.number == number), None)
        for row in rows:
            if node is None or row >= len(node.children):
                return None
            node = node.children[row]
        return node

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = NO_PARENT) -> QModelIndex:
        """The row below `parent`."""
        siblings = self._below(parent)
        if column or not 0 <= row < len(siblings):
            return QModelIndex()
        return self.index_of(siblings[row])

    def parent(  # pyright: ignore[reportIncompatibleMethodOverride] - Qt overloads the name
        self, index: Index
    ) -> QModelIndex:
        """The row above."""
        node = self.node(index)
        if node is None or node.parent is None:
            return QModelIndex()
        return self.index_of(node.parent)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """The rows below `parent`."""
        return len(self._below(parent))

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """One."""
        return 1

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        """The words of a row, for the delegate and for screen readers, and its tool tip."""
        node = self.node(index)
        if node is None:
            return None
        if role == ROLE.ToolTipRole:
            return self._words.tip(node.member)
        if role not in (ROW_WORDS, ROLE.DisplayRole, ROLE.AccessibleTextRole):
            return None
        words = self._cache.get(node.number)
        if words is None:
            words = self._cache[node.number] = self._worded(node)
        if role == ROW_WORDS:
            return words
        return words.heading if role == ROLE.DisplayRole else words.spoken

    def _worded(self, node: Node) -> RowWords:
        if node.facts is not None:
            return self._words.disagreement(node.facts)
        if node.member is None:
            return self._words.family(node.family, saved_characters(node.family))
        if node.is_reading:
            return self._words.reading(node.member)
        return self._words.member(node.family, node.member)

    def _below(self, parent: Index) -> list[Node]:
        node = self.node(parent)
        return self._top if node is None else node.children
