"""Enumerations with a step missing or twice: 一是 二是 四是, or (一)(二)(二).

Items are followed per style of number. A list begins at one and is forgotten as soon as an item
of a higher level begins, so that a list which starts anew under each heading is no error.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.paragraphs import LayoutText, layout_finding
from reviewer.garble.searched import SearchedText
from reviewer.text.span import Span
from reviewer.text.wording import Wording

_SKIPPED = Wording(
    "序号不连续：“{before}”之后是“{mark}”", "{mark} follows {before}: a step of the list is missing"
)
_TWICE = Wording("序号重复：“{mark}”出现两次", "{mark} stands twice in one list")
_BACK = Wording(
    "序号倒退：“{before}”之后是“{mark}”", "{mark} follows {before}: the numbers go back"
)
_OTHER_STYLE = Wording(
    "序号样式不一致：“{before}”之后应为“{right}”", "{right} should follow {before}, not {mark}"
)
_LOST = Wording("顿号前缺少序号", "the number of an item is missing before its sign")

_NEAR, _DEEPEST = 3000, 4
_DIGITS = "一二三四五六七八九"
_HAN_NUMBER = "[一二三四五六七八九十]{1,3}"


@dataclass(frozen=True, slots=True)
class _Style:
    """One way to number items; `level` is 0 for the highest."""

    level: int
    before: str
    after: str
    arabic: bool = False

    def shown(self, number: int) -> str:
        """The mark of item `number`."""
        figure = str(number) if self.arabic else _written(number)
        return f"{self.before}{figure}{self.after}"


_STYLES = {
    "chapter": _Style(0, "", "、"),
    "bracket": _Style(1, "(", ")"),
    "figure": _Style(2, "", "、", arabic=True),
    "ordinal": _Style(3, "第", ","),
    "is": _Style(4, "", "是"),
    "must": _Style(4, "", "要"),
}
# 一、 (一) 1、 begin a line; 第一, 一是 一要 begin a clause.
_MARK = re.compile(
    rf"^[ ]*(?:(?P<chapter>{_HAN_NUMBER})、(?!{_HAN_NUMBER}[^、是要])"
    rf"|\((?P<bracket>{_HAN_NUMBER})\)|(?P<figure>\d{{1,2}})、)"
    rf"|(?:^[ ]*|[。;:!?,”)] ?)(?:第(?P<ordinal>{_HAN_NUMBER}),|(?P<is>{_HAN_NUMBER})是"
    rf"|(?P<must>{_HAN_NUMBER})要)",
    re.MULTILINE,
)
# Words that count a step without a number.
_OTHER_STEPS = re.compile("首先|其次|再次|再者|另外|此外|还有|最后|第二,|第三,|同时")
_CHAPTER_ANYWHERE = re.compile(rf"(?:^|(?<=[。:!?]))({_HAN_NUMBER})、", re.MULTILINE)
_LONE_PAUSE = re.compile("(?:^|(?<=[。!?]))、(?=[\u4e00-\u9fff])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Item:
    style: str
    number: int
    span: Span
    paragraph: int


@dataclass
class _Lists:
    """The open lists by style: the items of each, outer lists of the same style first."""

    open: dict[str, list[list[_Item]]] = field(default_factory=dict[str, list[list[_Item]]])

    def begin(self, item: _Item, *, nested: bool) -> None:
        """Opens a list with its first item."""
        lists = self.open.setdefault(item.style, [])
        if not nested:
            lists.clear()
        lists.append([item])
        del lists[:-_DEEPEST]

    def forget_below(self, level: int) -> None:
        """Closes all lists of lower levels."""
        for name in [name for name in self.open if _STYLES[name].level > level]:
            del self.open[name]

    def follows(self, item: _Item) -> bool:
        """Takes the item into the innermost list that it continues, if there is one."""
        lists = self.open.get(item.style, [])
        for depth in range(len(lists) - 1, -1, -1):
            if lists[depth][-1].number + 1 == item.number:
                del lists[depth + 1 :]
                lists[depth].append(item)
                return True
        return False

    def last(self, style: str) -> _Item | None:
        """The last item of the innermost list."""
        lists = self.open.get(style)
        return lists[-1][-1] if lists else None


def find_enumeration_errors(layout: LayoutText) -> Iterator[Finding]:
    """A finding on the mark of every item that does not follow the one before it. Cost: O(n)."""
    searched = layout.searched
    yield from layout.outside(_steps(searched, list(_items(searched.folded))))
    yield from layout.outside(_lost_numbers(searched))


def _items(text: str) -> Iterator[_Item]:
    paragraph = counted = 0
    for match in _MARK.finditer(text):
        style = str(match.lastgroup)
        number = _value(match[style])
        if number is None:
            continue
        paragraph += text.count("\n", counted, match.start(style))
        counted = match.start(style)
        sides = _STYLES[style]
        span = Span(match.start(style) - len(sides.before), match.end(style) + len(sides.after))
        yield _Item(style, number, span, paragraph)


def _steps(searched: SearchedText, items: list[_Item]) -> Iterator[Finding]:
    lists = _Lists()
    following = _following(items)
    for place, item in enumerate(items):
        style = _STYLES[item.style]
        last = lists.last(item.style)
        if last is None:
            yield from _of_another_style(searched, lists, item)
        lists.forget_below(style.level)
        if item.number == 1:
            lists.begin(item, nested=style.level == 4 and _same_text(last, item))
        elif last is not None and not lists.follows(item):
            yield from _judge(searched, last, item, following[place])
            lists.open[item.style][-1].append(item)


def _following(items: list[_Item]) -> list[_Item | None]:
    """For every item the next one of its style."""
    nearest: dict[str, _Item] = {}
    following: list[_Item | None] = []
    for item in reversed(items):
        following.append(nearest.get(item.style))
        nearest[item.style] = item
    return following[::-1]


def _same_text(last: _Item | None, item: _Item) -> bool:
    return last is not None and item.paragraph - last.paragraph <= 1


def _judge(
    searched: SearchedText, last: _Item, item: _Item, following: _Item | None
) -> Iterator[Finding]:
    """What is wrong with an item that does not continue its list, which ends in `last`."""
    style = _STYLES[item.style]
    far = item.paragraph - last.paragraph
    if style.level >= 3 and far and not _starts_line(searched.folded, item.span.start):
        return
    if item.number < last.number or item.number > last.number + 2:
        if style.level < 2 and item.number < last.number:
            yield _goes_back(searched, last, item)
        return
    right = style.shown(last.number + 1)
    twice = item.number == last.number
    between = searched.folded[last.span.end : item.span.start]
    if right in between or (style.level >= 3 and _OTHER_STEPS.search(between)):
        return
    goes_on = following is not None and following.number == item.number + 1
    # Where the next item goes on from this one, a step was lost, not a number mistaken.
    certain = not goes_on if not twice else following is None or following.number != item.number + 1
    reason = _TWICE if twice else _SKIPPED
    yield layout_finding(
        searched,
        Kind.ENUMERATION_ERROR,
        item.span,
        right if certain else None,
        0.75 if certain or not twice else 0.6,
        "enumerations/twice" if twice else "enumerations/skipped",
        reason.filled(before=last.span.of(searched.text), mark=item.span.of(searched.text)),
    )


def _goes_back(searched: SearchedText, last: _Item, item: _Item) -> Finding:
    return layout_finding(
        searched,
        Kind.ENUMERATION_ERROR,
        item.span,
        None,
        0.55,
        "enumerations/back",
        _BACK.filled(before=last.span.of(searched.text), mark=item.span.of(searched.text)),
    )


def _starts_line(text: str, place: int) -> bool:
    return not text[text.rfind("\n", 0, place) + 1 : place].strip()


def _of_another_style(searched: SearchedText, lists: _Lists, item: _Item) -> Iterator[Finding]:
    """第三, after 一是 and 二是: the list goes on in another style."""
    if item.number < 3 or _STYLES[item.style].level < 3:
        return
    for name, style in _STYLES.items():
        last = lists.last(name)
        if name == item.style or style.level < 3 or last is None:
            continue
        near = item.paragraph - last.paragraph <= 1 and item.span.start - last.span.end < _NEAR
        near = near and not _OTHER_STEPS.search(searched.folded, last.span.end, item.span.start)
        if last.number + 1 == item.number and near:
            right = style.shown(item.number)
            yield layout_finding(
                searched,
                Kind.ENUMERATION_ERROR,
                item.span,
                right,
                0.65,
                "enumerations/style",
                _OTHER_STYLE.filled(
                    before=last.span.of(searched.text),
                    mark=item.span.of(searched.text),
                    right=right,
                ),
            )
            return


def _lost_numbers(searched: SearchedText) -> Iterator[Finding]:
    """A 、 that begins a sentence between 一、 and 三、 has lost its number."""
    lone = list(_LONE_PAUSE.finditer(searched.folded))
    chapters = list(_CHAPTER_ANYWHERE.finditer(searched.folded)) if lone else []
    starts = [chapter.start() for chapter in chapters]
    for match in lone:
        place = match.start()
        after = bisect_right(starts, place)
        earlier = _value(chapters[after - 1].group(1)) if after else None
        later = _value(chapters[after].group(1)) if after < len(chapters) else None
        sure = earlier is not None and later == earlier + 2
        yield layout_finding(
            searched,
            Kind.ENUMERATION_ERROR,
            Span(place, place + 1),
            f"{_written((earlier or 0) + 1)}、" if sure else None,
            0.8 if sure else 0.55,
            "enumerations/lost-number",
            _LOST,
        )


def _value(figure: str) -> int | None:
    """The number that is written, or None where it is none (二三, 十十)."""
    if figure.isdigit():
        return int(figure)
    tens, ten, ones = figure.rpartition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in tens:
        return None
    count = (_DIGITS.index(tens) + 1 if tens else 1) if ten else 0
    return 10 * count + (_DIGITS.index(ones) + 1 if ones else 0)


def _written(number: int) -> str:
    """A number below 100 in Chinese figures."""
    tens, ones = divmod(number, 10)
    shown = {0: "", 1: "十"}.get(tens, f"{_DIGITS[tens - 1]}十")
    return shown + (_DIGITS[ones - 1] if ones else "")
