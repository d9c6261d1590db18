"""New documents are searched against their candidates alone, and nothing is lost by that."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench import Bench, document
from speech_library import Author, bench_at, outline, settle, take_in

from reviewer.review.edits import Edit
from reviewer.text.progress import Cancelled
from reviewer.workflow.searching import search_library, search_order

SEEDS = range(8)

MOSTLY = 0.9
"""Of two copies that are equally good either may represent a family, and borders may follow it: a
few families may differ by a hair; all else must be the same."""


def expect_alike(one: list[object], other: list[object]) -> None:
    """Check that two libraries have the same repeats, and some."""
    same = sum(family in other for family in one)
    assert same >= MOSTLY * max(len(one), len(other), 1), (one, other)
    assert one, "a library without repeats shows nothing"


class Story:
    """A library to which something happens, with a search after each event."""

    def __init__(self, bench: Bench, seed: int) -> None:
        self.bench = bench
        self.author = Author(seed)
        self.texts: dict[int, str] = {}
        self.removed: dict[int, str] = {}

    def add(self) -> None:
        text = self.author.speech(list(self.texts.values()))
        name = f"{len(self.texts) + len(self.removed)}.txt"
        self.texts[take_in(self.bench, text, name)] = text

    def edit(self) -> None:
        number = self.author.random.choice(list(self.texts))
        text = self.bench.desk.text_of(number)
        if self.author.random.random() < 0.5:
            place = self.author.random.randrange(len(text))
            edit = Edit(place, "", self.author.taken(list(self.texts.values())))
        else:
            start = self.author.random.randrange(len(text) // 2)
            edit = Edit(start, text[start : start + 200], "")
        self.bench.clock.now += 60
        self.bench.desk.type_text(number, edit)
        settle(self.bench, number)
        self.texts[number] = self.bench.desk.text_of(number)

    def undo(self) -> None:
        step = self.bench.desk.undo()
        for number in step.documents if step else ():
            if number in self.texts:
                self.texts[number] = self.bench.desk.text_of(number)

    def remove(self) -> None:
        number = self.author.random.choice(list(self.texts))
        self.bench.desk.remove(number)
        self.removed[number] = self.texts.pop(number)

    def happen(self, events: int) -> None:
        for _ in range(4):
            self.add()
        search_library(self.bench.desk)
        for _ in range(events):
            event = self.author.random.choice(
                (self.add, self.add, self.add, self.edit, self.edit, self.undo, self.remove)
            )
            if len(self.texts) > 2 or event == self.add:
                event()
            if self.author.random.random() < 0.7:
                search_library(self.bench.desk)
        search_library(self.bench.desk)


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_happens_to_a_library_the_repeats_are_those_of_a_full_search(
    tmp_path: Path, seed: int
) -> None:
    bench, fresh = bench_at(tmp_path, "grown"), bench_at(tmp_path, "fresh")
    story = Story(bench, seed)
    story.happen(14)
    numbers = [row.id for row in bench.desk.documents()]
    for number in numbers:
        take_in(fresh, story.texts[number], f"{number}.txt")
    search_library(fresh.desk)
    places = {number: at for at, number in enumerate(numbers, 1)}
    expect_alike(outline(bench.desk.repeats(), places), outline(fresh.desk.repeats()))
    bench.store.close()
    fresh.store.close()


@pytest.mark.parametrize("seed", SEEDS[:3])
def test_a_library_that_is_searched_in_pieces_has_the_same_repeats(
    tmp_path: Path, seed: int
) -> None:
    pieces, whole = bench_at(tmp_path, "pieces"), bench_at(tmp_path, "whole")
    author = Author(seed)
    texts: list[str] = []
    for number in range(14):
        texts.append(author.speech(texts))
        for bench in (pieces, whole):
            take_in(bench, texts[-1], f"{number}.txt")
    assert search_order(pieces.desk, 3000).waiting > 5
    search_library(pieces.desk, most=3000)
    search_library(whole.desk)
    expect_alike(outline(pieces.desk.repeats()), outline(whole.desk.repeats()))
    assert search_order(pieces.desk).texts == ()
    pieces.store.close()
    whole.store.close()


def test_only_what_is_new_is_searched_with_its_candidates(bench: Bench) -> None:
    author = Author(1)
    texts = [author.prose(800) for _ in range(6)]
    for number, text in enumerate(texts):
        take_in(bench, text, f"{number}.txt")
    search_library(bench.desk)
    assert search_order(bench.desk).texts == (), "nothing is new"
    new = bench.desk.add(document(author.prose(300) + texts[3][100:500], "新.txt"))
    order = search_order(bench.desk)
    assert [number for number, _ in order.texts] == [4, new]
    assert order.stale == frozenset({new})
    assert order.names == ("3", "新")


def test_what_was_typed_and_taken_back_by_hand_needs_no_search(bench: Bench) -> None:
    number = take_in(bench, Author(2).prose(400), "一.txt")
    search_library(bench.desk)
    bench.desk.type_text(number, Edit(0, "", "好"))
    assert [number for number, _ in search_order(bench.desk).texts] == [number]
    bench.clock.now += 60
    bench.desk.type_text(number, Edit(0, "好", ""))
    assert search_order(bench.desk).texts == ()


def test_a_large_family_is_joined_and_not_searched_again(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reviewer.workflow.affected.MOST_DOCUMENTS_MORE", 2)
    monkeypatch.setattr("reviewer.workflow.searching.MOST_CANDIDATES", 3)
    author = Author(3)
    passage = author.prose(300)
    copies = [take_in(bench, author.prose(200) + passage, f"{at}.txt") for at in range(9)]
    search_library(bench.desk)
    copies.append(take_in(bench, passage + author.prose(200), "新.txt"))
    assert len(search_order(bench.desk).texts) == 4
    search_library(bench.desk)
    (family,) = bench.desk.repeats().families
    assert [member.document for member in family.members] == copies
    # One of the copies is changed: the others stay together.
    bench.desk.type_text(copies[2], Edit(0, bench.desk.text_of(copies[2]), "别的"))
    settle(bench, copies[2])
    search_library(bench.desk)
    (family,) = bench.desk.repeats().families
    assert [member.document for member in family.members] == copies[:2] + copies[3:]
    assert sum(member.representative for member in family.members) == 1


def test_a_search_that_is_broken_off_leaves_what_was_known_and_goes_on_later(bench: Bench) -> None:
    author = Author(4)
    first = author.prose(500)
    for number, text in enumerate((first, author.prose(100) + first[50:400])):
        take_in(bench, text, f"{number}.txt")
    search_library(bench.desk)
    before = outline(bench.desk.repeats())
    third = take_in(bench, first[100:450], "三.txt")

    def stop(stage: str, done: int, total: int) -> None:
        if stage == "families" and done <= total:
            raise Cancelled

    with pytest.raises(Cancelled):
        search_library(bench.desk, stop)
    assert outline(bench.desk.repeats()) == before
    search_library(bench.desk)
    assert third in {
        member.document for family in bench.desk.repeats().families for member in family.members
    }
