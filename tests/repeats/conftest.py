"""Three short speeches of our own, and the search in one call."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.repeats.family import Family
from reviewer.repeats.search import find_families
from reviewer.text.canonical import canonical_text

SPEECHES = Path(__file__).resolve().parents[1] / "data" / "repeats"

Search = Callable[..., tuple[Family, ...]]


def speech(name: str) -> str:
    return (SPEECHES / f"{name}.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def library() -> str:
    """A speech at the opening of a library."""
    return speech("library")


@pytest.fixture(scope="session")
def reservoir() -> str:
    """A speech on the repair of a reservoir."""
    return speech("reservoir")


@pytest.fixture(scope="session")
def school() -> str:
    """A speech for the hundredth birthday of a school."""
    return speech("school")


@pytest.fixture(scope="session")
def search() -> Search:
    """Finds the families in texts."""

    def find(*texts: str) -> tuple[Family, ...]:
        return find_families([canonical_text(text) for text in texts])

    return find
