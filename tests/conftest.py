"""What every test shares: the seed speeches beside the project, and how chance is used."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# On a developer's machine examples are new each time; where a run decides, it can be repeated.
settings.register_profile("repeatable", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("repeatable")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def seed_files() -> list[Path]:
    """The shared seed speeches, or a skip where they are absent."""
    files = sorted((SHARED / "seeds").glob("*.txt"))
    if not files:
        pytest.skip("the shared seed speeches are not beside the project")
    return files
