"""Wrong characters and words: look-alikes, homophones, particles, signs and letters.

Five sources, from the surest to the boldest: lists of forms that are wrong wherever they stand,
patterns that tell by the neighbours, idioms that are one character off, the document's own custom,
and known words that only sound or look like what is written, where they are far more probable.
A character that none of them knows is left alone: unknown is not wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from reviewer.garble.doubt import DoubtedText
from reviewer.garble.doubted_characters import find_doubted_characters
from reviewer.garble.doubted_words import find_doubted_words
from reviewer.garble.finding import Finding, Kind
from reviewer.garble.idioms import find_idiom_slips
from reviewer.garble.letter_case import find_letter_case
from reviewer.garble.listed_words import ListedWord, WordIndex, find_listed_words
from reviewer.garble.look_alikes import FILE as LOOK_ALIKES
from reviewer.garble.lost_dots import find_lost_dots
from reviewer.garble.near_words import NearWords, find_near_words
from reviewer.garble.own_evidence import find_odd_ones_out
from reviewer.garble.rules import load_rules, read_table
from reviewer.garble.searched import SearchedText
from reviewer.garble.without_readings import find_without_readings
from reviewer.garble.written_alike import in_script, is_traditional_spelling

WRONG_WORDS = "wrong_words.toml"
RULE_FILES = (WRONG_WORDS, LOOK_ALIKES, "signs.toml", "particles.toml")

_LISTS = (
    (WRONG_WORDS, "never_right", Kind.WRONG_WORD, 0.95, True),
    (LOOK_ALIKES, "never_right", Kind.OCR_CONFUSION, 0.95, True),
    (WRONG_WORDS, "seldom_right", Kind.WRONG_WORD, 0.75, True),
    (WRONG_WORDS, "variants", Kind.WRONG_WORD, 0.35, False),
)
"""File, table, kind, confidence, and whether it holds in Traditional texts too."""


@lru_cache(maxsize=1)
def listed_words() -> tuple[ListedWord, ...]:
    """Every line of the lists, the surest list first."""
    return tuple(
        ListedWord(
            wrong, right, kind, confidence, f"{file.removesuffix('.toml')}/{name}", everywhere
        )
        for file, name, kind, confidence, everywhere in _LISTS
        for wrong, right in read_table(file)[name].items()
    )


@lru_cache(maxsize=1)
def _word_index() -> WordIndex:
    return WordIndex(listed_words())


@lru_cache(maxsize=1)
def _pattern_rules() -> NearWords:
    return NearWords(chain.from_iterable(load_rules(file) for file in RULE_FILES))


def find_wrong_characters(searched: SearchedText) -> Iterator[Finding]:
    """A finding for every wrong character, word, sign and letter; none overlaps another.

    Cost: a few passes over the text, of which one a pattern rule over the lines it can match.
    """
    yield from find_without_readings(searched, _found)


def _found(searched: SearchedText) -> Iterator[Finding]:
    found = _first_of_each_place(_from_all_sources(searched))
    return (finding for finding in found if not is_traditional_spelling(finding, searched))


def _from_all_sources(searched: SearchedText) -> Iterator[Finding]:
    """What every source finds, the surest source first."""
    yield from find_listed_words(searched, _word_index())
    for finding in find_near_words(searched, _pattern_rules()):
        yield in_script(finding, searched)
    yield from find_letter_case(searched)
    yield from find_lost_dots(searched)
    yield from find_idiom_slips(searched)
    yield from find_odd_ones_out(searched)
    doubted = DoubtedText.of(searched.folded)
    yield from find_doubted_characters(searched, doubted)
    yield from find_doubted_words(searched, doubted)


def _first_of_each_place(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings without those that touch a character which an earlier one has marked."""
    taken: set[int] = set()
    for finding in findings:
        characters = range(finding.span.start, finding.span.end)
        if taken.isdisjoint(characters):
            taken.update(characters)
            yield finding
