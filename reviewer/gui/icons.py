"""The program's own line icons, drawn in the colours of a theme."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reviewer.gui.theme import Theme
from reviewer.text.resources import resource

SIZES = (16, 24, 32, 48)
"""The sizes in pixels that an icon is drawn in; Qt takes the nearest larger one."""

PALE = 0.38
"""The opacity of a disabled icon."""


class IconName(Enum):
    """The icons that there are; the values are the names of their files."""

    OPEN_FILE = "open-file"
    OPEN_FOLDER = "open-folder"
    SAVE = "save"
    PREVIOUS = "previous"
    NEXT = "next"
    ACCEPT = "accept"
    REJECT = "reject"
    LATER = "later"
    EDIT = "edit"
    NOTE = "note"
    ACCEPT_ALL = "accept-all"
    UNDO = "undo"
    REDO = "redo"
    COMPARE = "compare"
    SEARCH = "search"
    ANALYSE = "analyse"
    CANCEL = "cancel"
    SETTINGS = "settings"
    THEME = "theme"
    SAMPLE = "sample"
    FILTER = "filter"
    TAG = "tag"


_NOTHING = QColor(0, 0, 0, 0)


def icon(name: IconName, theme: Theme, sizes: Sequence[int] = SIZES) -> QIcon:
    """The icon in the theme's text colour, pale where it is disabled, drawn in `sizes`.

    Raises:
        ResourceMissing: its file is not there.
    """
    renderer = _renderer(name, theme.roles.text)
    made = QIcon()
    for size in sizes:
        drawn = _drawn(renderer, size)
        made.addPixmap(drawn, QIcon.Mode.Normal)
        made.addPixmap(_pale(drawn), QIcon.Mode.Disabled)
    return made


def sign(name: IconName, colour: QColor, size: int) -> QPixmap:
    """The icon as a small sign of `size` pixels in a colour of its own.

    Raises:
        ResourceMissing: its file is not there.
    """
    return _drawn(_renderer(name, colour), size)


def _renderer(name: IconName, colour: QColor) -> QSvgRenderer:
    drawing = resource("icons", f"{name.value}.svg").read_bytes()
    return QSvgRenderer(QByteArray(drawing.replace(b"currentColor", colour.name().encode())))


def _drawn(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(_NOTHING)
    painter = QPainter(pixmap)
    try:
        renderer.render(painter, QRectF(0, 0, size, size))
    finally:
        painter.end()
    return pixmap


def _pale(drawn: QPixmap) -> QPixmap:
    pixmap = QPixmap(drawn.size())
    pixmap.fill(_NOTHING)
    painter = QPainter(pixmap)
    painter.setOpacity(PALE)
    try:
        painter.drawPixmap(0, 0, drawn)
    finally:
        painter.end()
    return pixmap
