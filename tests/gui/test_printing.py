"""Printing: the PDF holds title, page numbers and every character; marks have their reasons."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

import pytest
from opened_window import OpenedWindow
from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QIODevice, QTimer
from PySide6.QtGui import QPageSize, QPdfWriter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QProgressDialog, QWidget
from pytestqt.qtbot import QtBot

from reviewer.export.marked_text import MarkedText, Reason, Run, RunStyle, plain_text
from reviewer.gui.actions import ActionId
from reviewer.gui.printing import preview
from reviewer.gui.printing.pages import PageRange, set_pages
from reviewer.gui.printing.print_order import PrintOrder
from reviewer.gui.printing.typeset import Look, paragraphs, reason_line
from reviewer.gui.text.fonts import text_font

SPEECH = "同志們：\n責(zé)任重大，現(xiàn)在要發(fā)展。責(zé)任到人。\n　　全年工作要抓緊。\n"


def streams(pdf: bytes) -> list[str]:
    """The streams of a PDF in clear."""
    found = re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    clear: list[str] = []
    for match in found:
        try:
            clear.append(zlib.decompress(match[1]).decode("latin-1"))
        except zlib.error:
            clear.append(match[1].decode("latin-1"))
    return clear


def searchable_characters(pdf: bytes) -> set[str]:
    """The characters that a reader can search for: those that the fonts of the PDF name."""
    found: set[str] = set()
    for stream in streams(pdf):
        if "begincmap" in stream:
            # Qt lists the characters of its glyphs one after another.
            for code in re.findall(r"<([0-9A-Fa-f]{4,8})>", stream):
                found.add(bytes.fromhex(code).decode("utf-16-be", "replace"))
    return found


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def made_pdf(marked: MarkedText, drawn: PageRange | None = None) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    for _ in set_pages(writer, "会议讲话", paragraphs(marked), text_font(12), drawn):
        pass
    return bytes(buffer.data().data())


def opened_speech(qtbot: QtBot, folder: Path) -> OpenedWindow:
    source = folder / "会议讲话.txt"
    source.write_text(SPEECH, encoding="utf-8")
    opened = OpenedWindow(qtbot, folder, [source])
    opened.wait_for_search()
    return opened


def test_a_pdf_is_written_whole_with_title_and_searchable_text(
    qtbot: QtBot, tmp_path: Path
) -> None:
    opened = opened_speech(qtbot, tmp_path)
    opened.press(ActionId.ACCEPT_SAFE)
    target = tmp_path / "清稿.pdf"
    printing = opened.session.printing
    with qtbot.waitSignal(printing.told, timeout=20_000):
        printing.write_pdf(target)
    pdf = target.read_bytes()
    assert pdf.startswith(b"%PDF-")
    assert pages_of(pdf) == 1
    assert "会议讲话".encode("utf-16-be") in pdf
    shown = searchable_characters(pdf)
    assert set("責任現在要發展") <= shown
    assert not set("zéà") & shown, "what was cleaned away is not in the clean text"
    opened.close()


def test_with_marks_what_was_removed_stands_there_and_the_reasons_follow(
    qtbot: QtBot, tmp_path: Path
) -> None:
    opened = opened_speech(qtbot, tmp_path)
    opened.press(ActionId.ACCEPT_SAFE)
    opened.window.actions_of[ActionId.PRINT_MARKS].trigger()
    order = opened.session.printing.order()
    assert order is not None
    printed = list(paragraphs(order.content))
    assert printed[1].text.startswith("責(zé)[1]任重大，現(xiàn)[2]在")
    assert [stretch.look for stretch in printed[1].stretches[:2]] == [Look.REMOVED, Look.NUMBER]
    assert any("混入拼音" in paragraph.text for paragraph in printed)
    opened.close()
    again = OpenedWindow(qtbot, tmp_path)
    assert again.window.actions_of[ActionId.PRINT_MARKS].isChecked(), "the choice is remembered"
    again.close()


def test_a_source_file_is_never_written(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_speech(qtbot, tmp_path)
    opened.session.printing.write_pdf(tmp_path / "会议讲话.txt")
    assert opened.window.parts.notice.isVisible()
    assert (tmp_path / "会议讲话.txt").read_text(encoding="utf-8") == SPEECH
    opened.close()


def test_a_place_that_cannot_be_written_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_speech(qtbot, tmp_path)
    printing = opened.session.printing
    with qtbot.waitSignal(printing.failed, timeout=20_000):
        printing.write_pdf(tmp_path / "no such folder" / "a.pdf")
    assert "a.pdf" in opened.window.parts.notice.text
    opened.close()


def test_giving_up_leaves_no_file(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_speech(qtbot, tmp_path)
    printing = opened.session.printing
    before = set(tmp_path.iterdir())
    printing.write_pdf(tmp_path / "清稿.pdf")
    opened.window.parts.status.cancel_requested.emit()
    qtbot.wait(50)
    assert set(tmp_path.iterdir()) == before
    with qtbot.waitSignal(printing.told, timeout=20_000):
        printing.write_pdf(tmp_path / "清稿.pdf")
    opened.close()


def test_paper_gets_the_pages_that_were_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_speech(qtbot, tmp_path)
    order = opened.session.printing.order()
    assert order is not None
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    with qtbot.waitSignal(opened.session.printing.told, timeout=20_000):
        opened.session.printing.print_on(printer, order)
    assert pages_of((tmp_path / "paper.pdf").read_bytes()) == 1
    opened.close()


def test_long_paragraphs_and_page_ranges(qtbot: QtBot) -> None:
    text = "全县上下要统一思想，狠抓落实。" * 700
    whole = pages_of(made_pdf(MarkedText((Run(text),))))
    assert whole >= 12
    parted = MarkedText(tuple(Run(text[at : at + 9]) for at in range(0, len(text), 9)))
    assert pages_of(made_pdf(parted)) == whole
    assert pages_of(made_pdf(MarkedText((Run(text),)), PageRange(3, 5))) == 3


@pytest.mark.parametrize("text", ["", "\n", "\n\n\n", "\x00\x0c\ud800𠀀\ufeff", "a" * 9000])
def test_any_text_can_be_printed(qtbot: QtBot, text: str) -> None:
    assert pages_of(made_pdf(MarkedText((Run(text),) if text else ()))) >= 1


def test_a_removed_line_end_joins_the_lines_and_can_be_seen(qtbot: QtBot) -> None:
    runs = (Run("工"), Run("\n", RunStyle.REMOVED, 1), Run("作\n好"))
    shown = [paragraph.text for paragraph in paragraphs(MarkedText(runs))]
    assert shown == ["工⏎[1]作", "好"]


def test_beyond_the_basic_plane_stretches_count_as_qt_does(qtbot: QtBot) -> None:
    runs = (Run("𠀀𠀀"), Run("旧", RunStyle.REMOVED), Run("𠀀新", RunStyle.INSERTED, 1))
    (paragraph,) = paragraphs(MarkedText(runs))
    assert [(s.start, s.length) for s in paragraph.stretches] == [(4, 1), (5, 3), (8, 3)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("责(zé)", "责", "“责(zé)”改为“责”。拼音"),
        ("**", "", "删去“**”。拼音"),
        ("", "工", "补入“工”。拼音"),
        ("己经", None, "“己经”未定。拼音"),
    ],
)
def test_reasons_say_what_was_done(
    qtbot: QtBot, before: str, after: str | None, expected: str
) -> None:
    assert reason_line(Reason(1, before, after, "拼音")) == expected


@pytest.mark.parametrize("enough", [True, False])
def test_a_long_preview_can_be_cut_short(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, enough: bool
) -> None:
    monkeypatch.setattr(preview, "PATIENCE", 0)
    monkeypatch.setattr(preview, "BEAT", 0.0)
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    order = PrintOrder("长稿", plain_text("全年工作要抓紧落实。" * 60 * 200), text_font(12))
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "pages.pdf"))

    def stop() -> None:
        (waiting,) = parent.findChildren(QProgressDialog)
        if enough and waiting.value() > 0:
            waiting.cancel()
        else:
            watch.start(0)

    watch = QTimer(parent)
    watch.setSingleShot(True)
    watch.timeout.connect(stop)
    watch.start(0)
    preview.draw_preview(order, printer, parent)
    watch.stop()
    pages = pages_of((tmp_path / "pages.pdf").read_bytes())
    assert (pages < 20) is enough
    assert pages > 0
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert parent.findChildren(QProgressDialog) == []
