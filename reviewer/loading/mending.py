"""Reading a file in which some bytes are wrong, or whose lines are in different charsets.

Such files are pasted together from several downloads, or cut off inside a character. Line by line
nearly all of the text can be read; what cannot becomes U+FFFD and stays in sight.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from reviewer.loading.ranking import BIG5, GB, UTF_8, Candidate
from reviewer.text.character_model import character_model

# Shorter than this, a GB or Big5 line can pass for UTF-8 by chance.
_CERTAIN_CONTINUATIONS = 6
# A file with more broken lines than this is not a few lines in another charset.
_MOST_COMPARED_LINES = 2_000
_COMPARED_LENGTH = 200
# More lines than this are not a manuscript and not worth a look at each.
_MOST_LINES = 500_000


@dataclass(frozen=True, slots=True)
class MendedText:
    """What could be read of a file with wrong bytes.

    Attributes:
        text: the text, with a U+FFFD for each hole.
        foreign: the share of lines, apart from blank ones, that are in another charset.
    """

    text: str
    foreign: float


def mend(data: bytes, main: Candidate) -> MendedText:
    """The text of `data`, which is in the charset `main` but for some bytes or lines.

    Cost: O(n).
    """
    codec = main.codecs[0]
    if main.unit > 1 or data.count(b"\n") > _MOST_LINES:
        return MendedText(data.decode(codec, "replace"), 0.0)
    lines = data.split(b"\n")
    texts: list[str] = []
    broken: list[int] = []
    foreign = 0
    for number, line in enumerate(lines):
        certain = None if main is UTF_8 else _certain_utf_8(line)
        text = certain or _in_charset(line, main)
        foreign += certain is not None
        if text is None:
            broken.append(number)
        texts.append(line.decode(codec, "replace") if text is None else text)
    foreign += _read_elsewise(lines, texts, broken[:_MOST_COMPARED_LINES])
    written = sum(not line.isspace() for line in lines if line)
    return MendedText("\n".join(texts), foreign / max(written, 1))


def _certain_utf_8(line: bytes) -> str | None:
    """The line where it is UTF-8 beyond doubt: GB accepts half of all UTF-8 lines as rubbish."""
    if line.isascii():
        return None
    text = _strictly(line, "utf-8")
    is_certain = text is not None and len(line) - len(text) >= _CERTAIN_CONTINUATIONS
    return text if is_certain else None


def _in_charset(line: bytes, charset: Candidate) -> str | None:
    readings = _readings_of(line, charset.codecs)
    if charset is UTF_8:
        readings = chain(readings, _joined_surrogates(line))
    return next(readings, None)


def _readings_of(line: bytes, codecs: Sequence[str]) -> Iterator[str]:
    for codec in codecs:
        text = _strictly(line, codec)
        if text is not None:
            yield text


def _strictly(line: bytes, codec: str) -> str | None:
    try:
        return line.decode(codec)
    except UnicodeDecodeError:
        return None


def _read_elsewise(lines: Sequence[bytes], texts: list[str], broken: Iterable[int]) -> int:
    """Put what broken lines most probably say into `texts`; how many are in another charset."""
    foreign = 0
    for number in broken:
        others = _readings_of(lines[number], (*UTF_8.codecs, *GB.codecs, *BIG5.codecs))
        options = [texts[number], *others]
        if len(options) > 1:
            compared = [option[:_COMPARED_LENGTH] for option in options]
            best = int(np.argmax(character_model().scores(compared)))
            texts[number] = options[best]
            foreign += best > 0
    return foreign


def _joined_surrogates(line: bytes) -> Iterator[str]:
    """The line read as CESU-8, in which Java programs write each half of a rare character."""
    try:
        halves = line.decode("utf-8", "surrogatepass")
        yield halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError:
        return
