"""What becomes of a finding when copies have spoken on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.written_alike import fitted
from reviewer.repeats.family import Passage
from reviewer.repeats.named_places import Places
from reviewer.repeats.witnessed import WITNESSED
from reviewer.text.canonical import MASK_CHARACTERS
from reviewer.text.folding import folded_text
from reviewer.text.script import Script
from reviewer.text.wording import Wording

FILLED = frozenset({Kind.MASKED_TEXT, Kind.OVER_MASKING, Kind.MISSING_TEXT, Kind.YEAR_OVERWRITTEN})
"""What a copy may fill by right or not: editions differ here, so an editor has to look."""

RESTORED = frozenset(
    {
        Kind.BYTE_SHIFT_MOJIBAKE,
        Kind.MOJIBAKE,
        Kind.REPLACEMENT_CHARACTER,
        Kind.PRIVATE_USE_CHARACTER,
        Kind.HTML_ENTITY,
        Kind.OCR_CONFUSION,
        Kind.WRONG_WORD,
        Kind.PARTICLE_CONFUSION,
        Kind.SYMBOL_SUBSTITUTION,
        Kind.LOST_CHARACTER,
        Kind.DECIMAL_POINT_CORRUPTION,
        Kind.SPUN_WORDING,
    }
)
"""What is restored from a copy whatever the rule itself proposes."""

CONFIRMED = RESTORED | {
    Kind.CASE_ERROR,
    Kind.STRAY_SPACE,
    Kind.LINE_BREAK_ERROR,
    Kind.PUNCTUATION_ERROR,
    Kind.QUOTE_STYLE,
    Kind.ENUMERATION_ERROR,
    Kind.DUPLICATED_TEXT,
    Kind.INJECTED_BOILERPLATE,
}
"""Where a copy that has what the rule proposes makes it surer. Layout is every copy's own."""

MOST_SURE_UNSEEN = 0.85
"""A repair that only copies know is never accepted unseen by its confidence."""

_DOUBT_LEFT = 0.4
_SUREST = 0.99

_AGREES = Wording("{reason}；{place}此处作“{text}”", "{reason}; {place} has “{text}” here")
_AGREES_NOTHING = Wording("{reason}；{place}此处没有它", "{reason}; {place} does not have it")
_DIFFER = Wording("{reason}；各份不一：{readings}", "{reason}; the copies differ: {readings}")
_READING = Wording("{place}作“{text}”", "{place} has “{text}”")


@dataclass(frozen=True, slots=True)
class Reading:
    """What one witness has in the place of a finding."""

    text: str
    passage: Passage


def asks_copies(finding: Finding) -> bool:
    """Whether copies may have a say in a finding of this kind."""
    return finding.kind in CONFIRMED or finding.kind in FILLED


def fitting(
    finding: Finding,
    readings: Sequence[Reading],
    document: int,
    script: Callable[[int], Script],
) -> list[Reading]:
    """Those readings that can be what stood in the place of a finding, in the script of the place.

    Args:
        finding: the finding.
        readings: what witnesses have there.
        document: the number of the text with the finding.
        script: tells the script of a text by its number.
    """
    kept: list[Reading] = []
    for reading in readings:
        text = _written(finding, reading, document, script)
        if folded_text(text) != folded_text(finding.text) and _can_stand(finding, text):
            kept.append(Reading(text, reading.passage))
    return kept


def _written(
    finding: Finding, reading: Reading, document: int, script: Callable[[int], Script]
) -> str:
    """What the witness has, in the script of the text that it repairs."""
    read, witness = reading.text, reading.passage.document
    if read.isascii() or witness == document or script(witness) is script(document):
        return read
    marked, folded = finding.text, folded_text(finding.text)
    traditional = script(document) is Script.TRADITIONAL
    return fitted(marked, folded, folded_text(read), traditional=traditional)


def _can_stand(finding: Finding, text: str) -> bool:
    """Whether what a witness has can be what stood in the place of a finding."""
    if finding.kind not in FILLED:
        return finding.kind not in RESTORED or bool(text) or not finding.replacement
    if not any(map(str.isalnum, text)) or any(sign in MASK_CHARACTERS for sign in text):
        return False
    # Figures that a mask left standing have to be the witness's too: 20XX is no 1998.
    figures = [sign for sign in folded_text(finding.text) if sign.isdecimal()]
    return folded_text(text).startswith("".join(figures)) and "x" not in folded_text(text).lower()


def healed(finding: Finding, readings: Sequence[Reading], document: int, places: Places) -> Finding:
    """The finding with what its copies have, named with where it stands.

    Args:
        finding: the finding.
        readings: what undamaged copies have in its place, at least one.
        document: the number of its text.
        places: how witnesses are named.
    """
    distinct: dict[str, Reading] = {}
    for reading in readings:
        distinct.setdefault(_compared(finding.kind, reading.text), reading)
    own = None if finding.replacement is None else _compared(finding.kind, finding.replacement)
    if len(distinct) > 1:
        return _disputed(finding, list(distinct.values()), document, places)
    ((compared, reading),) = distinct.items()
    if compared == own:
        confidence = 1 - (1 - finding.confidence) * _DOUBT_LEFT
        repair, others = finding.replacement, finding.alternatives
        confidence = max(finding.confidence, min(confidence, _SUREST))
    elif not finding.safe and (finding.kind in RESTORED or finding.kind in FILLED):
        repair, confidence = reading.text, min(finding.confidence, MOST_SURE_UNSEEN)
        proposed = () if finding.replacement is None else (finding.replacement,)
        others = _without(repair, proposed + finding.alternatives)
    else:
        return finding
    place = places.named(reading.passage, document, len(readings))
    said = _AGREES if reading.text else _AGREES_NOTHING
    return replace(
        finding,
        replacement=repair,
        confidence=confidence,
        alternatives=others,
        reason=_joined(said, finding.reason, place, reading.text),
        rule=finding.rule + WITNESSED,
    )


def _compared(kind: Kind, text: str) -> str:
    """A reading as it is compared: of a line break only whether there is one."""
    if kind is Kind.LINE_BREAK_ERROR and not text.strip():
        return "\n" if "\n" in text else ""
    return folded_text(text)


def _without(taken: str, others: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in others if text != taken))


def _disputed(
    finding: Finding, readings: Sequence[Reading], document: int, places: Places
) -> Finding:
    """The finding with every reading as an alternative; its own repair stays what it is."""
    if finding.safe or (finding.kind not in RESTORED and finding.kind not in FILLED):
        return finding
    named = [(places.named(one.passage, document, 1), one.text) for one in readings]
    told = [_READING.filled(place="{place}", text=text) for _, text in named]
    shown = Wording(
        "，".join(
            row.zh.format(place=place.zh) for row, (place, _) in zip(told, named, strict=True)
        ),
        ", ".join(
            row.en.format(place=place.en) for row, (place, _) in zip(told, named, strict=True)
        ),
    )
    read = tuple(one.text for one in readings)
    return replace(
        finding,
        alternatives=_without(finding.replacement or "", (*read, *finding.alternatives)),
        reason=Wording(
            _DIFFER.zh.format(reason=finding.reason.zh, readings=shown.zh),
            _DIFFER.en.format(reason=finding.reason.en, readings=shown.en),
        ),
        rule=finding.rule + WITNESSED,
    )


def _joined(said: Wording, reason: Wording, place: Wording, text: str) -> Wording:
    shown = text.replace("\n", "⏎")
    return Wording(
        said.zh.format(reason=reason.zh, place=place.zh, text=shown),
        said.en.format(reason=reason.en, place=place.en, text=shown),
    )
