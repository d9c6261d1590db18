"""Seen before? Which documents of the library a text shares passages with, and which passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.repeats.family import Family
from reviewer.repeats.fingerprints import Fingerprints
from reviewer.review.role import Role
from reviewer.review.steps import DocumentId
from reviewer.text.canonical import canonical_text
from reviewer.workflow.analysing import site_spans
from reviewer.workflow.desk import ReviewDesk
from reviewer.workflow.library_index import prints_of

LEAST_EVIDENCE = 0.25
"""One fingerprint that up to four documents have is worth naming; a phrase that all use is not."""

LEAST_SHARE = 0.2
"""Or this share of the text; a copy is named though a thousand others are there."""

MOST_DOCUMENTS = 10
"""Documents that are named, and that passages are looked for in."""


@dataclass(frozen=True, slots=True)
class SeenDocument:
    """A document of the library that shares passages with a text.

    Attributes:
        document: which one.
        characters: about how many characters they share, in code points.
        share: about which share of the text that is, from 0 to 1.
    """

    document: DocumentId
    characters: int
    share: float


@dataclass(frozen=True, slots=True)
class SeenBefore:
    """What the library knows of a text.

    Attributes:
        share: about which share of it stands in the library at all, from 0 to 1.
        documents: the documents that share most with it, the first most of all.
    """

    share: float
    documents: tuple[SeenDocument, ...]


def seen_before(
    desk: ReviewDesk,
    text: str,
    but: DocumentId | None = None,
    role: Role | None = None,
    most: int = MOST_DOCUMENTS,
) -> SeenBefore:
    """The documents that share passages with `text`, as the index tells without reading any.

    Args:
        desk: the library.
        text: a text that need not stand in the library.
        but: a document that is left out: the one that the text is of.
        role: only documents of this role are named.
        most: so many documents at most.

    Cost: about 20 ms for 5,000 characters against 10,000 documents.
    """
    desk.index.catch_up(desk.text_of)
    shared = desk.index.sharing(_prints(desk, text, but), but)
    wanted = None if role is None else desk.with_role(role)
    documents = [
        SeenDocument(each.document, round(each.share * len(text)), each.share)
        for each in shared.documents
        if (wanted is None or each.document in wanted)
        and (each.evidence >= LEAST_EVIDENCE or each.share >= LEAST_SHARE)
    ]
    return SeenBefore(shared.share, tuple(documents[:most]))


def _prints(desk: ReviewDesk, text: str, document: DocumentId | None) -> Fingerprints:
    """The fingerprints of `text`: those that the index has, where it is a document's as it is."""
    if document is not None:
        kept = desk.index.prints(document)
        if kept.digest == desk.hash_of(text):
            return kept.hashes
    return prints_of(text).hashes


def shared_passages(desk: ReviewDesk, text: str, documents: Sequence[DocumentId]) -> list[Family]:
    """The passages that `text` shares with a few documents, exactly.

    Returns:
        The families with a passage in `text`. `Passage.document` is 0 for the text itself and
        otherwise, from 1, counts in `documents`.

    Cost: that of a search for repeats in these texts alone, about 30 ms a document.
    """
    from reviewer.repeats.closing import with_closing_signs
    from reviewer.repeats.search import find_families

    states = [desk.reviewed(number) for number in documents]
    texts = [text, *(state.text for state in states)]
    streams = [canonical_text(text)]
    for state in states:
        site = site_spans([mark.finding for mark in state.marks])
        streams.append(canonical_text(state.text, omit=site))
    families = with_closing_signs(texts, find_families(streams))
    return [
        family
        for family in families
        if any(passage.document == 0 for passage in family.passages)
        and any(passage.document for passage in family.passages)
    ]
