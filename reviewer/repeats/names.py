"""Tells where two copies of a sentence name different persons."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from reviewer.text.resources import resource

_LONGEST_NAME = 4
_PLACE_ENDINGS = frozenset("区县市省州镇乡村局部委办院校厂司处科组队站所厅会室党府")
_PLACE_HEADS = frozenset("省市州县区镇乡村部厅局处科司署院校所站队组行社")


@lru_cache(maxsize=2)
def _lexicon(name: str) -> frozenset[str]:
    """The lines of a list in the lexicons, without its remarks."""
    lines = resource("lexicons", name).read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@dataclass(frozen=True, slots=True)
class LettersPair:
    """A range of letters in each of two copies."""

    left: tuple[int, int]
    right: tuple[int, int]


def _surname_length(name: str) -> int:
    """How many letters of `name` are a surname; 0 where it begins with none."""
    surnames = _lexicon("surnames.txt")
    return next((length for length in (2, 1) if name[:length] in surnames), 0)


def _is_full_name(name: str) -> bool:
    """Whether `name` can be a surname with one or two letters that do not end a place."""
    given = name[_surname_length(name) :]
    is_full = _surname_length(name) > 0 and 1 <= len(given) <= 2
    return is_full and given[-1] not in _PLACE_ENDINGS


def is_name(name: str) -> bool:
    """Whether `name` can be a full name or a surname alone."""
    return _is_full_name(name) or _is_lone_surname(name)


def _title_at(letters: str, start: int) -> str:
    """The longest title that begins at `start`, or nothing."""
    titles = _lexicon("titles.txt")
    longest = max(map(len, titles))
    for length in range(longest, 1, -1):
        if letters[start : start + length] in titles:
            return letters[start : start + length]
    return ""


def _has_title_before(letters: str, end: int) -> bool:
    titles = _lexicon("titles.txt")
    longest = max(map(len, titles))
    return any(letters[max(0, end - length) : end] in titles for length in range(2, longest + 1))


def _names_before_title(left: str, right: str, gap: LettersPair) -> LettersPair | None:
    """Names that hold the gap and stand directly before the same title."""
    (left_start, left_end), (right_start, right_end) = gap.left, gap.right
    for behind in range(_LONGEST_NAME):
        title = _title_at(left, left_end + behind)
        if not title or not right.startswith(title, right_end + behind):
            continue
        for before in range(_LONGEST_NAME):
            first = left_start - before, left_end + behind
            second = right_start - before, right_end + behind
            if min(first[0], second[0]) < 0:
                break
            names = left[slice(*first)], right[slice(*second)]
            if all(map(_is_full_name, names)) and _may_precede(title, names):
                return LettersPair(first, second)
            if before == behind == 0 and all(map(_is_lone_surname, names)):
                return LettersPair(first, second)
        return None
    return None


def _is_lone_surname(name: str) -> bool:
    """Whether `name` is a surname that needs a title after it: 李 in 李主任."""
    return name in _lexicon("surnames.txt")


def _may_precede(title: str, names: tuple[str, str]) -> bool:
    """Whether names, and not places, stand before a title.

    江北 in 江北区长 looks like a name and is a place; only full names of three letters are sure.
    """
    return title[-2:-1] not in _PLACE_HEADS or all(len(name) > 2 for name in names)


def _names_after_title(left: str, right: str, gap: LettersPair) -> LettersPair | None:
    """Names that end with the gap and stand directly behind the same title."""
    (left_start, left_end), (right_start, right_end) = gap.left, gap.right
    for before in range(_LONGEST_NAME):
        first, second = (left_start - before, left_end), (right_start - before, right_end)
        if min(first[0], second[0]) < 0:
            return None
        if _has_title_before(left, first[0]) and _has_title_before(right, second[0]):
            names = left[slice(*first)], right[slice(*second)]
            return LettersPair(first, second) if all(map(_is_full_name, names)) else None
    return None


def differing_names(left: str, right: str, gap: LettersPair) -> LettersPair | None:
    """The two names in whose midst two copies part, or None where no names are told.

    Args:
        left: the letters of one copy.
        right: the letters of the other.
        gap: where they part; what stands before and behind it is equal.

    A name is a common surname with one or two letters, directly before or behind a title that both
    copies have. Given names alone and rare surnames are passed over: a false alarm costs more.
    """
    if not all(0 < end - start <= _LONGEST_NAME for start, end in (gap.left, gap.right)):
        return None
    return _names_before_title(left, right, gap) or _names_after_title(left, right, gap)
