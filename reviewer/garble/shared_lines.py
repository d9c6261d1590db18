"""Furniture learnt from the library: short lines that unrelated texts share.

A site puts the same lines around every speech: its name, its notices, its buttons. No rule can
know them all, but in a library they give themselves away: a line that stands in several texts,
between different neighbours each time, belongs to the site. Where the neighbours are the same, the
texts are copies of each other, and the line is part of what was copied. What speakers say
everywhere (同志们, 谢谢大家, 一、提高认识) is told by a list and by its form.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from reviewer.garble.finding import Finding, Kind
from reviewer.text.folding import folded_text
from reviewer.text.span import Span
from reviewer.text.wording import Wording

SHARED_LINES = "shared_lines"
"""The name of the rule, by which its findings are told from those of one text alone."""

LEAST_TEXTS = 3
SHORTEST, LONGEST = 4, 60
MOST_COUNTED = 12
LARGEST_SHARE = 0.5
"""Texts that have a larger share of the shorter one in common are copies, at least in part."""

CONFIDENCE = 0.6

_REASON = Wording(
    "这一行在文库的{count}篇互不相干的文稿里都有，像是网站附加的",
    "this line stands in {count} unrelated texts of the library: it looks like a site's own",
)
_SPOKEN = re.compile(
    r"(?:尊敬|敬爱|亲爱)的.*|(?:各位|同志们|同学们|朋友们|女士们|先生们|老师们|乡亲们|代表们|委员们).*"
    r"|(?:最后|再次|衷心)?(?:谢谢|感谢|祝|预祝|祝愿).*|.*(?:谢谢|致礼|敬礼|同志们|完毕)"
    r"|[(\[【]?(?:第?[一二三四五六七八九十百\d]+[章节条部分]*|[首其再]次|最后|第[一二三四五六七八九十]+)"
    r"[)\]】、,.:是要].*"
    r"|(?:讲|我|下面|借此机会|以上|今天|现在|会议|大会|散会|附件|此致|目录|前言).*"
)
_EDGE = 12


@dataclass(frozen=True, slots=True)
class SharedLine:
    """A line of one text that unrelated texts share.

    Attributes:
        span: where it stands in its text, without blanks at its ends.
        count: how many texts without common neighbours hold it.
    """

    span: Span
    count: int


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a line stands, and the letters right above and below it if they tell copies apart."""

    text: int
    span: Span
    above: str
    below: str


class _Relations:
    """Tells which texts are copies of each other, in part or as a whole."""

    def __init__(self) -> None:
        self._openings: list[dict[str, int]] = []
        self._known: dict[tuple[int, int], bool] = {}

    def add(self, lines: Iterable[str]) -> None:
        """Take the next text in: the letters of its lines."""
        openings: dict[str, int] = {}
        for letters in lines:
            opening = letters[:_EDGE]
            openings[opening] = openings.get(opening, 0) + len(letters)
        self._openings.append(openings)

    def related(self, one: int, other: int) -> bool:
        """Whether much of the shorter text stands in the longer one, told by how lines begin."""
        pair = (one, other)
        if pair not in self._known:
            mine, theirs = self._openings[one], self._openings[other]
            common = sum(min(mine[key], theirs[key]) for key in mine.keys() & theirs.keys())
            shorter = min(sum(mine.values()), sum(theirs.values()))
            self._known[pair] = common > LARGEST_SHARE * shorter
        return self._known[pair]


def shared_lines(texts: Sequence[str], least: int = LEAST_TEXTS) -> list[list[SharedLine]]:
    """For every text its lines that at least `least` texts share which are no copies of each other.

    Two texts count as one for a line if much of one stands in the other, or if what stands right
    above or below the line is the same in both. Cost: O(n) for the lines, and for each text with a
    shared line up to `MOST_COUNTED` comparisons of texts.
    """
    if len(texts) < least:
        return [[] for _ in texts]
    places: dict[str, list[_Place]] = {}
    relations = _Relations()
    for number, text in enumerate(texts):
        lines = _lines(text)
        relations.add(letters for _, _, letters in lines)
        for key, place in _places(number, lines):
            places.setdefault(key, []).append(place)
    often = {
        key: found for key, found in places.items() if len({item.text for item in found}) >= least
    }
    found_in: list[list[SharedLine]] = [[] for _ in texts]
    for found in often.values():
        count = _unrelated(found, often.keys(), relations)
        if count >= least:
            for place in found:
                found_in[place.text].append(SharedLine(place.span, count))
    return [sorted(lines, key=lambda line: line.span) for lines in found_in]


def shared_line_findings(text: str, lines: Iterable[SharedLine]) -> Iterator[Finding]:
    """The shared lines of one text as findings; lines that follow each other stay apart."""
    for line in lines:
        yield Finding(
            kind=Kind.SITE_BOILERPLATE,
            span=line.span,
            text=line.span.of(text),
            replacement="",
            confidence=CONFIDENCE,
            safe=False,
            reason=_REASON.filled(count=line.count),
            rule=SHARED_LINES,
        )


def _lines(text: str) -> list[tuple[Span, str, str]]:
    """The lines of a text that are not blank: where, folded, and their letters alone."""
    lines: list[tuple[Span, str, str]] = []
    start = 0
    for raw in folded_text(text).split("\n"):
        line = raw.strip()
        letters = "".join(filter(str.isalnum, line))
        if letters:
            begin = start + len(raw) - len(raw.lstrip())
            lines.append((Span(begin, begin + len(line)), line, letters))
        start += len(raw) + 1
    return lines


def _places(number: int, lines: list[tuple[Span, str, str]]) -> Iterator[tuple[str, _Place]]:
    """Every line of a text that may be furniture, by its letters."""
    telling = ["" if _SPOKEN.fullmatch(line) else letters for _, line, letters in lines]
    for index, (span, line, letters) in enumerate(lines):
        if telling[index] and len(letters) >= SHORTEST and len(line) <= LONGEST:
            above = telling[index - 1] if index else ""
            below = telling[index + 1] if index + 1 < len(lines) else ""
            yield letters, _Place(number, span, above, below)


def _unrelated(found: list[_Place], often: Collection[str], relations: _Relations) -> int:
    """How many texts that have nothing to do with each other hold the line."""
    kept: list[_Place] = []
    for place in found:
        if len(kept) == MOST_COUNTED:
            break
        if not any(
            relations.related(other.text, place.text) or _same_neighbour(other, place, often)
            for other in kept
        ):
            kept.append(place)
    return len(kept)


def _same_neighbour(one: _Place, other: _Place, often: Collection[str]) -> bool:
    """Whether the line stands beside the same words in both; shared lines prove nothing."""
    above = (
        bool(one.above) and one.above not in often and one.above[-_EDGE:] == other.above[-_EDGE:]
    )
    below = bool(one.below) and one.below not in often and one.below[:_EDGE] == other.below[:_EDGE]
    return above or below
