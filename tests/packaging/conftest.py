"""The modules of packaging/, which is a folder of scripts and not a package."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "packaging"


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The start script."""
    return scripted("start", monkeypatch)


@pytest.fixture
def system_packages(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """What the start script needs of the system."""
    return scripted("system_packages", monkeypatch)


@pytest.fixture
def own_environment(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The start script's virtual environment."""
    return scripted("own_environment", monkeypatch)


def scripted(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(SCRIPTS)
    return importlib.import_module(name)
