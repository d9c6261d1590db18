"""Starting on a machine that lacks things: what is installed, what is said, what is left alone."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import pytest

WINDOW_ON_X11 = {"DISPLAY": ":0"}
RECIPE = b"[project]"


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {}, False),
        ("linux", {"DISPLAY": "", "WAYLAND_DISPLAY": ""}, False),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, False),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_a_window_is_opened_only_where_it_can_be_seen(
    system_packages: ModuleType, platform: str, environment: Mapping[str, str], expected: bool
) -> None:
    assert system_packages.has_display(platform, environment) is expected


def test_the_terminal_needs_no_library_the_tests_need_few_the_window_more(
    system_packages: ModuleType,
) -> None:
    job = system_packages.Job
    terminal, tests, window = (
        set(system_packages.libraries_for(what, WINDOW_ON_X11))
        for what in (job.TERMINAL, job.TESTS, job.WINDOW)
    )
    assert not terminal
    assert "libEGL.so.1" in tests
    assert "libxcb-cursor.so.0" not in tests
    assert tests < window
    assert "libxcb-cursor.so.0" in window


def test_libraries_of_wayland_are_asked_for_in_a_wayland_session_alone(
    system_packages: ModuleType,
) -> None:
    window = system_packages.Job.WINDOW
    both = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}
    name = "libwayland-client.so.0"
    assert name in system_packages.libraries_for(window, both)
    assert name not in system_packages.libraries_for(window, WINDOW_ON_X11)


def test_only_packages_of_libraries_that_do_not_load_are_missing(
    system_packages: ModuleType,
) -> None:
    wanted = {"libGL.so.1": "libgl1", "libEGL.so.1": "libegl1"}
    assert system_packages.missing_libraries(wanted, lambda name: name == "libGL.so.1") == {
        "libEGL.so.1": "libegl1"
    }
    assert system_packages.missing_libraries(wanted, lambda name: True) == {}


def test_a_library_that_is_nowhere_does_not_load(system_packages: ModuleType) -> None:
    assert not system_packages.is_loadable("libno-such-thing.so.99")


@pytest.mark.parametrize(
    ("fonts", "expected"),
    [
        ("/usr/share/fonts/a.ttc: Some Font\n", []),
        ("\n", ["fonts-wqy-microhei"]),
        (None, ["fontconfig", "fonts-wqy-microhei"]),
    ],
)
def test_a_chinese_font_is_installed_where_none_is_known(
    system_packages: ModuleType, fonts: str | None, expected: list[str]
) -> None:
    assert system_packages.missing_font_packages(fonts) == expected


def test_the_line_to_run_fits_what_the_user_has(system_packages: ModuleType) -> None:
    with_sudo = system_packages.install_line(["libgl1", "libegl1"], with_sudo=True)
    assert with_sudo.startswith("sudo apt-get update && sudo apt-get install")
    assert with_sudo.endswith(" libgl1 libegl1")
    without = system_packages.install_line(["libgl1"], with_sudo=False)
    assert "sudo" not in without
    assert without.count("'") == 2


@pytest.fixture
def bare_linux(system_packages: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """A Debian that has nothing; the list gets what would be installed."""
    installed: list[list[str]] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(system_packages, "missing_libraries", lambda wanted: dict(wanted.items()))
    monkeypatch.setattr(system_packages, "chinese_fonts", lambda: None)
    monkeypatch.setattr(system_packages, "can_make_environments", lambda: False)
    monkeypatch.setattr(system_packages, "_install", installed.append)
    monkeypatch.setattr(system_packages.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(system_packages.os, "geteuid", lambda: 0, raising=False)
    return installed


def test_root_gets_everything_at_once_and_each_package_once(
    system_packages: ModuleType, bare_linux: list[list[str]]
) -> None:
    system_packages.install_missing(system_packages.Job.WINDOW, WINDOW_ON_X11)
    (packages,) = bare_linux
    assert len(packages) == len(set(packages))
    assert {"libegl1", "libxcb-cursor0", "fonts-wqy-microhei"} <= set(packages)
    assert packages[-1].endswith("-venv")


def test_other_users_get_the_line_to_run(
    system_packages: ModuleType, bare_linux: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_packages.os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(system_packages.NotPossible, match=r"sudo apt-get install .*libegl1"):
        system_packages.install_missing(system_packages.Job.TESTS, {})
    assert bare_linux == []


def test_where_packages_have_other_names_the_libraries_are_named(
    system_packages: ModuleType, bare_linux: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_packages.shutil, "which", lambda name: None)
    with pytest.raises(system_packages.NotPossible, match=r"libEGL\.so\.1"):
        system_packages.install_missing(system_packages.Job.TESTS, {})
    assert bare_linux == []


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_bring_their_own_libraries(
    system_packages: ModuleType,
    bare_linux: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    system_packages.install_missing(system_packages.Job.WINDOW, {})
    assert bare_linux == []


@pytest.fixture
def finished(own_environment: ModuleType, tmp_path: Path) -> Path:
    """An environment in which the program was installed to the end."""
    python = own_environment.interpreter(tmp_path)
    python.parent.mkdir(parents=True)
    python.write_bytes(b"")
    extra = own_environment.Extra.RUN
    own_environment.stamp_file(tmp_path, extra).write_text(own_environment.stamp(extra, RECIPE))
    return tmp_path


def test_a_second_start_installs_nothing(own_environment: ModuleType, finished: Path) -> None:
    assert own_environment.is_installed(finished, own_environment.Extra.RUN, RECIPE)


def test_a_changed_recipe_or_python_or_place_installs_again(
    own_environment: ModuleType, finished: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = own_environment.Extra.RUN
    assert not own_environment.is_installed(finished, run, RECIPE + b"changed")
    with monkeypatch.context() as other:
        other.setattr(sys, "version", "3.99.0")
        assert not own_environment.is_installed(finished, run, RECIPE)
    monkeypatch.setattr(own_environment, "PROJECT", Path("elsewhere"))
    assert not own_environment.is_installed(finished, run, RECIPE)


def test_the_tests_need_more_than_the_program(own_environment: ModuleType, finished: Path) -> None:
    development = own_environment.Extra.DEVELOPMENT
    assert not own_environment.is_installed(finished, development, RECIPE)


def test_an_interpreter_that_is_gone_installs_again(
    own_environment: ModuleType, finished: Path
) -> None:
    own_environment.interpreter(finished).unlink()
    assert not own_environment.is_installed(finished, own_environment.Extra.RUN, RECIPE)


def test_an_environment_of_another_python_that_is_not_ours_is_left_alone(
    own_environment: ModuleType, tmp_path: Path
) -> None:
    settings = tmp_path / "pyvenv.cfg"
    settings.write_text("home = /usr/bin\nversion = 3.8.10\n", encoding="utf-8")
    with pytest.raises(own_environment.NotPossible, match=r"Python 3\.8"):
        own_environment.make_environment(tmp_path)
    assert list(tmp_path.iterdir()) == [settings]


def test_an_old_python_is_turned_away_in_one_line(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    assert start.main() == 1
    assert capsys.readouterr().out == "Reviewer needs Python 3.11 or newer; this is 3.9.\n"


def test_unknown_words_show_how_the_script_is_used() -> None:
    script = Path(__file__).resolve().parents[2] / "packaging" / "start.py"
    answer = subprocess.run(
        [sys.executable, str(script), "help"], capture_output=True, text=True, check=False
    )
    assert answer.returncode == 2
    assert "packaging/start.py test" in answer.stdout


def test_every_check_is_run_and_a_failure_is_passed_on(
    start: ModuleType,
    own_environment: ModuleType,
    system_packages: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[str, ...]] = []

    def run_module(python: Path, *words: str) -> int:
        asked.append(words)
        return 3 if words[0] == "pyright" else 0

    monkeypatch.setattr(own_environment, "run_module", run_module)
    monkeypatch.setattr(own_environment, "ready_python", lambda extra: Path("python"))
    monkeypatch.setattr(system_packages, "install_missing", lambda job, environment: None)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert start.run_tests(["--all", "tests/text"]) == 3
    assert [words[0] for words in asked] == ["ruff", "ruff", "pyright", "pytest"]
    assert asked[-1] == ("pytest", "tests/text")
    asked.clear()
    assert start.run_tests([]) == 0
    assert asked == [("pytest",)]


@pytest.mark.parametrize(
    ("display", "status", "expected"),
    [
        ("", 0, 0),
        ("", 1, 0),
        ("", 2, 2),
        (":0", 0, 0),
        (":0", 1, 1),
        (":0", 134, 134),
    ],
)
def test_that_samples_have_findings_is_no_failure_in_the_terminal(
    start: ModuleType,
    own_environment: ModuleType,
    system_packages: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    display: str,
    status: int,
    expected: int,
) -> None:
    asked: list[tuple[str, ...]] = []

    def run_module(python: Path, *words: str) -> int:
        asked.append(words)
        return status

    monkeypatch.setattr(own_environment, "run_module", run_module)
    monkeypatch.setattr(own_environment, "ready_python", lambda extra: Path("python"))
    monkeypatch.setattr(system_packages, "install_missing", lambda job, environment: None)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", display)
    assert start.run([]) == expected
    ((_, *words, samples),) = asked
    assert words == ([] if display else ["check"])
    assert Path(samples).name == "samples"
