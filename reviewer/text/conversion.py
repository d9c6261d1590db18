"""A whole text into the other script, phrase by phrase, as edits.

One Simplified character may stand for several Traditional ones (发 for 發 and 髮), and only the
phrase around it tells which. The phrases and tables are OpenCC's, read from the files that the
opencc-python-reimplemented package carries; of the phrases that overlap the longest has it, as
there. What comes out is a list of edits, not a text, so that each change can be shown, refused
and undone on its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from reviewer.text.resources import ResourceMissing
from reviewer.text.script import Script, simplified_forms
from reviewer.text.span import Span


@dataclass(frozen=True, slots=True)
class ConversionTable:
    """What one direction of conversion goes by.

    Attributes:
        phrases: a phrase and what it becomes, as long as the phrase.
        lengths: the first two characters of phrases, and how long phrases are that begin so, the
            longest first.
        characters: a character and what it may become, the most common first.
    """

    phrases: dict[str, str]
    lengths: dict[str, tuple[int, ...]]
    characters: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Change:
    """One character that conversion would change.

    Attributes:
        place: where it stands.
        form: what would stand there.
        phrase: the phrase that decides, or empty where the character was converted by itself.
    """

    place: int
    form: str
    phrase: str


_TABLES = {
    Script.TRADITIONAL: ("STPhrases.txt", "STCharacters.txt"),
    Script.SIMPLIFIED: ("TSPhrases.txt", "TSCharacters.txt"),
}


def _entries(file_name: str) -> Iterator[tuple[str, list[str]]]:
    spec = find_spec("opencc")
    if spec is None or not spec.submodule_search_locations:
        raise ResourceMissing(Path("opencc") / file_name)
    path = Path(spec.submodule_search_locations[0]) / "dictionary" / file_name
    if not path.is_file():
        raise ResourceMissing(path)
    for line in path.read_text(encoding="utf-8").splitlines():
        source, _, targets = line.partition("\t")
        if targets:
            yield source, targets.split(" ")


@lru_cache(maxsize=2)
def conversion_table(to: Script) -> ConversionTable:
    """The table of one direction; read when it is first asked for, in about 0.1 s.

    Raises:
        KeyError: `to` is neither Simplified nor Traditional.
        ResourceMissing: the dictionaries are not there.
    """
    phrase_file, character_file = _TABLES[to]
    # A phrase of another length could not be told character by character. There are none.
    phrases = {
        source: targets[0]
        for source, targets in _entries(phrase_file)
        if len(source) == len(targets[0]) > 1
    }
    lengths: dict[str, set[int]] = {}
    for phrase in phrases:
        lengths.setdefault(phrase[:2], set()).add(len(phrase))
    return ConversionTable(
        phrases=phrases,
        lengths={start: tuple(sorted(known, reverse=True)) for start, known in lengths.items()},
        characters={
            source: tuple(targets)
            for source, targets in _entries(character_file)
            if len(source) == 1
        },
    )


@lru_cache(maxsize=1)
def _simplifying() -> dict[int, str]:
    return {ord(source): target for source, target in simplified_forms().items()}


def changes(text: str, to: Script, places: Iterable[int] | None = None) -> Iterator[Change]:
    """Every character of `text` that is written otherwise in the script `to`, in order.

    Characters that are of that script already are left as they are, also where OpenCC's table
    prefers another form: a text that mixes the scripts keeps what is right in it. Phrases are
    found through such characters all the same (這里 is found as 这里).

    Args:
        text: the text.
        to: the script.
        places: which characters are asked for, in order; None for all.

    Cost: O(n), about 1 M characters a second, once the table is read.
    """
    table = conversion_table(to)
    read = text.translate(_simplifying()) if to is Script.TRADITIONAL else text
    decided = {
        place + offset: (form, phrase)
        for place, phrase in _phrases(read, table)
        for offset, form in enumerate(table.phrases[phrase])
    }
    for place in range(len(text)) if places is None else places:
        character = read[place]
        form, phrase = decided.get(place, ("", ""))
        form = form or table.characters.get(character, (character,))[0]
        if form != character and text[place] == character:
            yield Change(place, form, phrase)


def _phrases(text: str, table: ConversionTable) -> list[tuple[int, str]]:
    """The phrases of `text` with their places; where phrases overlap, the longest, then leftmost.

    Only clusters of phrases that overlap have to be weighed against each other.
    """
    chosen: list[tuple[int, str]] = []
    cluster: list[tuple[int, str]] = []
    reach = 0
    lengths, phrases = table.lengths, table.phrases
    for place in range(len(text) - 1):
        known = lengths.get(text[place : place + 2])
        if known is None:
            continue
        for length in known:
            phrase = text[place : place + length]
            if phrase in phrases:
                if place >= reach:
                    chosen += _longest_first(cluster)
                    cluster = []
                cluster.append((place, phrase))
                reach = max(reach, place + length)
    return chosen + _longest_first(cluster)


def _longest_first(cluster: list[tuple[int, str]]) -> list[tuple[int, str]]:
    if len(cluster) < 2:
        return cluster
    taken: list[tuple[int, str]] = []
    for place, phrase in sorted(cluster, key=lambda item: (-len(item[1]), item[0])):
        end = place + len(phrase)
        if all(end <= other or place >= other + len(known) for other, known in taken):
            taken.append((place, phrase))
    return taken


def convert(text: str, to: Script) -> list[tuple[Span, str]]:
    """The edits that bring `text` into the script `to`, in order; neighbours are one edit.

    The edits never overlap and every replacement is as long as its span, so offsets stay.

    Raises:
        KeyError: `to` is neither Simplified nor Traditional.
        ResourceMissing: the dictionaries are not there.
    """
    edits: list[tuple[Span, str]] = []
    for change in changes(text, to):
        if edits and edits[-1][0].end == change.place:
            before, form = edits[-1]
            edits[-1] = (Span(before.start, change.place + 1), form + change.form)
        else:
            edits.append((Span(change.place, change.place + 1), change.form))
    return edits


def converted(text: str, to: Script) -> str:
    """`text` with the edits of `convert` made."""
    forms = list(text)
    for change in changes(text, to):
        forms[change.place] = change.form
    return "".join(forms)
