"""All layout rules over one text; what they share is computed once."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.garble.blanks import blanks_of
from reviewer.garble.cut_text import find_missing_text, find_truncated_text
from reviewer.garble.doubled_text import find_doubled_text
from reviewer.garble.enumerations import find_enumeration_errors
from reviewer.garble.finding import Finding
from reviewer.garble.line_breaks import find_line_breaks
from reviewer.garble.paragraphs import LayoutText
from reviewer.garble.punctuation import find_punctuation
from reviewer.garble.quotes import find_quotes
from reviewer.garble.searched import SearchedText
from reviewer.garble.spaces import find_stray_spaces


def find_layout(searched: SearchedText) -> Iterator[Finding]:
    """Every finding of the layout rules, those first that should stay where two cross.

    Cost: O(n) for each of the eight rules.
    """
    layout = LayoutText(searched)
    blanks = blanks_of(layout)
    yield from find_missing_text(layout)
    yield from find_truncated_text(layout)
    yield from find_line_breaks(layout, blanks)
    yield from find_stray_spaces(layout, blanks)
    yield from find_quotes(layout)
    yield from find_enumeration_errors(layout)
    yield from find_doubled_text(layout)
    yield from find_punctuation(layout)
