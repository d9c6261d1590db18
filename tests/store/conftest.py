"""What the tests of the store share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.store.store import Store


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    """Where a test's store stands; nothing is there yet."""
    return tmp_path / "library.reviewer"


@pytest.fixture
def store(store_path: Path) -> Iterator[Store]:
    """An open, empty store."""
    with Store.open(store_path) as opened:
        yield opened
