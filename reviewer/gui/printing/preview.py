"""The preview's pages: set at once, but long ones can be cut short."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QProgressDialog, QWidget

from reviewer.gui.printing.print_order import PrintOrder

PATIENCE = 600
"""Milliseconds; pages that are set sooner show no progress."""

BEAT = 0.05
"""Seconds between two looks at whether the editor has had enough."""


def draw_preview(order: PrintOrder, printer: QPrinter, parent: QWidget) -> None:
    """Draw the pages of `order`; the editor may stop it and see the pages that are set by then.

    Args:
        order: what is previewed.
        printer: the preview's.
        parent: the window that waits.

    Raises:
        PagesFailed: the printer takes no page.
    """
    progress = QProgressDialog(
        QCoreApplication.translate("PrintPreview", "正在排版…"),
        QCoreApplication.translate("PrintPreview", "只看已排好的页"),
        0,
        max(1, order.length),
        parent,
    )
    progress.setWindowModality(Qt.WindowModality.WindowModal)
    progress.setMinimumDuration(PATIENCE)
    done, looked = 0, time.perf_counter()
    pages = order.pages(printer)
    try:
        for count in pages:
            done += count
            if time.perf_counter() - looked < BEAT:
                continue
            progress.setValue(done)
            looked = time.perf_counter()
            if progress.wasCanceled():
                break
    finally:
        # The painter lets go of the printer now, and not when the generator is forgotten.
        pages.close()
        progress.reset()
        progress.deleteLater()
