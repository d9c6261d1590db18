"""Simplified characters in a Traditional text, and Traditional ones in a Simplified text.

Two sorts are kept apart. A character that only the other script has (谁, 们) is wrong wherever it
stands; neighbours with nothing of the text's own script between them are one finding. A character
that both scripts write, but for different words (后 for 後 or 皇后), is resolved by the phrase
around it as a suggestion, or left open as one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.rules import read_table, wording_of
from reviewer.garble.searched import SearchedText
from reviewer.garble.shift_markers import markers
from reviewer.garble.without_readings import without_readings
from reviewer.text.codes import looked_up
from reviewer.text.conversion import Change, changes, conversion_table
from reviewer.text.script import (
    TABLE_SIZE,
    Script,
    simplified_forms,
    traditional_forms,
)
from reviewer.text.span import Cover, Span
from reviewer.text.wording import Wording

FILE = "script_mixing.toml"
MOST_BETWEEN = 6
"""How many characters of neither script may lie between two that belong to one run."""

_SURE, _LIKELY, _BY_PHRASE, _ALONE = 0.9, 0.6, 0.45, 0.35
_READS_AS_CHINESE = -3.4
"""Mean log10 probability of a character, below which a passage is garble and no foreign script."""

_CONTEXT = 10
_SHIFTED = 40
"""Characters behind the mark of a byte shift that are not read for what they look like."""

_FOREIGN, _OWN, _EITHER = 1, 2, 3


@dataclass(frozen=True, slots=True)
class _Lists:
    """The rule file: characters that the dictionaries do not tell, and what is said to people."""

    both_in_traditional: frozenset[str]
    both_in_simplified: frozenset[str]
    likely_simplified: frozenset[str]
    always_simplified: frozenset[str]
    simplified_run: Wording
    traditional_run: Wording
    by_phrase: Wording
    alone: Wording


@lru_cache(maxsize=1)
def _lists() -> _Lists:
    table = read_table(FILE)
    return _Lists(
        both_in_traditional=frozenset("".join(table["both_in_traditional"].split())),
        both_in_simplified=frozenset("".join(table["both_in_simplified"].split())),
        likely_simplified=frozenset(table["likely_simplified"]),
        always_simplified=frozenset(table["always_simplified"]),
        simplified_run=wording_of(table["simplified-run"]["reason"]),
        traditional_run=wording_of(table["traditional-run"]["reason"]),
        by_phrase=wording_of(table["by-phrase"]["reason"]),
        alone=wording_of(table["alone"]["reason"]),
    )


@lru_cache(maxsize=2)
def _classes(script: Script) -> NDArray[np.uint8]:
    """For every code point whether it is foreign to `script`, its own, either's, or (0) neither.

    Only Traditional texts have characters of either's sort: the dictionary of the other direction
    has no such choice to make.
    """
    table = np.zeros(TABLE_SIZE, dtype=np.uint8)
    traditional, simplified = simplified_forms(), traditional_forms()
    kept = _lists().both_in_traditional
    if script is Script.SIMPLIFIED:
        for character, form in traditional.items():
            table[ord(character)] = 0 if character in simplified else _FOREIGN
            # A variant that no Simplified character stands for is a name more often than not.
            if simplified.get(form) != character or character in _lists().both_in_simplified:
                table[ord(character)] = 0
        for character in simplified.keys() - traditional.keys():
            table[ord(character)] = _OWN
        return table
    forms = conversion_table(Script.TRADITIONAL).characters
    for character in traditional.keys() - simplified.keys():
        table[ord(character)] = _OWN
    for character, targets in forms.items():
        if character not in kept and targets != (character,):
            # Big5 is what Traditional is written in: what it lacks has no place there.
            known = character in targets or _in_big5(character)
            table[ord(character)] = _EITHER if known else _FOREIGN
    for character in _lists().always_simplified:
        table[ord(character)] = _FOREIGN
    return table


def _in_big5(character: str) -> bool:
    return bool(character.encode("big5", "ignore"))


def find_script_mixing(searched: SearchedText) -> Iterator[Finding]:
    """A finding for every run of the other script, and a suggestion for every doubtful character.

    Texts that are written half in one script and half in the other have no script of their own;
    the script of most of their characters is taken for it. Cost: O(n), vectorised; phrases are
    looked up only around the characters in question.
    """
    script = _script_of(searched)
    if script is None:
        return
    runs = _runs(searched.text, looked_up(_classes(script), searched.codes))
    runs = _not_garbled(searched, runs)
    for run in runs:
        yield from _run_finding(searched.text, run, script)
    if script is Script.TRADITIONAL:
        taken = Cover(runs)
        for place, change in _doubtful(searched):
            if not taken.touches(Span(place, place + 1)):
                yield from _suggestion(searched.text, place, change)


def _script_of(searched: SearchedText) -> Script | None:
    """The script of the text, or of most of it; None where no character tells."""
    if searched.script is not Script.MIXED:
        return None if searched.script is Script.NEITHER else searched.script
    traditional, simplified = (
        int(np.count_nonzero(looked_up(_classes(script), searched.codes) == _OWN))
        for script in (Script.TRADITIONAL, Script.SIMPLIFIED)
    )
    return Script.TRADITIONAL if traditional > simplified else Script.SIMPLIFIED


def _runs(text: str, classes: NDArray[np.uint8]) -> list[Span]:
    """The runs of foreign characters; a line and a character of the text's own script end one."""
    runs: list[Span] = []
    for place in np.flatnonzero(classes == _FOREIGN).tolist():
        if runs and place - runs[-1].end <= MOST_BETWEEN:
            between = slice(runs[-1].end, place)
            if not (classes[between] == _OWN).any() and "\n" not in text[between]:
                runs[-1] = Span(runs[-1].start, place + 1)
                continue
        runs.append(Span(place, place + 1))
    return [_with_neighbours(run, classes) for run in runs]


