"""Notes in the text: their colour, their sign in the margin, and what resting on them tells."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage

from reviewer.gui.text.view import TextView
from reviewer.gui.theme import load_theme
from reviewer.review.annotation import Annotation, NoteColour, Task
from reviewer.text.span import Span

SPEECH = "同志们，今天先讲修路。\n全县修路二十公里。\n"
NOTE = Annotation("a" * 32, Span(4, 6), "今天", "<b>哪天？</b>", "时间&日期", task=Task.OPEN)


def picture(view: TextView, note: Annotation) -> QImage:
    view.show_document(SPEECH, notes=[note])
    return view.grab().toImage()


def has(image: QImage, colour: QColor) -> bool:
    return any(
        image.pixelColor(x, y) == colour
        for x in range(image.width())
        for y in range(min(60, image.height()))
    )


@pytest.mark.parametrize("name", ["light", "dark"])
def test_each_colour_has_its_ground_in_the_text(view: TextView, name: str) -> None:
    theme = load_theme(name)
    view.set_theme(theme)
    for colour in NoteColour:
        drawn = picture(view, replace(NOTE, colour=colour))
        shown = {other for other in NoteColour if has(drawn, theme.note_grounds[other])}
        assert shown == {colour}


def test_what_is_done_has_a_hollow_sign_in_the_margin(view: TextView) -> None:
    open_task, done = picture(view, NOTE), picture(view, replace(NOTE, task=Task.DONE))
    assert open_task == picture(view, NOTE)
    assert open_task != done


def test_resting_on_a_note_tells_label_to_do_and_words_and_never_their_markup(
    view: TextView,
) -> None:
    view.show_document(SPEECH, notes=[NOTE])
    told = view.explanation(5)
    assert "时间&amp;日期" in told
    assert "待办" in told
    assert "&lt;b&gt;哪天？" in told
    assert "位置已失" not in told
    view.set_notes([replace(NOTE, task=Task.DONE, span=Span(4, 4))])
    told = view.explanation(4)
    assert "已完成" in told
    assert "位置已失" in told
