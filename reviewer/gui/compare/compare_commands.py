"""The commands of the compare window: words, keys, and what they need."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from reviewer.gui.actions import ActionId
from reviewer.gui.key_names import alike
from reviewer.gui.languages import QT_TRANSLATE_NOOP

KeysOf = Callable[[ActionId], tuple[str, ...]]
"""The keys of an action as settings have them."""


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
        like: the action of the main window whose shortcuts it has instead.
        tip: what it does, in Chinese, where the button does not say it all.
    """

    text: str
    keys: tuple[str, ...] = ()
    tip: str = ""
    like: ActionId | None = None


_KEEP = QT_TRANSLATE_NOOP("Compare", "保留这份，删去其余")
_KEEP_TIP = QT_TRANSLATE_NOOP("Compare", "删去这一组里的其他各份（先告知份数，一步可撤销）")
_REMOVE = QT_TRANSLATE_NOOP("Compare", "删去这份")
_REMOVE_TIP = QT_TRANSLATE_NOOP("Compare", "只从它的文稿里删去这一份（可撤销）")
_NO_COPY = QT_TRANSLATE_NOOP("Compare", "不是重复")
_NO_COPY_TIP = QT_TRANSLATE_NOOP(
    "Compare", "今后不再把这一份与底本列为重复；对底本则是整组（可撤销）"
)

COMMANDS = {
    Command.PREVIOUS: CommandSpec(
        QT_TRANSLATE_NOOP("Compare", "上一处差异"), like=ActionId.PREVIOUS_FINDING
    ),
    Command.NEXT: CommandSpec(
        QT_TRANSLATE_NOOP("Compare", "下一处差异"), like=ActionId.NEXT_FINDING
    ),
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
        tip=QT_TRANSLATE_NOOP("Compare", "把选中的说法放进眼前的另一份（可撤销）"),
        like=ActionId.ACCEPT,
    ),
    Command.USE_EVERYWHERE: CommandSpec(
        QT_TRANSLATE_NOOP("Compare", "各份都采用"),
        tip=QT_TRANSLATE_NOOP("Compare", "把选中的说法放进这一组的每一份（一步可撤销）"),
        like=ActionId.ACCEPT_LIKE_THIS,
    ),
    Command.KEEP_LEFT: CommandSpec(_KEEP, ("Ctrl+1",), _KEEP_TIP),
    Command.KEEP_RIGHT: CommandSpec(_KEEP, ("Ctrl+2",), _KEEP_TIP),
    Command.REMOVE_LEFT: CommandSpec(_REMOVE, ("Ctrl+Shift+1",), _REMOVE_TIP),
    Command.REMOVE_RIGHT: CommandSpec(_REMOVE, ("Ctrl+Shift+2",), _REMOVE_TIP),
    Command.NO_COPY_LEFT: CommandSpec(_NO_COPY, (), _NO_COPY_TIP),
    Command.NO_COPY_RIGHT: CommandSpec(_NO_COPY, (), _NO_COPY_TIP),
    Command.UNDO: CommandSpec(QT_TRANSLATE_NOOP("Compare", "撤销"), like=ActionId.UNDO),
    Command.REDO: CommandSpec(QT_TRANSLATE_NOOP("Compare", "重做"), like=ActionId.REDO),
    Command.CLOSE: CommandSpec(QT_TRANSLATE_NOOP("Compare", "关闭"), ("Ctrl+W",)),
}


def compare_keys(keys_of: KeysOf) -> dict[Command, tuple[str, ...]]:
    """The keys of every command.

    Args:
        keys_of: gives the keys that an action of the main window has. What is done alike there
            and here has the same ones; a key that is taken by them is no other command's.
    """
    same = {
        command: keys_of(spec.like) for command, spec in COMMANDS.items() if spec.like is not None
    }
    taken = {alike(key) for keys in same.values() for key in keys}
    return {
        command: same[command]
        if command in same
        else tuple(key for key in spec.keys if alike(key) not in taken)
        for command, spec in COMMANDS.items()
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
