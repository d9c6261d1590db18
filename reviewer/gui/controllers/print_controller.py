"""Printing: the current document's clean text on paper, as a PDF, or as a preview."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QObject, QSaveFile, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from reviewer.gui.actions import ActionId
from reviewer.gui.controllers.handlers import Handlers
from reviewer.gui.languages import engine_language
from reviewer.gui.messages import error_text
from reviewer.gui.remembered import Remembered
from reviewer.gui.workspace import Workspace
from reviewer.text.errors import ReviewerError

if TYPE_CHECKING:
    # Printing is loaded when somebody prints.
    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtPrintSupport import QPrinter

    from reviewer.gui.printing.page_job import PageJob
    from reviewer.gui.printing.print_order import PrintOrder

MARGINS = QMarginsF(25, 20, 25, 20)
"""Around the text of a PDF, in millimetres."""


class PrintController(QObject):
    """Brings the text to paper without holding up the window.

    Signals:
        advanced(str, int, int): the stage, and so many of so many code points.
        ended(): nothing is on its way any more.
        told(str): something is done; a sentence for the status bar.
        failed(str): something is not done; a sentence for the line above the text.
    """

    advanced = Signal(str, int, int)
    ended = Signal()
    told = Signal(str)
    failed = Signal(str)

    def __init__(self, workspace: Workspace, remembered: Remembered, window: QWidget) -> None:
        """Print the documents of the workspace."""
        super().__init__(window)
        self._workspace = workspace
        self._remembered = remembered
        self._window = window
        self._job: PageJob | None = None
        self._previewed: QPrinter | None = None
        self._give_up: Callable[[], object] | None = None

    def handlers(self) -> Handlers:
        """What the actions of this area do."""
        return {
            ActionId.PRINT: self.ask_for_printer,
            ActionId.PRINT_PREVIEW: self.preview,
            ActionId.EXPORT_PDF: self.ask_for_file,
        }

    def order(self) -> PrintOrder | None:
        """The current document as it is to be printed, or None where there is none."""
        from reviewer.gui.printing.print_order import PrintOrder

        stored, state = self._workspace.stored, self._workspace.reviewed
        if stored is None or state is None:
            return None
        marks = self._workspace.marks if self._remembered.prints_marks() else None
        family = self._remembered.text_family()
        return PrintOrder.of(stored.title, state, marks, engine_language(), family)

    # A PDF

    def ask_for_file(self) -> None:
        """Ask where the PDF goes and write it."""
        stored = self._workspace.stored
        if stored is None:
            return
        proposed = Path(self._remembered.export_folder()) / f"{stored.title}.pdf"
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("导出 PDF"), str(proposed), self.tr("PDF 文件 (*.pdf)")
        )
        if name:
            self.write_pdf(Path(name))

    def write_pdf(self, target: Path) -> None:
        """Write the current document to `target`; what stood there stays until all is written."""
        from reviewer.export.files import expect_not_among

        order = self.order()
        if order is None or self._is_busy():
            return
        try:
            expect_not_among(target, [row.origin.path for row in self._workspace.documents])
        except ReviewerError as error:
            self.failed.emit(error_text(error))
            return
        # In memory first: a PDF is small, and one that is given up leaves nothing behind.
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setTitle(order.title)
        writer.setCreator("Reviewer")
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(MARGINS, QPageLayout.Unit.Millimeter)
        self._begin(order, writer, lambda: self._save(buffer.data(), target))

    def _save(self, content: QByteArray, target: Path) -> None:
        file = QSaveFile(str(target))
        opened = file.open(QIODevice.OpenModeFlag.WriteOnly)
        if opened and file.write(content) == content.size() and file.commit():
            self._remembered.keep_export_folder(target.parent)
            self.told.emit(self.tr("已导出：{0}").format(target.name))
        else:
            words = self.tr("无法写入 {0}：{1}")
            self.failed.emit(words.format(target.name, file.errorString()))

    # Paper

    def ask_for_printer(self) -> None:
        """Ask for a printer and print the current document on it."""
        from PySide6.QtPrintSupport import QPrintDialog

        order = self.order()
        if order is None or self._is_busy():
            return
        printer = self._printer(order)
        dialog = QPrintDialog(printer, self._window)
        dialog.accepted.connect(lambda: self.print_on(printer, order))
        dialog.finished.connect(dialog.deleteLater)
        # By name, for the dialog has an `open` of another sort.
        QDialog.open(dialog)

    def _printer(self, order: PrintOrder) -> QPrinter:
        from PySide6.QtPrintSupport import QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(order.title)
        printer.setCreator("Reviewer")
        printer.setPageMargins(MARGINS, QPageLayout.Unit.Millimeter)
        return printer

    def print_on(self, printer: QPrinter, order: PrintOrder) -> None:
        """Print the pages that the printer's settings ask for."""
        if self._is_busy():
            return
        told = self.tr("已送往打印机：{0}").format(order.title)
        self._begin(order, printer, lambda: self.told.emit(told), printer.abort)

    def preview(self) -> None:
        """Show the pages as they would be printed."""
        from PySide6.QtPrintSupport import QPrintPreviewDialog

        from reviewer.gui.printing.preview import draw_preview

        order = self.order()
        if order is None:
            return
        # Kept, for the dialog does not keep it.
        self._previewed = self._printer(order)
        dialog = QPrintPreviewDialog(self._previewed, self._window)
        dialog.setWindowTitle(self.tr("打印预览"))
        dialog.paintRequested.connect(lambda printer: draw_preview(order, printer, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.resize(self._window.size() * 0.9)
        dialog.open()

    # The work

    def _is_busy(self) -> bool:
        if self._job is not None:
            self.failed.emit(self.tr("上一份还在排版，请稍候。"))
        return self._job is not None

    def _begin(
        self,
        order: PrintOrder,
        device: QPagedPaintDevice,
        finish: Callable[[], None],
        give_up: Callable[[], object] | None = None,
    ) -> None:
        from reviewer.gui.printing.page_job import PageJob

        def end(error: ReviewerError | None) -> None:
            self._job = None
            if error is None:
                finish()
            else:
                self.failed.emit(self.tr("未能打印：打印机或文件不接受页面。"))
            self.ended.emit()

        # The device lives as long as the pages that are drawn on it.
        job = PageJob(order.pages(device), order.length, self)
        job.advanced.connect(lambda done, total: self.advanced.emit("print", done, total))
        job.ended.connect(end)
        job.ended.connect(job.deleteLater)
        self._job, self._give_up = job, give_up
        job.start()

    def cancel(self) -> None:
        """Give up what is on its way; no file is written then."""
        job, self._job = self._job, None
        if job is None:
            return
        if self._give_up is not None:
            # Before the last page ends, or the printer takes it for the whole.
            self._give_up()
        job.cancel()
        job.deleteLater()
        self.ended.emit()
