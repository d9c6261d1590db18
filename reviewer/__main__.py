"""The door: decides between the window and the terminal, and imports only the one asked for."""

from __future__ import annotations

import sys

COMMANDS = ("check", "clean", "split", "export", "library")


def main() -> int:
    """Run the program with the process's arguments; the exit status."""
    if getattr(sys, "frozen", False):
        # A process that a bundled program starts for its own work begins here too.
        from multiprocessing import freeze_support

        freeze_support()
    arguments = sys.argv[1:]
    asks_terminal = bool(arguments) and (
        arguments[0] in COMMANDS or arguments[0] in ("-h", "--help", "--version")
    )
    if asks_terminal:
        from reviewer.cli import run

        return run(arguments)
    from reviewer.gui.application import run as open_window

    return open_window(arguments)


if __name__ == "__main__":
    sys.exit(main())
