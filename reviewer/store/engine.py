"""Which SQLite the store runs on; nothing else in the program names one.

SQLite 3.7.0 to 3.51.2 can corrupt a WAL file that two connections write at once. Where a current
build is installed as pysqlite3 it is taken; with the standard library's the store is still safe,
for it is opened by one connection in exclusive mode.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3 as sqlite
else:
    try:
        from pysqlite3 import dbapi2 as sqlite
    except ImportError:
        import sqlite3 as sqlite

__all__ = ["SMALLEST_VERSION", "sqlite"]

SMALLEST_VERSION = (3, 37, 0)
"""The first SQLite with STRICT tables."""
