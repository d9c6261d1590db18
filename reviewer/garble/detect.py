"""All rules over one document, and what becomes of findings that meet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from reviewer.garble.boilerplate import find_boilerplate
from reviewer.garble.byte_shift import find_byte_shifts, may_hold_byte_shifts
from reviewer.garble.finding import Finding
from reviewer.garble.hidden_cells import HiddenCells
from reviewer.garble.html_remains import find_html_entities, find_html_markup
from reviewer.garble.layout import find_layout
from reviewer.garble.masks import find_masks
from reviewer.garble.odd_characters import find_encoding_damage
from reviewer.garble.page_furniture import find_page_furniture
from reviewer.garble.pattern_rules import find_by_rules
from reviewer.garble.pinyin_injection import find_pinyin_injections, learn_injections
from reviewer.garble.rules import load_rules
from reviewer.garble.script_mixing import find_script_mixing
from reviewer.garble.searched import SearchedText
from reviewer.garble.spun_wording import find_spun_wording
from reviewer.garble.titles import find_titles
from reviewer.garble.wrong_characters import find_wrong_characters
from reviewer.garble.years import find_overwritten_years
from reviewer.text.progress import Progress, no_progress

DETECTOR_VERSION = "3"
"""Raised whenever a rule changes, so that a stored analysis can be told from a new one."""

Detector = Callable[[SearchedText], Iterable[Finding]]


@lru_cache(maxsize=1)
def _cells() -> HiddenCells:
    """Read only for the few documents that need it, and kept for the next ones."""
    from reviewer.text.character_model import character_model

    return HiddenCells(character_model())


def _injected_readings(searched: SearchedText) -> Iterator[Finding]:
    """Byte shifts and injected readings, which are explained by the same list."""
    learnt = learn_injections(searched)
    if may_hold_byte_shifts(searched.text):
        yield from find_byte_shifts(searched, learnt, _cells())
    yield from find_pinyin_injections(searched, learnt)


def _decimal_points(searched: SearchedText) -> Iterator[Finding]:
    return find_by_rules(searched, load_rules("decimal_point.toml"))


DETECTORS: tuple[Detector, ...] = (
    _injected_readings,
    find_encoding_damage,
    find_html_entities,
    find_html_markup,
    find_boilerplate,
    find_titles,
    find_page_furniture,
    _decimal_points,
    find_masks,
    find_overwritten_years,
    find_wrong_characters,
    find_spun_wording,
    find_layout,
    find_script_mixing,
)
"""In order of precedence: where two findings cross, the earlier detector's stays."""


def find_garble(text: str, progress: Progress = no_progress) -> tuple[Finding, ...]:
    """Every finding of `text`, sorted by start, the longer first where two begin together.

    Two findings are disjoint or one lies inside the other; they never cross.

    Raises:
        Cancelled: `progress` asked to stop.
    """
    searched = SearchedText(text)
    found: list[Finding] = []
    for done, detector in enumerate(DETECTORS):
        progress("garble", done, len(DETECTORS))
        found += detector(searched)
    progress("garble", len(DETECTORS), len(DETECTORS))
    return arranged(found)


def arranged(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in order, without those that cross or repeat an earlier one of `found`.

    Cost: O(n log n), and O(depth) a finding for those that lie inside each other.
    """
    ranked = sorted(
        enumerate(found), key=lambda item: (item[1].span.start, -item[1].span.end, item[0])
    )
    kept: dict[int, Finding] = {}
    open_spans: list[tuple[int, Finding]] = []
    for rank, finding in ranked:
        while open_spans and open_spans[-1][1].span.end <= finding.span.start:
            open_spans.pop()
        crossing = [item for item in open_spans if not item[1].span.contains(finding.span)]
        twin = bool(open_spans) and open_spans[-1][1].span == finding.span
        if twin or any(item[0] < rank for item in crossing):
            continue
        for item in crossing:
            open_spans.remove(item)
            del kept[item[0]]
        kept[rank] = finding
        open_spans.append((rank, finding))
    return tuple(kept.values())
