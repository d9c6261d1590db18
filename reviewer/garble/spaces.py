"""Stray spaces: blanks between the characters of a Chinese sentence, such as 下水道 工程."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewer.garble.blanks import Blank, Role
from reviewer.garble.finding import Finding, Kind
from reviewer.garble.paragraphs import LayoutText, layout_finding
from reviewer.text.wording import Wording

_STRAY = Wording("句中不应有空格", "no blank belongs inside a Chinese sentence")
_DOUBTFUL = Wording(
    "句中的空格可能多余，也可能用来分隔人名或并列词语",
    "a blank that may be stray, or may set names or words of a list apart",
)


def find_stray_spaces(layout: LayoutText, blanks: Iterable[Blank]) -> Iterator[Finding]:
    """A finding for every one of `blanks` that should go; doubtful ones are suggestions."""
    for blank in blanks:
        if blank.role is not Role.BREAK:
            stray = blank.role is Role.STRAY
            yield layout_finding(
                layout.searched,
                Kind.STRAY_SPACE,
                blank.span,
                "",
                blank.confidence,
                "spaces/stray" if stray else "spaces/doubtful",
                _STRAY if stray else _DOUBTFUL,
                safe=blank.safe,
            )
