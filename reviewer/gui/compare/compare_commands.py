"""The commands of the compare window: words, keys, and what they need."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from reviewer.gui.languages import QT_TRANSLATE_NOOP


class Command(Enum):
    """What can be done in the compare window."""

    PREVIOUS = auto()
    NEXT = auto()
    TAKE_LEFT = auto()
    TAKE_RIGHT = auto()
    USE_READING = auto()
    USE_EVERYWHERE = auto()
    KEEP_LEFT = auto()
    KEEP_RIGHT = auto()
    REMOVE_LEFT = auto()
    REMOVE_RIGHT = auto()
    NO_COPY_LEFT = auto()
    NO_COPY_RIGHT = auto()
    UNDO = auto()
    REDO = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class CommandSpec:
    """One command.

    Attributes:
        text: its button, in Chinese.
        keys: its shortcuts, the first one shown.
        tip: what it does, in Chinese, where the button does not say it all.
    """

    text: str
    keys: tuple[str, ...] = ()
    tip: str = ""


_KEEP = QT_TRANSLATE_NOOP("Compare", "保留这份，删去其余")
_KEEP_TIP = QT_TRANSLATE_NOOP("Compare", "删去这一组里的其他各份（先告知份数，一步可撤销）")
_REMOVE = QT_TRANSLATE_NOOP("Compare", "删去这份")
_REMOVE_TIP = QT_TRANSLATE_NOOP("Compare", "只从它的文稿里删去这一份（可撤销）")
_NO_COPY = QT_TRANSLATE_NOOP("Compare", "不是重复")
_NO_COPY_TIP = QT_TRANSLATE_NOOP(
    "Compare", "今后不再把这一份与底本列为重复；对底本则是整组（可撤销）"
)

COMMANDS = {
    Command.PREVIOUS: CommandSpec(QT_TRANSLATE_NOOP("Compare", "上一处差异"), ("F7", "Alt+Up")),
    Command.NEXT: CommandSpec(QT_TRANSLATE_NOOP("Compare", "下一处差异"), ("F8", "Alt+Down")),
    Command.TAKE_LEFT: CommandSpec(
        QT_TRANSLATE_NOOP("Compare", "用左边的 →"),
        ("Alt+Right",),
        QT_TRANSLATE_NOOP("Compare", "把左边的说法放到右边这一处（可撤销）"),
    ),
    Command.TAKE_RIGHT: CommandSpec(
        QT_TRANSLATE_NOOP("Compare", "← 用右边的"),
        ("Alt+Left",),
        QT_TRANSLATE_NOOP("Compare", "把右边的说法放到左边这一处（可撤销）"),
    ),
    Command.USE_READING: CommandSpec(
        QT_TRANSLATE_NOOP("Compare", "采用这个说法"),
        ("F9", "Ctrl+Return"),
        QT_TRANSLATE_NOOP("Compare", "把选中的说法放进眼前的另一份（可撤销）"),
    ),
    Command.USE_EVERYWHERE: CommandSpec(
        QT_TRANSLATE_NOOP("Compare", "各份都采用"),
        ("Shift+F9",),
        QT_TRANSLATE_NOOP("Compare", "把选中的说法放进这一组的每一份（一步可撤销）"),
    ),
    Command.KEEP_LEFT: CommandSpec(_KEEP, ("Ctrl+1",), _KEEP_TIP),
    Command.KEEP_RIGHT: CommandSpec(_KEEP, ("Ctrl+2",), _KEEP_TIP),
    Command.REMOVE_LEFT: CommandSpec(_REMOVE, ("Ctrl+Shift+1",), _REMOVE_TIP),
    Command.REMOVE_RIGHT: CommandSpec(_REMOVE, ("Ctrl+Shift+2",), _REMOVE_TIP),
    Command.NO_COPY_LEFT: CommandSpec(_NO_COPY, (), _NO_COPY_TIP),
    Command.NO_COPY_RIGHT: CommandSpec(_NO_COPY, (), _NO_COPY_TIP),
    Command.UNDO: CommandSpec(QT_TRANSLATE_NOOP("Compare", "撤销"), ("Ctrl+Z",)),
    Command.REDO: CommandSpec(QT_TRANSLATE_NOOP("Compare", "重做"), ("Ctrl+Shift+Z", "Ctrl+Y")),
    Command.CLOSE: CommandSpec(QT_TRANSLATE_NOOP("Compare", "关闭"), ("Ctrl+W",)),
}

SIDE_COMMANDS = (
    (Command.KEEP_LEFT, Command.REMOVE_LEFT, Command.NO_COPY_LEFT),
    (Command.KEEP_RIGHT, Command.REMOVE_RIGHT, Command.NO_COPY_RIGHT),
)
"""What stands above the left copy and above the right one."""

READING_COMMANDS = (Command.USE_READING, Command.USE_EVERYWHERE)
"""What stands beside the list of disagreements."""

WALK_COMMANDS = (Command.PREVIOUS, Command.NEXT, Command.TAKE_LEFT, Command.TAKE_RIGHT)
"""What stands below the copies."""

END_COMMANDS = (Command.UNDO, Command.REDO, Command.CLOSE)
"""What stands at the end of the lower row."""
