"""What the window does: one controller an area, between the workspace and its widgets."""
