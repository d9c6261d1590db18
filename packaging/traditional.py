"""Makes the Traditional Chinese words of the program from its Simplified ones.

OpenCC turns them into the standard and the vocabulary of Taiwan; zh_Hant_terms.toml says what it
words otherwise than programs there do. Made are the catalogue of the window, the chapters of the
help, and the phrases by which sentences of the engine are turned when they are shown.
"""

from __future__ import annotations

import ast
import re
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import cast

from opencc import OpenCC

from reviewer.text.script import is_simplified_only, traditional_forms
from reviewer.text.traditional_words import Words, parts_of

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
TERMS = FOLDER / "zh_Hant_terms.toml"
PHRASES = FOLDER / "zh_Hant_phrases.tsv"
CATALOGUE = FOLDER / "reviewer_zh_Hant.ts"
HELP = ROOT / "resources" / "help"

BOTH = ("游標", "相干")
"""Words written so in both scripts, though one of their characters is elsewhere Simplified."""

_BORDERS = re.compile(r"(\{[^{}]*\}|[，；：。、（）·？！…])")
_HAN = re.compile("[\u3400-\u9fff]")
_HEAD = """\
# How the engine's sentences become Traditional when they are shown: what is not turned character by
# character. Made by packaging/translations.py from the sentences, OpenCC (Apache License 2.0) and
# zh_Hant_terms.toml; not to be changed by hand.
"""


@lru_cache(maxsize=1)
def terms() -> dict[str, dict[str, str]]:
    """Our own words: those for parts of a text and those for whole ones."""
    return tomllib.loads(TERMS.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _opencc() -> OpenCC:
    return OpenCC("s2twp")


@lru_cache(maxsize=1)
def _own_words() -> re.Pattern[str]:
    longest_first = sorted(terms()["words"], key=len, reverse=True)
    return re.compile(f"({'|'.join(map(re.escape, longest_first))})")


def worded(text: str) -> str:
    """`text` as the Traditional interface has it, quotation marks included."""
    whole = terms()["sentences"].get(text)
    return whole if whole is not None else _turned(text).translate(str.maketrans("“”", "「」"))


def _turned(text: str) -> str:
    words = terms()["words"]
    parts = _own_words().split(text)
    return "".join(words.get(part) or _opencc().convert(part) for part in parts)


def left_simplified(text: str) -> set[str]:
    """Characters of `text` that are of Simplified texts alone."""
    for word in BOTH:
        text = text.replace(word, "")
    return set(filter(is_simplified_only, text))


# The window


def catalogue(fresh: Path) -> str:
    """The Traditional catalogue of every word in `fresh`, a catalogue that is up to date."""
    tree = ET.parse(fresh)
    root = tree.getroot()
    root.set("language", "zh_TW")
    for message in root.iter("message"):
        said = worded(message.findtext("source", ""))
        for translation in message.findall("translation"):
            message.remove(translation)
        translation = ET.SubElement(message, "translation")
        if message.get("numerus"):
            translation = ET.SubElement(translation, "numerusform")
        translation.text = said
    ET.indent(tree, " " * 4)
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'


# The help


def help_chapters() -> dict[Path, str]:
    """Where each Traditional chapter stands, and what it says."""
    return {
        HELP / "zh_Hant" / path.name: worded(path.read_text(encoding="utf-8"))
        for path in sorted((HELP / "zh").glob("*.md"))
    }


# The engine


def engine_sentences() -> list[str]:
    """Every Chinese sentence and name of the engine, places unfilled."""
    found: dict[str, None] = {}
    for path in sorted((ROOT / "reviewer").rglob("*.py")):
        if "gui" not in path.relative_to(ROOT).parts:
            found.update(dict.fromkeys(_said_in(path)))
    for path in sorted((ROOT / "resources" / "rules").glob("*.toml")):
        found.update(dict.fromkeys(_said_by(tomllib.loads(path.read_text(encoding="utf-8")))))
    return list(found)


def _said_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            if node.func.id != "Wording":
                continue
            for part in ast.walk(node.args[0]):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield from [part.value] if _HAN.search(part.value) else []


def _said_by(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for item in cast("list[object]", value):
            yield from _said_by(item)
    elif isinstance(value, dict):
        for key, item in cast("dict[str, object]", value).items():
            if key == "zh" and isinstance(item, str):
                yield item
            else:
                yield from _said_by(item)


def clauses(sentence: str) -> Iterator[str]:
    """What a sentence says between its quotations, its places and its signs."""
    for part in parts_of(sentence):
        if not part.quoted:
            pieces = map(str.strip, _BORDERS.split(part.text))
            yield from (piece for piece in pieces if _HAN.search(piece))


def phrases() -> str:
    """The file of phrases: our own words, other forms of characters, then clauses."""
    rows = dict(terms()["words"])
    for character, form in traditional_forms().items():
        usual = _opencc().convert(form)
        if len(usual) == 1 and usual != form:
            rows[character] = usual
    plain = Words.of(dict(rows))
    for sentence in engine_sentences():
        for clause in clauses(sentence):
            if len(clause) > 1 and plain.turned(clause) != _turned(clause):
                rows[clause] = _turned(clause)
    return _HEAD + "".join(f"{source}\t{form}\n" for source, form in rows.items())
