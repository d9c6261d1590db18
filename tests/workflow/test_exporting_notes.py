"""Lists of notes: tables that open safely, Markdown that shows what was written, whole JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from bench import SPEECH, Bench
from hypothesis import given
from hypothesis import strategies as st

from reviewer.cli import run
from reviewer.export.files import ExportError
from reviewer.export.notes_list import NoteLine, notes_csv, notes_json, notes_markdown
from reviewer.review.annotation import Annotation, NoteColour, NoteContent, Task
from reviewer.review.edits import Edit
from reviewer.text.span import Span
from reviewer.text.wording import Language
from reviewer.workflow.exporting_notes import NotesFormatUnknown, export_notes

ZH, EN = Language.CHINESE, Language.ENGLISH
ROAD = NoteLine(
    "城管讲话",
    Annotation(
        "a" * 32,
        Span(6, 12),
        "修路二十公里",
        "里程待核\n问交通局",
        "数字",
        NoteColour.BLUE,
        Task.OPEN,
    ),
    2,
    "2026-03-04T05:06:07.000+00:00",
)
LOST = NoteLine("城管讲话", Annotation("b" * 32, Span(3, 3), "删掉的话", "为什么删？"), 1)
HOSTILE = st.text(
    st.one_of(st.characters(exclude_categories=()), st.sampled_from("=+-@\t\r\n\",'|`<#1.)")),
    max_size=14,
)


def table(text: str) -> list[list[str]]:
    """The cells as a table program reads them."""
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_table_has_a_head_line_and_a_row_for_each_note() -> None:
    head, road, lost = table(notes_csv([ROAD, LOST], ZH))
    assert head == ["文稿", "段落", "原文", "标签", "颜色", "待办", "批注", "位置", "时间"]
    assert road[:8] == [
        "城管讲话",
        "2",
        "修路二十公里",
        "数字",
        "蓝色",
        "待办",
        "里程待核\n问交通局",
        "",
    ]
    assert re.fullmatch(r"2026-03-0[345] \d\d:\d\d", road[8])
    assert (lost[4], lost[5], lost[7], lost[8]) == ("黄色", "", "位置已失", "")


def test_the_table_is_worded_in_the_language_of_the_editor() -> None:
    head, road, lost = table(notes_csv([ROAD, LOST], EN))
    assert (head[0], road[4], road[5], lost[7]) == ("Document", "blue", "to do", "place lost")


@pytest.mark.parametrize(
    ("note", "cell"),
    [
        ('=HYPERLINK("http://x","点我")', '\'=HYPERLINK("http://x","点我")'),
        ("+1", "'+1"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r\n=1", "'\n=1"),
        ("＝1", "'＝1"),
        ("1=1", "1=1"),
        ("增长 -2%", "增长 -2%"),
        ("'引号'", "'引号'"),
        ("a\x00b\udc80", "a\ufffdb\ufffd"),
    ],
)
def test_a_cell_is_never_a_formula(note: str, cell: str) -> None:
    line = NoteLine("稿", Annotation("c" * 32, Span(0, 1), "原", note), 1)
    assert table(notes_csv([line], ZH))[1][6] == cell


@given(st.lists(st.tuples(HOSTILE, HOSTILE, HOSTILE, HOSTILE), max_size=4))
def test_whatever_was_written_the_table_keeps_its_shape_and_json_every_character(
    rows: list[tuple[str, str, str, str]],
) -> None:
    lines = [
        NoteLine(title, Annotation("d" * 32, Span(0, 1), quote, note, label), 1)
        for title, quote, note, label in rows
    ]
    text = notes_csv(lines, ZH)
    text.encode()
    cells = table(text)
    assert [len(row) for row in cells] == [9] * (len(rows) + 1)
    assert not any(re.match(r"\s*[=+\-@]", cell) for row in cells for cell in row)
    written = notes_json(lines, ZH)
    written.encode()
    read = json.loads(written)["notes"]
    assert [(row["document"], row["quote"], row["note"], row["label"]) for row in read] == rows


def test_json_says_all_of_a_note_in_every_language() -> None:
    assert notes_json([ROAD], ZH) == notes_json([ROAD], EN)
    data = json.loads(notes_json([ROAD, LOST], ZH))
    assert data["format"] == "reviewer-notes/1"
    assert data["notes"][0] == {
        "document": "城管讲话",
        "paragraph": 2,
        "start": 6,
        "end": 12,
        "quote": "修路二十公里",
        "label": "数字",
        "colour": "blue",
        "task": "open",
        "note": "里程待核\n问交通局",
        "place_lost": False,
        "made_at": "2026-03-04T05:06:07.000+00:00",
    }
    assert data["notes"][1]["place_lost"] is True


def test_markdown_has_a_chapter_for_each_document_and_boxes_for_to_dos() -> None:
    other = NoteLine("另一篇", Annotation("e" * 32, Span(0, 1), "原", "", task=Task.DONE), 7)
    text = notes_markdown([ROAD, LOST, other], ZH)
    assert text.count("\n## ") == 2
    assert "- [ ] 第 2 段 · 「修路二十公里」 · 数字 · 蓝色" in text
    assert "  > 里程待核\n  > 问交通局\n" in text
    assert "- 位置已失 · 「删掉的话」" in text
    assert "- [x] 第 7 段" in text
    assert "（未写内容）" in text


def test_markdown_shows_markup_that_was_written_as_it_was_written() -> None:
    evil = "# 题\n<script>\n[点](http://x)\n1. 一\n- 二\n    缩进\n`码`\n---\n==="
    line = NoteLine("*稿*\n## 假", Annotation("f" * 32, Span(0, 1), "一\n二", evil, "**"), 1)
    text = notes_markdown([line], ZH)
    assert "## \\*稿\\* \\#\\# 假\n" in text
    for row in (
        r"\# 题",
        r"\<script\>",
        r"\[点\](http://x)",
        r"1\. 一",
        r"\- 二",
        "缩进",
        r"\`码\`",
    ):
        assert f"  > {row}\n" in text
    assert "  > \\---\n  > \\===\n" in text
    assert "「一 二」" in text


def put_notes(bench: Bench) -> list[int]:
    """Two documents with a note each, in the first the place is gone; a third without."""
    numbers = [bench.add(SPEECH + name, f"{name}.txt") for name in ("甲", "乙", "丙")]
    for number in numbers[:2]:
        bench.desk.notes.write(
            number, Span(6, 8), NoteContent("查", "称呼", NoteColour.PINK, Task.OPEN)
        )
    bench.desk.type_text(numbers[0], Edit(0, SPEECH[:9], ""))
    return numbers


def test_the_notes_of_the_library_are_written_by_suffix(bench: Bench, tmp_path: Path) -> None:
    put_notes(bench)
    bench.reopen()
    documents = bench.desk.documents()
    for suffix in (".csv", ".md", ".JSON"):
        assert export_notes(bench.desk, documents, tmp_path / f"n{suffix}", ZH) == 2
    rows = json.loads((tmp_path / "n.JSON").read_text("utf-8"))["notes"]
    assert [(row["document"], row["paragraph"], row["place_lost"]) for row in rows] == [
        ("甲", 1, True),
        ("乙", 2, False),
    ]
    assert all(row["made_at"] for row in rows)
    assert (tmp_path / "n.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert not any(bench.desk.has_open(row.id) for row in documents), "read and put away again"


def test_one_document_is_exported_alone_and_stays_open(bench: Bench, tmp_path: Path) -> None:
    numbers = put_notes(bench)
    chosen = [row for row in bench.desk.documents() if row.id == numbers[1]]
    assert export_notes(bench.desk, chosen, tmp_path / "n.csv", ZH) == 1
    assert bench.desk.has_open(numbers[1])


def test_a_suffix_that_is_no_format_and_a_source_file_are_refused(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    bench.add(SPEECH, "源.csv")
    Path("源.csv").write_text(SPEECH, encoding="utf-8")
    with pytest.raises(NotesFormatUnknown):
        export_notes(bench.desk, bench.desk.documents(), tmp_path / "n.xlsx", ZH)
    with pytest.raises(ExportError):
        export_notes(bench.desk, bench.desk.documents(), tmp_path / "源.csv", ZH)
    assert Path("源.csv").read_text(encoding="utf-8") == SPEECH
    assert not (tmp_path / "n.xlsx").exists()


def test_the_terminal_exports_notes_with_or_without_texts(
    bench: Bench, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put_notes(bench)
    bench.store.close()
    target, output, store = tmp_path / "n.csv", tmp_path / "out", ["--store", str(bench.path)]
    assert run(["export", *store, "--language", "zh", "--notes", str(target)]) == 0
    assert "批注 2 条" in capsys.readouterr().out
    assert not output.exists()
    assert run(["export", "乙", *store, "--notes", str(target), "--output", str(output)]) == 0
    assert len(table(target.read_text("utf-8"))) == 2
    assert (output / "乙.txt").exists()
    assert run(["export", *store]) == 2
    assert "--notes" in capsys.readouterr().err
    assert run(["export", *store, "--notes", str(tmp_path / "n.xlsx")]) == 2
    assert ".csv, .md, .json" in capsys.readouterr().err
