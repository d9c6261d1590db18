"""Findings: marked spans with their kind, reason and repair. The names of the kinds are public."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reviewer.text.span import Span
from reviewer.text.wording import Wording


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
        return _KINDS[self][0]

    @property
    def label(self) -> Wording:
        """The name of this kind for people."""
        return _KINDS[self][1]


_KINDS: dict[Kind, tuple[Group, Wording]] = {
    Kind.PINYIN_INJECTION: (Group.ENCODING, Wording("混入拼音", "injected pinyin")),
    Kind.BYTE_SHIFT_MOJIBAKE: (Group.ENCODING, Wording("错位乱码", "byte-shifted text")),
    Kind.HTML_ENTITY: (Group.ENCODING, Wording("网页实体", "HTML entity")),
    Kind.HTML_MARKUP: (Group.ENCODING, Wording("网页标签", "HTML tag")),
    Kind.MASKED_TEXT: (Group.MASKS, Wording("遮盖文字", "masked text")),
    Kind.DECIMAL_POINT_CORRUPTION: (Group.MASKS, Wording("小数点误作句号", "decimal point")),
    Kind.SITE_BOILERPLATE: (Group.FURNITURE, Wording("网站附加文字", "site boilerplate")),
    Kind.INJECTED_BOILERPLATE: (Group.FURNITURE, Wording("句中插入广告", "pasted boilerplate")),
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
    reason: Wording
    alternatives: tuple[str, ...] = ()

    def at(self, span: Span) -> Finding:
        """The same finding in another place. Plain construction: it is done for thousands."""
        return Finding(
            self.kind,
            span,
            self.text,
            self.replacement,
            self.confidence,
            self.safe,
            self.reason,
            self.alternatives,
        )

    @property
    def repairable(self) -> bool:
        """Whether there is a replacement to accept."""
        return self.replacement is not None
