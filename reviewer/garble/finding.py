"""Findings: marked spans with their kind, reason and repair. The names of the kinds are public."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reviewer.garble.group import Group
from reviewer.text.span import Span
from reviewer.text.wording import Wording


class Kind(Enum):
    """The kinds of damage. The values are part of the JSON contract and of the store."""

    PINYIN_INJECTION = "pinyin_injection"
    BYTE_SHIFT_MOJIBAKE = "byte_shift_mojibake"
    MOJIBAKE = "mojibake"
    REPLACEMENT_CHARACTER = "replacement_character"
    HTML_ENTITY = "html_entity"
    HTML_MARKUP = "html_markup"
    INVISIBLE_CHARACTER = "invisible_character"
    PRIVATE_USE_CHARACTER = "private_use_character"
    OCR_CONFUSION = "ocr_confusion"
    WRONG_WORD = "wrong_word"
    PARTICLE_CONFUSION = "particle_confusion"
    SYMBOL_SUBSTITUTION = "symbol_substitution"
    LOST_CHARACTER = "lost_character"
    SCRIPT_MIXING = "script_mixing"
    VARIANT_CHARACTER = "variant_character"
    CASE_ERROR = "case_error"
    SPUN_WORDING = "spun_wording"
    MASKED_TEXT = "masked_text"
    OVER_MASKING = "over_masking"
    DECIMAL_POINT_CORRUPTION = "decimal_point_corruption"
    YEAR_OVERWRITTEN = "year_overwritten"
    LINE_BREAK_ERROR = "line_break_error"
    STRAY_SPACE = "stray_space"
    PUNCTUATION_ERROR = "punctuation_error"
    QUOTE_STYLE = "quote_style"
    ENUMERATION_ERROR = "enumeration_error"
    DUPLICATED_TEXT = "duplicated_text"
    MISSING_TEXT = "missing_text"
    TRUNCATED_TEXT = "truncated_text"
    SITE_BOILERPLATE = "site_boilerplate"
    INJECTED_BOILERPLATE = "injected_boilerplate"
    PAGE_NUMBER_ARTIFACT = "page_number_artifact"
    DUPLICATED_TITLE = "duplicated_title"
    EDITORIAL_RESIDUE = "editorial_residue"

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
    Kind.MOJIBAKE: (Group.ENCODING, Wording("编码乱码", "mojibake")),
    Kind.REPLACEMENT_CHARACTER: (
        Group.ENCODING,
        Wording("无法还原的乱码", "replacement character"),
    ),
    Kind.HTML_ENTITY: (Group.ENCODING, Wording("网页实体", "HTML entity")),
    Kind.HTML_MARKUP: (Group.ENCODING, Wording("网页标签", "HTML tag")),
    Kind.INVISIBLE_CHARACTER: (Group.ENCODING, Wording("不可见字符", "invisible character")),
    Kind.PRIVATE_USE_CHARACTER: (Group.ENCODING, Wording("私用区字符", "private-use character")),
    Kind.OCR_CONFUSION: (Group.CHARACTERS, Wording("形近误字", "look-alike character")),
    Kind.WRONG_WORD: (Group.CHARACTERS, Wording("别字", "wrong word")),
    Kind.PARTICLE_CONFUSION: (Group.CHARACTERS, Wording("的地得混用", "particle")),
    Kind.SYMBOL_SUBSTITUTION: (Group.CHARACTERS, Wording("符号被替换", "replaced sign")),
    Kind.LOST_CHARACTER: (Group.CHARACTERS, Wording("丢失的字符", "lost character")),
    Kind.SCRIPT_MIXING: (Group.CHARACTERS, Wording("繁简混用", "mixed script")),
    Kind.VARIANT_CHARACTER: (Group.CHARACTERS, Wording("兼容字形", "variant character")),
    Kind.CASE_ERROR: (Group.CHARACTERS, Wording("大小写", "letter case")),
    Kind.SPUN_WORDING: (Group.WORDING, Wording("洗稿用词", "spun wording")),
    Kind.MASKED_TEXT: (Group.MASKS, Wording("遮盖文字", "masked text")),
    Kind.OVER_MASKING: (Group.MASKS, Wording("遮盖了数字", "mask over a number")),
    Kind.DECIMAL_POINT_CORRUPTION: (Group.MASKS, Wording("小数点误作句号", "decimal point")),
    Kind.YEAR_OVERWRITTEN: (Group.MASKS, Wording("年份被改", "overwritten year")),
    Kind.LINE_BREAK_ERROR: (Group.LAYOUT, Wording("断行", "line break")),
    Kind.STRAY_SPACE: (Group.LAYOUT, Wording("多余空格", "stray space")),
    Kind.PUNCTUATION_ERROR: (Group.LAYOUT, Wording("标点", "punctuation")),
    Kind.QUOTE_STYLE: (Group.LAYOUT, Wording("引号", "quotation marks")),
    Kind.ENUMERATION_ERROR: (Group.LAYOUT, Wording("序号", "enumeration")),
    Kind.DUPLICATED_TEXT: (Group.LAYOUT, Wording("重复字词", "doubled words")),
    Kind.MISSING_TEXT: (Group.LAYOUT, Wording("文字缺失", "missing text")),
    Kind.TRUNCATED_TEXT: (Group.LAYOUT, Wording("文末截断", "truncated text")),
    Kind.SITE_BOILERPLATE: (Group.FURNITURE, Wording("网站附加文字", "site boilerplate")),
    Kind.INJECTED_BOILERPLATE: (Group.FURNITURE, Wording("句中插入广告", "pasted boilerplate")),
    Kind.PAGE_NUMBER_ARTIFACT: (Group.FURNITURE, Wording("页码", "page number")),
    Kind.DUPLICATED_TITLE: (Group.FURNITURE, Wording("标题重复", "duplicated title")),
    Kind.EDITORIAL_RESIDUE: (Group.FURNITURE, Wording("编辑残留", "editorial residue")),
}

SUGGESTION_BELOW = 0.5
"""Findings less sure than this are suggestions, shown only where they are asked for."""


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
        rule: the name of the rule that found it, such as `masks/masked-year`; by it a rule can be
            switched off.
    """

    kind: Kind
    span: Span
    text: str
    replacement: str | None
    confidence: float
    safe: bool
    reason: Wording
    alternatives: tuple[str, ...] = ()
    rule: str = ""

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
            self.rule,
        )

    def __reduce__(self) -> tuple[object, ...]:
        """Pickled as what it is made of, in a third of the time: thousands travel at a time."""
        return Finding, (
            self.kind,
            self.span,
            self.text,
            self.replacement,
            self.confidence,
            self.safe,
            self.reason,
            self.alternatives,
            self.rule,
        )

    @property
    def is_suggestion(self) -> bool:
        """Whether it is shown only where suggestions are asked for."""
        return self.confidence < SUGGESTION_BELOW

    @property
    def repairable(self) -> bool:
        """Whether there is a replacement to accept."""
        return self.replacement is not None
