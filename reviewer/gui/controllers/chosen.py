"""Which documents an action of the library is meant for."""

from __future__ import annotations

from reviewer.gui.panels.library_panel import LibraryPanel
from reviewer.gui.workspace import Workspace


def chosen_documents(workspace: Workspace, panel: LibraryPanel) -> list[int]:
    """The documents selected in the list; where none is in sight, the current one."""
    selected = panel.selected
    if not selected and workspace.document is not None:
        return [workspace.document]
    return selected
