"""Findings: marked spans with their kind, reason and repair. The names of the kinds are public."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reviewer.text.span import Span


class Group(Enum):
    """What sort of damage a kind belongs to; filters and colours go by it."""

    ENCODING = "encoding"
    CHARACTERS = "characters"
    WORDING = "wording"
    MASKS = "masks"
    LAYOUT = "layout"
    FURNITURE = "furniture"


class Kind(Enum):
    """The kinds of damage. The values are part of the JSON contract and of the store."""

    PINYIN_INJECTION = "pinyin_injection"
    BYTE_SHIFT_MOJIBAKE = "byte_shift_mojibake"
    HTML_ENTITY = "html_entity"
    HTML_MARKUP = "html_markup"
    MASKED_TEXT = "masked_text"
    DECIMAL_POINT_CORRUPTION = "decimal_point_corruption"
    SITE_BOILERPLATE = "site_boilerplate"
    INJECTED_BOILERPLATE = "injected_boilerplate"

    @property
    def group(self) -> Group:
        """The group of this kind."""
        return _GROUPS[self]


_GROUPS = {
    Kind.PINYIN_INJECTION: Group.ENCODING,
    Kind.BYTE_SHIFT_MOJIBAKE: Group.ENCODING,
    Kind.HTML_ENTITY: Group.ENCODING,
    Kind.HTML_MARKUP: Group.ENCODING,
    Kind.MASKED_TEXT: Group.MASKS,
    Kind.DECIMAL_POINT_CORRUPTION: Group.MASKS,
    Kind.SITE_BOILERPLATE: Group.FURNITURE,
    Kind.INJECTED_BOILERPLATE: Group.FURNITURE,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One marked span of a document.

    Attributes:
        kind: what is wrong.
        span: where, in code points of the text that was searched.
        text: the characters of the span.
        replacement: what should stand there (empty: delete), or None where no repair is known.
        confidence: how sure the rule is, from 0 to 1.
        safe: accepting it unseen cannot change the meaning.
        reason: one sentence that a person can check.
        alternatives: further repairs, best first, where the first is not certain.
    """

    kind: Kind
    span: Span
    text: str
    replacement: str | None
    confidence: float
    safe: bool
    reason: str
    alternatives: tuple[str, ...] = ()

    @property
    def repairable(self) -> bool:
        """Whether there is a replacement to accept."""
        return self.replacement is not None
