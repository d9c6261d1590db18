"""The settings dialog, made from the table of settings. What is changed holds at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QGroupBox,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.settings_table import (
    GROUPS,
    Choice,
    Family,
    SettingId,
    SettingSpec,
    Size,
    Switch,
)

Value = str | float | bool
Tell = Callable[[Value], None]


class SettingsDialog(QDialog):
    """One row for each setting.

    Signals:
        changed(SettingId, object): a setting has another value.
    """

    changed = Signal(object, object)

    def __init__(self, values: Mapping[SettingId, Value], parent: QWidget | None = None) -> None:
        """Show `values`, one for each setting of the table."""
        super().__init__(parent)
        self._values = dict(values)
        self.fields: dict[SettingId, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._build()
        self.setMinimumWidth(420)

    def _build(self) -> None:
        self.setWindowTitle(self.tr("设置"))
        for title, specs in GROUPS:
            box = QGroupBox(_translated(title))
            form = QFormLayout(box)
            for setting, spec in specs.items():
                field = self._field(setting, spec)
                field.setAccessibleName(_translated(spec.text))
                field.setToolTip(_translated(spec.hint) if spec.hint else "")
                self.fields[setting] = field
                form.addRow(_translated(spec.text), field)
            self._column.addWidget(box)
        buttons = QDialogButtonBox()
        defaults = buttons.addButton(QDialogButtonBox.StandardButton.RestoreDefaults)
        defaults.clicked.connect(self.restore_defaults)
        buttons.addButton(QDialogButtonBox.StandardButton.Close).clicked.connect(self.accept)
        self._column.addWidget(buttons)

    def _field(self, setting: SettingId, spec: SettingSpec) -> QWidget:
        value = self._values[setting]

        def tell(new: Value) -> None:
            if self._values[setting] != new:
                self._values[setting] = new
                self.changed.emit(setting, new)

        match spec.form:
            case Choice(options=options):
                return _choice([(v, _translated(words)) for v, words in options], value, tell)
            case Family():
                return _choice(self._families(), value, tell)
            case Size():
                return _size(spec.form, float(value), tell)
            case Switch():
                return _switch(bool(value), tell)

    def _families(self) -> list[tuple[str, str]]:
        chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
        return [("", self.tr("系统默认")), *((family, family) for family in chinese)]

    def restore_defaults(self) -> None:
        """Give every setting the value that it had at first."""
        for _, specs in GROUPS:
            for setting, spec in specs.items():
                if self._values[setting] != spec.form.default:
                    self._values[setting] = spec.form.default
                    self.changed.emit(setting, spec.form.default)
        self._rebuild()

    def _rebuild(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._build()

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._rebuild()
        super().changeEvent(event)


def _translated(text: str) -> str:
    return QCoreApplication.translate("Settings", text)


def _choice(options: list[tuple[str, str]], value: Value, tell: Tell) -> QComboBox:
    field = QComboBox()
    for own, words in options:
        field.addItem(words, own)
    field.setCurrentIndex(max(0, field.findData(value)))
    field.currentIndexChanged.connect(lambda _: tell(str(field.currentData())))
    return field


def _size(form: Size, value: float, tell: Tell) -> QDoubleSpinBox:
    field = QDoubleSpinBox()
    field.setRange(form.least, form.most)
    field.setSingleStep(0.5)
    field.setDecimals(1)
    field.setValue(value)
    field.valueChanged.connect(tell)
    return field


def _switch(value: bool, tell: Tell) -> QCheckBox:
    field = QCheckBox()
    field.setChecked(value)
    field.toggled.connect(tell)
    return field
