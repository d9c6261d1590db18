"""A list of notes for people and programs: a table (CSV), Markdown, or JSON `reviewer-notes/1`.

What editors write and what files contain is hostile to all three: a table program runs what begins
like a formula, Markdown takes signs for markup, and text may hold what is no character.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from reviewer.review.annotation import Annotation, NoteColour, Task
from reviewer.text.wording import Language, Wording

FORMAT = "reviewer-notes/1"

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for the code page of the machine."""

_COLOURS = {
    NoteColour.YELLOW: Wording("黄色", "yellow"),
    NoteColour.GREEN: Wording("绿色", "green"),
    NoteColour.BLUE: Wording("蓝色", "blue"),
    NoteColour.PINK: Wording("粉色", "pink"),
    NoteColour.PURPLE: Wording("紫色", "purple"),
}
_TASKS = {
    Task.NONE: Wording("", ""),
    Task.OPEN: Wording("待办", "to do"),
    Task.DONE: Wording("已完成", "done"),
}
_LOST = Wording("位置已失", "place lost")
_PLACE = Wording("第 {paragraph} 段", "paragraph {paragraph}")
_TITLE = Wording("批注", "Notes")
_EMPTY = Wording("（未写内容）", "(no words)")

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNUSABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
_MARKUP = re.compile(r"[\\`*_\[\]<>#|~&$]")
_LINE_MARKUP = re.compile(r"^(\d{0,9})([-+=.)])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One note of the list.

    Attributes:
        document: the name of its document.
        annotation: the note.
        paragraph: the number of the paragraph that it stands in, or stood in, from 1.
        made_at: when it was written, ISO 8601, or None where that is not known.
    """

    document: str
    annotation: Annotation
    paragraph: int
    made_at: str | None = None


def notes_csv(lines: Sequence[NoteLine], language: Language) -> str:
    """A table with a head line, as Excel and others read it: UTF-8 with its mark, CRLF, commas.

    A cell that a table program would take for a formula gets an apostrophe in front.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([_cell(column.text(language)) for column in _COLUMNS])
    for line in lines:
        writer.writerow([_cell(value(line, language)) for value in _COLUMNS.values()])
    return BYTE_ORDER_MARK + stream.getvalue()


def notes_markdown(lines: Sequence[NoteLine], language: Language) -> str:
    """A list for reading, one chapter for each document, to-dos with boxes to tick."""
    parts = [f"# {_TITLE.text(language)}\n"]
    for document, group in groupby(lines, key=lambda line: line.document):
        parts.append(f"\n## {_marked_down(_in_one_line(document))}\n\n")
        parts += [_item(line, language) for line in group]
    return "".join(parts)


def notes_json(lines: Sequence[NoteLine], language: Language) -> str:
    """One JSON object, the same in every language, ending in a line break.

    Offsets are code points of the text as it is now. What is no character is written as an escape,
    so that the file is UTF-8 and nothing is lost.
    """
    data = {"format": FORMAT, "notes": [_object(line) for line in lines]}
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    return _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


NOTE_FORMATS: Mapping[str, Callable[[Sequence[NoteLine], Language], str]] = {
    ".csv": notes_csv,
    ".md": notes_markdown,
    ".json": notes_json,
}
"""How a list is written, by the suffix of its file."""


def _quote(line: NoteLine, _language: Language) -> str:
    return line.annotation.quote


def _lost(line: NoteLine, language: Language) -> str:
    return _LOST.text(language) if line.annotation.place_lost else ""


def _made_at(line: NoteLine, _language: Language) -> str:
    """The local time, to the minute."""
    if line.made_at is None:
        return ""
    return datetime.fromisoformat(line.made_at).astimezone().strftime("%Y-%m-%d %H:%M")


_COLUMNS: Mapping[Wording, Callable[[NoteLine, Language], str]] = {
    Wording("文稿", "Document"): lambda line, _: line.document,
    Wording("段落", "Paragraph"): lambda line, _: str(line.paragraph),
    Wording("原文", "Text"): _quote,
    Wording("标签", "Label"): lambda line, _: line.annotation.label,
    Wording("颜色", "Colour"): lambda line, say: _COLOURS[line.annotation.colour].text(say),
    Wording("待办", "To-do"): lambda line, say: _TASKS[line.annotation.task].text(say),
    Wording("批注", "Note"): lambda line, _: line.annotation.note,
    Wording("位置", "Place"): _lost,
    Wording("时间", "Made at"): _made_at,
}


def _cell(text: str) -> str:
    plain = _plain(text)
    return f"'{plain}" if _FORMULA.match(plain) else plain


def _item(line: NoteLine, language: Language) -> str:
    note = line.annotation
    box = {Task.NONE: "", Task.OPEN: "[ ] ", Task.DONE: "[x] "}[note.task]
    place = _LOST if note.place_lost else _PLACE.filled(paragraph=line.paragraph)
    facts = (
        place.text(language),
        f"「{_marked_down(_in_one_line(note.quote))}」" if note.quote else "",
        _marked_down(_in_one_line(note.label)),
        _COLOURS[note.colour].text(language),
        _made_at(line, language),
    )
    words = [row.strip() for row in _plain(note.note).strip().split("\n")]
    said = "\n".join(f"  > {_marked_down(row)}".rstrip() for row in words)
    if not any(words):
        said = f"  > {_EMPTY.text(language)}"
    return f"- {box}{' · '.join(fact for fact in facts if fact)}\n\n{said}\n\n"


def _object(line: NoteLine) -> dict[str, object]:
    note = line.annotation
    return {
        "document": line.document,
        "paragraph": line.paragraph,
        "start": note.span.start,
        "end": note.span.end,
        "quote": note.quote,
        "label": note.label,
        "colour": note.colour.value,
        "task": note.task.value,
        "note": note.note,
        "place_lost": note.place_lost,
        "made_at": line.made_at,
    }


def _plain(text: str) -> str:
    """`text` with line feeds for line ends, and a sign for what no file should contain."""
    return _UNUSABLE.sub("\N{REPLACEMENT CHARACTER}", _LINE_ENDS.sub("\n", text))


def _in_one_line(text: str) -> str:
    return " ".join(_plain(text).split())


def _marked_down(text: str) -> str:
    """`text` so that Markdown shows it as it is."""
    escaped = _MARKUP.sub(lambda match: "\\" + match[0], text)
    return _LINE_MARKUP.sub(r"\1\\\2", escaped)
