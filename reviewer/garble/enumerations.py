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
from reviewer.garble.list_items import HAN_NUMBER, STYLES, Item, items_of, value_of, written
from reviewer.garble.paragraphs import LayoutText, layout_finding
from reviewer.garble.searched import SearchedText
from reviewer.garble.signs import COLON, LINE_BREAK, NUMERAL, PAUSE, SENTENCE_END
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


# Words that count a step without a number.
_OTHER_STEPS = re.compile("首先|其次|再次|再者|另外|此外|还有|最后|第二,|第三,|同时")
_CHAPTER = re.compile(f"({HAN_NUMBER})、")
_LONE_PAUSE = re.compile("、[\u4e00-\u9fff]")


@dataclass
class _Lists:
    """The open lists by style: the items of each, outer lists of the same style first."""

    open: dict[str, list[list[Item]]] = field(default_factory=dict[str, list[list[Item]]])

    def begin(self, item: Item, *, nested: bool) -> None:
        """Opens a list with its first item."""
        lists = self.open.setdefault(item.style, [])
        if not nested:
            lists.clear()
        lists.append([item])
        del lists[:-_DEEPEST]

    def forget_below(self, level: int) -> None:
        """Closes all lists of lower levels."""
        for name in [name for name in self.open if STYLES[name].level > level]:
            del self.open[name]

    def follows(self, item: Item) -> bool:
        """Takes the item into the innermost list that it continues, if there is one."""
        lists = self.open.get(item.style, [])
        for depth in range(len(lists) - 1, -1, -1):
            if lists[depth][-1].number + 1 == item.number:
                del lists[depth + 1 :]
                lists[depth].append(item)
                return True
        return False

    def last(self, style: str) -> Item | None:
        """The last item of the innermost list."""
        lists = self.open.get(style)
        return lists[-1][-1] if lists else None


def find_enumeration_errors(layout: LayoutText) -> Iterator[Finding]:
    """A finding on the mark of every item that does not follow the one before it. Cost: O(n)."""
    yield from layout.outside(_steps(layout.searched, list(items_of(layout))))
    yield from layout.outside(_lost_numbers(layout))


def _steps(searched: SearchedText, items: list[Item]) -> Iterator[Finding]:
    lists = _Lists()
    following = _following(items)
    for place, item in enumerate(items):
        style = STYLES[item.style]
        last = lists.last(item.style)
        if last is None:
            yield from _of_another_style(searched, lists, item)
        lists.forget_below(style.level)
        if item.number == 1:
            lists.begin(item, nested=style.level == 4 and _same_text(last, item))
        elif last is not None and not lists.follows(item):
            yield from _judge(searched, last, item, following[place])
            lists.open[item.style][-1].append(item)


def _following(items: list[Item]) -> list[Item | None]:
    """For every item the next one of its style."""
    nearest: dict[str, Item] = {}
    following: list[Item | None] = []
    for item in reversed(items):
        following.append(nearest.get(item.style))
        nearest[item.style] = item
    return following[::-1]


def _same_text(last: Item | None, item: Item) -> bool:
    return last is not None and item.paragraph - last.paragraph <= 1


def _judge(
    searched: SearchedText, last: Item, item: Item, following: Item | None
) -> Iterator[Finding]:
    """What is wrong with an item that does not continue its list, which ends in `last`."""
    style = STYLES[item.style]
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


def _goes_back(searched: SearchedText, last: Item, item: Item) -> Finding:
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


def _of_another_style(searched: SearchedText, lists: _Lists, item: Item) -> Iterator[Finding]:
    """第三, after 一是 and 二是: the list goes on in another style."""
    if item.number < 3 or STYLES[item.style].level < 3:
        return
    for name, style in STYLES.items():
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


def _lost_numbers(layout: LayoutText) -> Iterator[Finding]:
    """A 、 that begins a sentence between 一、 and 三、 has lost its number."""
    text = layout.searched.folded
    lone = layout.signs.places_after(LINE_BREAK | SENTENCE_END, PAUSE).tolist()
    lone = [place for place in lone if _LONE_PAUSE.match(text, place)]
    if not lone:
        return
    numbers = layout.signs.places_after(LINE_BREAK | SENTENCE_END | COLON, NUMERAL).tolist()
    chapters = [mark for place in numbers if (mark := _CHAPTER.match(text, place))]
    starts = [chapter.start() for chapter in chapters]
    for place in lone:
        after = bisect_right(starts, place)
        earlier = value_of(chapters[after - 1].group(1)) if after else None
        later = value_of(chapters[after].group(1)) if after < len(chapters) else None
        sure = earlier is not None and later == earlier + 2
        yield layout_finding(
            layout.searched,
            Kind.ENUMERATION_ERROR,
            Span(place, place + 1),
            f"{written((earlier or 0) + 1)}、" if sure else None,
            0.8 if sure else 0.55,
            "enumerations/lost-number",
            _LOST,
        )