def _with_neighbours(run: Span, classes: NDArray[np.uint8]) -> Span:
    """The run with the characters of either's sort that touch it: they are of one word."""
    start, end = run.start, run.end
    while start and classes[start - 1] == _EITHER:
        start -= 1
    while end < len(classes) and classes[end] == _EITHER:
        end += 1
    return Span(start, end)


def _not_garbled(searched: SearchedText, runs: list[Span]) -> list[Span]:
    """Those of `runs` that do not stand in damaged bytes, which look like anything."""
    from reviewer.text.character_model import character_model

    text = searched.text
    runs = [run for run in runs if not _is_marked(text, run)]
    around = [_context(text, run) for run in runs]
    if not runs:
        return []
    scores: list[float] = character_model().scores(around).tolist()
    return [
        run
        for run, score, context in zip(runs, scores, around, strict=True)
        if score >= _READS_AS_CHINESE * len(context)
    ]


def _is_marked(text: str, run: Span) -> bool:
    """Whether marks of damaged bytes stand before the run or beside it."""
    near = text[max(0, run.start - _SHIFTED) : run.end]
    return any(True for _ in markers(near)) or "\ufffd" in text[run.start - 1 : run.end + 1]


def _context(text: str, run: Span) -> str:
    """The run with what stands around it in its line."""
    start = max(0, run.start - _CONTEXT)
    line_start = text.rfind("\n", start, run.start) + 1
    return text[max(start, line_start) : run.end + _CONTEXT].partition("\n")[0]


def _run_finding(text: str, run: Span, script: Script) -> Iterator[Finding]:
    lists = _lists()
    said = lists.simplified_run if script is Script.TRADITIONAL else lists.traditional_run
    before = max(0, run.start - _CONTEXT)
    changed = {
        before + change.place: change.form
        for change in changes(text[before : run.end + _CONTEXT], script)
        if run.start <= before + change.place < run.end
    }
    if not changed:
        return  # A phrase says that this is right here: 拮据.
    run = Span(min(changed), max(changed) + 1)
    form = "".join(changed.get(place, text[place]) for place in range(run.start, run.end))
    open_choice = _open_choice(text, run, script)
    yield Finding(
        kind=Kind.SCRIPT_MIXING,
        span=run,
        text=run.of(text),
        replacement=form,
        confidence=_LIKELY if open_choice else _SURE,
        safe=False,
        reason=said.filled(text=run.of(text)),
        alternatives=tuple(other for other in open_choice if other != form),
        rule="script_mixing/" + ("simplified" if script is Script.TRADITIONAL else "traditional"),
    )


def _open_choice(text: str, run: Span, script: Script) -> tuple[str, ...]:
    """The forms between which no phrase decides, where the run is one such character."""
    if len(run) > 1:
        return ()
    forms = conversion_table(script).characters.get(run.of(text), ())
    before = max(0, run.start - _CONTEXT)
    decided = any(
        before + change.place == run.start and change.phrase
        for change in changes(text[before : run.end + _CONTEXT], script)
    )
    return () if decided or len(forms) < 2 else forms


def _doubtful(searched: SearchedText) -> Iterator[tuple[int, Change]]:
    """The characters of either's sort that conversion would change, each with its place.

    Injected readings (關(guān)于) are left out, for they stand in the middle of phrases.
    """
    plain = without_readings(searched)
    text, codes = plain.searched.text, plain.searched.codes
    either = np.flatnonzero(looked_up(_classes(Script.TRADITIONAL), codes) == _EITHER).tolist()
    number = 0
    while number < len(either):
        start, end = _clause(text, either[number])
        last = bisect_left(either, end, number)
        places = [place - start for place in either[number:last]]
        for change in changes(text[start:end], Script.TRADITIONAL, places):
            yield plain.place_of(start + change.place), change
        number = last


def _clause(text: str, place: int) -> tuple[int, int]:
    """The run of letters around `place`."""
    start = end = place
    while start and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, max(end, place + 1)


def _suggestion(text: str, place: int, change: Change) -> Iterator[Finding]:
    lists = _lists()
    character = text[place]
    if not change.phrase and character not in lists.likely_simplified:
        return
    forms = conversion_table(Script.TRADITIONAL).characters.get(character, ())
    phrase_form = conversion_table(Script.TRADITIONAL).phrases.get(change.phrase, change.form)
    said = lists.by_phrase if change.phrase else lists.alone
    yield Finding(
        kind=Kind.SCRIPT_MIXING,
        span=Span(place, place + 1),
        text=character,
        replacement=change.form,
        confidence=_BY_PHRASE if change.phrase else _ALONE,
        safe=False,
        reason=said.filled(text=character, phrase=change.phrase, form=phrase_form),
        alternatives=tuple(form for form in forms if form not in (change.form, character)),
        rule="script_mixing/" + ("phrase" if change.phrase else "alone"),
    )
