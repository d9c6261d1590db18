"""What every test shares: the seed speeches, where they stand beside the project."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def seed_files() -> list[Path]:
    """The shared seed speeches, or a skip where they are absent."""
    files = sorted((SHARED / "seeds").glob("*.txt"))
    if not files:
        pytest.skip("the shared seed speeches are not beside the project")
    return files
