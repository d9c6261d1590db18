"""Damage to characters and words: slips, look-alikes, scanned text, spinning, mixed script."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from random import Random

import jieba
from damage_lists import carried, in_script_of, is_traditional, lists, places, shuffled, traditional
from damage_plan import Change, Damage, Planter
from pypinyin import lazy_pinyin

from reviewer.garble.finding import Kind
from reviewer.text.folding import folded_text
from reviewer.text.script import Script, simplified_forms

COMMON = 2000
"""How often the dictionary must have met a word that is to be typed in place of another."""


@lru_cache(maxsize=1)
def _words() -> dict[str, int]:
    jieba.setLogLevel(60)
    jieba.initialize()
    return dict(jieba.dt.FREQ)


@lru_cache(maxsize=1)
def _same_sound() -> dict[tuple[str, ...], list[str]]:
    sounds: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for word, often in _words().items():
        if len(word) == 2 and often >= COMMON:
            sounds[tuple(lazy_pinyin(word))].append(word)
    return sounds


@lru_cache(maxsize=64)
def _cut(text: str) -> tuple[tuple[int, str], ...]:
    """The words of `text` in Simplified with where they start."""
    at, found = 0, list[tuple[int, str]]()
    for word in jieba.lcut(folded_text(text)):
        found.append((at, word))
        at += len(word)
    return tuple(found)


def _listed(name: str) -> Planter:
    def planter(text: str, random: Random) -> Iterator[Change]:
        pairs = [(right, wrong) for right, wrong in lists()[name].items()]
        for right, wrong in shuffled(pairs, random):
            slip = wrong if isinstance(wrong, str) else random.choice(wrong)
            right_here = in_script_of(text, right)
            found = list(places(text, right_here))
            if not found:
                continue
            # Character by character: a phrase table would put the slip right again.
            made = "".join(
                ours if theirs == old else in_script_of(text, theirs)
                for old, theirs, ours in zip(right, slip, right_here, strict=False)
            )
            if len(right) != len(slip):
                made = in_script_of(text, slip)
            at = random.choice(found)
            if made != right_here:
                yield Change(at, at + len(right), made)

    return planter


def look_alikes(text: str, random: Random) -> Iterator[Change]:
    """One character of a word by a look-alike, where no word comes of it."""
    other = dict[str, list[str]]()
    for left, right in lists()["look_alikes"]["pairs"]:
        other.setdefault(left, []).append(right)
        other.setdefault(right, []).append(left)
    for start, word in shuffled(list(_cut(text)), random):
        if len(word) < 2:
            continue
        for place, char in enumerate(word):
            for alike in other.get(char, []):
                if word[:place] + alike + word[place + 1 :] not in _words():
                    at = start + place
                    yield Change(at, at + 1, in_script_of(text, alike))


def same_sound(text: str, random: Random) -> Iterator[Change]:
    """Another common word of the same sound, as a keyboard offers it."""
    for at, word in shuffled(list(_cut(text)), random):
        if len(word) == 2 and re.fullmatch("[\u4e00-\u9fff]+", word):
            others = [other for other in _same_sound().get(tuple(lazy_pinyin(word)), ())
                      if other != word]  # fmt: skip
            if others:
                yield Change(at, at + 2, in_script_of(text, random.choice(others)))


def splits(text: str, random: Random) -> Iterator[Change]:
    """A character cut into its halves."""
    pairs = [pair for pair in lists()["splits"].items() if pair[0] in text]
    for char, halves in shuffled(pairs, random):
        at = random.choice(list(places(text, char)))
        yield Change(at, at + 1, halves)


def digits_as_letters(text: str, random: Random) -> Iterator[Change]:
    """The letters O and l for 0 and 1 inside a number."""
    for match in shuffled(list(re.finditer(r"\d{2,}", text)), random):
        wrong = match[0].replace("0", "O", 1) if "0" in match[0] else match[0].replace("1", "l", 1)
        if wrong != match[0]:
            yield Change(match.start(), match.end(), wrong)


def _carried(name: str, reach: int = 0) -> Planter:
    def planter(text: str, random: Random) -> Iterator[Change]:
        return carried(text, random, lists()["carriers"][name], reach)

    return planter


def spun(text: str, random: Random) -> Iterator[Change]:
    """Words by their substitutes, everywhere, across word borders too."""
    pairs = list(lists()["spun"].items())
    for right, wrong in random.sample(pairs, 30):
        for at in places(text, in_script_of(text, right)):
            yield Change(at, at + len(right), in_script_of(text, wrong))


def other_script(text: str, random: Random) -> Iterator[Change]:
    """A character in the form of the other script."""
    whole = text if is_traditional(text) else traditional(text)
    turned = [
        at for at, char in enumerate(whole) if simplified_forms().get(char, char) != char
    ]  # fmt: skip
    for at in shuffled(turned, random):
        form = simplified_forms()[whole[at]] if is_traditional(text) else whole[at]
        if form != text[at]:
            yield Change(at, at + 1, form)


WORDS = frozenset({Kind.WRONG_WORD, Kind.OCR_CONFUSION, Kind.PARTICLE_CONFUSION})
SIGNS = frozenset({Kind.SYMBOL_SUBSTITUTION, Kind.OCR_CONFUSION, Kind.PUNCTUATION_ERROR})
CHARACTER_DAMAGE = (
    Damage("slips", Kind.WRONG_WORD, _listed("slips"), WORDS),
    Damage("mixed-up words", Kind.WRONG_WORD, _listed("mixups"), WORDS),
    Damage("words of one sound", Kind.WRONG_WORD, same_sound, WORDS),
    Damage("look-alikes", Kind.OCR_CONFUSION, look_alikes, WORDS),
    Damage("split glyphs", Kind.OCR_CONFUSION, splits, WORDS, scripts=(Script.SIMPLIFIED,)),
    Damage("letters for digits", Kind.OCR_CONFUSION, digits_as_letters, WORDS | SIGNS),
    Damage("particles", Kind.PARTICLE_CONFUSION, _carried("particle"), WORDS),
    Damage("slash", Kind.SYMBOL_SUBSTITUTION, _carried("symbol_substitution"), SIGNS),
    Damage("dash", Kind.SYMBOL_SUBSTITUTION, _carried("dash"), SIGNS),
    Damage("middle dot", Kind.LOST_CHARACTER, _carried("lost_character")),
    Damage("letter case", Kind.CASE_ERROR, _carried("case_error")),
    Damage("mixed script", Kind.SCRIPT_MIXING, other_script),
    Damage("spun words", Kind.SPUN_WORDING, spun, most=None),
)
