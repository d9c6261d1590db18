"""One finding among those of several documents: its name, and what is known without its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.gui.models.quoting import Paragraphs, Quote, near, one_line

if TYPE_CHECKING:
    # Marks bring numpy with them, which start-up does without.
    from reviewer.review.marks import Mark


@dataclass(slots=True, eq=False)
class AcrossRow:
    """One finding of one of the documents.

    Attributes:
        key: its name among all documents; see `key_of`.
        document: the number of its document.
        title: its document's name.
        mark: the finding as it stands now.
        quote: the marked text in its line.
        paragraph: the number of its paragraph.
        open: whether it is still to be decided.
    """

    key: str
    document: int
    title: str
    mark: Mark
    quote: Quote
    paragraph: int
    open: bool


def key_of(document: int, anchor: str) -> str:
    """The name of a finding among the findings of all documents."""
    return f"{document}:{anchor}"


def place_of(key: str) -> tuple[int, str]:
    """The document and the anchor that `key_of` joined."""
    document, _, anchor = key.partition(":")
    return int(document), anchor


def rows_of(document: int, title: str, text: str, marks: Sequence[Mark]) -> list[AcrossRow]:
    """The rows of one document. Cost: O(n) of its text and its findings."""
    paragraphs, shown = Paragraphs(text), one_line(title)
    return [
        AcrossRow(
            key=key_of(document, mark.anchor),
            document=document,
            title=shown,
            mark=mark,
            quote=near(text, mark.finding.span),
            paragraph=paragraphs.number(mark.finding.span.start),
            open=mark.open,
        )
        for mark in marks
    ]
