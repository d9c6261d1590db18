"""The table of actions: every command of the window with its words, key, icon and condition.

Menus, toolbar, command palette and the list of keys are made from it; nothing about an action is
written anywhere else but where it stands (`menus`) and what it does, which its controller says.
"""

from __future__ import annotations

from reviewer.gui.actions import ActionId, ActionSpec, Need
from reviewer.gui.icons import IconName
from reviewer.gui.languages import QT_TRANSLATE_NOOP

SPECS: dict[ActionId, ActionSpec] = {
    ActionId.OPEN_FILES: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "打开文件(&O)…"),
        ("Ctrl+O",),
        Need.LIBRARY,
        IconName.OPEN_FILE,
        short=QT_TRANSLATE_NOOP("Actions", "打开"),
    ),
    ActionId.OPEN_FOLDER: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "打开文件夹(&F)…"),
        ("Ctrl+Shift+O",),
        Need.LIBRARY,
        IconName.OPEN_FOLDER,
        short=QT_TRANSLATE_NOOP("Actions", "文件夹"),
    ),
    ActionId.OPEN_SAMPLES: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "打开示例文稿(&S)"), (), Need.LIBRARY, IconName.SAMPLE
    ),
    ActionId.RECENT_FILES: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "最近打开(&T)"), (), Need.LIBRARY
    ),
    ActionId.EXPORT_DOCUMENT: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "导出当前文稿(&E)…"),
        ("Ctrl+E",),
        Need.DOCUMENT,
        IconName.SAVE,
        short=QT_TRANSLATE_NOOP("Actions", "导出"),
    ),
    ActionId.EXPORT_ALL: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "导出全部文稿(&A)…"), ("Ctrl+Shift+E",), Need.ANY_DOCUMENT
    ),
    ActionId.EXPORT_PDF: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "导出 PDF(&D)…"), ("Ctrl+Alt+E",), Need.DOCUMENT
    ),
    ActionId.PRINT: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "打印(&P)…"), ("Ctrl+P",), Need.DOCUMENT
    ),
    ActionId.PRINT_PREVIEW: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "打印预览(&V)…"), ("Ctrl+Alt+P",), Need.DOCUMENT
    ),
    ActionId.PRINT_MARKS: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "打印与 PDF 标出改动(&M)"), checkable=True
    ),
    ActionId.REMOVE_DOCUMENT: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "从文稿库移除(&R)"), (), Need.DOCUMENT
    ),
    ActionId.SPLIT_DOCUMENT: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "拆分为各篇讲话(&X)…"), (), Need.DOCUMENT
    ),
    ActionId.OWN_DOCUMENT: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "作为本库定稿(&W)"), (), Need.DOCUMENT, checkable=True
    ),
    ActionId.NEXT_TO_REVIEW: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "下一篇待审(&J)"), ("Ctrl+J",), Need.ANY_DOCUMENT
    ),
    ActionId.MARK_NEW: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "标为未审(&U)"), (), Need.ANY_DOCUMENT
    ),
    ActionId.MARK_IN_REVIEW: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "标为审校中(&I)"), (), Need.ANY_DOCUMENT
    ),
    ActionId.MARK_DONE: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "标为审毕(&D)"), ("Ctrl+Shift+J",), Need.ANY_DOCUMENT
    ),
    ActionId.SET_ASIDE: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "搁置(&A)"), ("Ctrl+Alt+J",), Need.ANY_DOCUMENT
    ),
    ActionId.EDIT_TAGS: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "标签(&T)…"), ("Ctrl+K",), Need.ANY_DOCUMENT, IconName.TAG
    ),
    ActionId.RENAME_BATCH: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "重命名批次(&N)…"), (), Need.ANY_DOCUMENT
    ),
    ActionId.EXPORT_CHOSEN: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "导出所选文稿(&E)…"), (), Need.ANY_DOCUMENT
    ),
    ActionId.QUIT: ActionSpec(QT_TRANSLATE_NOOP("Actions", "退出(&Q)"), ("Ctrl+Q",)),
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
    ActionId.ACCEPT_SAFE: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "采纳本篇所有可靠修改(&S)"), ("Ctrl+F9",), Need.SAFE
    ),
    ActionId.ACCEPT_SHOWN: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "采纳列表所示各处(&W)"), (), Need.FINDINGS
    ),
    ActionId.ADD_NOTE: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "添加批注(&M)…"),
        ("Ctrl+M",),
        Need.EDITABLE,
        IconName.NOTE,
        short=QT_TRANSLATE_NOOP("Actions", "批注"),
    ),
    ActionId.TO_TRADITIONAL: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "全文转为繁体(&F)"), (), Need.EDITABLE
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
        QT_TRANSLATE_NOOP("Actions", "下一篇(&D)"), ("Ctrl+PgDown",), Need.ANY_DOCUMENT
    ),
    ActionId.PREVIOUS_DOCUMENT: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "上一篇(&B)"), ("Ctrl+PgUp",), Need.ANY_DOCUMENT
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
    ActionId.TOGGLE_THEME: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "切换明暗(&D)"), ("Ctrl+Shift+L",), icon=IconName.THEME
    ),
    ActionId.SETTINGS: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "设置(&N)…"), ("Ctrl+,",), icon=IconName.SETTINGS
    ),
    ActionId.SWITCH_LANGUAGE: ActionSpec(QT_TRANSLATE_NOOP("Actions", "English")),
    ActionId.COMMANDS: ActionSpec(QT_TRANSLATE_NOOP("Actions", "命令面板(&P)…"), ("Ctrl+Shift+P",)),
    ActionId.HELP: ActionSpec(QT_TRANSLATE_NOOP("Actions", "使用说明(&H)"), ("F1",)),
    ActionId.SHOW_KEYS: ActionSpec(QT_TRANSLATE_NOOP("Actions", "按键一览(&K)"), ("Ctrl+F1",)),
    ActionId.ABOUT: ActionSpec(QT_TRANSLATE_NOOP("Actions", "关于(&A)")),
}
