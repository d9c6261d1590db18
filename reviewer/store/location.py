"""Where the store stands when nobody says otherwise."""

from __future__ import annotations

import os
from pathlib import Path

STORE_VARIABLE = "REVIEWER_STORE"
"""The environment variable that names another store."""


def own_folder() -> Path:
    """The program's folder for what a user makes with it; the program may create it."""
    # Imported here because it takes 20 ms, which a caller that names a store need not spend.
    from platformdirs import user_data_path

    return user_data_path("Reviewer", appauthor=False)


def default_store_path() -> Path:
    """The store that is opened by default; the environment variable REVIEWER_STORE overrides."""
    named = os.environ.get(STORE_VARIABLE)
    return Path(named) if named else own_folder() / "library.reviewer"
