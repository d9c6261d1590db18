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
    f"{place}今年以来，全县干部群众团结一心，修通了公路，建成了学校，种下了树木，日子一天比一天好。"
    for place in ("东乡", "西乡", "南乡", "北乡", "城关")
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
    start = SPEECH.rindex("南乡")
    view.reveal(Span(start, start + 2))
    assert not view.folds
    assert view.visible_span().start <= start < view.visible_span().end


def test_a_key_gives_the_text_its_usual_size_back(window: OpenedWindow) -> None:
    for _ in range(3):
        window.press(ActionId.LARGER_TEXT)
    assert view_of(window).font().pointSizeF() == DEFAULT_TEXT_SIZE + 3
    window.press(ActionId.USUAL_TEXT_SIZE)
    assert view_of(window).font().pointSizeF() == DEFAULT_TEXT_SIZE
