"""The root of every error that a person can be told about, apart from programming mistakes."""

from __future__ import annotations


class ReviewerError(Exception):
    """Something went wrong outside the program's own logic: a file, a store, a disk.

    Subclasses live in the room that raises them and carry typed facts; the front ends word them.
    """
