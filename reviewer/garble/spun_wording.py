"""Spun wording (洗稿): words that a site put in the place of others to make a copy look new.

Sites replace near-synonyms by a table, blind to where words begin and end. Non-words that only
this makes (规那么 for 规则) are sure wherever they stand. Ordinary words come under suspicion only
in stretches that several pairs of the table prove spun (`spun_search`); each is then weighed by
its company and by how much likelier the model of prose finds the sentence with the original.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.searched import SearchedText
from reviewer.garble.spun_pairs import spun_table
from reviewer.garble.spun_search import Hit, Level, Stretch, find_hits, find_stretches
from reviewer.garble.without_readings import find_without_readings
from reviewer.text.script import Script, traditional_forms
from reviewer.text.span import Span
from reviewer.text.wording import Wording

CONTEXT = 6
"""Characters on either side of a word that take part in weighing it."""

_SURE_CONFIDENCE = 0.95
_SURE_ALONE_CONFIDENCE = 0.9
_FIRST_ORIGINAL = 0.5
"""How far (as a power of ten) the first original of a pair goes before the others."""
_PROVEN_PAIR = 1.2
"""A site replaces every occurrence: a pair proven elsewhere in the stretch is likelier here."""
_ORIGINAL_LEFT = -1.0
"""An original that still stands in the stretch makes it less likely that it was replaced."""
_STEPS: dict[Level, tuple[tuple[float, float], ...]] = {
    Level.SPUN: ((0.0, 0.95), (-2.5, 0.88), (-99.0, 0.6)),
    Level.LIKELY: ((1.0, 0.9), (0.0, 0.8), (-1.5, 0.65), (-3.0, 0.4)),
    Level.ORDINARY: ((3.0, 0.8), (2.0, 0.7), (1.0, 0.55), (0.3, 0.3)),
}
"""For each level the least weight of each confidence; with less than the last, nothing is said."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """A hit with its originals, the most probable first, and how sure the first is."""

    hit: Hit
    originals: tuple[str, ...]
    confidence: float


def find_spun_wording(searched: SearchedText) -> Iterator[Finding]:
    """A finding for every non-word of blind substitution and, where spun, for every substitute.

    Cost: O(n), vectorised; the model is loaded and asked only where a stretch was spun.
    """
    yield from find_without_readings(searched, _in_plain_text)


def _in_plain_text(searched: SearchedText) -> Iterator[Finding]:
    read = searched
    if searched.script is not Script.SIMPLIFIED and "著" in searched.folded:
        # Traditional texts write 著 for 着; folding leaves it, for it is Simplified as well.
        read = SearchedText(searched.folded.replace("著", "着"))
    text = read.folded
    hits = find_hits(read, spun_table())
    stretches = find_stretches(hits, len(text))
    for hit in hits:
        if hit.level is Level.SURE:
            spun = any(stretch.start <= hit.start < stretch.end for stretch in stretches)
            confidence = _SURE_CONFIDENCE if spun else _SURE_ALONE_CONFIDENCE
            yield _finding(searched, _Judged(hit, hit.originals, confidence), None)
    for stretch in stretches:
        for judged in _judge(text, stretch):
            yield _finding(searched, judged, stretch)


def _judge(text: str, stretch: Stretch) -> Iterator[_Judged]:
    """The suspicious words of a stretch, each weighed in its sentence; the sure ones left out."""
    from reviewer.text.character_model import character_model

    judged: list[Hit] = []
    sentences: list[str] = []
    for place, hit in enumerate(stretch.suspects):
        if hit.level is Level.SURE:
            continue
        # A word of the table has two characters or more, so no more of them fit into the context.
        near = stretch.suspects[max(0, place - CONTEXT // 2) : place + CONTEXT // 2 + 1]
        before = _restored(text, near, max(0, hit.start - CONTEXT), hit.start)
        behind = _restored(text, near, hit.end, min(len(text), hit.end + CONTEXT))
        judged.append(hit)
        sentences += [before + word + behind for word in (hit.text, *hit.originals)]
    scores = iter(character_model().scores(sentences).tolist())
    proven = {(hit.written, hit.originals) for hit in judged if hit.level is Level.SPUN}
    inside = text[stretch.evidence[0].start : stretch.evidence[-1].end]
    for hit in judged:
        as_it_is = next(scores)
        gains = {word: next(scores) - as_it_is for word in hit.originals}
        favour = {hit.originals[0]: _FIRST_ORIGINAL}
        ranked = sorted(gains, key=lambda word: -gains[word] - favour.get(word, 0.0))
        original = ranked[0]
        weight = gains[original]
        weight += _PROVEN_PAIR * ((hit.written, hit.originals) in proven)
        weight += _ORIGINAL_LEFT * (original in inside)
        confidence = _confidence(hit.level, weight)
        if confidence:
            yield _Judged(hit, tuple(ranked), confidence)


def _restored(text: str, near: Sequence[Hit], first: int, last: int) -> str:
    """The text from `first` to `last` with those of `near` that are probably spun put back."""
    parts: list[str] = []
    done = first
    for hit in near:
        if first <= hit.start and hit.end <= last and hit.level is not Level.ORDINARY:
            parts += [text[done : hit.start], hit.originals[0]]
            done = hit.end
    return "".join([*parts, text[done:last]])


def _confidence(level: Level, weight: float) -> float:
    return next((value for least, value in _STEPS[level] if weight >= least), 0.0)


def _finding(searched: SearchedText, judged: _Judged, stretch: Stretch | None) -> Finding:
    hit = judged.hit
    span = Span(hit.start, hit.end)
    text = span.of(searched.text)
    words = [_in_script(word, hit.text, text, searched.script) for word in judged.originals]
    return Finding(
        kind=Kind.SPUN_WORDING,
        rule=f"spun_wording/{hit.written}",
        span=span,
        text=text,
        replacement=words[0],
        confidence=judged.confidence,
        safe=False,
        reason=_reason(hit, text, words[0], stretch),
        alternatives=tuple(words[1:]),
    )


def _in_script(word: str, written: str, text: str, script: Script) -> str:
    """`word` in `script`; what it shares with `written`, the folded `text`, stays as it stands."""
    head = 0
    while head < min(len(word), len(written)) and word[head] == written[head]:
        head += 1
    tail = 0
    while tail < min(len(word), len(written)) - head and word[-1 - tail] == written[-1 - tail]:
        tail += 1
    changed = word[head : len(word) - tail]
    if script in (Script.TRADITIONAL, Script.MIXED):
        forms = traditional_forms()
        changed = "".join(forms.get(character, character) for character in changed)
    return text[:head] + changed + text[len(text) - tail :]


def _reason(hit: Hit, text: str, original: str, stretch: Stretch | None) -> Wording:
    reasons = spun_table().reasons
    if stretch is None:
        return reasons["sure"].filled(text=text, original=original)
    name = "spun" if hit.level is Level.SPUN else "judged"
    return reasons[name].filled(
        text=text,
        original=original,
        count=len(stretch.evidence),
        examples="、".join(f"“{example}”" for example in stretch.examples),
    )
