"""Sets of keys to begin with: the usual one, and one for the left hand alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from reviewer.gui.actions import ActionId
from reviewer.gui.languages import QT_TRANSLATE_NOOP
from reviewer.gui.menus import LETTER_KEYS


class Profile(Enum):
    """The sets. The values are used in settings and must not change."""

    STANDARD = "standard"
    LEFT_HAND = "left_hand"


@dataclass(frozen=True, slots=True)
class ProfileSpec:
    """One set of keys.

    Attributes:
        text: its name, in Chinese.
        keys: the actions that have other keys than the table of actions gives them.
        letters: the single keys that work in the list of findings.
    """

    text: str
    keys: Mapping[ActionId, tuple[str, ...]] = field(default_factory=dict)
    letters: Mapping[ActionId, tuple[str, ...]] = field(default_factory=lambda: LETTER_KEYS)


PROFILES = {
    Profile.STANDARD: ProfileSpec(QT_TRANSLATE_NOOP("KeysDialog", "标准")),
    # Letters are those of the standard set where the left hand reaches them. In the text the
    # function keys up to F5 do it; what stood on those moves behind Ctrl, and the keys of the
    # standard set that are still free work too.
    Profile.LEFT_HAND: ProfileSpec(
        QT_TRANSLATE_NOOP("KeysDialog", "左手单手"),
        keys={
            ActionId.NEXT_FINDING: ("F2", "F8", "Alt+Down"),
            ActionId.PREVIOUS_FINDING: ("Shift+F2", "F7", "Alt+Up"),
            ActionId.ACCEPT: ("F3", "F9", "Ctrl+Return"),
            ActionId.EDIT_REPLACEMENT: ("Shift+F3",),
            ActionId.REJECT: ("F4", "F6"),
            ActionId.POSTPONE: ("F5",),
            ActionId.ADD_NOTE: ("Shift+F5", "Ctrl+M"),
            ActionId.FIND_NEXT: ("Ctrl+F3",),
            ActionId.FIND_PREVIOUS: ("Ctrl+Shift+F3",),
            ActionId.SEARCH_AGAIN: ("Ctrl+F5",),
        },
        letters={
            ActionId.ACCEPT: ("A",),
            ActionId.ACCEPT_LIKE_THIS: ("G",),
            ActionId.REJECT: ("R",),
            ActionId.POSTPONE: ("D",),
            ActionId.EDIT_REPLACEMENT: ("E",),
            ActionId.ADD_NOTE: ("C",),
            ActionId.NEXT_FINDING: ("S",),
            ActionId.PREVIOUS_FINDING: ("W",),
            ActionId.UNDO: ("Z",),
        },
    ),
}
"""Each set with what it is."""
