"""Themes: small files of named colours, and the palette and style sheet that are made of them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from string import Template
from typing import Any

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from reviewer.garble.group import Group
from reviewer.review.annotation import NoteColour
from reviewer.text.errors import ReviewerError
from reviewer.text.resources import resource, resources_folder

DARK = "dark"
LIGHT = "light"

_MIDDLE = 128


class ThemeDamaged(ReviewerError):
    """A theme file lacks a colour, has one that is not a colour, or one that nobody knows."""

    def __init__(self, theme: str, role: str) -> None:
        super().__init__(f"theme {theme}: {role}")
        self.theme = theme
        self.role = role


@dataclass(frozen=True, slots=True)
class Roles:
    """The colours that have a name of their own; the theme files say what each is for."""

    window: QColor
    base: QColor
    alternate: QColor
    text: QColor
    muted: QColor
    border: QColor
    button: QColor
    hover: QColor
    accent: QColor
    accent_text: QColor
    selection: QColor
    selection_text: QColor
    tooltip: QColor
    tooltip_text: QColor
    margin_text: QColor
    danger: QColor
    warning: QColor
    success: QColor


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours for the whole program.

    Attributes:
        name: the name of its file.
        dark: whether light letters stand on a dark ground.
        roles: the named colours.
        notes: the colour of the sign of each colour of notes.
        note_grounds: the colour behind the text that such a note is about.
        groups: the colour of each group of findings.
        repeats: the colours that families of repeats take in turn.
    """

    name: str
    dark: bool
    roles: Roles
    notes: Mapping[NoteColour, QColor]
    note_grounds: Mapping[NoteColour, QColor]
    groups: Mapping[Group, QColor]
    repeats: tuple[QColor, ...]

    def repeat(self, colour: int) -> QColor:
        """The colour of a family, taken round where there are more families than colours."""
        return self.repeats[colour % len(self.repeats)]

    def tint(self, colour: QColor, strength: float = 1.0) -> QColor:
        """`colour` as a ground behind text that stays legible; at strength 1 clearly visible."""
        tint = QColor(colour)
        tint.setAlphaF(min(1.0, strength * (0.22 if self.dark else 0.13)))
        return tint


def theme_names() -> list[str]:
    """The names of the themes that there are files of, sorted."""
    return sorted(path.stem for path in (resources_folder() / "themes").glob("*.toml"))


def system_theme_name() -> str:
    """The name of the theme that goes with the desktop's own colours."""
    from PySide6.QtCore import Qt

    hints = QApplication.styleHints()
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def first_theme_name() -> str:
    """The same before any theme is in force, told by the palette that the program begins with."""
    ground = QApplication.palette().window().color()
    return DARK if ground.lightness() < _MIDDLE else LIGHT


def load_theme(name: str) -> Theme:
    """Read the theme `name`.

    Raises:
        ResourceMissing: there is no such theme.
        ThemeDamaged: its file does not hold exactly the colours that a theme has.
    """
    content = tomllib.loads(resource("themes", f"{name}.toml").read_text(encoding="utf-8"))
    roles = _colours(name, content, "roles", [field.name for field in fields(Roles)])
    groups = _colours(name, content, "groups", [group.value for group in Group])
    notes, grounds = (
        _colours(name, content, table, [colour.value for colour in NoteColour])
        for table in ("notes", "note_grounds")
    )
    repeats = content.get("repeats", {}).get("colours", [])
    if not repeats:
        raise ThemeDamaged(name, "repeats.colours")
    return Theme(
        name=name,
        dark=bool(content.get("dark", False)),
        roles=Roles(**roles),
        notes={NoteColour(value): colour for value, colour in notes.items()},
        note_grounds={NoteColour(value): colour for value, colour in grounds.items()},
        groups={Group(value): colour for value, colour in groups.items()},
        repeats=tuple(_colour(name, "repeats.colours", value) for value in repeats),
    )


def _colours(
    theme: str, content: Mapping[str, Any], table: str, names: list[str]
) -> dict[str, QColor]:
    found: Mapping[str, Any] = content.get(table, {})
    for name in set(names) ^ set(found):
        raise ThemeDamaged(theme, f"{table}.{name}")
    return {name: _colour(theme, f"{table}.{name}", found[name]) for name in names}


def _colour(theme: str, role: str, value: object) -> QColor:
    colour = QColor.fromString(value) if isinstance(value, str) else QColor()
    if not colour.isValid():
        raise ThemeDamaged(theme, role)
    return colour


def palette_of(theme: Theme) -> QPalette:
    """The palette of every widget."""
    roles, role = theme.roles, QPalette.ColorRole
    palette = QPalette(roles.text, roles.window)
    for place, colour in {
        role.Window: roles.window,
        role.WindowText: roles.text,
        role.Base: roles.base,
        role.AlternateBase: roles.alternate,
        role.Text: roles.text,
        role.Button: roles.button,
        role.ButtonText: roles.text,
        role.BrightText: roles.danger,
        role.ToolTipBase: roles.tooltip,
        role.ToolTipText: roles.tooltip_text,
        role.PlaceholderText: roles.muted,
        role.Highlight: roles.selection,
        role.HighlightedText: roles.selection_text,
        role.Accent: roles.accent,
        role.Link: roles.accent,
        role.LinkVisited: roles.accent,
        role.Light: roles.button,
        role.Midlight: roles.hover,
        role.Mid: roles.border,
        role.Dark: roles.border,
        role.Shadow: roles.border,
    }.items():
        palette.setColor(place, colour)
    for place in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, place, roles.muted)
    return palette


def style_sheet_of(theme: Theme) -> str:
    """The style sheet for what a palette cannot say."""
    names = {field.name: getattr(theme.roles, field.name).name() for field in fields(Roles)}
    return Template(resource("themes", "style.qss").read_text(encoding="utf-8")).substitute(names)


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give the program the colours of `theme`; widgets that draw themselves are told by others."""
    palette = palette_of(theme)
    if app.styleSheet():
        # Put upon an older style sheet alone, the new one crashes Qt 6.11 after some windows.
        app.setStyle("Fusion")
    app.setPalette(palette)
    app.setStyleSheet(style_sheet_of(theme))
    QToolTip.setPalette(palette)
