"""What was found of planted damage, what was repaired, and what was cried over nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

import charset_normalizer
import ftfy
from damage_characters import CHARACTER_DAMAGE
from damage_encoding import ENCODING_DAMAGE
from damage_furniture import FURNITURE_DAMAGE
from damage_layout import LAYOUT_DAMAGE
from damage_lists import speeches
from damage_numbers import NUMBER_DAMAGE
from damage_plan import Change, Damage, DamagedText, Plant, changes_that_fit, planted

from reviewer.garble.finding import Finding, Kind
from reviewer.text.script import Script
from reviewer.text.span import Span

ALL_DAMAGE = (
    *ENCODING_DAMAGE,
    *CHARACTER_DAMAGE,
    *NUMBER_DAMAGE,
    *LAYOUT_DAMAGE,
    *FURNITURE_DAMAGE,
)
FTFY = ftfy.TextFixerConfig(uncurl_quotes=False)
GAP = 14
"""The least distance between two plants of one text, so that each is judged by itself."""

SORTS_IN_A_TEXT = 4
WINDOW = 6


def damaged_texts(rounds: int) -> Iterator[DamagedText]:
    """Every speech in both scripts, `rounds` times, each with a few sorts of damage.

    The sorts are dealt out like cards, so that all come equally often.
    """
    random = Random(1)
    cards: dict[Script, list[Damage]] = {Script.SIMPLIFIED: [], Script.TRADITIONAL: []}
    for _ in range(rounds):
        for _, script, text in speeches():
            if len(cards[script]) < SORTS_IN_A_TEXT:
                fitting = [damage for damage in ALL_DAMAGE if script in damage.scripts]
                cards[script] += random.sample(fitting, len(fitting))
            dealt = [cards[script].pop()]
            # What fills a whole text leaves no place that it spares, so it comes alone.
            while len(dealt) < SORTS_IN_A_TEXT and all(damage.most for damage in dealt):
                dealt.append(cards[script].pop())
            alone = [damage for damage in dealt if damage.most is None]
            yield damaged(text, alone or dealt, random)
            if alone and len(dealt) > 1:
                yield damaged(text, dealt[:-1], random)


def damaged(text: str, dealt: Sequence[Damage], random: Random) -> DamagedText:
    """`text` with the damage that was dealt, where there is room for it."""
    taken: list[tuple[Damage, Change]] = []
    for damage in dealt:
        gap = 0 if damage.most is None else GAP
        fitting = changes_that_fit(
            ((damage, change) for change in damage.planter(text, random)), taken, gap
        )
        for done, _ in enumerate(fitting, start=1):
            if done == damage.most:
                break
    return planted(text, taken)


@dataclass(slots=True)
class Score:
    """What became of one sort of damage.

    Attributes:
        planted: how often it was done.
        found, suggested: how often a finding of the kind met it, without and with suggestions.
        repaired, suggested_repairs: how often the findings gave the original text.
        invented: how often characters were given that nobody can know.
        by_ftfy: how often ftfy gave the original text.
        by_detection: how often charset-normalizer did, given the bytes; for damage of bytes only.
    """

    planted: int = 0
    found: int = 0
    suggested: int = 0
    repaired: int = 0
    suggested_repairs: int = 0
    invented: int = 0
    by_ftfy: int = 0
    by_detection: int = 0


@dataclass
class Scores:
    """The figures of all sorts of damage, and of the findings by kind.

    Attributes:
        sorts: the score of each sort, by name.
        right, wrong: findings that met a plant, and those that met none, by kind and level.
        examples: some of what went wrong, for reading.
    """

    sorts: dict[str, Score] = field(default_factory=dict)
    right: Counter[tuple[Kind, bool]] = field(default_factory=Counter)
    wrong: Counter[tuple[Kind, bool]] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)

    def add(self, text: DamagedText, findings: Sequence[Finding]) -> None:
        """Counts one damaged text and what was found in it."""
        for plant in text.plants:
            self._add_plant(text, plant, findings)
        for finding in findings:
            meets = any(touches(finding, plant) for plant in text.plants)
            (self.right if meets else self.wrong)[finding.kind, finding.is_suggestion] += 1
            if not meets:
                self._example(f"false {finding.kind.value}", text, finding.span, finding)

    def _add_plant(self, text: DamagedText, plant: Plant, findings: Sequence[Finding]) -> None:
        damage = plant.damage
        score = self.sorts.setdefault(damage.name, Score())
        score.planted += 1
        own = [f for f in findings if f.kind in damage.sisters | {damage.kind} if met(f, plant)]
        sure = [f for f in own if not f.is_suggestion]
        score.found += bool(sure)
        score.suggested += bool(own)
        if damage.repairable:
            score.repaired += is_repaired(text, plant, sure)
            right = is_repaired(text, plant, own)
            score.suggested_repairs += right
            score.by_ftfy += ftfy_repairs(text, plant)
            score.by_detection += detection_repairs(text, plant)
            if own and not right:
                self._example(f"badly repaired {damage.name}", text, plant.marked, *own)
        else:
            # A sign is no word: a bullet for an unknown bullet says nothing new.
            score.invented += any(map(str.isalnum, "".join(f.replacement or "" for f in own)))
        if not sure:
            self._example(f"missed {damage.name}", text, plant.marked, *own)

    def _example(self, sort: str, text: DamagedText, span: Span, *found: Finding) -> None:
        shown = text.text[max(0, span.start - 14) : span.start]
        shown += f"⟦{span.of(text.text)}⟧" + text.text[span.end : span.end + 14]
        for finding in found:
            shown += f"  ({finding.rule} {finding.text!r} -> {finding.replacement!r}"
            shown += f" {finding.confidence:.2f})"
        self.examples.setdefault(sort, []).append(shown.replace("\n", "⏎"))


def touches(finding: Finding, plant: Plant) -> bool:
    """Whether the finding has to do with the plant: it overlaps it, adjoins it or is in reach."""
    span = finding.span
    if span.start <= plant.whole.end and plant.whole.start <= span.end:
        return True
    own = finding.kind in plant.damage.sisters | {plant.damage.kind}
    return own and met(finding, plant)


def met(finding: Finding, plant: Plant) -> bool:
    """Whether the finding marks the plant; one that inserts marks what it adjoins."""
    near, span = plant.near, finding.span
    if len(span) == 0:
        return near.start <= span.start <= near.end
    return near.overlaps(span)


def is_repaired(text: DamagedText, plant: Plant, findings: Sequence[Finding]) -> bool:
    """Whether the replacements of `findings` give the clean text from end to end of them."""
    repairs = sorted(
        (f for f in findings if f.replacement is not None),
        key=lambda f: (f.span.start, -len(f.span)),
    )
    if not repairs:
        return False
    at = start = min(plant.marked.start, repairs[0].span.start)
    out: list[str] = []
    for finding in repairs:
        if finding.span.start >= at or finding.span.start == start == at:
            out += [text.text[at : finding.span.start], finding.replacement or ""]
            at = finding.span.end
    end = max(plant.marked.end, at)
    out.append(text.text[at:end])
    clean_start, clean_end = text.clean_place(start), text.clean_place(end, behind=True)
    before = behind = ""
    if clean_start is None:
        before = text.text[plant.whole.start : start]
        clean_start = text.clean_place(plant.whole.start)
    if clean_end is None:
        behind = text.text[end : plant.whole.end]
        clean_end = text.clean_place(plant.whole.end)
    if clean_start is None or clean_end is None:
        return False
    made, right = before + "".join(out) + behind, text.clean[clean_start:clean_end]
    if plant.change.mark is not None and plant.change.start == plant.change.end:
        # The break of a line that went may stay.
        made, right = made.strip("\n"), right.strip("\n")
    return made == right


def ftfy_repairs(text: DamagedText, plant: Plant) -> bool:
    """Whether ftfy makes of the plant and a few characters around it what stood there."""
    start = max(0, plant.whole.start - WINDOW)
    end = min(len(text.text), plant.whole.end + WINDOW)
    clean_start, clean_end = text.clean_place(start), text.clean_place(end, behind=True)
    if clean_start is None or clean_end is None:
        return False
    damaged_piece, clean_piece = text.text[start:end], text.clean[clean_start:clean_end]
    # What ftfy does to the clean text too (other widths) is not held against it.
    made = ftfy.fix_text(damaged_piece, FTFY)
    return made in (clean_piece, ftfy.fix_text(clean_piece, FTFY)) and made != damaged_piece


def detection_repairs(text: DamagedText, plant: Plant) -> bool:
    """Whether charset-normalizer reads the bytes of the damaged piece as what stood there."""
    if plant.damage.kind not in (Kind.MOJIBAKE, Kind.BYTE_SHIFT_MOJIBAKE):
        return False
    clean_end = text.clean_place(plant.whole.end)
    _, _, wrong = plant.damage.name.partition(" read as ")
    coded = plant.whole.of(text.text).encode(wrong or "gb18030")
    best = charset_normalizer.from_bytes(coded).best()
    return best is not None and clean_end is not None and text.clean[:clean_end].endswith(str(best))


def rows(scores: Scores) -> Iterator[str]:
    """The table: a line for each kind, and below it one for each sort of damage."""
    yield (
        f"{'kind / sort of damage':32}{'planted':>8}{'found':>7}{'recall':>8}{'+sugg.':>8}"
        f"{'repair':>8}{'+sugg.':>8}{'invent':>7}{'ftfy':>7}{'c-n':>5}{'false':>7}{'+sugg.':>7}"
        f"{'prec.':>7}{'+sugg.':>7}"
    )
    for kind in Kind:
        sorts = [damage for damage in ALL_DAMAGE if damage.kind is kind]
        right, wrong = _levels(scores.right, kind), _levels(scores.wrong, kind)
        figures = "".join(f"{count:7}" for count in wrong)
        for good, bad in zip(right, wrong, strict=True):
            figures += f"{good / (good + bad):7.3f}" if good + bad else f"{'-':>7}"
        yield f"{kind.value:32}{'':65}{figures}"
        for damage in sorts:
            yield _row(damage, scores.sorts.get(damage.name, Score()))


def _levels(count: Counter[tuple[Kind, bool]], kind: Kind) -> tuple[int, int]:
    return count[kind, False], count[kind, False] + count[kind, True]


def _row(damage: Damage, score: Score) -> str:
    def share(count: int) -> str:
        return f"{count / score.planted:8.3f}" if score.planted else f"{'-':>8}"

    repairs = share(score.repaired) + share(score.suggested_repairs)
    if not damage.repairable:
        repairs = f"{'-':>8}{'-':>8}"
    return (
        f"    {damage.name:28}{score.planted:8}{score.found:7}{share(score.found)}"
        f"{share(score.suggested)}{repairs}{score.invented:7}{score.by_ftfy:7}{score.by_detection:5}"
    )


def precision(scores: Scores, kinds: Iterable[Kind], suggestions: bool) -> float:
    """The share of the findings of `kinds` that met a plant."""
    chosen = list(kinds)
    right = sum(_levels(scores.right, kind)[suggestions] for kind in chosen)
    wrong = sum(_levels(scores.wrong, kind)[suggestions] for kind in chosen)
    return right / (right + wrong) if right + wrong else 1.0
