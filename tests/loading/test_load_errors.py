"""Errors survive the way from a worker process, and names are shown without surprises."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from reviewer.loading import errors
from reviewer.loading.names import shown_name
from reviewer.loading.signatures import FileKind

PATH = Path("讲话 一.txt")
EXAMPLES: tuple[errors.LoadError, ...] = (
    errors.FileMissing(PATH),
    errors.IsFolder(PATH),
    errors.NotAFile(PATH),
    errors.Unreadable(PATH, 13),
    errors.TooLarge(PATH, 70_000_000, 67_108_864),
    errors.ChangedWhileReading(PATH),
    errors.FileEmpty(PATH),
    errors.FileBlank(PATH),
    errors.OtherFormat(PATH, FileKind.WORD),
    errors.BinaryFile(PATH, FileKind.IMAGE),
    errors.UnknownCharset(PATH),
    errors.EncodingNotOffered(PATH, "rot13"),
    errors.TooManyFiles(PATH, 20_000),
)


def test_every_reason_has_an_error() -> None:
    assert {error.reason for error in EXAMPLES} == set(errors.LoadReason)


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_an_error_names_the_file_and_survives_a_process_border(error: errors.LoadError) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert vars(copy) == vars(error)
    assert str(copy) == str(error)
    assert str(error).startswith("讲话 一.txt: ")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("讲话（定稿）.txt", "讲话（定稿）.txt"),
        ("全角\u3000空格.txt", "全角\u3000空格.txt"),
        ("two\nlines", "two\\nlines"),
        ("left\u202etxt.exe", "left\\u202etxt.exe"),
        ("\u200b.txt", "\\u200b.txt"),
        (os.fsdecode(b"\xbd\xb2.txt"), "\\xbd\\xb2.txt"),
    ],
)
def test_a_name_is_shown_in_one_line_with_nothing_hidden(name: str, shown: str) -> None:
    assert shown_name(Path(name)) == shown
