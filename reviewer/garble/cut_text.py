"""Text that was cut out of a sentence, and speeches whose end is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.garble.blanks import CUT_FILE
from reviewer.garble.finding import Finding, Kind
from reviewer.garble.lines import HAN, Line
from reviewer.garble.paragraphs import LayoutText, last_part, layout_finding
from reviewer.garble.pattern_rules import find_by_rules
from reviewer.garble.rules import load_rules
from reviewer.text.span import Span
from reviewer.text.wording import Wording

_CUT_OFF = Wording("文章在句中中断，结尾缺失", "the text ends in mid-sentence; its end is missing")

_LONG = 40
# A short paragraph with a comma in it; what begins with a label is an entry or a list of keywords.
_CLAUSES = re.compile(rf"(?![^,]{{1,6}}:)(?!.*[、(《;])[{HAN}]{{1,12}},[^,]*[{HAN}]{{4,}}")
_UNFINISHED = re.compile(rf"[{HAN}\d,、“《(]")
_SIGNATURE = re.compile(r".*(?:年|月|日|\d)|.*(?:谢谢|完毕|讲话人|供稿|撰稿|整理).*")


def find_missing_text(layout: LayoutText) -> Iterator[Finding]:
    """A finding where words of a sentence were taken out. Cost: one pass a rule."""
    yield from layout.outside(find_by_rules(layout.searched, load_rules(CUT_FILE)))


def find_truncated_text(layout: LayoutText) -> Iterator[Finding]:
    """A finding on the last clause of a text that does not end.

    The last paragraph is the last one before the furniture of the page. Cost: O(n).
    """
    line = next(
        (
            candidate
            for candidate in reversed(layout.lines)
            if not layout.furniture.touches(candidate.span)
        ),
        None,
    )
    if line is None or not _is_cut_off(line):
        return
    clause = last_part(line.text[:-1], "。!?;:,、") + line.text[-1]
    yield layout_finding(
        layout.searched,
        Kind.TRUNCATED_TEXT,
        Span(line.span.end - len(clause), line.span.end),
        None,
        0.85 if line.text[-1] in ",、“《(" else 0.75,
        "cut_text/end",
        _CUT_OFF,
    )


def _is_cut_off(line: Line) -> bool:
    """Whether a paragraph of whole sentences ends in the midst of one."""
    if not _UNFINISHED.fullmatch(line.text[-1]):
        return False
    last = last_part(line.text, "。!?;")
    prose = line.sentences if len(line.text) >= _LONG else _CLAUSES.fullmatch(line.text)
    return bool(prose) and not _SIGNATURE.fullmatch(last)
