"""What the text widget is given in place of characters that Qt would change or lose.

Qt ends a block at U+2028, U+2029, U+FDD0, U+FDD1 and CR, drops lone surrogates and draws nothing
for controls. On the way from Python to Qt, U+FEFF and U+FFFE at the start of a string are taken
for byte order marks, and the second swaps the bytes of all that follows. The widget shows a
stand-in for each, one position for one code point, so that offsets stay true and the editor sees
that something is there. The record keeps the character.
"""

from __future__ import annotations

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
NEW_LINE_SYMBOL = "\N{SYMBOL FOR NEWLINE}"
BLOCK_SEPARATOR = "\u2029"

_CONTROL_PICTURES = 0x2400
_CONTROLS = r"\x00-\x08\x0b-\x1f\x7f"
_LINE_ENDS = "\x85\u2028\u2029"
_NO_BREAK_SPACE = "\ufeff"
_BYTE_ORDER_MARKS = "\ufeff\ufffe"
_UNUSABLE = "\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff"
_NOT_SHOWABLE = re.compile(f"[{_CONTROLS}{_LINE_ENDS}{_UNUSABLE}{_NO_BREAK_SPACE}]")
# What is none of those and takes one unit; running over it is twice as fast as looking for them.
_PLAIN = re.compile(
    "[\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffb]*+"
)
_ANY_LINE_END = re.compile(f"\r\n|[\r\v\f{_LINE_ENDS}]")
_NOT_PASTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufdd0-\ufdef\ufeff\ufffc\ufffe\uffff]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def is_plain(text: str) -> bool:
    """Whether the widget surely can show `text` as it is, each character as one unit of Qt's.

    Cost: O(n), one regular expression; it holds for nearly every text.
    """
    return _PLAIN.fullmatch(text) is not None


def shown(text: str) -> str:
    """`text` as the widget shows it: as many code points, each one that Qt leaves alone.

    Cost: O(n); one regular expression, which finds nothing in nearly every text.
    """
    return _NOT_SHOWABLE.sub(_stand_in, text)


def _stand_in(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    if match[0] == _NO_BREAK_SPACE:
        return "\N{WORD JOINER}"
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    return NEW_LINE_SYMBOL if match[0] in _LINE_ENDS else REPLACEMENT


def plain_text(text: str) -> str:
    """Text from outside (pasted, dropped, typed) as the record may take it.

    Every line end becomes LF, a lone surrogate U+FFFD; controls, byte order marks and
    noncharacters are left out.
    """
    text = _ANY_LINE_END.sub("\n", text)
    return _LONE_SURROGATE.sub(REPLACEMENT, _NOT_PASTABLE.sub("", text))


def copied_text(text: str) -> str:
    """`text` of the record as it may be handed to Qt whole: without a byte order mark in front."""
    return text.lstrip(_BYTE_ORDER_MARKS)
