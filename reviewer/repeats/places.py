"""Tells where two copies of a sentence name different places: 临江县 here, 青山县 there."""

from __future__ import annotations

from reviewer.repeats.names import LettersPair

_ENDINGS = frozenset("省市州县区镇乡村")
_GENERIC = {
    "省": "全我各本该外节反两邻",
    "市": "全我各本该城超上股夜集菜门楼开级都县",
    "州": "全我各本治",
    "县": "全我各本该郡州市",
    "区": "全我各本该社地园山灾校景片牧库矿新老城辖郊小厂发范护特治军战省市县",
    "镇": "全我各本该城乡村重坐",
    "乡": "全我各本该城家老故下返山水回",
    "村": "全我各本该农乡山政然老进入驻",
}
_FUNCTION = frozenset("们的是到在个两几多这那其每一和与及或")
_LONGEST = 3


def is_place(name: str) -> bool:
    """Whether `name` can be a place with its rank: 临江县, and not 全县 or 社区."""
    stem, rank = name[:-1], name[-1:]
    return (
        rank in _ENDINGS
        and 1 <= len(stem) <= _LONGEST
        and stem[-1] not in _GENERIC[rank]
        and _FUNCTION.isdisjoint(stem)
        and not any(letter.isascii() for letter in stem)
    )


def differing_places(left: str, right: str, gap: LettersPair) -> LettersPair | None:
    """The two places in whose names two copies part, with their rank, or None.

    Args:
        left: the letters of one copy.
        right: the letters of the other.
        gap: where they part; what stands before and behind it is equal.

    The rank must follow the gap and be the same in both copies; what is generic (全县, 我市, 社区)
    is no name. Places without a rank are passed over: a false alarm costs more.
    """
    (left_start, left_end), (right_start, right_end) = gap.left, gap.right
    first, second = left[left_start : left_end + 1], right[right_start : right_end + 1]
    if first[-1:] != second[-1:] or not (is_place(first) and is_place(second)):
        return None
    return LettersPair((left_start, left_end + 1), (right_start, right_end + 1))
