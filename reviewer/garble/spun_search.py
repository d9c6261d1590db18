"""Where a text has words of the table of spun wording, and which parts of it were spun.

One odd word proves nothing: writers err, and every word of the table is right somewhere. A stretch
of text was spun where several different pairs of the table show in company that no writer gives
them; only there do ordinary words come under suspicion.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from reviewer.garble.searched import SearchedText
from reviewer.garble.spun_pairs import SpunPair, SpunTable

REACH = 1500
"""Evidence counts together, and for the text around it, up to this many characters away."""

TRIGGER = 3.5
"""How much evidence is enough; each pair counts once, by the strongest of its hits."""

STRONG = 2.0
"""How much of it must come from non-words and impossible company."""

LEAST_PAIRS = 3
"""How many different pairs the evidence must come from."""

_MOST_EXAMPLES = 3


class Level(IntEnum):
    """How much the company of a word says."""

    SURE = 0
    SPUN = 1
    LIKELY = 2
    ORDINARY = 3


_WEIGHTS = {Level.SURE: 2.0, Level.SPUN: 1.0, Level.LIKELY: 0.5}


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of the table in a text.

    Attributes:
        start: the first character that is marked.
        end: one past the last.
        level: what its company says.
        originals: what may have stood there, the most common first.
        written: the word of the table.
        text: the marked characters.
        shown: the word with a little of its company, for the reasons of others.
    """

    start: int
    end: int
    level: Level
    originals: tuple[str, ...]
    written: str
    text: str
    shown: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text that was spun.

    Attributes:
        start: where it begins.
        end: one past its last character.
        suspects: the words of the table in it, in order.
        evidence: those of them that prove it.
        examples: a few of these as they stand in the text, the strongest first, no word twice.
    """

    start: int
    end: int
    suspects: tuple[Hit, ...]
    evidence: tuple[Hit, ...]
    examples: tuple[str, ...]


def find_hits(searched: SearchedText, table: SpunTable) -> list[Hit]:
    """Every word of the table in a folded text but those in right company, in order, disjoint.

    Where two overlap, the one whose company says more stays, then the earlier. Cost: O(n),
    vectorised, and some look-ups for each place that begins like a word of the table.
    """
    text = searched.folded
    places = table.openings.places(searched)
    openings = sorted((place, opening) for opening in places for place in places[opening])
    hits = [
        hit for place, opening in openings for hit in _hits_at(text, place, table.pairs[opening])
    ]
    kept: list[Hit] = []
    end = 0
    for hit in sorted(hits, key=lambda hit: (hit.start, hit.level)):
        if hit.start >= end:
            kept.append(hit)
            end = hit.end
        elif hit.level < kept[-1].level:
            kept[-1] = hit
            end = hit.end
    return kept


def _hits_at(text: str, place: int, pairs: Sequence[SpunPair]) -> Iterator[Hit]:
    """The hit of the strongest of the pairs written like the text at `place`, if there is one.

    Pairs of one level are one hit with several originals.
    """
    best: Hit | None = None
    for pair in pairs:
        hit = _hit(text, place, pair)
        if hit is None:
            continue
        if best is None or hit.level < best.level:
            best = hit
        elif hit.level == best.level and (hit.start, hit.end) == (best.start, best.end):
            more = tuple(word for word in hit.originals if word not in best.originals)
            best = replace(best, originals=best.originals + more)
    if best is not None:
        yield best


def _hit(text: str, place: int, pair: SpunPair) -> Hit | None:
    end = place + len(pair.written)
    if not text.startswith(pair.written, place) or pair.kept.match(text, place, end):
        return None
    made = pair.sure.match(text, place, end)
    if made is not None:
        first, last = place - made.before, end + made.behind
        whole = text[first:last]
        before, behind = whole[: made.before], whole[made.before + len(pair.written) :]
        results = (
            (made.result,)
            if made.result is not None
            else tuple(before + original + behind for original in pair.originals)
        )
        return Hit(first, last, Level.SURE, results, pair.written, whole, whole)
    level, shown = Level.ORDINARY, pair.written
    for rank, company in ((Level.SPUN, pair.spun), (Level.LIKELY, pair.likely)):
        met = company.match(text, place, end)
        if met is not None:
            level, shown = rank, text[place - met.before : end + met.behind]
            break
    if level is Level.ORDINARY and pair.sure.shapes:
        return None
    return Hit(place, end, level, pair.originals, pair.written, pair.written, shown)


def find_stretches(hits: Sequence[Hit], length: int) -> list[Stretch]:
    """The parts of a text of `length` characters that were spun, in order.

    Odd company joins in where impossible company stands, and never makes a stretch of its own.
    """
    groups: list[list[Hit]] = []
    for hit in hits:
        if hit.level > Level.SPUN:
            continue
        if groups and hit.start - groups[-1][-1].start <= REACH:
            groups[-1].append(hit)
        else:
            groups.append([hit])
    starts = [hit.start for hit in hits]
    stretches: list[Stretch] = []
    for group in groups:
        start = max(0, group[0].start - REACH // 2)
        end = min(length, group[-1].end + REACH // 2)
        if stretches:
            start = max(start, stretches[-1].end)
        suspects = tuple(hits[bisect_left(starts, start) : bisect_left(starts, end)])
        evidence = tuple(hit for hit in suspects if hit.level in _WEIGHTS)
        if _proves(evidence):
            stretches.append(Stretch(start, end, suspects, evidence, _examples(evidence)))
    return stretches


def _examples(evidence: Sequence[Hit]) -> tuple[str, ...]:
    shown: dict[str, str] = {}
    for hit in sorted(evidence, key=lambda hit: hit.level):
        shown.setdefault(hit.written, hit.shown)
    return tuple(shown.values())[:_MOST_EXAMPLES]


def _proves(evidence: Sequence[Hit]) -> bool:
    weights: dict[str, float] = {}
    for hit in evidence:
        weights[hit.written] = max(_WEIGHTS[hit.level], weights.get(hit.written, 0.0))
    strong = sum(weight for weight in weights.values() if weight > _WEIGHTS[Level.LIKELY])
    return len(weights) >= LEAST_PAIRS and strong >= STRONG and sum(weights.values()) >= TRIGGER
