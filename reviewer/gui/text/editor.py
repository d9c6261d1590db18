"""A plain text editor whose text of record is a Python string, changed by edits alone."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reviewer.gui.positions import PositionMap
from reviewer.gui.text.mirror import Mirror, smallest_edit
from reviewer.gui.text.spacing import SpacedLayout
from reviewer.gui.text.substitution import copied_text, plain_text
from reviewer.review.edits import Edit, EditScript
from reviewer.text.span import Span

_DELETES_BACK = (QKeySequence.StandardKey.Backspace, QKeySequence.StandardKey.DeleteStartOfWord)
_DELETES_AHEAD = (QKeySequence.StandardKey.Delete, QKeySequence.StandardKey.DeleteEndOfWord)
_UNDOES = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class RecordEditor(QPlainTextEdit):
    """Free editing, reported as edits of the text of record; undo belongs to the owner.

    Signals:
        edited(Edit): the editor changed the text: typing, input method, paste, cut, delete. Moving
            text by dragging gives two, the removal first. Each counts in the record before it.
        record_changed(EditScript): the record changed, by the editor or by the program.
        cursor_moved(int): the caret is at another offset of the record.
    """

    edited = Signal(object)
    record_changed = Signal(object)
    cursor_moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        document = QTextDocument(self)
        self._mirror = Mirror(document, lambda: self.textCursor().position())
        self._layout = SpacedLayout(document, self._mirror.is_break)
        document.setDocumentLayout(self._layout)
        self.setDocument(document)
        self.setUndoRedoEnabled(False)
        self.textChanged.connect(self._pass_on_typing)
        self.cursorPositionChanged.connect(lambda: self.cursor_moved.emit(self.cursor_offset))

    @property
    def record(self) -> str:
        """The text of record as it is now."""
        return self._mirror.record

    @property
    def positions(self) -> PositionMap:
        """Offsets in the record <-> positions in the widget's document."""
        return self._mirror.positions

    @property
    def cursor_offset(self) -> int:
        """Where the caret is, in code points of the record."""
        return self.positions.offset(self.textCursor().position())

    def selected_span(self) -> Span:
        """The selected characters, or the empty span at the caret."""
        cursor = self.textCursor()
        positions = self.positions
        return Span(
            positions.offset(cursor.selectionStart()), positions.offset(cursor.selectionEnd())
        )

    def place_cursor(self, span: Span) -> None:
        """Select `span`, or put the caret there where it is empty."""
        cursor = self.textCursor()
        cursor.setPosition(self.positions.unit(span.start))
        if len(span):
            cursor.setPosition(self.positions.unit(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def load(self, text: str) -> None:
        """Show another text, from its start."""
        self._mirror.load(text)
        self.place_cursor(Span(0, 0))
        self.verticalScrollBar().setValue(0)

    def apply_edit(self, edit: Edit) -> None:
        """Make one edit; see `apply_script`."""
        self.apply_script(EditScript((edit,)))

    def apply_script(self, script: EditScript) -> None:
        """Make edits for the program (undo, redo): not reported as `edited`.

        The caret and the first visible row stay with their characters.

        Raises:
            EditMismatch: the record does not have the characters that an edit removes.
        """
        self._end_composition()
        caret = _carried(script, self.cursor_offset)
        top = self.first_visible_offset()
        self._mirror.write(script)
        self.record_changed.emit(script)
        if self.cursor_offset != caret:
            self.place_cursor(Span(caret, caret))
        self.scroll_to(self.positions.unit(_carried(script, top)))

    def set_text(self, text: str) -> None:
        """Make the record `text` by the smallest edit; see `apply_script`."""
        if text == self.record:
            return
        edit = smallest_edit(self.record, text)
        if edit.removed != edit.inserted:
            self.apply_edit(edit)

    def replace_selection(self, text: str) -> None:
        """Put `text` in place of the selected characters, as the editor's own edit."""
        span = self.selected_span()
        self._make(Edit(span.start, span.of(self.record), text))
        self.ensureCursorVisible()

    def _make(self, edit: Edit) -> None:
        """Make an edit of the editor's and put the caret behind it."""
        if edit.removed == edit.inserted:
            return
        self._end_composition()
        script = EditScript((edit,))
        self._mirror.write(script)
        end = edit.start + len(edit.inserted)
        self.place_cursor(Span(end, end))
        self.record_changed.emit(script)
        self.edited.emit(edit)

    def _pass_on_typing(self) -> None:
        caret = min(self.cursor_offset, len(self._mirror.text))
        typed = self._mirror.take_typed()
        if self.cursor_offset != caret:
            self.place_cursor(Span(caret, caret))
        for edit in typed:
            self.record_changed.emit(EditScript((edit,)))
            self.edited.emit(edit)

    def first_visible_offset(self) -> int:
        """Where the first visible row begins, in code points of the record."""
        block = self.firstVisibleBlock()
        line = self.verticalScrollBar().value() - block.firstLineNumber()
        if not 0 <= line < block.layout().lineCount():
            return self.positions.offset(block.position())
        start = block.layout().lineAt(line).textStart()
        return self.positions.offset(block.position() + start)

    def scroll_to(self, unit: int, rows_above: int = 0) -> None:
        """Make the row of the character at position `unit` the first one, or some rows lower."""
        block = self.document().findBlock(unit)
        self.blockBoundingRect(block)
        line = block.layout().lineForTextPosition(unit - block.position())
        row = block.firstLineNumber() + (line.lineNumber() if line.isValid() else 0)
        self.verticalScrollBar().setValue(row - rows_above)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """The characters of the record, not their stand-ins."""
        data = QMimeData()
        data.setText(copied_text(self.selected_span().of(self.record)))
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """Text can be put in; files are for the window to open."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Paste as plain text; where there is none, nothing is replaced."""
        text = plain_text(source.text()) if self.canInsertFromMimeData(source) else ""
        if text:
            self.replace_selection(text)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put dropped text where it was dropped; take it away where it was dragged from in here."""
        if self.canInsertFromMimeData(event.mimeData()) and not self.isReadOnly():
            moves = event.dropAction() == Qt.DropAction.MoveAction
            if moves and event.source() in (self, self.viewport()):
                self._move_selection(self._offset_near(event.position()))
            else:
                place = self._offset_near(event.position())
                self._make(Edit(place, "", plain_text(event.mimeData().text())))
            event.accept()
        # Qt's own handler would make the change itself; its clean-up is that of a drag that left.
        super().dragLeaveEvent(QDragLeaveEvent())

    def _move_selection(self, place: int) -> None:
        span = self.selected_span()
        moved = span.of(self.record)
        if not moved or span.start <= place <= span.end:
            return
        self._make(Edit(span.start, moved, ""))
        place -= len(span) if place > span.end else 0
        self._make(Edit(place, "", moved))
        self.place_cursor(Span(place, place + len(moved)))

    def _offset_near(self, point: QPointF) -> int:
        return self.positions.offset(self.cursorForPosition(point.toPoint()).position())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Compose, and commit what was composed."""
        committed = event.commitString()
        text = plain_text(committed)
        if "\n" not in text and text == committed:
            self._compose(event)
        elif not self.isReadOnly():
            # Qt forgets the composed text of a block that the commit itself cuts in two.
            self._end_composition()
            cursor = self.textCursor()
            cursor.setPosition(max(0, cursor.position() + event.replacementStart()))
            end = cursor.position() + event.replacementLength()
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self.replace_selection(text)

    def _compose(self, event: QInputMethodEvent) -> None:
        self._mirror.composing = True
        super().inputMethodEvent(event)
        self._mirror.composing = False

    def _end_composition(self) -> None:
        """Give up what is being composed, before the text changes under it."""
        if self.textCursor().block().layout().preeditAreaText():
            QGuiApplication.inputMethod().reset()
            self._compose(QInputMethodEvent())

    def event(self, event: QEvent) -> bool:
        """Leave the undo keys to the window: Qt would claim them for its own, empty, undo."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and _is_one_of(event, _UNDOES)
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; a soft break is no character, so a deletion steps over it."""
        if _is_one_of(event, _UNDOES):
            event.ignore()
            return
        if event.matches(QKeySequence.StandardKey.InsertLineSeparator):
            if not self.isReadOnly():
                self.replace_selection("\n")
            return
        if not self.textCursor().hasSelection():
            self._step_over_break(event)
        super().keyPressEvent(event)

    def _step_over_break(self, event: QKeyEvent) -> None:
        cursor = self.textCursor()
        back = event.key() == Qt.Key.Key_Backspace or _is_one_of(event, _DELETES_BACK)
        if back and self.positions.is_break(cursor.position() - 1):
            cursor.movePosition(QTextCursor.MoveOperation.Left)
            self.setTextCursor(cursor)
        elif _is_one_of(event, _DELETES_AHEAD) and self.positions.is_break(cursor.position()):
            cursor.movePosition(QTextCursor.MoveOperation.Right)
            self.setTextCursor(cursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's menu without its undo, which is off."""
        menu = self.createStandardContextMenu(event.pos())
        for action in menu.actions():
            if action.objectName() in ("edit-undo", "edit-redo"):
                menu.removeAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())


def _is_one_of(event: QKeyEvent, keys: Iterable[QKeySequence.StandardKey]) -> bool:
    return any(event.matches(key) for key in keys)


def _carried(script: EditScript, offset: int) -> int:
    """Where a place stands after `script`; inside a replaced text as deep as before, if it can."""
    shift = 0
    for edit in script.edits:
        if offset <= edit.start:
            break
        if offset < edit.end:
            return edit.start + shift + min(offset - edit.start, len(edit.inserted))
        shift += edit.growth
    return offset + shift
