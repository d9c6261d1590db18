"""Whatever bytes a file has, loading ends with a Document or a typed error."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from loading_texts import SPEECH, SPEECH_TRADITIONAL

from reviewer.loading.errors import LoadError
from reviewer.loading.offered import OFFERED_ENCODINGS
from reviewer.loading.text_file import decode_document

PATH = Path("fuzz.txt")
BYTEWISE_FILES = tuple(
    [SPEECH.encode(codec) for codec in ("utf-8", "utf-8-sig", "gb18030")]
    + [SPEECH_TRADITIONAL.encode(codec) for codec in ("big5", "big5hkscs")]
)
# One byte lost in these leaves the rest out of step.
OTHER_FILES = tuple(SPEECH.encode(codec) for codec in ("utf-16", "utf-16-le", "utf-32", "hz"))
WHOLE_FILES = BYTEWISE_FILES + OTHER_FILES
FRAGMENTS = (
    b"\xff",
    b"\0",
    b"\x81",
    b"~{",
    b"~}",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"\n",
)


def outcome(data: bytes, encoding: str | None = None) -> str:
    """`document` or the reason of the error; checks what holds for every Document."""
    try:
        document = decode_document(data, PATH, encoding)
    except LoadError as error:
        return error.reason.value
    assert document.text
    assert "\r" not in document.text
    assert document.text.encode("utf-8")
    assert 0.0 <= document.origin.confidence <= 1.0
    assert document.origin.byte_count == len(data)
    return "document"


def mutated(data: bytes, chance: random.Random) -> bytes:
    """`data` with one to eight bytes or fragments changed, put in, cut out or doubled."""
    parts = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(parts) + 1)
        end = min(len(parts), place + chance.choice((1, 1, 2, 3, 40)))
        action = chance.randrange(4)
        if action == 0:
            parts[place:end] = chance.randbytes(end - place)
        elif action == 1:
            parts[place:place] = chance.choice(FRAGMENTS)
        elif action == 2:
            del parts[place:end]
        else:
            parts[place:place] = parts[place:end]
    return bytes(parts)


@given(st.binary(max_size=400))
def test_any_bytes_have_a_named_outcome(data: bytes) -> None:
    outcome(data)


@given(st.sampled_from(WHOLE_FILES), st.randoms(use_true_random=False))
def test_a_damaged_file_has_a_named_outcome(data: bytes, chance: random.Random) -> None:
    outcome(mutated(data, chance))


@given(st.binary(max_size=100), st.sampled_from(OFFERED_ENCODINGS))
def test_any_choice_of_encoding_has_a_named_outcome(data: bytes, encoding: str) -> None:
    outcome(data, encoding)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_thousands_of_damaged_files_and_random_bytes(seed: int) -> None:
    chance = random.Random(seed)
    documents = 0
    for _ in range(2_000):
        documents += outcome(mutated(chance.choice(BYTEWISE_FILES), chance)) == "document"
        outcome(mutated(chance.choice(OTHER_FILES), chance))
        outcome(chance.randbytes(chance.randrange(1, 3_000)))
    # A few bytes of damage must not cost the editor the file.
    assert documents > 1_960


@pytest.mark.slow
@settings(max_examples=2_000, deadline=None)
@given(st.lists(st.sampled_from([*FRAGMENTS, *WHOLE_FILES]), max_size=6))
def test_any_joining_of_files_has_a_named_outcome(parts: list[bytes]) -> None:
    outcome(b"".join(parts))


@pytest.mark.slow
@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    "piece",
    [
        b"\xff",
        b"\x81",
        b"\xba\xc3\xff\n",
        b"~{",
        b"\xe5\xa5\xbd\xff\n",
        b"\0\xd8",
        b" ",
        b"\xef\xbb\xbf",
    ],
    ids=repr,
)
def test_a_flood_of_one_pattern_ends(piece: bytes) -> None:
    outcome(piece * (64 * 1024 * 1024 // len(piece)))
