"""Settings that belong to the library, such as thresholds; each is a JSON value."""

from __future__ import annotations

import json
from typing import TypeAlias

from reviewer.store.connection import StoreConnection
from reviewer.store.texts import storable_json

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
"""What a setting may be."""


def setting(connection: StoreConnection, key: str, default: Json) -> Json:
    """The setting with this name, or `default` where it was never set."""
    row = connection.row("SELECT value FROM setting WHERE key = ?", (key,))
    with connection.decoding(f"setting {key}"):
        return default if row is None else json.loads(row[0])


def set_setting(connection: StoreConnection, key: str, value: Json) -> None:
    """Keep a setting.

    Raises:
        ValueError: the value holds a float that is not a number.
    """
    text = storable_json(value)
    with connection.writing():
        connection.execute(
            "INSERT INTO setting (key, value) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, text),
        )
