"""Figures of documents without opening them: they are those of the open document, or none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench import SPEECH, Bench, document
from speech_library import Author, outline, take_in

from reviewer.cli import run
from reviewer.export.library_list import library_text
from reviewer.garble.finding import Kind
from reviewer.review.edits import Edit
from reviewer.review.preferences import Preferences
from reviewer.review.status import Status
from reviewer.text.wording import Language
from reviewer.workflow.listing import listed_documents
from reviewer.workflow.searching import search_library
from reviewer.workflow.summaries import Summaries, all_summaries, summary_of


def live(bench: Bench) -> dict[int, object]:
    """The figures of every document as it is when it is open."""
    desk = bench.desk
    return {
        row.id: summary_of(desk.reviewed(row.id), desk.marks(row.id)) for row in desk.documents()
    }


def opened(bench: Bench) -> list[int]:
    return [row.id for row in bench.desk.documents() if bench.desk.is_opened(row.id)]


@pytest.fixture
def library(bench: Bench) -> Bench:
    """Three searched documents whose figures are kept, none of them open."""
    for number in range(3):
        bench.add(SPEECH * (number + 1), f"{number}.txt")
    all_summaries(bench.desk)
    bench.reopen()
    return bench


def test_kept_figures_are_those_of_the_open_documents(library: Bench) -> None:
    kept = Summaries(library.desk).kept()
    assert opened(library) == []
    assert kept == live(library)
    assert kept[2].findings > kept[1].findings > 0


@pytest.mark.parametrize("change", ["decide", "type", "undo", "prefer", "search"])
def test_figures_do_not_hold_for_what_changed_since(library: Bench, change: str) -> None:
    number, desk = 2, library.desk
    if change == "prefer":
        desk.prefer(Preferences(kinds_off=frozenset({Kind.PINYIN_INJECTION})))
    elif change == "type":
        desk.type_text(number, Edit(0, "", "改"))
    elif change == "search":
        library.search(number)
    else:
        desk.accept(library.marks(number)[:1])
        if change == "undo":
            desk.undo()
    library.reopen()
    kept = Summaries(library.desk).kept()
    assert set(kept) == (set() if change == "prefer" else {1, 3})
    assert all_summaries(library.desk) == live(library)


def test_a_document_is_closed_again_unless_it_was_open(library: Bench) -> None:
    library.desk.reviewed(1)
    summaries = Summaries(library.desk)
    for number in (1, 2):
        summaries.make(number)
    assert opened(library) == [1]


def test_a_document_that_nothing_was_found_in_nor_done_to_is_not_opened(bench: Bench) -> None:
    number = bench.desk.add(document(SPEECH))
    bench.reopen()
    figures = all_summaries(bench.desk)[number]
    assert opened(bench) == []
    assert figures == live(bench)[number]
    assert (figures.analysed, figures.characters) == (False, len(SPEECH))


def test_figures_of_findings_that_are_not_saved_yet_wait(library: Bench) -> None:
    desk = library.desk
    desk.type_text(1, Edit(0, "", "改"))
    state = desk.reviewed(1)
    assert desk.found.take(state, state.text, ())
    summaries = Summaries(desk)
    summaries.make(1)
    summaries.keep()
    assert 1 not in Summaries(desk).kept()
    desk.found.keep_all()
    summaries.keep()
    library.reopen()
    assert Summaries(library.desk).kept() == live(library)


def test_findings_that_are_not_saved_yet_are_not_taken_for_none(bench: Bench) -> None:
    number = bench.desk.add(document(SPEECH))
    assert bench.desk.found.take(bench.desk.reviewed(number), SPEECH, ())
    assert number not in Summaries(bench.desk).known(bench.desk.documents())
    assert all_summaries(bench.desk)[number].analysed


def test_figures_that_were_overtaken_by_a_decision_are_not_saved(library: Bench) -> None:
    library.desk.accept(library.marks(1)[:1])
    summaries = Summaries(library.desk)
    summaries.make(1)
    library.desk.accept(library.marks(1)[1:2])
    summaries.keep()
    assert 1 not in Summaries(library.desk).kept()


def test_rejections_weigh_in_every_document_whether_theirs_is_open_or_not(bench: Bench) -> None:
    first, second = bench.add(SPEECH * 4, "1.txt"), bench.add(SPEECH, "2.txt")
    pinyin = [row for row in bench.marks(first) if row[1].finding.kind is Kind.PINYIN_INJECTION]
    before = len(bench.desk.marks(second))
    bench.desk.reject(pinyin)
    while_open = len(bench.desk.marks(second))
    assert while_open < before, "a rule that is rejected sinks in the other document"
    all_summaries(bench.desk)
    bench.reopen()
    assert len(bench.desk.marks(second)) == before, "nobody told of the document that is closed"
    Summaries(bench.desk).kept()
    assert len(bench.desk.marks(second)) == while_open
    assert opened(bench) == [second]
    bench.desk.remove(first)
    Summaries(bench.desk).kept()
    assert len(bench.desk.marks(second)) == before, "what is not in the library does not count"


# Repeats without opening


def copies(bench: Bench) -> None:
    author = Author(3)
    texts: list[str] = []
    for number in range(12):
        texts.append(author.speech(texts))
        take_in(bench, texts[-1], f"{number}.txt")
    search_library(bench.desk)


def test_repeats_are_told_without_opening_what_is_as_it_was_searched(bench: Bench) -> None:
    copies(bench)
    bench.reopen()
    untouched = bench.desk.repeats()
    assert untouched.families
    assert opened(bench) == []
    for row in bench.desk.documents():
        bench.desk.reviewed(row.id)
    assert bench.desk.repeats() == untouched


def test_repeats_follow_a_text_that_was_edited_and_closed(bench: Bench) -> None:
    copies(bench)
    family = bench.desk.repeats().families[0]
    member = family.members[-1]
    bench.desk.type_text(member.document, Edit(0, "", "改"))
    while_open = outline(bench.desk.repeats())
    bench.desk.put_away([row.id for row in bench.desk.documents()])
    assert outline(bench.desk.repeats()) == while_open
    bench.reopen()
    assert outline(bench.desk.repeats()) == while_open
    assert opened(bench) == [member.document]
    bench.desk.put_away([member.document])
    bench.desk.undo()
    assert family in bench.desk.repeats().families


def test_shares_of_all_documents_are_those_of_each(bench: Bench) -> None:
    copies(bench)
    repeats = bench.desk.repeats()
    lengths = {row.id: row.characters for row in bench.desk.documents()}
    shares = repeats.repeated_shares(lengths)
    assert shares == {number: repeats.repeated_share(number, lengths[number]) for number in lengths}
    assert any(shares.values())
    assert repeats.repeated_shares({1: 0}) == {1: 0.0}


# The list in the terminal


def test_the_terminal_lists_documents_by_status_and_tag(
    library: Bench, capsys: pytest.CaptureFixture[str]
) -> None:
    library.desk.catalogue.set_status([1, 2], Status.DONE)
    library.desk.catalogue.tag([2, 3], "重点")
    library.store.close()
    arguments = ["library", "list", "--json", "--store", str(library.path)]
    found: list[list[int]] = []
    for more in (
        [],
        ["--status", "done"],
        ["--tag", "重点"],
        ["--status", "done", "--tag", "重点"],
    ):
        assert run([*arguments, *more]) == 0
        listed = json.loads(capsys.readouterr().out)
        assert listed["format"] == "reviewer-library/1"
        found.append([row["number"] for row in listed["documents"]])
    assert found == [[1, 2, 3], [1, 2], [2, 3], [2]]
    library.reopen()


def test_a_status_that_does_not_exist_is_refused(
    library: Bench, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        run(["library", "list", "--status", "finished"])
    assert "--status" in capsys.readouterr().err


def test_the_table_stands_in_columns_and_hides_nothing(library: Bench) -> None:
    library.desk.catalogue.tag([1], "重点\u202e")
    text = library_text(listed_documents(library.desk), Language.CHINESE)
    first, second, *_ = text.splitlines()
    assert first.split() == ["编号", "状态", "未决", "问题", "重复", "名称", "标签"]
    figures = all_summaries(library.desk)[1]
    assert second.split() == [
        "1", "未审", str(figures.open_findings), str(figures.findings), "0%", "0", "#重点\\u202e",
    ]  # fmt: skip
    assert "In review" not in library_text(listed_documents(library.desk), Language.ENGLISH)


def test_the_list_keeps_the_figures_that_it_had_to_make(tmp_path: Path) -> None:
    bench = Bench(tmp_path / "new.db")
    bench.add(SPEECH)
    assert Summaries(bench.desk).kept() == {}
    listed_documents(bench.desk)
    assert set(Summaries(bench.desk).kept()) == {1}
    bench.store.close()


def test_every_command_of_the_terminal_opens_no_window() -> None:
    from reviewer.__main__ import COMMANDS

    assert "library" in COMMANDS
