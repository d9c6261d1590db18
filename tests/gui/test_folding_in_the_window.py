"""Folding by key in the whole window, and what a document remembers of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from opened_window import OpenedWindow
from pytestqt.qtbot import QtBot

from reviewer.gui.actions import ActionId
from reviewer.gui.text.fonts import DEFAULT_TEXT_SIZE
from reviewer.gui.text.view import TextView
from reviewer.text.span import Span

PASSAGE = "\n".join(
    (
        "东乡的公路修通以后，山里的药材第一次当天就运到了省城的市场。",
        "中学盖起了新楼，三百多个孩子不必再翻过两道岭去上课。",
        "去年秋天栽下的两万株松树，成活的超过九成，沙地开始变绿。",
        "医院添了救护车，夜里有人得了急病，半个钟头就能送到。",
        "南乡各村都通了自来水，老人们再也不用到河边去挑。",
    )
)
SPEECH = f"在表彰会上的讲话\n{PASSAGE}\n下面我讲几点意见。\n{PASSAGE}\n谢谢大家，散会。\n"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> OpenedWindow:
    paths = [tmp_path / "甲.txt", tmp_path / "乙.txt"]
    paths[0].write_text(SPEECH, encoding="utf-8")
    paths[1].write_text("另一篇讲话，与前一篇没有相同的地方。\n", encoding="utf-8")
    opened = OpenedWindow(qtbot, tmp_path, paths)
    opened.wait_for_search()
    while opened.workspace.reviewed is None or opened.workspace.reviewed.text != SPEECH:
        opened.press(ActionId.NEXT_DOCUMENT)
    return opened


def view_of(window: OpenedWindow) -> TextView:
    return window.window.parts.text.view


def test_keys_fold_and_unfold_the_copy_and_never_the_original(window: OpenedWindow) -> None:
    view = view_of(window)
    for fold, unfold in (
        (ActionId.FOLD_REPEATS, ActionId.UNFOLD_REPEATS),
        (ActionId.FOLD_REPEAT, ActionId.UNFOLD_REPEAT),
    ):
        window.press(fold)
        (folded,) = view.folds
        assert folded.span.start == SPEECH.rindex(PASSAGE)
        assert view.record == SPEECH
        window.press(unfold)
        assert not view.folds


def test_where_nothing_repeats_the_window_says_so(window: OpenedWindow) -> None:
    window.press(ActionId.NEXT_DOCUMENT)
    window.press(ActionId.FOLD_REPEAT)
    assert not view_of(window).folds
    assert "没有可折叠" in window.window.parts.status.currentMessage()


def test_a_document_keeps_its_folds_while_another_is_shown(window: OpenedWindow) -> None:
    window.press(ActionId.FOLD_REPEATS)
    before = list(view_of(window).folds)
    window.press(ActionId.NEXT_DOCUMENT)
    assert not view_of(window).folds
    window.press(ActionId.PREVIOUS_DOCUMENT)
    assert view_of(window).record == SPEECH
    assert list(view_of(window).folds) == before


def test_what_is_searched_for_is_unfolded(window: OpenedWindow) -> None:
    view = view_of(window)
    window.press(ActionId.FOLD_REPEATS)
    start = SPEECH.rindex("救护车")
    view.reveal(Span(start, start + 2))
    assert not view.folds
    assert view.visible_span().start <= start < view.visible_span().end


def test_a_key_gives_the_text_its_usual_size_back(window: OpenedWindow) -> None:
    for _ in range(3):
        window.press(ActionId.LARGER_TEXT)
    assert view_of(window).font().pointSizeF() == DEFAULT_TEXT_SIZE + 3
    window.press(ActionId.USUAL_TEXT_SIZE)
    assert view_of(window).font().pointSizeF() == DEFAULT_TEXT_SIZE
