"""Reads numbers as they are written in Chinese prose: figures, numerals and mixtures of the two."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

DIGITS = {**dict(zip("零一二三四五六七八九", range(10), strict=True)), "〇": 0, "○": 0, "两": 2}
UNITS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
PER_HUNDRED = "百分之"


def _below_myriad(numeral: str) -> int:
    """The value of a numeral without 万 and 亿, such as 三百零五 or 二〇一〇."""
    if all(sign in DIGITS for sign in numeral):
        return int("".join(str(DIGITS[sign]) for sign in numeral))
    total, digit = 0, None
    for sign in numeral:
        if sign in DIGITS:
            digit = DIGITS[sign]
        else:
            total += (1 if digit is None else digit) * UNITS[sign]
            digit = None
    return total + (digit or 0)


def _whole_value(numeral: str) -> int:
    """The value of a numeral of Han characters without a decimal part; 1 for an empty one."""
    for sign, scale in reversed(MYRIADS.items()):
        head, found, tail = numeral.rpartition(sign)
        if found:
            return _whole_value(head) * scale + (_whole_value(tail) if tail else 0)
    return _below_myriad(numeral) if numeral else 1


def _han_value(numeral: str) -> Decimal:
    """The value of a numeral of Han characters, such as 二〇一〇, 三十五 or 一亿二千万."""
    whole, _, fraction = numeral.partition("点")
    digits = "".join(str(DIGITS[sign]) for sign in fraction if sign in DIGITS)
    return Decimal(f"{_whole_value(whole)}.{digits or 0}")


def number_value(written: str) -> Decimal | None:
    """The value of a number in half-width figures or Simplified numerals, or None.

    Understands 1,636.6 and 1。5 (a full stop in place of the decimal point), 三十五, 二〇一〇,
    1.5万 and 百分之五十 (fifty; the percent sign is no part of a number here).
    """
    numeral = written.removeprefix(PER_HUNDRED)
    figures = numeral.rstrip("十百千万亿")
    scale = 1
    for sign in numeral[len(figures) :]:
        scale *= UNITS.get(sign) or MYRIADS[sign]
    if figures and figures[0].isdecimal():
        plain = figures.replace(",", "").replace("。", ".").replace("·", ".")
        try:
            return (Decimal(plain) * scale).normalize()
        except InvalidOperation:
            return None
    known = {*DIGITS, *UNITS, *MYRIADS, "点"}
    if not numeral or not known.issuperset(numeral):
        return None
    return _han_value(numeral).normalize()
