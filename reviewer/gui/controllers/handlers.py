"""What a controller gives the window: for each action of its area the function that does it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reviewer.gui.actions import ActionId

Handlers = Mapping[ActionId, Callable[[], object]]
"""Actions and what they do."""
