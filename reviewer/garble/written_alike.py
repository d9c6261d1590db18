"""Repairs in the script of the place: rules speak Simplified, the text may be Traditional.

Only characters that the repair changes are converted; what stays, stays as it was written, so a
repair never decides between 發 and 髮 for a character that it does not touch.
"""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache

from reviewer.garble.finding import Finding
from reviewer.garble.searched import SearchedText
from reviewer.text.folding import folded_text
from reviewer.text.resources import resource
from reviewer.text.script import Script, traditional_forms


def is_traditional(marked: str, searched: SearchedText) -> bool:
    """Whether what replaces `marked` is to be written in Traditional characters."""
    if searched.script is Script.MIXED:
        return folded_text(marked) != marked
    return searched.script is Script.TRADITIONAL


def fitted(marked: str, folded: str, repair: str, *, traditional: bool) -> str:
    """`repair` with the characters of `marked` wherever it agrees with `folded`.

    Args:
        marked: what stands in the text.
        folded: the same in Simplified and half width, as long as `marked`.
        repair: what should stand there, in Simplified.
        traditional: whether new characters are to be Traditional.
    """
    forms = traditional_forms() if traditional else {}
    pieces: list[str] = []
    matcher = SequenceMatcher(None, folded, repair, autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(marked[start:end])
        else:
            pieces.extend(forms.get(character, character) for character in repair[first:last])
    return "".join(pieces)


def in_script(finding: Finding, searched: SearchedText) -> Finding:
    """`finding` with its repair in the script of its place."""
    if not finding.replacement:
        return finding
    traditional = is_traditional(finding.text, searched)
    folded = finding.span.of(searched.folded)
    repair = fitted(finding.text, folded, finding.replacement, traditional=traditional)
    return replace(finding, replacement=repair)


@lru_cache(maxsize=1)
def _traditional_spellings() -> frozenset[tuple[str, str]]:
    lines = resource("lexicons", "traditional_spellings.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in lines.splitlines() if not line.startswith("#"))
    return frozenset((written, simplified) for written, simplified in rows)


def is_traditional_spelling(finding: Finding, searched: SearchedText) -> bool:
    """Whether the finding only says how Traditional texts spell a word: 瞭解 is 了解."""
    right = finding.replacement
    if right is None or len(right) != len(finding.span):
        return False
    if not is_traditional(finding.text, searched):
        return False
    pairs = zip(finding.span.of(searched.folded), folded_text(right), strict=True)
    differing = {(written, meant) for written, meant in pairs if written != meant}
    return bool(differing) and differing <= _traditional_spellings()
