"""Characters that copies tell to be wrong: 一定程序上 here, 一定程度上 in every other copy.

Where long stretches agree and one character does not, and the two sound or look alike, one of them
is a slip. The character model says which reading is the rarer one in its sentence; where both read
well the copies simply disagree, and that is what is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.look_alikes import look_alikes_of
from reviewer.garble.rules import read_table
from reviewer.garble.written_alike import fitted
from reviewer.repeats.copies import Copies, Copy
from reviewer.repeats.family import Disagreement, DisagreementCategory, Passage
from reviewer.repeats.named_places import Places
from reviewer.repeats.names import LettersPair, differing_names
from reviewer.repeats.witnesses import Damaged
from reviewer.text.codes import code_points
from reviewer.text.pinyin import toneless
from reviewer.text.readings import readings_of
from reviewer.text.script import Script, script_of
from reviewer.text.span import Span
from reviewer.text.wording import Wording

if TYPE_CHECKING:
    from reviewer.text.character_model import CharacterModel

FILE = "copies.toml"
SAME_SOUND, LOOK_ALIKE = "copies/same-sound", "copies/look-alike"
"""The names of the rules."""

_MOST_COPIES = 24
_CONTEXT = 7
"""So many code points on either side are read with the character."""

_LEVELS = ((4.0, 0.75), (2.5, 0.6), (1.7, 0.4))
"""By how many powers of ten the other reading is likelier, and how sure that makes the finding."""

_FAMILIAR = -3.5
"""The log10 probability from which on a character is what one expects behind the two before it.

Where none of the readings is, a name stands there, and of names the model knows nothing.
"""

_SOUNDS = Wording("读音相同或相近", "the two sound alike")
_LOOKS = Wording("字形相近", "the two look alike")
_REASON = Wording(
    "“{wrong}”在{place}作“{right}”，{why}，后者通顺得多",
    "“{wrong}” is “{right}” in {place} {why}, and that reads far better",
)


@lru_cache(maxsize=1)
def _free() -> tuple[str, ...]:
    """Characters that may change places without damage: habits of writers, and figures."""
    table = read_table(FILE)
    return (*table["habits"], table["figures"])


@dataclass(frozen=True, slots=True)
class _Variant:
    """One copy's letter at a place of the representative, with the passages that have it."""

    character: str
    copy: Copy
    span: Span


class OddReadings:
    """Single characters on which copies differ, judged by sound, look and the character model.

    Attributes:
        findings: the slips in each text.
        disagreements: places where both readings are sound.
    """

    def __init__(self, texts: Sequence[str], damaged: Sequence[Damaged], places: Places) -> None:
        """Nothing was compared yet.

        Args:
            texts: the texts.
            damaged: the damage of each; where a rule has spoken nothing more is said.
            places: how witnesses are named.
        """
        self._texts = texts
        self._damaged = damaged
        self._places = places
        self.findings: list[list[Finding]] = [[] for _ in texts]
        self.disagreements: list[Disagreement] = []

    def hear(self, number: int, family: Copies) -> None:
        """Compare the copies of the family with this number.

        Cost: a step for each single letter in which a copy differs and for each of the first
        `_MOST_COPIES` copies, and a scoring of a sentence for each such letter.
        """
        for variants in _variants(family, self._damaged):
            self._judge(number, variants)

    def _judge(self, family: int, variants: Sequence[_Variant]) -> None:
        """Tell the rarer readings as slips of the best one, or the place as a disagreement."""
        scores, expected = _scores(variants)
        best = max(scores, key=scores.__getitem__)
        witness = next(one for one in variants if one.character == best)
        doubtful = False
        for variant in variants:
            why = None if variant.character == best else likeness(variant.character, best)
            if why is None:
                continue
            gap = scores[best] - scores[variant.character]
            confidence = _confidence(gap) if expected[best] >= _FAMILIAR else None
            if confidence is None:
                doubtful = True
                continue
            for passage in variant.copy.passages:
                slip = _finding(
                    self._texts, variant, passage, witness, self._places, why, confidence
                )
                self.findings[passage.document].append(slip)
        if doubtful:
            self.disagreements.append(_disagreement(family, variants))


