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
    EXPORT_NOTES = auto()
    EXPORT_ALL_NOTES = auto()
    PRINT = auto()
    PRINT_PREVIEW = auto()
    PRINT_MARKS = auto()
    CLOSE_TAB = auto()
    CLOSE_OTHER_TABS = auto()
    REOPEN_TAB = auto()
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
    REJECT_LIKE_THIS_EVERYWHERE = auto()
    ACCEPT_SAFE = auto()
    ACCEPT_SHOWN = auto()
    REJECT_SHOWN = auto()
    FOLD_GROUPS = auto()
    UNFOLD_GROUPS = auto()
    ADD_NOTE = auto()
    NEXT_NOTE = auto()
    PREVIOUS_NOTE = auto()
    NEXT_TASK = auto()
    TOGGLE_TASK = auto()
    TO_TRADITIONAL = auto()
    TO_SIMPLIFIED = auto()
    SEARCH_AGAIN = auto()
    CANCEL_SEARCH = auto()
    NEXT_DOCUMENT = auto()
    PREVIOUS_DOCUMENT = auto()
    NEXT_TAB = auto()
    PREVIOUS_TAB = auto()
    KEEP_TAB = auto()
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
    FOLD_REPEAT = auto()
    UNFOLD_REPEAT = auto()
    FOLD_REPEATS = auto()
    UNFOLD_REPEATS = auto()
    GO_TO_LIBRARY = auto()
    GO_TO_FINDINGS = auto()
    GO_TO_REPEATS = auto()
    GO_TO_NOTES = auto()
    GO_TO_HISTORY = auto()
    LARGER_TEXT = auto()
    SMALLER_TEXT = auto()
    USUAL_TEXT_SIZE = auto()
    TOGGLE_THEME = auto()
    SETTINGS = auto()
    SWITCH_LANGUAGE = auto()
    CHANGE_KEYS = auto()
    COMMANDS = auto()
    HELP = auto()
    SHOW_KEYS = auto()
    ABOUT = auto()


class Place(Enum):
    """Where a key works. The values are used in settings and must not change."""

    WINDOW = "keys"
    """Everywhere in the window, in the text too."""
    LIST = "letters"
    """While the list of findings has the keyboard."""


class Need(Enum):
    """What must be there for an action to be of use."""

    LIBRARY = auto()
    """The store is open."""
    ANY_DOCUMENT = auto()
    DOCUMENT = auto()
    """A document is shown."""
    EDITABLE = auto()
    """A document is shown, and not its clean view."""
    PREVIEW = auto()
    """The current tab is a preview."""
    SEVERAL_TABS = auto()
    CLOSED_TAB = auto()
    """A tab was closed that can be opened again."""
    FINDINGS = auto()
    LISTED = auto()
    """There are documents whose findings are listed."""
    FINDING = auto()
    """A finding is current."""
    DECIDED = auto()
    """The current finding has a decision."""
    REPAIR = auto()
    """The current finding has a repair."""
    SAFE = auto()
    NOTES = auto()
    """The current document has notes."""
    ANY_NOTES = auto()
    TASKS = auto()
    """Some note of the library asks for work."""
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
