"""One document as it goes to paper: a snapshot that nothing done meanwhile changes."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Self

from PySide6.QtGui import QFont, QPagedPaintDevice
from PySide6.QtPrintSupport import QPrinter

from reviewer.export.marked_text import MarkedText, marked_text, plain_text
from reviewer.gui.models.quoting import one_line
from reviewer.gui.printing.pages import PageRange, set_pages, text_length
from reviewer.gui.printing.typeset import paragraphs
from reviewer.gui.text.fonts import text_font
from reviewer.review.marks import Mark
from reviewer.review.reviewed import ReviewedDocument
from reviewer.text.wording import Language

PRINTED_SIZE = 12.0
"""The size of the text on paper, in points: 小四, that of ordinary print."""


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """What is printed.

    Attributes:
        title: stands above every page, and is the name that the printer is told.
        content: the text, with or without its marks.
        font: the font of the text.
    """

    title: str
    content: MarkedText
    font: QFont

    @classmethod
    def of(
        cls,
        title: str,
        state: ReviewedDocument,
        marks: Sequence[Mark] | None,
        language: Language,
        family: str = "",
    ) -> Self:
        """The clean text of a document, or with `marks` what changed and what is open too."""
        if marks is None:
            content = plain_text(state.cleaned(language).text)
        else:
            content = marked_text(state, marks, language)
        return cls(one_line(title), content, text_font(PRINTED_SIZE, family))

    @property
    def length(self) -> int:
        """How many code points `pages` will have set in the end."""
        return text_length(paragraphs(self.content))

    def pages(self, device: QPagedPaintDevice) -> Generator[int, None, None]:
        """Draw the pages on `device`, of a printer only those asked for; see `set_pages`.

        Raises:
            PagesFailed: the device takes no page.
        """
        drawn = PageRange()
        if isinstance(device, QPrinter):
            drawn = PageRange(max(1, device.fromPage()), device.toPage())
        return set_pages(device, self.title, paragraphs(self.content), self.font, drawn)
