"""What is left of web pages in a text: character entities and dead tags."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import lru_cache

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.rules import read_table
from reviewer.garble.searched import SearchedText
from reviewer.text.span import Span
from reviewer.text.wording import Wording

# Some names are read without their semicolon too; of these the ones that no address holds.
_ENTITY = re.compile(
    r"&(?:amp;)?(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
    r"|&(?:nbsp|quot|middot)(?![A-Za-z0-9=;])"
)
_ENTITY_REASON = Wording(
    "“{character}”的网页实体写法，网页本应转换",
    "an HTML entity for {character} that the page should have resolved",
)
_NOT_CHARACTERS = "\0\ufffd"


def find_html_entities(searched: SearchedText) -> Iterator[Finding]:
    """A finding for every entity that stands for a character, named, numbered or escaped twice."""
    if "&" not in searched.text:
        return
    for match in _ENTITY.finditer(searched.text):
        character = html.unescape(html.unescape(match.group().rstrip(";") + ";"))
        if len(character) != 1 or character in _NOT_CHARACTERS:
            continue
        replacement = " " if character.isspace() else character
        yield Finding(
            kind=Kind.HTML_ENTITY,
            rule="html_entity",
            span=Span(*match.span()),
            text=match.group(),
            replacement=replacement,
            confidence=0.99,
            safe=True,
            reason=_ENTITY_REASON.filled(character=_shown(character)),
        )


def _shown(character: str) -> str:
    return f"U+{ord(character):04X}" if character.isspace() else character


@lru_cache(maxsize=1)
def _tag_pattern() -> re.Pattern[str]:
    tags = read_table("html_tags.toml")
    block = "|".join(tags["block"])
    inline = "|".join(tags["inline"])
    dead = "|".join(tags["dead"])
    attributes = r"""(?:\s(?:"[^"]*"|'[^']*'|[^<>"']++)*+)?"""
    return re.compile(
        rf"(?P<dead><(?P<name>(?:[a-z]+:)?(?:{dead})){attributes}>[^<\n]*</(?P=name)>)"
        rf"|(?P<void><(?:[a-z]+:)?(?:{dead}){attributes}/?>)"
        rf"|(?P<block></?(?:{block}){attributes}/?>)"
        rf"|(?P<inline></?(?:{inline}){attributes}/?>)"
        r"|(?P<comment><!--.{0,4000}?-->)",
        re.IGNORECASE | re.DOTALL,
    )


def find_html_markup(searched: SearchedText) -> Iterator[Finding]:
    """A finding for every tag; tags that held nothing to read go with what stands inside them.

    A tag that broke the line on the page leaves a line break where none stands beside it.
    """
    text = searched.text
    if "<" not in text:
        return
    for match in _tag_pattern().finditer(text):
        sort = str(match.lastgroup if match.lastgroup != "name" else "dead")
        yield Finding(
            kind=Kind.HTML_MARKUP,
            rule=f"html_markup/{sort}",
            span=Span(*match.span()),
            text=match.group(),
            replacement="\n" if sort == "block" and _inside_line(text, match.span()) else "",
            confidence=0.98,
            safe=True,
            reason=_REASONS[sort],
        )


_DEAD = Wording("网页元素，在文稿中不显示任何内容", "a page element that shows nothing in a text")
_REASONS = {
    "dead": _DEAD,
    "void": _DEAD,
    "block": Wording("网页换行标签", "a tag of a web page that began or ended a line"),
    "inline": Wording(
        "网页标签，标签内的文字保留", "a tag of a web page; the words inside it stay"
    ),
    "comment": Wording(
        "网页注释，读者看不到", "a comment of a web page, which its readers never saw"
    ),
}


def _inside_line(text: str, span: tuple[int, int]) -> bool:
    start, end = span
    return text[start - 1 : start] not in ("", "\n", ">") and text[end : end + 1] not in ("", "\n")
