"""What is found of the damage in the five seed speeches, by labels made apart from the rules.

For two speeches a careful reader's answers are there. In the others the places are told by
criteria that a reader can check: every full stop between digits, every blank between two Chinese
characters outside headings, every run of mask signs that is no part of a formula.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from reviewer.garble.detect import find_garble
from reviewer.garble.finding import Finding, Kind
from reviewer.text.span import Span

pytestmark = [pytest.mark.benchmark, pytest.mark.seeds]


@dataclass(frozen=True)
class Row:
    """One row of the table: what is counted, and where it stands.

    Attributes:
        name: what the row is called.
        kinds: the kinds of finding that name the damage.
        patterns: for each seed, by its number, what its damage looks like; the first group where
            the pattern has one.
        answers: the classes of the reader's answers that belong to the row as well.
        tolerated: further places, damaged in another way, that a finding of the kinds may mark.
        recall, precision: the least that is asked for.
    """

    name: str
    kinds: frozenset[Kind]
    patterns: dict[str, str] = field(default_factory=dict)
    answers: frozenset[str] = frozenset()
    tolerated: dict[str, str] = field(default_factory=dict)
    recall: float = 0.95
    precision: float = 0.97


FURNITURE = frozenset({Kind.SITE_BOILERPLATE, Kind.INJECTED_BOILERPLATE})
MASK_KINDS = frozenset({Kind.MASKED_TEXT, Kind.OVER_MASKING})
PART_HEADINGS = r"(?m)^第\d篇 .*$|^.*稿[一二三四]:$|^.*篇【\d】$|\(\d篇\)|^.*說稿[一二三四]:"
MASKS = {
    "001": r"20XX|\*+(?=\W|\w)",
    "002": r"(?<![A-Za-z(+])X+(?![A-Za-z])",
    "003": r"X(?:届X次)?",
    "004": r"(?:饶)?([xX]{2,4}|\*{4}|_{5}\*)",
}
OVER = {"001": r"20XX(?!年)"}
ROWS = (
    Row(
        "decimal points",
        frozenset({Kind.DECIMAL_POINT_CORRUPTION}),
        dict.fromkeys(("000", "001", "002", "003", "004"), r"(?<=[\dX])。(?=\d)"),
        tolerated=OVER,
    ),
    Row(
        "stray spaces",
        frozenset({Kind.STRAY_SPACE, Kind.LINE_BREAK_ERROR, Kind.MISSING_TEXT}),
        # Not behind the number of a part, and not in the excerpts of the link list at the end.
        {"004": r"(?<=[\w，。、:：；）”“+])(?<!第\d篇)[ \u3000]+(?=[\w“”（(])(?!查看|.*\[更多\])"},
        tolerated=dict.fromkeys(("001", "002", "004"), r"\n|(?<=[：:。、])(?=.)"),
    ),
    Row(
        "quotation marks",
        frozenset({Kind.QUOTE_STYLE}),
        {"004": r"'[^'\n]{1,30}'"},
        answers=frozenset({"quote_style"}),
    ),
    Row(
        "letter case",
        frozenset({Kind.CASE_ERROR}),
        {"004": r"(?<![a-z])(?:ppp|led|[abc](?=级)|5a)(?![a-z])"},
    ),
    Row(
        "entities and tags",
        frozenset({Kind.HTML_ENTITY, Kind.HTML_MARKUP, Kind.BYTE_SHIFT_MOJIBAKE}),
        {"000": r"&?[a-z]{3,6};", "002": r"<[a-z]+:?image>.*?</[a-z:]*image>"},
        answers=frozenset({"byte_shift_mojibake"}),
        tolerated={"001": r"\?\w+\).{1,20}", "002": r"\?\w+\).{1,30}"},
    ),
    Row(
        "boilerplate",
        FURNITURE,
        {
            "001": r"(?m)^.*學習啦小編.*$",
            "002": r"(?m)^版權.*$|^(?:- \d\. .*|溫馨提示|最新文檔|- .*|評論|提交評論)$",
            "004": r"(?m)^欢迎光临.*$|^当前位置.*$|^更新时间.*$|本文来自网.*?网络站"
            r"|^(?:推荐度:|点击下载.*|相关城市.*|  • .*|.*\[更多\]|相关专题|讲话稿热门信息)$",
        },
        answers=frozenset({"site_boilerplate", "injected_boilerplate"}),
        tolerated=dict.fromkeys(("000", "001", "002", "004"), PART_HEADINGS),
    ),
    Row("masks", MASK_KINDS, MASKS, recall=0.98),
    Row("masks over numbers", frozenset({Kind.OVER_MASKING}), OVER, recall=1.0, precision=1.0),
)
WORDS = Row(
    "wrong words and look-alikes",
    frozenset({Kind.WRONG_WORD, Kind.OCR_CONFUSION}),
    {
        "001": r"增拔|劃拔|大矸|使佳|聚脂|裝璜|審科|樂心|方言人|凸出|暴光",
        "002": r"舌L|亂像",
        "004": r"一定程序上|城市品味|有限(?=确定)|(?<!创)建全|体格(?=合)|、(蜂)”|遮阳蓬|蕴育"
        r"|拼劲(?=努)",
    },
    answers=frozenset({"wrong_word", "ocr_confusion"}),
    tolerated={
        "000": "再接再勵",
        "001": r"截止(?=\d)|品味高檔|究根結",
        "004": r"品味(?=形象|、档次|，活)|常驻人口|各司其责|无容置疑|作好",
    },
    recall=0.65,
    precision=0.85,
)
"""The tolerated words were read one by one in their places; they are not asked for."""


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")


def matched(patterns: dict[str, str], number: str, text: str) -> Iterator[Span]:
    for match in re.finditer(patterns.get(number, "(?!)"), text):
        group = 1 if match.re.groups and match[1] is not None else 0
        yield Span(match.start(group), match.end(group))


def answered(row: Row, seed: Path, optional: bool) -> Iterator[Span]:
    path = seed.parent.parent / "answers" / f"{seed.name[:3]}.json"
    if path.exists():
        for span in json.loads(path.read_text(encoding="utf-8"))["spans"]:
            if span["class"] in row.answers and (span["confidence"] == "optional") is optional:
                yield Span(span["start"], max(span["end"], span["start"] + 1))


@pytest.fixture(scope="module")
def found(seed_files: list[Path]) -> dict[Path, list[Finding]]:
    """The findings of every seed that are no suggestions."""
    return {
        path: [f for f in find_garble(text_of(path)) if not f.is_suggestion] for path in seed_files
    }


def measured(row: Row, found: dict[Path, list[Finding]]) -> tuple[int, int, int, int]:
    """Labels, labels that were met, findings, and findings that met a label."""
    labels = met = findings = right = 0
    for path, all_found in found.items():
        number, text = path.name[:3], text_of(path)
        own = [f for f in all_found if f.kind in row.kinds]
        places = list(matched(row.patterns, number, text))
        places += answered(row, path, optional=False)
        tolerated = places + list(answered(row, path, optional=True))
        tolerated += matched(row.tolerated, number, text)
        labels += len(places)
        met += sum(any(f.span.overlaps(place) for f in own) for place in places)
        findings += len(own)
        right += sum(any(_meets(f.span, place) for place in tolerated) for f in own)
    return labels, met, findings, right


def _meets(span: Span, place: Span) -> bool:
    return span.overlaps(place) or (0 in (len(span), len(place)) and span.start == place.start)


@pytest.mark.parametrize("row", [*ROWS, WORDS], ids=lambda row: row.name)
def test_recall_and_precision_on_the_seed_speeches(
    row: Row, found: dict[Path, list[Finding]]
) -> None:
    labels, met, findings, right = measured(row, found)
    recall, precision = met / labels, right / max(1, findings)
    print(f"\n{row.name}: {met} of {labels}, recall {recall:.3f} (at least {row.recall});")
    print(f"{right} of {findings} findings right, precision {precision:.3f}")
    assert recall >= row.recall
    assert precision >= row.precision
