"""Starts the program, or its tests, on a machine that has Python and nothing else.

    python3 packaging/start.py              the window with the sample speeches
    python3 packaging/start.py test         the tests; further words go to pytest
    python3 packaging/start.py test --all   style, format and types too

What is missing is installed first: Python packages into `.venv` in the project, libraries of the
system where this is Debian or a relative of it and the user is root. Everybody else is told the
line to run. This file alone is also read by an older Python, which it turns away in plain words.
"""

import os
import sys

NEEDED = (3, 11)

ABORTED = 134
"""How Qt ends a program whose window it cannot show."""

STYLE_CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("pyright",),
)
"""What `--all` runs before the tests, as modules of Python."""


def main() -> int:
    """Do what the command line asks for; the exit status."""
    if sys.version_info[:2] < NEEDED:
        # One line in ASCII: an old Python may know no other letters.
        wanted, found = "{}.{}".format(*NEEDED), "{}.{}".format(*sys.version_info)
        print("Reviewer needs Python " + wanted + " or newer; this is " + found + ".")
        return 1
    from plain_words import NotPossible

    try:
        return run(sys.argv[1:])
    except (NotPossible, OSError) as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def run(words: "list[str]") -> int:
    """Run the job that the words after the script's name ask for; the exit status."""
    if words[:1] == ["test"]:
        return run_tests(words[1:])
    if words:
        print(__doc__)
        return 2
    return open_samples()


def open_samples() -> int:
    """Show the sample speeches: in the window, or in the terminal where there is no display."""
    from own_environment import PROJECT, Extra, ready_python, run_module
    from plain_words import say
    from system_packages import Job, has_display, install_missing

    samples = str(PROJECT / "resources" / "samples")
    display = has_display(sys.platform, os.environ)
    install_missing(Job.WINDOW if display else Job.TERMINAL, os.environ)
    python = ready_python(Extra.RUN)
    if display:
        status = run_module(python, "reviewer", samples)
        if status == ABORTED:
            say("窗口未能打开，原因见上。", "The window could not be opened; the reason is above.")
        return status
    status = run_module(python, "reviewer", "check", samples)
    say(
        "这里没有显示器，所以在终端里检查了示例讲话稿。在图形桌面上（或用 ssh -X 登录）"
        "运行同一命令即可打开窗口。",
        "There is no display here, so the sample speeches were checked in the terminal. The same"
        " command opens the window on a graphical desktop, or through ssh -X.",
    )
    # Status 1 says that something was found, which is what samples are for.
    return 0 if status == 1 else status


def run_tests(words: "list[str]") -> int:
    """Run the tests, after the checks of style where `--all` is among `words`.

    Returns:
        The status of the first command that failed, or 0. All of them are run.
    """
    from own_environment import Extra, ready_python, run_module
    from system_packages import Job, install_missing

    install_missing(Job.TESTS, os.environ)
    python = ready_python(Extra.DEVELOPMENT)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    checks = STYLE_CHECKS if "--all" in words else ()
    tests = ("pytest", *[word for word in words if word != "--all"])
    statuses = [run_module(python, *command) for command in (*checks, tests)]
    return next((status for status in statuses if status), 0)


if __name__ == "__main__":
    sys.exit(main())
