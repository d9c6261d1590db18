"""What the list of findings says where it shows none."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reviewer.gui.models.findings_filter import FindingsFilter
from reviewer.gui.models.findings_grouping import Source
from reviewer.gui.panels.empty_hint import EmptyHint, Offer


def explain_emptiness(
    hint: EmptyHint, source: Source, wanted: FindingsFilter, is_read: bool, show_all: Offer
) -> None:
    """Tell what is decided from what is filtered out, and what is clean from what is unsearched.

    Args:
        hint: says it.
        source: the table without rows.
        wanted: its filter.
        is_read: whether its documents are searched, or all read where they are several.
        show_all: what leads out of a filter.
    """
    if source.total and wanted == FindingsFilter():
        detail = QCoreApplication.translate("FindingsPanel", "这里的问题都已有决定。")
        title = QCoreApplication.translate("FindingsPanel", "全部处理完毕")
        hint.say(title, detail, [show_all])
    elif source.total:
        title = QCoreApplication.translate("FindingsPanel", "没有符合筛选条件的问题")
        hint.say(title, "", [show_all])
    elif is_read:
        detail = QCoreApplication.translate("FindingsPanel", "没有找到乱码或错漏。")
        hint.say(QCoreApplication.translate("FindingsPanel", "没有发现问题"), detail)
    else:
        detail = QCoreApplication.translate("FindingsPanel", "打开并检查一份文稿，问题会列在这里。")
        hint.say(QCoreApplication.translate("FindingsPanel", "尚无结果"), detail)
