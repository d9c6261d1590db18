"""Where exactly a run of mojibake begins and ends.

A character at the edge may be common by chance both as it stands and as it reads. What decides is
the whole: the text before, the run and the text behind, read as one, for each edge that may be.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reviewer.garble.mojibake_charsets import HOLE
from reviewer.garble.mojibake_runs import Run
from reviewer.text.character_model import CharacterModel
from reviewer.text.codes import CodePoints, to_text

_OUTWARD, _INWARD = 6, 4
"""How many characters of the reading an edge may move."""

_CONTEXT = 6
_LINE_BONUS = 3.0
"""How much likelier (as a log10) it is that damage reaches the end of a line."""

_CHARACTER_BONUS = 0.5
_LINE_ENDS = (0x0A, 0xFFFF)


def with_best_edges(runs: list[Run], source: CodePoints, model: CharacterModel) -> list[Run]:
    """The runs, disjoint and in order, each with its most probable edges.

    Cost: at most twenty short texts to rank a run.
    """
    moved: list[Run] = []
    for index, run in enumerate(runs):
        least = moved[-1].end if moved else 0
        most = runs[index + 1].start if index + 1 < len(runs) else len(source)
        begun = replace(run, first=_best_first(run, least, source, model))
        moved.append(replace(begun, last=_best_last(begun, most, source, model)))
    return moved


def _best_first(run: Run, least: int, source: CodePoints, model: CharacterModel) -> int:
    borders = run.reading.borders
    reach = range(run.first, max(run.first - _OUTWARD, 0) - 1, -1)
    places = [place for place in _until_hole(run, reach, 0) if borders[place] >= least]
    inward = range(run.first + 1, min(run.first + _INWARD, run.last - 1) + 1)
    places += [place for place in inward if borders[place] >= 0]
    start = int(min(borders[place] for place in places))
    end = min(max(places) + _CONTEXT, run.last)
    before = source[max(0, start - _CONTEXT) : start]
    texts: list[str] = []
    bonus: list[float] = []
    for place in places:
        border = int(borders[place])
        parts = (before, source[start:border], run.reading.codes[place:end])
        texts.append("".join(map(to_text, parts)))
        at_end = border == 0 or int(source[border - 1]) in _LINE_ENDS
        bonus.append(_CHARACTER_BONUS * (run.first - place) + _LINE_BONUS * at_end)
    return places[int((model.scores(texts) + bonus).argmax())]


def _best_last(run: Run, most: int, source: CodePoints, model: CharacterModel) -> int:
    borders = run.reading.borders
    reach = range(run.last, min(run.last + _OUTWARD, len(borders) - 1) + 1)
    places = [place for place in _until_hole(run, reach, -1) if 0 <= borders[place] <= most]
    inward = range(run.last - 1, max(run.last - _INWARD, run.first + 1) - 1, -1)
    places += [place for place in inward if borders[place] >= 0]
    end = int(max(borders[place] for place in places))
    start = max(min(places) - _CONTEXT, run.first)
    after = source[end : end + _CONTEXT]
    texts: list[str] = []
    bonus: list[float] = []
    for place in places:
        border = int(borders[place])
        parts = (run.reading.codes[start:place], source[border:end], after)
        texts.append("".join(map(to_text, parts)))
        at_end = border == len(source) or int(source[border]) in _LINE_ENDS
        bonus.append(_CHARACTER_BONUS * (place - run.last) + _LINE_BONUS * at_end)
    return places[int((model.scores(texts) + bonus).argmax())]


def _until_hole(run: Run, places: Iterable[int], side: int) -> Iterable[int]:
    """The first of `places`, and the next as long as what they add could be read."""
    codes = run.reading.codes
    for number, place in enumerate(places):
        if number and int(codes[place + side]) == HOLE:
            return
        yield place
