"""The terminal: check, clean, split, export and list without a window. Loads no Qt."""

from __future__ import annotations

import argparse
import os
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer import __version__
from reviewer.export.check_json import check_json
from reviewer.export.check_text import check_text
from reviewer.garble.finding import SUGGESTION_BELOW, Kind
from reviewer.review.cleaning import AcceptLevel
from reviewer.review.status import Status
from reviewer.text.errors import ReviewerError
from reviewer.text.progress import Progress, no_progress
from reviewer.text.wording import Language, Wording
from reviewer.workflow.stages import stage_name

if TYPE_CHECKING:
    # Loaded only by the commands that open a library.
    from reviewer.store.documents import StoredDocument
    from reviewer.workflow.desk import ReviewDesk

NOTHING_FOUND, FOUND, NOT_READ = 0, 1, 2
"""The exit statuses of `check`; the others exit with 0 or `NOT_READ`."""

INTERRUPTED = 130
FAULT = 70
"""The exit statuses of a command that was interrupted and of one that went wrong by itself."""

_SHOWN_EVERY = 0.1
"""Seconds between two updates of the progress line."""

_WRITTEN = Wording("{source} → {target}（{edits} 处改动）", "{source} → {target} ({edits} changes)")

_NOTES_WRITTEN = Wording("批注 {count} 条 → {target}", "Notes: {count} → {target}")

_PART = Wording("{source} → {target}（{title}）", "{source} → {target} ({title})")
_ONE_SPEECH = Wording("{source}：是一篇讲话，未拆分", "{source}: one speech, left as it is")


def run(arguments: Sequence[str]) -> int:
    """Run one command.

    Args:
        arguments: the words after the program's name.

    Returns:
        The exit status.
    """
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except ReviewerError as error:
        print(f"reviewer: {error}", file=sys.stderr)
        return NOT_READ
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of a pipe has seen enough; nothing may be flushed into it any more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    except Exception:
        # A fault of the program must not look like an answer of it.
        traceback.print_exc()
        return FAULT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="reviewer",
        description="Reviews Chinese speech manuscripts. Without a command it opens the window"
        " on the files and folders that are given.",
    )
    parser.add_argument("--version", action="version", version=f"reviewer {__version__}")
    commands = parser.add_subparsers(
        required=True, metavar="check | clean | split | export | library"
    )
    for name, summary, fill, command in (
        ("check", "report damage and repeats", _fill_check, _check),
        ("clean", "write cleaned copies of files", _fill_clean, _clean),
        ("split", "write each speech of a collection into a file of its own", _fill_split, _split),
        ("export", "write cleaned documents or notes of the library", _fill_export, _export),
        ("library", "list the documents of the library", _fill_library, _list_library),
    ):
        sub = commands.add_parser(name, help=summary, description=summary)
        sub.add_argument(
            "--language",
            type=Language.of_code,
            default=Language.of_locale(os.environ.get("LC_ALL") or os.environ.get("LANG")),
            metavar="zh|zh-Hant|en",
            help="the language of reasons and reports (default: the terminal's)",
        )
        fill(sub)
        sub.set_defaults(command=command)
    return parser


def _fill_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="file or folder")
    parser.add_argument("--json", action="store_true", help="one JSON object on standard output")
    parser.add_argument(
        "--only", type=_kinds, default=frozenset(), metavar="KIND,...", help="show these kinds only"
    )
    parser.add_argument(
        "--min-confidence",
        type=_share,
        default=SUGGESTION_BELOW,
        metavar="X",
        help=f"from 0 to 1 (default: {SUGGESTION_BELOW}; 0 shows suggestions too)",
    )
    parser.add_argument(
        "--formulas",
        action="store_true",
        help="list stock phrases, headings and parallels too, which are no copies",
    )


def _fill_clean(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="file or folder")
    parser.add_argument("--output", type=Path, required=True, metavar="DIR", help="for the results")
    parser.add_argument(
        "--accept",
        type=AcceptLevel,
        default=AcceptLevel.SAFE,
        metavar="safe|confident|all",
        help="which repairs are made (default: safe)",
    )
    parser.add_argument(
        "--drop-repeats",
        action="store_true",
        help="keep one copy of what repeats, the least damaged one",
    )


def _fill_split(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="file or folder")
    parser.add_argument("--output", type=Path, required=True, metavar="DIR", help="for the results")


def _fill_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "documents", nargs="*", metavar="DOCUMENT", help="titles or numbers (default: all)"
    )
    parser.add_argument("--output", type=Path, metavar="DIR", help="for the cleaned texts")
    parser.add_argument(
        "--notes", type=Path, metavar="FILE", help="for the notes: .csv, .md or .json"
    )
    parser.add_argument("--store", type=Path, metavar="FILE", help="the library (default: yours)")


