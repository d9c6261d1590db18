"""Where the actions stand: menus, toolbar, context menu, single keys in the list of findings."""

from __future__ import annotations

from reviewer.gui.actions import ActionId
from reviewer.gui.languages import QT_TRANSLATE_NOOP

SEPARATOR = None

MENUS: tuple[tuple[str, tuple[ActionId | None, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Actions", "文件(&F)"),
        (
            ActionId.OPEN_FILES,
            ActionId.OPEN_FOLDER,
            ActionId.OPEN_SAMPLES,
            ActionId.RECENT_FILES,
            SEPARATOR,
            ActionId.EXPORT_DOCUMENT,
            ActionId.EXPORT_ALL,
            ActionId.EXPORT_PDF,
            ActionId.EXPORT_NOTES,
            ActionId.EXPORT_ALL_NOTES,
            SEPARATOR,
            ActionId.PRINT,
            ActionId.PRINT_PREVIEW,
            ActionId.PRINT_MARKS,
            SEPARATOR,
            ActionId.CLOSE_TAB,
            ActionId.CLOSE_OTHER_TABS,
            ActionId.REOPEN_TAB,
            SEPARATOR,
            ActionId.QUIT,
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "编辑(&E)"),
        (
            ActionId.UNDO,
            ActionId.REDO,
            SEPARATOR,
            ActionId.CUT,
            ActionId.COPY,
            ActionId.PASTE,
            ActionId.SELECT_ALL,
            SEPARATOR,
            ActionId.FIND,
            ActionId.REPLACE,
            ActionId.FIND_NEXT,
            ActionId.FIND_PREVIOUS,
            SEPARATOR,
            ActionId.ADD_NOTE,
            ActionId.NEXT_NOTE,
            ActionId.PREVIOUS_NOTE,
            ActionId.NEXT_TASK,
            ActionId.TOGGLE_TASK,
            SEPARATOR,
            ActionId.TO_TRADITIONAL,
            ActionId.TO_SIMPLIFIED,
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "审校(&R)"),
        (
            ActionId.NEXT_FINDING,
            ActionId.PREVIOUS_FINDING,
            SEPARATOR,
            ActionId.ACCEPT,
            ActionId.REJECT,
            ActionId.POSTPONE,
            ActionId.EDIT_REPLACEMENT,
            ActionId.REOPEN,
            SEPARATOR,
            ActionId.ACCEPT_LIKE_THIS,
            ActionId.ACCEPT_LIKE_THIS_EVERYWHERE,
            ActionId.REJECT_LIKE_THIS,
            ActionId.REJECT_LIKE_THIS_EVERYWHERE,
            ActionId.ACCEPT_SAFE,
            ActionId.ACCEPT_SHOWN,
            ActionId.REJECT_SHOWN,
            SEPARATOR,
            ActionId.MOVE_ON,
            SEPARATOR,
            ActionId.NEVER_AGAIN,
            ActionId.RULE_OFF,
            ActionId.SHOW_SUGGESTIONS,
            ActionId.CHOOSE_RULES,
            SEPARATOR,
            ActionId.SEARCH_AGAIN,
            ActionId.CANCEL_SEARCH,
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "文稿库(&L)"),
        (
            ActionId.NEXT_TO_REVIEW,
            ActionId.NEXT_DOCUMENT,
            ActionId.PREVIOUS_DOCUMENT,
            SEPARATOR,
            ActionId.MARK_NEW,
            ActionId.MARK_IN_REVIEW,
            ActionId.MARK_DONE,
            ActionId.SET_ASIDE,
            SEPARATOR,
            ActionId.EDIT_TAGS,
            ActionId.RENAME_BATCH,
            SEPARATOR,
            ActionId.OWN_DOCUMENT,
            ActionId.SPLIT_DOCUMENT,
            ActionId.EXPORT_CHOSEN,
            ActionId.REMOVE_DOCUMENT,
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "查看(&V)"),
        (
            ActionId.SHOW_CLEAN,
            ActionId.THREE_VIEWS,
            ActionId.COMPARE_COPIES,
            ActionId.REPEAT_MAP,
            SEPARATOR,
            ActionId.FOLD_GROUPS,
            ActionId.UNFOLD_GROUPS,
            SEPARATOR,
            ActionId.FOLD_REPEAT,
            ActionId.UNFOLD_REPEAT,
            ActionId.FOLD_REPEATS,
            ActionId.UNFOLD_REPEATS,
            SEPARATOR,
            ActionId.LARGER_TEXT,
            ActionId.SMALLER_TEXT,
            ActionId.USUAL_TEXT_SIZE,
            SEPARATOR,
            ActionId.TOGGLE_THEME,
            ActionId.SWITCH_LANGUAGE,
            SEPARATOR,
            ActionId.CHANGE_KEYS,
            ActionId.SETTINGS,
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "转到(&G)"),
        (
            ActionId.FOCUS_TEXT,
            ActionId.GO_TO_LIBRARY,
            ActionId.GO_TO_FINDINGS,
            ActionId.GO_TO_REPEATS,
            ActionId.GO_TO_NOTES,
            ActionId.GO_TO_HISTORY,
            SEPARATOR,
            ActionId.FILTER_FINDINGS,
            SEPARATOR,
            ActionId.NEXT_TAB,
            ActionId.PREVIOUS_TAB,
            ActionId.KEEP_TAB,
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "帮助(&H)"),
        (ActionId.HELP, ActionId.SHOW_KEYS, ActionId.COMMANDS, SEPARATOR, ActionId.ABOUT),
    ),
)
"""The menus in order; None is a line between groups."""

TOOLBAR: tuple[ActionId | None, ...] = (
    ActionId.OPEN_FILES, ActionId.OPEN_FOLDER, ActionId.EXPORT_DOCUMENT, SEPARATOR,
    ActionId.UNDO, ActionId.REDO, SEPARATOR,
    ActionId.PREVIOUS_FINDING, ActionId.NEXT_FINDING, SEPARATOR,
    ActionId.ACCEPT, ActionId.ACCEPT_LIKE_THIS, ActionId.REJECT, ActionId.POSTPONE,
    ActionId.EDIT_REPLACEMENT, ActionId.ADD_NOTE, SEPARATOR,
    ActionId.SHOW_CLEAN, ActionId.SEARCH_AGAIN,
)  # fmt: skip
"""The buttons of the toolbar in order."""

LETTER_KEYS: dict[ActionId, tuple[str, ...]] = {
    ActionId.ACCEPT: ("A",),
    ActionId.ACCEPT_LIKE_THIS: ("S",),
    ActionId.REJECT: ("R",),
    ActionId.POSTPONE: ("L",),
    ActionId.EDIT_REPLACEMENT: ("E",),
    ActionId.ADD_NOTE: ("M",),
    ActionId.NEXT_FINDING: ("N",),
    ActionId.PREVIOUS_FINDING: ("P",),
    ActionId.UNDO: ("U",),
}
"""Single keys that work while the list of findings has the focus, if none are chosen otherwise."""

FINDING_MENU: tuple[ActionId | None, ...] = (
    ActionId.ACCEPT, ActionId.REJECT, ActionId.POSTPONE, ActionId.EDIT_REPLACEMENT,
    ActionId.REOPEN, None,
    ActionId.ACCEPT_LIKE_THIS, ActionId.ACCEPT_LIKE_THIS_EVERYWHERE,
    ActionId.REJECT_LIKE_THIS, ActionId.REJECT_LIKE_THIS_EVERYWHERE, None,
    ActionId.NEVER_AGAIN, ActionId.RULE_OFF, None,
    ActionId.ACCEPT_SHOWN, ActionId.REJECT_SHOWN, None, ActionId.ADD_NOTE,
)  # fmt: skip
"""The context menu of a finding."""

HEADING_MENU: tuple[ActionId | None, ...] = (None, ActionId.FOLD_GROUPS, ActionId.UNFOLD_GROUPS)
"""What the context menu of a heading offers besides judging its group."""

DOCUMENT_MENU: tuple[ActionId | None, ...] = (
    ActionId.MARK_NEW, ActionId.MARK_IN_REVIEW, ActionId.MARK_DONE, ActionId.SET_ASIDE, None,
    ActionId.EDIT_TAGS, ActionId.RENAME_BATCH, None,
    ActionId.ACCEPT_SAFE, ActionId.SPLIT_DOCUMENT, ActionId.OWN_DOCUMENT, None,
    ActionId.EXPORT_CHOSEN, ActionId.REMOVE_DOCUMENT,
)  # fmt: skip
"""The context menu of the library."""

TAB_MENU: tuple[ActionId | None, ...] = (
    ActionId.KEEP_TAB, None,
    ActionId.CLOSE_TAB, ActionId.CLOSE_OTHER_TABS, ActionId.REOPEN_TAB,
)  # fmt: skip
"""The context menu of a tab."""
