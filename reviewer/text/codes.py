"""A text as an array of code points, the form in which whole texts are folded and searched."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

CodePoints = NDArray[np.uint32]

_Entry = TypeVar("_Entry", bound=np.generic)


def code_points(text: str) -> CodePoints:
    """The code points of `text`, one element a character; lone surrogates are kept as they are."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def to_text(codes: CodePoints) -> str:
    """The text that an array of code points stands for; the inverse of `code_points`."""
    return codes.astype("<u4", copy=False).tobytes().decode("utf-32-le", "surrogatepass")


def looked_up(table: NDArray[_Entry], codes: CodePoints) -> NDArray[_Entry]:
    """The entry of `table` for each code point; those beyond the table get its last entry.

    Cost: O(n), about four times as fast as `table[codes]`, which checks every bound first.
    """
    return table.take(codes, mode="clip")
