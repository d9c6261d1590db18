"""The first part of the table of actions: files, the library, what is exported and printed."""

from __future__ import annotations

from reviewer.gui.actions import ActionId, ActionSpec, Need
from reviewer.gui.icons import IconName
from reviewer.gui.languages import QT_TRANSLATE_NOOP

DOCUMENT_SPECS: dict[ActionId, ActionSpec] = {
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
    ActionId.EXPORT_NOTES: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "导出本篇批注(&N)…"), (), Need.NOTES
    ),
    ActionId.EXPORT_ALL_NOTES: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "导出全部批注(&L)…"), (), Need.ANY_NOTES
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
    ActionId.CLOSE_TAB: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "关闭标签页(&C)"), ("Ctrl+W", "Ctrl+F4"), Need.DOCUMENT
    ),
    ActionId.CLOSE_OTHER_TABS: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "关闭其他标签页(&H)"), (), Need.SEVERAL_TABS
    ),
    ActionId.REOPEN_TAB: ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "恢复关闭的标签页(&N)"), ("Ctrl+Shift+T",), Need.CLOSED_TAB
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
}
"""The commands that are about whole documents."""
