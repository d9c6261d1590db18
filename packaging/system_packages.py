"""What Qt and Python need of the system: found by trying, installed where the user may."""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from enum import Enum

from plain_words import NotPossible, say

DRAWING = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
}
"""What Qt loads to draw at all, without a screen too, with Debian's packages."""

X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
CHINESE_FONT = "fonts-wqy-microhei"


class Job(Enum):
    """What is to be run; each needs something else of the system."""

    TERMINAL = "terminal"
    TESTS = "tests"
    WINDOW = "window"


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can be shown: always on Windows and macOS, else where a server is named."""
    if platform in ("win32", "darwin"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def libraries_for(job: Job, environment: Mapping[str, str]) -> dict[str, str]:
    """The shared libraries that Qt loads for a job, with their Debian packages."""
    if job is Job.TERMINAL:
        return {}
    if job is Job.TESTS:
        return DRAWING
    return {**DRAWING, **X11, **(WAYLAND if environment.get("WAYLAND_DISPLAY") else {})}


def is_loadable(library: str) -> bool:
    """Whether the system finds a shared library, and all that it needs in turn."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_libraries(
    libraries: Mapping[str, str], loads: Callable[[str], bool] = is_loadable
) -> dict[str, str]:
    """Those of `libraries` that cannot be loaded."""
    return {name: package for name, package in libraries.items() if not loads(name)}


def missing_font_packages(fonts: str | None) -> list[str]:
    """The packages that Chinese characters need to be more than boxes.

    Args:
        fonts: what `fc-list :lang=zh` printed, or None where there is no such command. It is
            installed too then, or every start would find no font again.
    """
    if fonts is None:
        return ["fontconfig", CHINESE_FONT]
    return [] if fonts.strip() else [CHINESE_FONT]


def chinese_fonts() -> str | None:
    """The fonts of the system that have Chinese characters, or None where nobody can tell."""
    command = shutil.which("fc-list")
    if command is None:
        return None
    listed = subprocess.run([command, ":lang=zh"], capture_output=True, check=False)
    return listed.stdout.decode("utf-8", "replace")


def can_make_environments() -> bool:
    """Whether this Python has all that `python -m venv` needs; Debian ships it apart."""
    importlib.invalidate_caches()
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def install_line(packages: Iterable[str], with_sudo: bool) -> str:
    """The line that installs `packages` on Debian, for a user to run."""
    install = "apt-get install -y --no-install-recommends " + " ".join(packages)
    if with_sudo:
        return f"sudo apt-get update && sudo {install}"
    return f"su -c 'apt-get update && {install}'"


def install_missing(job: Job, environment: Mapping[str, str]) -> None:
    """Install what the system lacks for `job`. Does nothing on Windows and macOS.

    Raises:
        NotPossible: something is missing that this user cannot install; says what to run.
    """
    if not sys.platform.startswith("linux"):
        return
    libraries = missing_libraries(libraries_for(job, environment))
    packages = list(dict.fromkeys(libraries.values()))
    if job is not Job.TERMINAL:
        packages += missing_font_packages(chinese_fonts())
    if not can_make_environments():
        packages.append("python{}.{}-venv".format(*sys.version_info))
    if not packages:
        return
    if shutil.which("apt-get") is None:
        _tell_names(packages, libraries)
    elif os.geteuid() != 0:
        line = install_line(packages, with_sudo=shutil.which("sudo") is not None)
        raise NotPossible(f"请先运行：\n{line}", f"Please run this first:\n{line}")
    else:
        _install(packages)


def _tell_names(packages: list[str], libraries: Mapping[str, str]) -> None:
    """Say what is missing where packages have other names; a font alone stops nobody."""
    names = ", ".join([*libraries, *(name for name in packages if name not in libraries.values())])
    if set(packages) <= set(missing_font_packages(None)):
        say(
            "没有中文字体，汉字会显示为方框。",
            "There is no Chinese font: characters show as boxes.",
        )
        return
    raise NotPossible(
        f"请用系统的软件包管理器安装：{names}",
        f"Please install with your system's package manager: {names}",
    )


def _install(packages: list[str]) -> None:
    say(f"正在安装系统包：{' '.join(packages)}", f"Installing: {' '.join(packages)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ("install", "-y", "--no-install-recommends", *packages)
    for words in (("update",), install):
        done = subprocess.run(
            ["apt-get", "-q", *words], env=quiet, capture_output=True, text=True, check=False
        )
        # A failed update may still leave lists that are good enough.
        if done.returncode != 0 and words is install:
            reason = (done.stderr.strip() or done.stdout.strip())[-400:]
            raise NotPossible(
                f"apt-get 未能安装：\n{reason}", f"apt-get could not install:\n{reason}"
            )
