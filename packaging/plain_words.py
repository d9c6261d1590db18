"""What the start script says, in the two languages of the program."""

from __future__ import annotations

import locale
import os
import sys


class NotPossible(Exception):
    """Setting up cannot go on; the text says what the user can do about it."""

    def __init__(self, chinese: str, english: str) -> None:
        super().__init__(chinese if speaks_chinese() else english)


def speaks_chinese() -> bool:
    """Whether the user's language is Chinese, by the environment or else by the system."""
    named = next((os.environ[name] for name in ("LC_ALL", "LANG") if os.environ.get(name)), None)
    if named is None and sys.platform == "win32":
        named = locale.getlocale()[0]
    return (named or "").lower().startswith(("zh", "chinese"))


def say(chinese: str, english: str) -> None:
    """Tell the user one short line, at once."""
    print(chinese if speaks_chinese() else english, flush=True)