def _fill_library(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["list"], help="one line for each document")
    parser.add_argument(
        "--status",
        type=Status,
        action="append",
        default=[],
        metavar="|".join(status.value for status in Status),
        help="only documents of this status; may be given several times",
    )
    parser.add_argument(
        "--tag",
        action="append",
        default=[],
        metavar="WORD",
        help="only documents with this tag; may be given several times",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object on standard output")
    parser.add_argument("--store", type=Path, metavar="FILE", help="the library (default: yours)")


def _kinds(value: str) -> frozenset[Kind]:
    try:
        return frozenset(Kind(name) for name in value.split(","))
    except ValueError as problem:
        known = ", ".join(kind.value for kind in Kind)
        raise argparse.ArgumentTypeError(f"{problem}; the kinds are {known}") from problem


def _share(value: str) -> float:
    share = float(value)
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{value} is not between 0 and 1")
    return share


def _progress(language: Language) -> Progress:
    """A progress line on standard error where that is a terminal; it wipes itself in the end."""
    if not sys.stderr.isatty():
        return no_progress
    shown_at = [0.0]

    def show(stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        if done < total and now - shown_at[0] < _SHOWN_EVERY:
            return
        shown_at[0] = now
        line = f"{stage_name(stage, language)} {done}/{total}" if done < total else ""
        print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)

    return show


def _check(options: argparse.Namespace) -> int:
    from reviewer.workflow.checking import Selection, check_files

    selection = Selection(options.only, options.min_confidence, options.formulas)
    report = check_files(options.paths, selection, _progress(options.language))
    write = check_json if options.json else check_text
    sys.stdout.reconfigure(encoding="utf-8", errors="surrogatepass")  # pyright: ignore
    sys.stdout.write(write(report, options.language))
    sys.stdout.flush()
    if report.failed:
        return NOT_READ
    return FOUND if report.found_anything else NOTHING_FOUND


def _clean(options: argparse.Namespace) -> int:
    from reviewer.workflow.cleaning import CleaningOrder, clean_files

    order = CleaningOrder(options.accept, options.drop_repeats, options.output, options.language)
    outcome = clean_files(options.paths, order, _progress(options.language))
    for written in outcome.written:
        facts = {"source": written.source, "target": written.target, "edits": written.edits}
        print(_WRITTEN.told(options.language, **facts))
    for error in outcome.errors:
        print(f"reviewer: {error}", file=sys.stderr)
    return NOT_READ if outcome.errors else 0


def _split(options: argparse.Namespace) -> int:
    from reviewer.workflow.splitting import split_files

    outcome = split_files(
        options.paths, options.output, options.language, _progress(options.language)
    )
    for file in outcome.files:
        if not file.parts:
            print(_ONE_SPEECH.told(options.language, source=file.source))
        for part, target in zip(file.parts, file.targets, strict=True):
            facts = {"source": file.source, "target": target, "title": part.title}
            print(_PART.told(options.language, **facts))
    for error in outcome.errors:
        print(f"reviewer: {error}", file=sys.stderr)
    return NOT_READ if outcome.errors else 0


def _export(options: argparse.Namespace) -> int:
    from reviewer.store.location import default_store_path
    from reviewer.store.store import Store
    from reviewer.workflow.desk import ReviewDesk
    from reviewer.workflow.exporting import export_documents, named

    if options.output is None and options.notes is None:
        print("reviewer: export needs --output DIR or --notes FILE", file=sys.stderr)
        return NOT_READ
    with Store.open(options.store or default_store_path()) as store:
        desk = ReviewDesk(store)
        documents = named(desk, options.documents)
        if options.notes is not None:
            _export_notes(desk, documents, options)
        if options.output is None:
            return 0
        for exported in export_documents(desk, documents, options.output, options.language):
            facts = {
                "source": exported.document,
                "target": exported.target,
                "edits": exported.edits,
            }
            print(_WRITTEN.told(options.language, **facts))
    return 0


def _list_library(options: argparse.Namespace) -> int:
    from reviewer.export.library_list import library_json, library_text
    from reviewer.store.location import default_store_path
    from reviewer.store.store import Store
    from reviewer.workflow.desk import ReviewDesk
    from reviewer.workflow.listing import listed_documents

    with Store.open(options.store or default_store_path()) as store:
        documents = listed_documents(ReviewDesk(store), options.status, options.tag)
    sys.stdout.reconfigure(encoding="utf-8", errors="surrogatepass")  # pyright: ignore
    sys.stdout.write(
        library_json(documents) if options.json else library_text(documents, options.language)
    )
    return 0


def _export_notes(
    desk: ReviewDesk, documents: Sequence[StoredDocument], options: argparse.Namespace
) -> None:
    from reviewer.workflow.exporting_notes import export_notes

    count = export_notes(desk, documents, options.notes, options.language)
    facts = {"count": count, "target": options.notes}
    print(_NOTES_WRITTEN.filled(**facts).text(options.language))
