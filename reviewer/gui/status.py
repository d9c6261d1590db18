"""The status bar: figures of the current document, the state of saving, progress and cancel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from reviewer.gui.languages import engine_language
from reviewer.gui.workspace import Workspace
from reviewer.workflow.stages import stage_name

_MESSAGE_TIME = 6000
"""Milliseconds that a message stays."""

_PATIENCE = 1500
"""Milliseconds after which a text that was not searched again is said to be so."""


class StatusBar(QStatusBar):
    """Figures on the left, saving and progress on the right.

    Attributes:
        clock: tells the time of saving.

    Signals:
        cancel_requested(): the editor wants the running work to stop.
    """

    cancel_requested = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Show the figures of the workspace's current document."""
        super().__init__(parent)
        self._workspace = workspace
        self.clock: Callable[[], datetime] = datetime.now
        self._saved_at: datetime | None = None
        self._counted = ("", 0)
        self._figures = {name: QLabel() for name in ("characters", "encoding", "open", "repeated")}
        for label in self._figures.values():
            label.setContentsMargins(8, 0, 8, 0)
            self.addWidget(label)
        self._saved = QLabel()
        self._stage = QLabel()
        self._bar = QProgressBar()
        self._bar.setFixedWidth(140)
        self._bar.setTextVisible(False)
        self._cancel = QToolButton()
        self._cancel.setAutoRaise(True)
        self._cancel.clicked.connect(self.cancel_requested)
        for widget in (self._stage, self._bar, self._cancel, self._saved):
            self.addPermanentWidget(widget)
        self._show_progress(False)
        self._unsearched = QTimer(self)
        self._unsearched.setSingleShot(True)
        self._unsearched.setInterval(_PATIENCE)
        self._unsearched.timeout.connect(self._tell_unsearched)
        for signal in (
            workspace.document_changed,
            workspace.repeats_changed,
            workspace.findings_changed,
            workspace.preferences_changed,
        ):
            signal.connect(lambda *_: self.refresh())
        workspace.stepped.connect(lambda _step: self._note_saved())
        workspace.settled.connect(self._note_saved)
        self._translate()

    @property
    def figures(self) -> list[QLabel]:
        """The labels of the figures, from left to right."""
        return list(self._figures.values())

    def refresh(self) -> None:
        """Show the figures as they are now."""
        stored, state = self._workspace.stored, self._workspace.reviewed
        if stored is None or state is None:
            for label in self._figures.values():
                label.clear()
            return
        marks = self._workspace.marks
        remaining = marks.open_count if marks else 0
        if state.text is not self._counted[0]:
            self._counted = (state.text, counted_characters(state.text))
        share = self._workspace.repeats.repeated_share(stored.id, len(state.text))
        origin = stored.origin
        texts = {
            "characters": self.tr("{0} 字").format(f"{self._counted[1]:,}"),
            "encoding": origin.encoding.upper(),
            "open": self.tr("未决 {0} 处").format(remaining),
            "repeated": self.tr("重复 {0}").format(f"{share:.1%}"),
        }
        for name, text in texts.items():
            self._figures[name].setText(text)
        guess = self.tr("把握 {0:.0%}").format(origin.confidence)
        other = self.tr("，也可能是 {0}").format(origin.runner_up) if origin.runner_up else ""
        self._figures["encoding"].setToolTip(guess + other)
        if state.stale:
            self._unsearched.start()

    def _tell_unsearched(self) -> None:
        """Say that the text is not searched as it is now: the search was stopped, or takes long."""
        state, label = self._workspace.reviewed, self._figures["open"]
        hint = self.tr("（文字已改，尚未重新检查）")
        if state is not None and state.stale and not label.text().endswith(hint):
            label.setText(label.text() + hint)

    def _note_saved(self) -> None:
        self._saved_at = self.clock()
        self._saved.setText(self.tr("已保存 {0:%H:%M:%S}").format(self._saved_at))
        self.refresh()

    def show_progress(self, stage: str, done: int, total: int) -> None:
        """Show how far the work is; `total` 0 where nobody knows."""
        self._show_progress(True)
        self._stage.setText(stage_name(stage, engine_language()))
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def end_progress(self) -> None:
        """The work is over."""
        self._show_progress(False)

    def say(self, text: str) -> None:
        """Show a sentence for a while."""
        self.showMessage(text, _MESSAGE_TIME)

    def _show_progress(self, shown: bool) -> None:
        for widget in (self._stage, self._bar, self._cancel):
            widget.setVisible(shown)

    def _translate(self) -> None:
        self._cancel.setText(self.tr("停止"))
        self._bar.setAccessibleName(self.tr("进度"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)


def counted_characters(text: str) -> int:
    """The length of a text as editors count it: every character that is no blank."""
    return len(text) - sum(map(text.count, _BLANKS))


_BLANKS = " \t\n\r\v\f\u00a0\u3000\u200b\ufeff"
