"""The table of scenes: every panel, window and dialog, and how each is brought about.

Pictures, the tests of what is cut off, and the tests of names and tab order all walk this table.
A new dialog or panel needs one more row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget
from stage import Stage, Take

from reviewer.gui.actions import ActionId
from reviewer.gui.models.findings_grouping import Grouping
from reviewer.gui.repeat_map.map_window import MapWindow
from reviewer.text.span import Span

Scene = Callable[[Stage, Take], None]

SPEECH = 2
COPIES = 0
"""Which of the samples is worked on, and which one has a copy; the library's numbers go by age."""

CURRENT = 4
"""The finding that is shown in detail."""

FINDINGS, REPEATS, NOTES, HISTORY = range(4)
"""The tabs on the right."""


def dress(stage: Stage) -> None:
    """Do some work in the library, so that every panel has something to show."""
    workspace = stage.window.workspace
    workspace.show_document(workspace.documents[SPEECH].id)
    stage.settle()
    stage.press(ActionId.NEXT_FINDING, ActionId.ACCEPT, ActionId.REJECT, ActionId.ACCEPT)
    stage.press(ActionId.POSTPONE)
    document, text = workspace.documents[SPEECH].id, stage.window.parts.text.view.record
    for words, note in (("水利", "请核对原件的日期"), ("。", "这一句与上文重复？")):
        place = text.index(words)
        workspace.desk.annotate(document, Span(place, place + len(words)), note)
        workspace.after_step(workspace.desk.next_undo)
    _choose_finding(stage)


def _choose_finding(stage: Stage) -> None:
    workspace = stage.window.workspace
    workspace.show_document(workspace.documents[SPEECH].id)
    workspace.show_finding(list(workspace.marks)[CURRENT].anchor)
    stage.settle()


def _window(stage: Stage, take: Take) -> None:
    take(stage.window)


def _library(stage: Stage, take: Take) -> None:
    take(stage.window.parts.library)


def _findings(stage: Stage, take: Take) -> None:
    take(stage.window.parts.findings)


def _nothing_found(stage: Stage, take: Take) -> None:
    words = stage.window.parts.findings.filter_bar.words
    words.setText("没有这样的文字")
    stage.settle()
    take(stage.window.parts.findings)
    words.clear()


def _groups(stage: Stage, take: Take) -> None:
    panel = stage.window.parts.findings
    panel.view_bar.set_grouping(Grouping.KIND)
    stage.settle()
    take(panel)
    panel.view_bar.set_grouping(Grouping.NONE)
    stage.settle()


def _side(place: int) -> Scene:
    def show(stage: Stage, take: Take) -> None:
        stage.window.parts.side.setCurrentIndex(place)
        stage.settle()
        take(stage.window.parts.side)

    return show


def _notes(stage: Stage, take: Take) -> None:
    side, notes = stage.window.parts.side, stage.window.parts.notes
    side.setCurrentIndex(NOTES)
    notes.list.setFocus()
    notes.list.enter()
    stage.settle()
    take(side)
    stage.activate()


def _repeats(stage: Stage, take: Take) -> None:
    parts, workspace = stage.window.parts, stage.window.workspace
    workspace.show_document(workspace.documents[COPIES].id)
    parts.side.setCurrentIndex(REPEATS)
    parts.repeats.tree.expandAll()
    stage.settle()
    take(parts.side)
    take(stage.window)
    _choose_finding(stage)


def _find(stage: Stage, take: Take) -> None:
    stage.press(ActionId.REPLACE)
    parts = stage.window.parts
    parts.find.words.setText("水")
    parts.find.replacement.setText("雨")
    stage.press(ActionId.FIND_NEXT)
    stage.settle()
    take(parts.find)
    stage.in_new_window(parts.find.library_asked.emit, take)


def _clean(stage: Stage, take: Take) -> None:
    stage.press(ActionId.SHOW_CLEAN)
    take(stage.window.parts.text)


def _three_views(stage: Stage, take: Take) -> None:
    stage.press(ActionId.THREE_VIEWS)
    stage.settle()
    take(stage.window)


def _compare(stage: Stage, take: Take) -> None:
    family = stage.window.workspace.repeats.families[0]
    stage.in_new_window(lambda: stage.session.compare.compare(family), take)


def _map(stage: Stage, take: Take) -> None:
    def both(window: QWidget) -> None:
        assert isinstance(window, MapWindow)
        for page in (window.library, window.document):
            window.pages.setCurrentWidget(page)
            stage.settle()
            take(window)

    stage.in_new_window(lambda: stage.press(ActionId.REPEAT_MAP), both)


def _notice(stage: Stage, take: Take) -> None:
    stage.window.parts.notice.say(
        "讲话.txt：这份文稿已在文稿库中，没有再次加入。 The file is in the library already."
    )
    stage.settle()
    take(stage.window.parts.notice)


def _dialog(action: ActionId) -> Scene:
    def show(stage: Stage, take: Take) -> None:
        stage.in_new_window(lambda: stage.press(action), take)

    return show


def _menu(place: int) -> Scene:
    def show(stage: Stage, take: Take) -> None:
        menu = stage.window.menuBar().actions()[place].menu()
        assert isinstance(menu, QMenu)
        menu.popup(stage.window.mapToGlobal(QPoint(40, 40)))
        stage.settle()
        take(menu)
        menu.hide()

    return show


SCENES: Mapping[str, Scene] = {
    "window": _window,
    "library": _library,
    "findings": _findings,
    "groups": _groups,
    "nothing-found": _nothing_found,
    "repeats": _repeats,
    "notes": _notes,
    "history": _side(HISTORY),
    "find": _find,
    "clean": _clean,
    "three-views": _three_views,
    "compare": _compare,
    "map": _map,
    "notice": _notice,
    "settings": _dialog(ActionId.SETTINGS),
    "rules": _dialog(ActionId.CHOOSE_RULES),
    "palette": _dialog(ActionId.COMMANDS),
    "help": _dialog(ActionId.HELP),
    "keys": _dialog(ActionId.SHOW_KEYS),
    "change-keys": _dialog(ActionId.CHANGE_KEYS),
    "tags": _dialog(ActionId.EDIT_TAGS),
    "new-note": _dialog(ActionId.ADD_NOTE),
    "many": _dialog(ActionId.ACCEPT_SHOWN),
    "about": _dialog(ActionId.ABOUT),
    "print-preview": _dialog(ActionId.PRINT_PREVIEW),
    "menu-file": _menu(0),
    "menu-edit": _menu(1),
    "menu-review": _menu(2),
    "menu-library": _menu(3),
    "menu-view": _menu(4),
    "menu-go": _menu(5),
    "menu-help": _menu(6),
}
"""By name; a scene that takes several pictures gives them numbers."""

FIRST_PAGE = "first-page"
"""The window on an empty library, which needs a stage of its own."""
