"""Which of Python's Big5 codecs a text is in: they differ in eleven signs.

`cp950` is what Windows and the web mean by Big5. Python's own `big5` reads the same bytes as other
signs, and is what Python programs write.
"""

from __future__ import annotations

import re

# Signs of cp950 that big5 reads as ones that no Chinese writer means: ∼ for ～, ¥ for ￥ and so on.
_RIGHT_IN_CP950 = re.compile("[﹑¯～⊕⊙￥￠￡]")
_POINT = "‧"
# What cp950 reads as the point inside a foreign name is a bullet where it opens a line.
_OPENING_POINT = re.compile(rf"(?:\A|[\r\n])[ \t\u3000]*{_POINT}")


def plain_big5(data: bytes, text: str) -> str | None:
    """`data` read by Python's `big5` where that is as good as `text` or better, else None.

    Args:
        data: the bytes.
        text: the same bytes as read by cp950.

    Cost: O(n).
    """
    if _RIGHT_IN_CP950.search(text) or text.count(_POINT) > len(_OPENING_POINT.findall(text)):
        return None
    try:
        return data.decode("big5")
    except UnicodeDecodeError:
        return None
