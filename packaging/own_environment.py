"""The virtual environment `.venv` of the project: made once, renewed when its recipe changes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from enum import Enum
from pathlib import Path

from plain_words import NotPossible, say

PROJECT = Path(__file__).resolve().parents[1]
ENVIRONMENT = PROJECT / ".venv"


class Extra(Enum):
    """Which packages are installed; the values are the words that pip is given."""

    RUN = "."
    DEVELOPMENT = ".[dev]"


def ready_python(extra: Extra) -> Path:
    """The interpreter of the environment, with the project and `extra` installed.

    Raises:
        NotPossible: the environment cannot be made, or pip failed.
    """
    python = interpreter(ENVIRONMENT)
    recipe = (PROJECT / "pyproject.toml").read_bytes()
    # Who has the tools of development has all that the program needs.
    if any(is_installed(ENVIRONMENT, wider, recipe) for wider in {extra, Extra.DEVELOPMENT}):
        return python
    make_environment(ENVIRONMENT)
    say("正在安装 Python 包，需要一两分钟……", "Installing Python packages; a minute or two ...")
    install = ["install", "-qq", "--disable-pip-version-check", "--no-input"]
    if run_module(python, "pip", *install, "--editable", extra.value) != 0:
        raise NotPossible(
            "pip 未能安装所需的包，原因见上。", "pip could not install the packages; see above."
        )
    stamp_file(ENVIRONMENT, extra).write_text(stamp(extra, recipe), encoding="utf-8")
    return python


def run_module(python: Path, *words: str) -> int:
    """Run a module of Python in the project's folder, in the activated environment.

    Returns:
        Its exit status, as a shell gives it: 128 and more where a signal ended it.
    """
    path = os.pathsep.join([str(python.parent), os.environ.get("PATH", os.defpath)])
    active = {**os.environ, "PATH": path, "VIRTUAL_ENV": str(python.parents[1])}
    status = subprocess.call([str(python), "-m", *words], cwd=PROJECT, env=active)
    return status if status >= 0 else 128 - status


def interpreter(environment: Path) -> Path:
    """Where the interpreter of an environment stands on this system."""
    parts = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return environment.joinpath(*parts)


def stamp(extra: Extra, recipe: bytes) -> str:
    """What must be equal for an installation to be current: packages, Python, place."""
    facts = (extra.value, sys.version, str(PROJECT))
    return hashlib.sha256("\n".join(facts).encode() + recipe).hexdigest()


def stamp_file(environment: Path, extra: Extra) -> Path:
    """Where the stamp of a finished installation is kept."""
    return environment / f"reviewer-{extra.name.lower()}.stamp"


def is_installed(environment: Path, extra: Extra, recipe: bytes) -> bool:
    """Whether `extra` was installed to the end, from this recipe, for this Python."""
    written = stamp_file(environment, extra)
    if not written.is_file() or not interpreter(environment).exists():
        return False
    return written.read_text(encoding="utf-8") == stamp(extra, recipe)


def make_environment(environment: Path) -> None:
    """Make the virtual environment; one of another Python is made anew if it is ours.

    Raises:
        NotPossible: it is somebody else's, or Python cannot make one.
    """
    version = made_by(environment)
    other = version is not None and version != "{}.{}".format(*sys.version_info)
    ours = any(stamp_file(environment, extra).exists() for extra in Extra)
    if other and not ours:
        raise NotPossible(
            f"{environment} 属于 Python {version}。请删除它，再运行一次。",
            f"{environment} belongs to Python {version}. Delete it and start again.",
        )
    broken = ours and not interpreter(environment).exists()
    renewal = ["--clear"] if other or broken else []
    command = [sys.executable, "-m", "venv", *renewal, str(environment)]
    if version is None:
        say(f"正在建立 {environment.name}", f"Making {environment.name}")
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    if made.returncode != 0:
        reason = (made.stderr.strip() or made.stdout.strip() or "?").splitlines()[-1]
        raise NotPossible(
            f"无法建立 {environment}：{reason}", f"{environment} could not be made: {reason}"
        )


def made_by(environment: Path) -> str | None:
    """The Python of an environment, such as `3.11`, or None where there is none."""
    settings = environment / "pyvenv.cfg"
    if not settings.is_file():
        return None
    for line in settings.read_text(encoding="utf-8", errors="replace").splitlines():
        name, _, value = line.partition("=")
        if name.strip() in ("version", "version_info"):
            return ".".join(value.strip().split(".")[:2])
    return None
