"""Seen before? A text is told at once which documents of the library it shares passages with."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from bench import SPEECH, Bench, document
from speech_library import Author, take_in

from reviewer.review.edits import Edit
from reviewer.review.role import Role
from reviewer.review.speeches import Part
from reviewer.store.store import Store
from reviewer.text.span import Span
from reviewer.text.wording import Wording
from reviewer.workflow.desk import ReviewDesk
from reviewer.workflow.searching import search_library
from reviewer.workflow.seen_before import SeenBefore, seen_before, shared_passages

FROZEN = Path(__file__).resolve().parents[1] / "data" / "stores"


@pytest.fixture
def author() -> Author:
    return Author(11)


def named(seen: SeenBefore) -> list[int]:
    return [each.document for each in seen.documents]


def test_documents_are_named_by_how_much_they_share(bench: Bench, author: Author) -> None:
    text = author.prose(1000)
    half = take_in(bench, author.prose(500) + text[:500], "半.txt")
    take_in(bench, author.prose(1000), "别.txt")
    line = take_in(bench, author.prose(500) + text[700:760], "句.txt")
    whole = take_in(bench, author.edited(text, 0.03), "全.txt")
    seen = seen_before(bench.desk, text)
    assert named(seen) == [whole, half, line]
    assert [each.share for each in seen.documents] == pytest.approx([0.75, 0.5, 0.06], abs=0.1)
    assert seen.documents[1].characters == pytest.approx(len(text) / 2, rel=0.15)
    assert seen.share == pytest.approx(0.9, abs=0.1)


def test_a_text_of_the_library_is_not_its_own_copy(bench: Bench, author: Author) -> None:
    text = author.prose(400)
    own = take_in(bench, text, "一.txt")
    assert named(seen_before(bench.desk, text)) == [own]
    assert seen_before(bench.desk, text, but=own) == SeenBefore(0.0, ())


@pytest.mark.parametrize("text", ["", " \n", "谢谢", "好" * 100_000])
def test_texts_that_say_little_were_not_seen(bench: Bench, author: Author, text: str) -> None:
    take_in(bench, author.prose(300), "一.txt")
    assert seen_before(bench.desk, text) == SeenBefore(0.0, ())
    assert shared_passages(bench.desk, text, [1]) == []


def test_layout_script_and_figures_hide_nothing(bench: Bench) -> None:
    number = take_in(
        bench, "今年全县共落实责任田三万亩，春耕动员工作已经全面完成，种子化肥都到位了。", "一.txt"
    )
    other = "今年全縣共落實責任田三萬畝\n春耕動員工作已經全面完成\n種子化肥都到位了"
    assert named(seen_before(bench.desk, other)) == [number]


def test_only_documents_of_one_role_are_named_where_that_is_asked(
    bench: Bench, author: Author
) -> None:
    text = author.prose(400)
    own, incoming = (take_in(bench, text + name, f"{name}.txt") for name in "一二")
    bench.desk.set_role([own], Role.OWN)
    assert named(seen_before(bench.desk, text, role=Role.OWN)) == [own]
    assert named(seen_before(bench.desk, text, role=Role.INCOMING)) == [incoming]
    bench.reopen()
    assert [row.role for row in bench.desk.documents()] == [Role.OWN, Role.INCOMING]


def test_the_index_follows_what_becomes_of_documents(bench: Bench, author: Author) -> None:
    first, second = author.prose(400), author.prose(400)
    number = take_in(bench, first, "一.txt")
    bench.desk.type_text(number, Edit(0, first, second))
    search_library(bench.desk)
    assert named(seen_before(bench.desk, second)) == [number]
    assert named(seen_before(bench.desk, first)) == []
    bench.desk.remove(number)
    assert named(seen_before(bench.desk, second)) == []
    assert bench.desk.add(document(first, "一.txt")) == number
    assert named(seen_before(bench.desk, second)) == [number]


def test_a_library_of_an_older_version_is_indexed_when_it_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    shutil.copy(FROZEN / "v1.db", path)
    with Store.open(path) as store:
        desk = ReviewDesk(store)
        text = desk.text_of(2)
        assert 2 in named(seen_before(desk, text))


def test_the_passages_themselves_are_found_in_the_documents_that_were_named(
    bench: Bench, author: Author
) -> None:
    text = author.prose(600)
    before = author.prose(200)
    number = take_in(bench, before + text[100:400], "一.txt")
    take_in(bench, author.prose(300), "二.txt")
    families = shared_passages(bench.desk, text, named(seen_before(bench.desk, text)))
    ((own, other),) = [family.passages for family in families]
    assert (own.document, other.document) == (0, 1)
    assert own.span.start == pytest.approx(100, abs=3)
    assert other.span.start == pytest.approx(len(before), abs=3)
    assert other.span.of(bench.desk.text_of(number)).strip("。\n") in text


def test_a_part_of_a_collection_is_seen_in_it(bench: Bench) -> None:
    text = "第一篇\n" + SPEECH + "第二篇\n" + SPEECH.replace("投资", "税收")
    whole = document(text, "汇编.txt")
    parent = bench.desk.add(whole)
    span = Span(4, 4 + len(SPEECH))
    place = Part("第一篇", span, Wording("编号", "numbered"))
    number = bench.desk.add_part(document(SPEECH, "汇编.txt"), parent, place)
    assert bench.desk.parts()[number].parent == parent
    assert bench.desk.text_of(number) == SPEECH
    assert named(seen_before(bench.desk, SPEECH, but=number)) == [parent]
