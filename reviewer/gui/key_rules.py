"""Which keys an action may have: none that the text, the menus or the desktop need themselves."""

from __future__ import annotations

from enum import Enum, auto
from typing import Any, cast

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from reviewer.gui.actions import ActionId, Place

_PORTABLE = QKeySequence.SequenceFormat.PortableText

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_ALT, _META = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier
_PLAIN = (Qt.KeyboardModifier.NoModifier, _SHIFT)

LONGEST = 40
"""Code points; the name of a key is never longer."""


class Refusal(Enum):
    """Why an action cannot have a key."""

    UNKNOWN = auto()
    """It is no key, or several one after the other."""
    TYPING = auto()
    """It types a character."""
    EDITING = auto()
    """It moves the caret, breaks a line or deletes in the text."""
    OWNED = auto()
    """Fields of text know it for one action, and it stays with that."""
    MENU = auto()
    """Alt with a letter opens a menu."""
    DESKTOP = auto()
    """The desktop or its input method takes it."""
    LETTER_ONLY = auto()
    """In the list of findings a single letter, figure or sign is wanted."""


OWNED = {
    "Ctrl+X": ActionId.CUT,
    "Ctrl+C": ActionId.COPY,
    "Ctrl+V": ActionId.PASTE,
    "Ctrl+A": ActionId.SELECT_ALL,
    "Ctrl+Z": ActionId.UNDO,
    "Ctrl+Shift+Z": ActionId.REDO,
    "Ctrl+Y": ActionId.REDO,
    "Esc": ActionId.CANCEL_SEARCH,
}
"""Keys that every field of text and every dialog knows, and the actions that may have them."""

UNMOVED = frozenset({"Ctrl+X", "Ctrl+C", "Ctrl+V", "Ctrl+A"})
"""Keys that fields of text obey by themselves, whatever the action has."""

_CARET = frozenset(
    {
        Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
        Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Backspace, Qt.Key.Key_Delete,
        Qt.Key.Key_Insert,
    }
)  # fmt: skip
_PAGES = frozenset(
    {
        Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Enter,
        Qt.Key.Key_Tab, Qt.Key.Key_Backtab,
    }
)  # fmt: skip
_NEVER = frozenset(
    {
        Qt.Key.Key_Print, Qt.Key.Key_SysReq, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock,
        Qt.Key.Key_ScrollLock, Qt.Key.Key_Pause, Qt.Key.Key_Escape, Qt.Key.Key_unknown,
    }
)  # fmt: skip


def plain_key(text: str) -> str:
    """The key as settings have it, such as `Ctrl+Shift+F9`; empty where it is not one key."""
    if not 0 < len(text) <= LONGEST:
        return ""
    sequence = QKeySequence.fromString(text, _PORTABLE)
    if sequence.count() != 1 or _combination(sequence).key() is Qt.Key.Key_unknown:
        return ""
    return sequence.toString(_PORTABLE)


def _combination(sequence: QKeySequence) -> QKeyCombination:
    # The stubs do not know that a sequence has places.
    return cast("Any", sequence)[0]


def refusal(key: str, place: Place, action: ActionId) -> Refusal | None:
    """Why `action` cannot have `key` in `place`; None where it can.

    Args:
        key: as `plain_key` gives it.
        place: where it is to work.
        action: what it is to do.
    """
    if not key:
        return Refusal.UNKNOWN
    combination = _combination(QKeySequence.fromString(key, _PORTABLE))
    pressed = combination.key()
    # A figure of the keypad types as another does.
    modifiers = combination.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if place is Place.LIST:
        single = _types(pressed) and modifiers == Qt.KeyboardModifier.NoModifier
        return None if single and pressed is not Qt.Key.Key_Space else Refusal.LETTER_ONLY
    if key in OWNED:
        return None if OWNED[key] is action else Refusal.OWNED
    return _refused_in_window(pressed, modifiers)


def _refused_in_window(pressed: Qt.Key, modifiers: Qt.KeyboardModifier) -> Refusal | None:
    plain = modifiers in _PLAIN
    if _is_for_the_desktop(pressed, modifiers):
        return Refusal.DESKTOP
    if plain and _types(pressed):
        return Refusal.TYPING
    if modifiers in (_ALT, _ALT | _SHIFT) and _is_letter(pressed):
        return Refusal.MENU
    moves = pressed in _CARET and not modifiers & _ALT
    return Refusal.EDITING if moves or (plain and pressed in _PAGES) else None


def _is_for_the_desktop(pressed: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
    if pressed is Qt.Key.Key_Space:
        return modifiers in (_CTRL, _SHIFT, _ALT)
    if pressed in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        return bool(modifiers & _ALT)
    if modifiers == _ALT | _CTRL:
        screens = Qt.Key.Key_F1.value <= pressed.value <= Qt.Key.Key_F12.value
        return screens or pressed in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
    closes = modifiers == _ALT and pressed is Qt.Key.Key_F4
    return pressed in _NEVER or bool(modifiers & _META) or closes


def _is_letter(pressed: Qt.Key) -> bool:
    return Qt.Key.Key_A.value <= pressed.value <= Qt.Key.Key_Z.value


def _types(pressed: Qt.Key) -> bool:
    """Whether the key stands for a character; the others have numbers beyond Unicode."""
    return pressed.value < Qt.Key.Key_Escape.value
