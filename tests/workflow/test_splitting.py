"""Splitting a collection: every speech becomes a document that knows its place; the file stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench import document

from reviewer.cli import run
from reviewer.review.speeches import Part
from reviewer.text.document import Document
from reviewer.workflow.splitting import split_document

FIRST = "会场的灯坏了两盏，我们就在窗边开会，反正要说的话不长，说完就去地里看墒情。" * 4
SECOND = "食堂的账今天念给大家听，从土豆到煤气，一笔一笔念，谁听着不对当场就举手。" * 4
COLLECTION = f"讲话稿（2篇）\n第1篇 在田头会上的讲话\n{FIRST}\n第2篇 在食堂会上的讲话\n{SECOND}\n"


class Shelf:
    """A library that remembers what was added."""

    def __init__(self) -> None:
        self.added: list[tuple[Document, int, Part]] = []

    def add_part(self, part: Document, parent: int, place: Part) -> int:
        self.added.append((part, parent, place))
        return 100 + len(self.added)


def test_each_speech_is_added_with_its_place_in_its_parent() -> None:
    shelf, whole = Shelf(), document(COLLECTION, "合集.txt")
    assert split_document(shelf, 7, whole) == (101, 102)
    assert [parent for _, parent, _ in shelf.added] == [7, 7]
    assert [place.title for _, _, place in shelf.added] == ["在田头会上的讲话", "在食堂会上的讲话"]
    for part, _, place in shelf.added:
        assert part.text == place.span.of(whole.text)
        assert part.origin == whole.origin


def test_a_single_speech_adds_nothing() -> None:
    shelf = Shelf()
    assert split_document(shelf, 7, document(f"同志们：\n{FIRST}\n")) == ()
    assert shelf.added == []


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_terminal_writes_each_speech_and_a_list_of_places(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], newline: str
) -> None:
    source = tmp_path / "合集.txt"
    source.write_bytes(COLLECTION.replace("\n", newline).encode("utf-8"))
    before = source.read_bytes()
    output = tmp_path / "分篇"
    assert run(["split", str(source), "--output", str(output), "--language", "zh"]) == 0
    assert source.read_bytes() == before
    assert "在食堂会上的讲话" in capsys.readouterr().out
    listed = json.loads((output / "合集.parts.json").read_text(encoding="utf-8"))
    assert listed["format"] == "reviewer-parts/1"
    assert listed["source"]["characters"] == len(COLLECTION)
    rebuilt = COLLECTION[: listed["parts"][0]["start"]]
    for part in listed["parts"]:
        text = (output / part["file"]).read_bytes().decode("utf-8").replace(newline, "\n")
        assert text == COLLECTION[part["start"] : part["end"]]
        rebuilt += text
    assert rebuilt == COLLECTION


def test_the_terminal_leaves_a_single_speech_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(f"同志们：\n{FIRST}\n", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    output = tmp_path / "out"
    assert run(["split", str(tmp_path), "--output", str(output), "--language", "en"]) == 2
    shown = capsys.readouterr()
    assert "left as it is" in shown.out
    assert "b.txt" in shown.err
    assert list(output.iterdir()) == []


def test_splitting_into_the_folder_of_the_source_overwrites_nothing(tmp_path: Path) -> None:
    source, other = tmp_path / "a.txt", tmp_path / "a-01.txt"
    source.write_text(COLLECTION, encoding="utf-8")
    other.write_text("另一篇文稿\n", encoding="utf-8")
    assert run(["split", str(source), str(other), "--output", str(tmp_path)]) == 0
    assert source.read_text(encoding="utf-8") == COLLECTION
    assert other.read_text(encoding="utf-8") == "另一篇文稿\n"
