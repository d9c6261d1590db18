"""Decisions, notes and edits: from findings to the cleaned text, with undo."""