def _variants(family: Copies, damaged: Sequence[Damaged]) -> Iterator[list[_Variant]]:
    """For each letter of the representative on which sound places differ what the copies have."""
    centre = family.all[0]
    odd: defaultdict[int, list[_Variant]] = defaultdict(list)
    for copy in family.all[1:]:
        for one in copy.substitutions:
            pair = LettersPair((one.centre, one.centre + 1), (one.letter, one.letter + 1))
            if differing_names(centre.letters, copy.letters, pair) is None:
                odd[one.centre].append(_variant(copy, one.letter))
    for letter, others in sorted(odd.items()):
        variants = [_variant(centre, letter), *others]
        for copy in family.all[1:_MOST_COPIES]:
            same = copy.of_centre[letter]
            if same >= 0:
                variants.append(_variant(copy, same))
        sound = [one for one in variants if _is_sound(one, damaged)]
        if len({one.character for one in sound}) > 1:
            yield sound


def _variant(copy: Copy, letter: int) -> _Variant:
    return _Variant(copy.letters[letter], copy, copy.letter_span(letter))


def _is_sound(variant: _Variant, damaged: Sequence[Damaged]) -> bool:
    """Whether the letter is a Han character on which no rule has spoken yet, in any passage."""
    if len(variant.span) != 1 or not "\u3400" <= variant.character <= "\u9fff":
        return False
    return not any(
        damaged[passage.document].touches(variant.span.shifted(passage.span.start))
        for passage in variant.copy.passages
    )


def _scores(variants: Sequence[_Variant]) -> tuple[dict[str, float], dict[str, float]]:
    """The log10 probability of the place with each character, and that of the character there.

    All are read in the context of the first variant.
    """
    text, span = variants[0].copy.text, variants[0].span
    before = text[max(0, span.start - _CONTEXT) : span.start]
    behind = text[span.end : span.end + _CONTEXT]
    scores: dict[str, float] = {}
    expected: dict[str, float] = {}
    for character in dict.fromkeys(one.character for one in variants):
        each = _model().log_probabilities(before + character + behind)
        scores[character] = float(each.sum(dtype="float64"))
        expected[character] = float(each[len(before)])
    return scores, expected


def _model() -> CharacterModel:
    """Loaded for the first place that needs it."""
    from reviewer.text.character_model import character_model

    return character_model()


def _confidence(gap: float) -> float | None:
    return next((sure for least, sure in _LEVELS if gap >= least), None)


@lru_cache(maxsize=4096)
def likeness(one: str, other: str) -> Wording | None:
    """Why one character may stand for the other by mistake, or None where nothing says so."""
    if any(one in habit and other in habit for habit in _free()):
        return None
    if other in look_alikes_of(one):
        return _LOOKS
    sounds = [{toneless(reading) for reading in readings_of(sign)} for sign in (one, other)]
    return _SOUNDS if sounds[0] & sounds[1] else None


def _finding(
    texts: Sequence[str],
    variant: _Variant,
    passage: Passage,
    witness: _Variant,
    places: Places,
    why: Wording,
    confidence: float,
) -> Finding:
    span = variant.span.shifted(passage.span.start)
    text = texts[passage.document]
    own, right = span.of(text), witness.span.of(witness.copy.text)
    script = script_of(code_points(variant.copy.text))
    if script is not script_of(code_points(witness.copy.text)):
        traditional = script is Script.TRADITIONAL
        right = fitted(own, variant.character, witness.character, traditional=traditional)
    around = Span(max(passage.span.start, span.start - 2), min(passage.span.end, span.end + 2))
    seen = witness.copy.passages[0]
    place = places.named(
        Passage(seen.document, witness.span.shifted(seen.span.start)), passage.document
    )
    said = {
        "wrong": around.of(text).replace("\n", "⏎"),
        "right": right,
    }
    return Finding(
        kind=Kind.OCR_CONFUSION if why is _LOOKS else Kind.WRONG_WORD,
        span=span,
        text=own,
        replacement=right,
        confidence=confidence,
        safe=False,
        reason=Wording(
            _REASON.zh.format(place=place.zh, why=why.zh, **said),
            _REASON.en.format(place=place.en, why=why.en, **said),
        ),
        rule=LOOK_ALIKE if why is _LOOKS else SAME_SOUND,
    )


def _disagreement(family: int, variants: Sequence[_Variant]) -> Disagreement:
    readings = (
        Passage(passage.document, one.span.shifted(passage.span.start))
        for one in variants
        for passage in one.copy.passages
    )
    return Disagreement(family, DisagreementCategory.WORDING, tuple(sorted(readings)))
