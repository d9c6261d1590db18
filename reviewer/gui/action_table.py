"""The table of actions: every command of the window with its words, key, icon and condition.

Menus, toolbar, command palette and the list of keys are made from it; nothing about an action is
written anywhere else but where it stands (`menus`) and what it does, which its controller says.
"""

from __future__ import annotations

from reviewer.gui.actions import ActionId, ActionSpec, Need
from reviewer.gui.document_actions import DOCUMENT_SPECS
from reviewer.gui.icons import IconName
from reviewer.gui.languages import QT_TRANSLATE_NOOP

SPECS: dict[ActionId, ActionSpec] = {
    **DOCUMENT_SPECS,
    ActionId.UNDO: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "撤销(&U)"),
        ("Ctrl+Z",),
        Need.UNDO,
        IconName.UNDO,
        short=QT_TRANSLATE_NOOP("Actions", "撤销"),
    ),
    ActionId.REDO: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "重做(&R)"),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        Need.REDO,
        IconName.REDO,
        short=QT_TRANSLATE_NOOP("Actions", "重做"),
    ),
    ActionId.CUT: ActionSpec(QT_TRANSLATE_NOOP("Actions", "剪切(&T)"), ("Ctrl+X",), Need.EDITABLE),
    ActionId.COPY: ActionSpec(QT_TRANSLATE_NOOP("Actions", "复制(&C)"), ("Ctrl+C",), Need.DOCUMENT),
    ActionId.PASTE: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "粘贴(&P)"), ("Ctrl+V",), Need.EDITABLE
    ),
    ActionId.SELECT_ALL: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "全选(&A)"), ("Ctrl+A",), Need.DOCUMENT
    ),
    ActionId.FIND: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "查找(&F)…"), ("Ctrl+F",), Need.DOCUMENT, IconName.SEARCH
    ),
    ActionId.REPLACE: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "替换(&H)…"), ("Ctrl+H",), Need.EDITABLE
    ),
    ActionId.FIND_NEXT: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "查找下一个(&N)"), ("F3",), Need.DOCUMENT
    ),
    ActionId.FIND_PREVIOUS: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "查找上一个(&V)"), ("Shift+F3",), Need.DOCUMENT
    ),
    ActionId.NEXT_FINDING: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "下一处(&N)"),
        ("F8", "Alt+Down"),
        Need.FINDINGS,
        IconName.NEXT,
        short=QT_TRANSLATE_NOOP("Actions", "下一处"),
    ),
    ActionId.PREVIOUS_FINDING: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "上一处(&P)"),
        ("F7", "Alt+Up"),
        Need.FINDINGS,
        IconName.PREVIOUS,
        short=QT_TRANSLATE_NOOP("Actions", "上一处"),
    ),
    ActionId.ACCEPT: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "采纳(&A)"),
        ("F9", "Ctrl+Return"),
        Need.REPAIR,
        IconName.ACCEPT,
        short=QT_TRANSLATE_NOOP("Actions", "采纳"),
    ),
    ActionId.REJECT: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "驳回，原文无误(&R)"),
        ("F6",),
        Need.FINDING,
        IconName.REJECT,
        short=QT_TRANSLATE_NOOP("Actions", "驳回"),
    ),
    ActionId.POSTPONE: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "以后再看(&L)"),
        ("F4",),
        Need.FINDING,
        IconName.LATER,
        short=QT_TRANSLATE_NOOP("Actions", "以后"),
    ),
    ActionId.REOPEN: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "取消判定(&O)"), ("Shift+F4",), Need.DECIDED
    ),
    ActionId.EDIT_REPLACEMENT: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "改写后采纳(&E)"),
        ("F2",),
        Need.FINDING,
        IconName.EDIT,
        short=QT_TRANSLATE_NOOP("Actions", "改写"),
    ),
    ActionId.ACCEPT_LIKE_THIS: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "采纳本篇所有同类(&K)"),
        ("Shift+F9",),
        Need.REPAIR,
        IconName.ACCEPT_ALL,
        short=QT_TRANSLATE_NOOP("Actions", "同类全采纳"),
    ),
    ActionId.ACCEPT_LIKE_THIS_EVERYWHERE: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "采纳全部文稿中的同类(&V)"), ("Ctrl+Shift+F9",), Need.REPAIR
    ),
    ActionId.REJECT_LIKE_THIS: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "驳回本篇所有相同文字(&J)"), ("Shift+F6",), Need.FINDING
    ),
    ActionId.REJECT_LIKE_THIS_EVERYWHERE: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "驳回全部文稿中的相同文字(&T)"),
        ("Ctrl+Shift+F6",),
        Need.FINDING,
    ),
    ActionId.ACCEPT_SAFE: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "采纳本篇所有可靠修改(&S)"), ("Ctrl+F9",), Need.SAFE
    ),
    ActionId.ACCEPT_SHOWN: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "采纳列表所示各处(&W)"), (), Need.LISTED
    ),
    ActionId.REJECT_SHOWN: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "驳回列表所示各处(&X)"), (), Need.LISTED
    ),
    ActionId.FOLD_GROUPS: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "折叠所有组(&Z)"), (), Need.LISTED
    ),
    ActionId.UNFOLD_GROUPS: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "展开所有组(&Y)"), (), Need.LISTED
    ),
    ActionId.ADD_NOTE: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "添加批注(&M)…"),
        ("Ctrl+M",),
        Need.EDITABLE,
        IconName.NOTE,
        short=QT_TRANSLATE_NOOP("Actions", "批注"),
    ),
    ActionId.NEXT_NOTE: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "下一条批注(&X)"), ("Shift+F8",), Need.NOTES
    ),
    ActionId.PREVIOUS_NOTE: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "上一条批注(&Z)"), ("Shift+F7",), Need.NOTES
    ),
    ActionId.NEXT_TASK: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "下一条待办(&B)"), ("Ctrl+F8",), Need.TASKS
    ),
    ActionId.TOGGLE_TASK: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "批注待办／完成(&D)"), ("Ctrl+Shift+M",), Need.NOTES
    ),
    ActionId.TO_TRADITIONAL: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "全文转为繁体(&B)"), (), Need.EDITABLE
    ),
    ActionId.TO_SIMPLIFIED: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "全文转为简体(&J)"), (), Need.EDITABLE
    ),
    ActionId.SEARCH_AGAIN: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "重新检查(&C)"),
        ("F5",),
        Need.IDLE,
        IconName.ANALYSE,
        short=QT_TRANSLATE_NOOP("Actions", "检查"),
    ),
    ActionId.CANCEL_SEARCH: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "停止检查(&X)"), ("Escape",), Need.SEARCHING, IconName.CANCEL
    ),
    ActionId.NEXT_DOCUMENT: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "下一篇(&X)"), ("Ctrl+PgDown",), Need.ANY_DOCUMENT
    ),
    ActionId.PREVIOUS_DOCUMENT: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "上一篇(&B)"), ("Ctrl+PgUp",), Need.ANY_DOCUMENT
    ),
    ActionId.NEXT_TAB: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "下一个标签页(&E)"), ("Ctrl+Tab",), Need.SEVERAL_TABS
    ),
    ActionId.PREVIOUS_TAB: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "上一个标签页(&R)"), ("Ctrl+Shift+Tab",), Need.SEVERAL_TABS
    ),
    ActionId.KEEP_TAB: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "保留此标签页(&K)"), (), Need.PREVIEW
    ),
    ActionId.SHOW_CLEAN: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "显示清稿(&C)"),
        ("F12",),
        Need.DOCUMENT,
        IconName.COMPARE,
        checkable=True,
        short=QT_TRANSLATE_NOOP("Actions", "清稿"),
    ),
    ActionId.THREE_VIEWS: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "三栏对照(&H)"), ("F11",), Need.DOCUMENT, checkable=True
    ),
    ActionId.COMPARE_COPIES: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "对照副本(&D)…"), ("Ctrl+D",), Need.ANY_DOCUMENT
    ),
    ActionId.REPEAT_MAP: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "重复图谱(&G)…"), ("Ctrl+Shift+D",), Need.ANY_DOCUMENT
    ),
    ActionId.MOVE_ON: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "判定后跳到下一处(&M)"), checkable=True
    ),
    ActionId.SHOW_SUGGESTIONS: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "显示存疑建议(&G)"), ("Ctrl+G",), Need.LIBRARY, checkable=True
    ),
    ActionId.NEVER_AGAIN: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "此文字不再提示(&B)"), ("Ctrl+B",), Need.FINDING
    ),
    ActionId.RULE_OFF: ActionSpec(QT_TRANSLATE_NOOP("Actions", "停用此规则(&U)"), (), Need.FINDING),
    ActionId.CHOOSE_RULES: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "检查项目(&I)…"), (), Need.LIBRARY
    ),
    ActionId.FILTER_FINDINGS: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "筛选列表(&F)"), ("Ctrl+Shift+F",), Need.DOCUMENT
    ),
    ActionId.FOCUS_TEXT: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "转到正文(&T)"), ("Ctrl+T",), Need.DOCUMENT
    ),
    ActionId.FOLD_REPEAT: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "折叠此处的重复段落(&O)"), ("Ctrl+Shift+[",), Need.DOCUMENT
    ),
    ActionId.UNFOLD_REPEAT: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "展开此处的重复段落(&U)"), ("Ctrl+Shift+]",), Need.DOCUMENT
    ),
    ActionId.FOLD_REPEATS: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "折叠全部重复段落(&A)"), ("Ctrl+Alt+[",), Need.DOCUMENT
    ),
    ActionId.UNFOLD_REPEATS: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "展开全部重复段落(&X)"), ("Ctrl+Alt+]",), Need.DOCUMENT
    ),
    ActionId.GO_TO_LIBRARY: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "转到文稿库(&1)"), ("Alt+1",), Need.ANY_DOCUMENT
    ),
    ActionId.GO_TO_FINDINGS: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "转到问题(&2)"), ("Alt+2",), Need.DOCUMENT
    ),
    ActionId.GO_TO_REPEATS: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "转到重复(&3)"), ("Alt+3",), Need.ANY_DOCUMENT
    ),
    ActionId.GO_TO_NOTES: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "转到批注(&4)"), ("Alt+4",), Need.DOCUMENT
    ),
    ActionId.GO_TO_HISTORY: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "转到历史(&5)"), ("Alt+5",), Need.LIBRARY
    ),
    ActionId.LARGER_TEXT: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "放大文字(&L)"), ("Ctrl++", "Ctrl+=")
    ),
    ActionId.SMALLER_TEXT: ActionSpec(QT_TRANSLATE_NOOP("Actions", "缩小文字(&S)"), ("Ctrl+-",)),
    ActionId.USUAL_TEXT_SIZE: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "恢复文字大小(&R)"), ("Ctrl+0",)
    ),
    ActionId.TOGGLE_THEME: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "切换明暗(&M)"), ("Ctrl+Shift+L",), icon=IconName.THEME
    ),
    ActionId.SETTINGS: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "设置(&N)…"), ("Ctrl+,",), icon=IconName.SETTINGS
    ),
    ActionId.SWITCH_LANGUAGE: ActionSpec(QT_TRANSLATE_NOOP("Actions", "语言 Language(&A)")),
    ActionId.CHANGE_KEYS: ActionSpec(QT_TRANSLATE_NOOP("Actions", "更改按键(&K)…")),
    ActionId.COMMANDS: ActionSpec(QT_TRANSLATE_NOOP("Actions", "命令面板(&P)…"), ("Ctrl+Shift+P",)),
    ActionId.HELP: ActionSpec(QT_TRANSLATE_NOOP("Actions", "使用说明(&H)"), ("F1",)),
    ActionId.SHOW_KEYS: ActionSpec(QT_TRANSLATE_NOOP("Actions", "按键一览(&K)"), ("Ctrl+F1",)),
    ActionId.ABOUT: ActionSpec(QT_TRANSLATE_NOOP("Actions", "关于(&A)")),
}
