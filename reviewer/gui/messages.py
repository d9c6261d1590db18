"""The errors of the lower rooms in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reviewer.gui.languages import QT_TRANSLATE_NOOP
from reviewer.loading.errors import LoadError, LoadReason
from reviewer.loading.names import shown_name
from reviewer.review.text_search import PatternInvalid, PatternTooSlow
from reviewer.store.errors import (
    NotAStore,
    StoreDamaged,
    StoreInUse,
    StoreTooNew,
    StoreUnwritable,
    TextDamaged,
)
from reviewer.text.errors import ReviewerError

_LOAD_REASONS = {
    LoadReason.MISSING: QT_TRANSLATE_NOOP("Messages", "文件不存在"),
    LoadReason.IS_FOLDER: QT_TRANSLATE_NOOP("Messages", "是文件夹，不是文件"),
    LoadReason.NOT_A_FILE: QT_TRANSLATE_NOOP("Messages", "是设备或管道，不是文件"),
    LoadReason.UNREADABLE: QT_TRANSLATE_NOOP("Messages", "系统不允许读取"),
    LoadReason.TOO_LARGE: QT_TRANSLATE_NOOP("Messages", "文件过大"),
    LoadReason.CHANGED: QT_TRANSLATE_NOOP("Messages", "读取时文件正被别的程序修改"),
    LoadReason.EMPTY: QT_TRANSLATE_NOOP("Messages", "文件是空的"),
    LoadReason.BLANK: QT_TRANSLATE_NOOP("Messages", "文件中只有空白"),
    LoadReason.OTHER_FORMAT: QT_TRANSLATE_NOOP("Messages", "暂不支持这种格式"),
    LoadReason.BINARY: QT_TRANSLATE_NOOP("Messages", "不是文本文件"),
    LoadReason.UNKNOWN_CHARSET: QT_TRANSLATE_NOOP("Messages", "无法识别文字编码"),
    LoadReason.TOO_MANY_FILES: QT_TRANSLATE_NOOP("Messages", "文件太多，只打开了一部分"),
}

_ERRORS: tuple[tuple[type[ReviewerError], str], ...] = (
    (PatternInvalid, QT_TRANSLATE_NOOP("Messages", "不是有效的正则表达式")),
    (PatternTooSlow, QT_TRANSLATE_NOOP("Messages", "这个表达式查找太慢")),
    (StoreInUse, QT_TRANSLATE_NOOP("Messages", "文稿库已在另一个窗口中打开，请先关闭那个窗口。")),
    (StoreTooNew, QT_TRANSLATE_NOOP("Messages", "文稿库由较新版本的程序建立，请更新本程序。")),
    (NotAStore, QT_TRANSLATE_NOOP("Messages", "此处的文件不是本程序的文稿库，没有改动它。")),
    (StoreDamaged, QT_TRANSLATE_NOOP("Messages", "文稿库已损坏。请勿删除文件，可从备份恢复。")),
    (TextDamaged, QT_TRANSLATE_NOOP("Messages", "一篇文稿的内容与保存时不同，无法打开。")),
    (
        StoreUnwritable,
        QT_TRANSLATE_NOOP("Messages", "无法写入文稿库（磁盘已满或没有权限）。此前的内容均已保存。"),
    ),
)


def load_error_text(error: LoadError) -> str:
    """One line: the file's name and why it was not opened. Plain text, in one line."""
    reason = QCoreApplication.translate("Messages", _LOAD_REASONS[error.reason])
    return f"{shown_name(error.path)}：{reason}"


def error_text(error: ReviewerError) -> str:
    """What a person needs to know about an error of the lower rooms."""
    if isinstance(error, LoadError):
        return load_error_text(error)
    for kind, text in _ERRORS:
        if isinstance(error, kind):
            return QCoreApplication.translate("Messages", text)
    return str(error)
