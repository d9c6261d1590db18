"""The themes are complete and legible, and every icon is there and follows the theme."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon, QImage, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.garble.group import Group
from reviewer.gui import theme as themes
from reviewer.gui.icons import SIZES, IconName, icon
from reviewer.gui.text.note_signs import note_swatch
from reviewer.gui.text.patterns import GROUP_PATTERNS, group_swatch
from reviewer.gui.theme import Theme, ThemeDamaged, apply_theme, load_theme, theme_names
from reviewer.review.annotation import NoteColour
from reviewer.text.resources import ResourceMissing, resource

READABLE = 4.5
"""The least contrast of text, by WCAG 2 level AA."""
VISIBLE = 3.0
"""The least contrast of a sign that is not text, by WCAG 2 level AA."""


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(first: QColor, second: QColor) -> float:
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def upon(tint: QColor, ground: QColor) -> QColor:
    """What is seen of a half transparent colour upon an opaque one."""
    part = tint.alphaF()
    return QColor.fromRgbF(
        tint.redF() * part + ground.redF() * (1 - part),
        tint.greenF() * part + ground.greenF() * (1 - part),
        tint.blueF() * part + ground.blueF() * (1 - part),
    )


def test_there_is_a_light_and_a_dark_theme() -> None:
    assert theme_names() == ["dark", "light"]
    assert load_theme("dark").dark
    assert not load_theme("light").dark


@pytest.mark.parametrize(
    ("letters", "ground"),
    [
        ("text", "base"),
        ("text", "window"),
        ("text", "alternate"),
        ("text", "button"),
        ("text", "hover"),
        ("muted", "base"),
        ("muted", "window"),
        ("margin_text", "base"),
        ("accent", "base"),
        ("accent_text", "accent"),
        ("selection_text", "selection"),
        ("tooltip_text", "tooltip"),
        ("danger", "base"),
        ("warning", "base"),
        ("success", "base"),
    ],
)
def test_words_can_be_read(theme: Theme, letters: str, ground: str) -> None:
    roles = theme.roles
    assert contrast(getattr(roles, letters), getattr(roles, ground)) >= READABLE


def test_lines_and_signs_can_be_seen(theme: Theme) -> None:
    for colour in (*theme.groups.values(), *theme.repeats, *theme.notes.values()):
        assert contrast(colour, theme.roles.base) >= VISIBLE
    for colour in (*theme.groups.values(), *theme.repeats):
        assert contrast(colour, theme.roles.window) >= VISIBLE


def test_annotated_text_can_be_read_and_the_sign_of_its_note_seen(theme: Theme) -> None:
    for colour, ground in theme.note_grounds.items():
        assert contrast(theme.roles.text, ground) >= READABLE
        assert contrast(theme.notes[colour], ground) >= VISIBLE


def test_notes_differ_in_colour_and_in_sign(qtbot: QtBot, theme: Theme) -> None:
    assert len({ground.name() for ground in theme.note_grounds.values()}) == len(NoteColour)
    one_colour = replace(
        theme,
        notes=dict.fromkeys(NoteColour, theme.roles.text),
        note_grounds=dict.fromkeys(NoteColour, theme.roles.base),
    )
    signs = [note_swatch(colour, one_colour, 24).toImage() for colour in NoteColour]
    assert all(first != second for first, second in combinations(signs, 2))


def test_letters_stay_legible_upon_every_mark_and_upon_a_mark_in_a_repeat(theme: Theme) -> None:
    for repeat in theme.repeats:
        ground = upon(theme.tint(repeat, 0.45), theme.roles.base)
        for group in Group:
            marked = upon(theme.tint(theme.groups[group]), ground)
            assert contrast(theme.roles.text, marked) >= READABLE


def test_groups_differ_in_colour_and_in_pattern(qtbot: QtBot, theme: Theme) -> None:
    assert set(GROUP_PATTERNS) == set(Group)
    assert len(set(GROUP_PATTERNS.values())) == len(Group)
    colours = [colour.name() for colour in (*theme.groups.values(), *theme.notes.values())]
    assert len(set(colours)) == len(colours)
    swatches = [group_swatch(group, theme, 24).toImage() for group in Group]
    assert all(first != second for first, second in combinations(swatches, 2))


def test_families_beyond_the_last_colour_begin_again(theme: Theme) -> None:
    assert theme.repeat(len(theme.repeats) + 1) == theme.repeats[1]


def test_applying_a_theme_recolours_the_program(qtbot: QtBot, theme: Theme) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before, sheet = app.palette(), app.styleSheet()
    try:
        apply_theme(app, theme)
        assert app.palette().color(QPalette.ColorRole.Window) == theme.roles.window
        assert app.palette().color(QPalette.ColorRole.Text) == theme.roles.text
        assert theme.roles.accent.name() in app.styleSheet()
        assert "$" not in app.styleSheet().split("*/", 1)[1]
    finally:
        app.setPalette(before)
        app.setStyleSheet(sheet)


@pytest.fixture
def theme_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts a theme called "own" in the place where themes are looked for."""

    def write(content: str) -> None:
        path = tmp_path / "own.toml"
        path.write_text(content, encoding="utf-8")
        monkeypatch.setattr(themes, "resource", lambda *_: path)

    return write


LIGHT = resource("themes", "light.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "role"),
    [
        (LIGHT.replace('accent = "', 'acent = "'), "roles.ac"),
        (LIGHT.replace('masks = "#a86f00"', ""), "groups.masks"),
        (LIGHT.replace('"#fdfdfc"', '"papier"'), "roles.base"),
        (LIGHT.replace("[repeats]", "[recurring]"), "repeats.colours"),
        (LIGHT + '\n[groups.more]\nx = "#000000"\n', "groups.more"),
    ],
    ids=["misspelt role", "missing group", "no colour", "no repeats", "unknown group"],
)
def test_a_damaged_theme_names_what_is_wrong(
    theme_file: Callable[[str], None], content: str, role: str
) -> None:
    theme_file(content)
    with pytest.raises(ThemeDamaged) as caught:
        load_theme("own")
    assert caught.value.role.startswith(role)


def test_an_unknown_theme_is_missing() -> None:
    with pytest.raises(ResourceMissing):
        load_theme("sepia")


def test_every_icon_has_its_file_and_every_file_its_icon() -> None:
    files = {path.stem for path in resource("icons").glob("*.svg")}
    assert files == {name.value for name in IconName}


def inked(image: QImage, colour: QColor) -> int:
    """How many pixels of `image` are fully drawn, all of them in `colour`."""
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    drawn = [pixel for pixel in pixels if pixel.alpha() == 255]
    assert {pixel.name() for pixel in drawn} <= {colour.name()}
    return len(drawn)


@pytest.mark.parametrize("name", IconName, ids=lambda name: name.value)
def test_an_icon_is_drawn_in_the_colour_of_the_text(
    qtbot: QtBot, theme: Theme, name: IconName
) -> None:
    drawn = icon(name, theme)
    assert {size.width() for size in drawn.availableSizes()} == set(SIZES)
    assert inked(drawn.pixmap(48, 48).toImage(), theme.roles.text) > 40
    pale = drawn.pixmap(48, 48, QIcon.Mode.Disabled).toImage()
    alphas = [pale.pixelColor(x, y).alpha() for x in range(48) for y in range(48)]
    assert 0 < max(alphas) < 255
