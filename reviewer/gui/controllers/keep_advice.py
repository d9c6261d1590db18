"""Which copy would be kept, asked of the documents that the window has open."""

from __future__ import annotations

from reviewer.gui.workspace import Workspace
from reviewer.review.role import Role
from reviewer.workflow.kept_members import KeepRule


def keep_rule(workspace: Workspace) -> KeepRule:
    """The rule as the findings and decisions are now; to be made anew after a step."""
    own = {row.id for row in workspace.documents if row.role is Role.OWN}
    desk = workspace.desk
    return KeepRule(lambda document: desk.reviewed(document).marks, own)
