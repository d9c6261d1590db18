"""A desk on a fresh store with a clock of its own, and a damaged speech of our own writing."""

from __future__ import annotations

from pathlib import Path

from reviewer.loading.text_file import decode_document
from reviewer.store.store import Store
from reviewer.text.document import Document
from reviewer.workflow.analysing import search_findings
from reviewer.workflow.desk import MarkOf, ReviewDesk

SPEECH = (
    "同志們：\n責(zé)任重大，現(xiàn)在要發(fā)展。責(zé)任到人，發(fā)現(xiàn)問題。"
    "全年完成投資10301。21萬元，20XX年再上臺階。\n"
)


class Clock:
    """Time that passes when the test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def document(text: str, name: str = "讲话.txt") -> Document:
    return decode_document(text.encode(), Path(name))


class Bench:
    """A desk with its store, its clock and one searched document."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.clock = Clock()
        self.store = Store.open(path)
        self.desk = ReviewDesk(self.store, self.clock)

    def add(self, text: str, name: str = "讲话.txt") -> int:
        number = self.desk.add(document(text, name))
        self.search(number)
        return number

    def search(self, number: int) -> None:
        text = self.desk.reviewed(number).text
        (found,) = search_findings([text])
        assert self.desk.take_findings(number, text, found)

    def marks(self, number: int) -> list[MarkOf]:
        return [(number, mark) for mark in self.desk.reviewed(number).marks]

    def reopen(self) -> None:
        self.store.close()
        self.store = Store.open(self.path)
        self.desk = ReviewDesk(self.store, self.clock)
