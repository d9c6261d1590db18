"""The names of keys: those that settings have, and those that people know."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

_PORTABLE = QKeySequence.SequenceFormat.PortableText
_NATIVE = QKeySequence.SequenceFormat.NativeText

_BELOW = dict(zip('~!@#$%^&*()_+{}|:"<>?', "`1234567890-=[]\\;',./", strict=True))
"""Signs that are typed with Shift, and those on the same keys without it."""


def key_name(key: str) -> str:
    """The key as people know it on this system."""
    return QKeySequence.fromString(key, _PORTABLE).toString(_NATIVE)


def alike(key: str) -> str:
    """What two names of one key have in common: `Ctrl+{` is pressed as `Ctrl+Shift+[` is.

    The signs are those of the keyboard of the United States, which Chinese keyboards have too.
    """
    below = _BELOW.get(key[-1:], key[-1:])
    shifted = below != key[-1:] and (len(key) == 1 or key[-2] == "+")
    return f"{key[:-1].removesuffix('Shift+')}Shift+{below}" if shifted else key
