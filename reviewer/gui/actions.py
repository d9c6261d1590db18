"""The commands of the window: their names, what each needs, and what the table says of one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from reviewer.gui.icons import IconName


class ActionId(Enum):
    """The commands of the window. The names are used in settings and must not change."""

    OPEN_FILES = auto()
    OPEN_FOLDER = auto()
    OPEN_SAMPLES = auto()
    RECENT_FILES = auto()
    EXPORT_DOCUMENT = auto()
    EXPORT_ALL = auto()
    EXPORT_PDF = auto()
    PRINT = auto()
    PRINT_PREVIEW = auto()
    PRINT_MARKS = auto()
    REMOVE_DOCUMENT = auto()
    SPLIT_DOCUMENT = auto()
    OWN_DOCUMENT = auto()
    NEXT_TO_REVIEW = auto()
    MARK_NEW = auto()
    MARK_IN_REVIEW = auto()
    MARK_DONE = auto()
    SET_ASIDE = auto()
    EDIT_TAGS = auto()
    RENAME_BATCH = auto()
    EXPORT_CHOSEN = auto()
    QUIT = auto()
    UNDO = auto()
    REDO = auto()
    CUT = auto()
    COPY = auto()
    PASTE = auto()
    SELECT_ALL = auto()
    FIND = auto()
    REPLACE = auto()
    FIND_NEXT = auto()
    FIND_PREVIOUS = auto()
    NEXT_FINDING = auto()
    PREVIOUS_FINDING = auto()
    ACCEPT = auto()
    REJECT = auto()
    POSTPONE = auto()
    REOPEN = auto()
    EDIT_REPLACEMENT = auto()
    ACCEPT_LIKE_THIS = auto()
    ACCEPT_LIKE_THIS_EVERYWHERE = auto()
    REJECT_LIKE_THIS = auto()
    ACCEPT_SAFE = auto()
    ACCEPT_SHOWN = auto()
    ADD_NOTE = auto()
    TO_TRADITIONAL = auto()
    TO_SIMPLIFIED = auto()
    SEARCH_AGAIN = auto()
    CANCEL_SEARCH = auto()
    NEXT_DOCUMENT = auto()
    PREVIOUS_DOCUMENT = auto()
    SHOW_CLEAN = auto()
    THREE_VIEWS = auto()
    COMPARE_COPIES = auto()
    REPEAT_MAP = auto()
    MOVE_ON = auto()
    SHOW_SUGGESTIONS = auto()
    NEVER_AGAIN = auto()
    RULE_OFF = auto()
    CHOOSE_RULES = auto()
    FILTER_FINDINGS = auto()
    FOCUS_TEXT = auto()
    GO_TO_LIBRARY = auto()
    GO_TO_FINDINGS = auto()
    GO_TO_REPEATS = auto()
    GO_TO_NOTES = auto()
    GO_TO_HISTORY = auto()
    LARGER_TEXT = auto()
    SMALLER_TEXT = auto()
    TOGGLE_THEME = auto()
    SETTINGS = auto()
    SWITCH_LANGUAGE = auto()
    COMMANDS = auto()
    HELP = auto()
    SHOW_KEYS = auto()
    ABOUT = auto()


class Need(Enum):
    """What must be there for an action to be of use."""

    LIBRARY = auto()
    """The store is open."""
    ANY_DOCUMENT = auto()
    DOCUMENT = auto()
    """A document is shown."""
    EDITABLE = auto()
    """A document is shown, and not its clean view."""
    FINDINGS = auto()
    FINDING = auto()
    """A finding is current."""
    DECIDED = auto()
    """The current finding has a decision."""
    REPAIR = auto()
    """The current finding has a repair."""
    SAFE = auto()
    UNDO = auto()
    REDO = auto()
    SEARCHING = auto()
    IDLE = auto()
    """No search is running and there is a document."""


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action.

    Attributes:
        text: its name in the menu, in Chinese, with a mnemonic.
        keys: its shortcuts, the first one shown.
        need: what must be there.
        icon: its picture, or None.
        checkable: whether it is switched on and off.
        short: its name on the toolbar, where the menu's is too long.
    """

    text: str
    keys: tuple[str, ...] = ()
    need: Need | None = None
    icon: IconName | None = None
    checkable: bool = False
    short: str = ""
