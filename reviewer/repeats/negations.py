"""Tells where one copy of a sentence denies what another says: 能 here, 不能 there."""

from __future__ import annotations

from reviewer.repeats.names import LettersPair

_NEGATIONS = frozenset({"不", "没", "未", "无", "非", "勿", "莫", "没有", "并不", "并未", "并非"})
_OPPOSITES = frozenset({("有", "无"), ("有", "没"), ("已", "未"), ("是", "非")})
_NO_NEGATION = frozenset({"非常", "不过", "不论", "无论", "不但", "非但", "莫非"})


def _denies(plain: str, denied: str) -> bool:
    """Whether `denied` is `plain` with a negation before it, or the opposite word."""
    if (plain[:1], denied[:1]) in _OPPOSITES and plain[1:] == denied[1:]:
        return True
    negation = denied.removesuffix(plain)
    return (
        plain != ""
        and denied.endswith(plain)
        and negation in _NEGATIONS
        and negation[-1] + plain[0] not in _NO_NEGATION
    )


def is_denial(one: str, other: str) -> bool:
    """Whether one of two words denies the other."""
    return _denies(one, other) or _denies(other, one)


def differing_negation(left: str, right: str, gap: LettersPair) -> LettersPair | None:
    """What one copy denies and the other does not, with the letter that follows, or None.

    Args:
        left: the letters of one copy.
        right: the letters of the other.
        gap: where they part; what stands before and behind it is equal.

    Words that only begin like a negation (非常, 不过) are none.
    """
    (left_start, left_end), (right_start, right_end) = gap.left, gap.right
    first, second = left[left_start : left_end + 1], right[right_start : right_end + 1]
    if first[-1:] != second[-1:] or not is_denial(first, second):
        return None
    return LettersPair((left_start, left_end + 1), (right_start, right_end + 1))
