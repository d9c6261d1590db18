"""What is asked of a search, and what it answers. All of it travels between processes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reviewer.garble.finding import Finding
from reviewer.repeats.fingerprints import Fingerprints
from reviewer.review.steps import DocumentId
from reviewer.text.span import Span
from reviewer.workflow.analysing import Repeats
from reviewer.workflow.merging import Earlier


@dataclass(frozen=True, slots=True)
class SearchOrder:
    """What is to be searched.

    Attributes:
        texts: the documents that are searched, each with its text as it is now.
        stale: the documents whose findings are wanted; of the others they are `known`.
        known: the findings of the documents that need no new search.
        names: how the documents are called where one is the witness of another, as in `texts`.
        earlier: what an earlier search knows of these documents, where there was one.
        gone: documents of that search that are no longer in the library.
        waiting: how many new or changed documents are left for further orders.
        seen: documents that somebody is looking at, each with an offset that is on the screen:
            they are searched first, and what is seen before the rest.
        unprinted: the documents whose fingerprints are wanted too.
    """

    texts: tuple[tuple[DocumentId, str], ...]
    stale: frozenset[DocumentId]
    known: dict[DocumentId, tuple[Finding, ...]]
    names: tuple[str, ...] = ()
    earlier: Earlier | None = None
    gone: tuple[DocumentId, ...] = ()
    waiting: int = 0
    seen: Mapping[DocumentId, int] = field(default_factory=dict[DocumentId, int])
    unprinted: frozenset[DocumentId] = frozenset()


@dataclass(frozen=True, slots=True)
class CheckOrder:
    """Texts of which only what had changed was searched: do whole searches find the same?"""

    texts: tuple[tuple[DocumentId, str], ...]


@dataclass(frozen=True, slots=True)
class Advanced:
    """The work went on: `done` of `total` units of `stage` are finished."""

    stage: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class StretchFound:
    """The findings of a part of one document; those of the whole follow.

    Attributes:
        document: which one.
        stretch: the part that was searched.
        findings: those that lie in it.
    """

    document: DocumentId
    stretch: Span
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class FindingsFound:
    """The findings of one document, in the text with which it was ordered.

    Attributes:
        document: which one.
        findings: sorted by start.
        quick: whether only what has changed in the text was searched.
        anchors: a name for each finding, for whoever knows none of them yet; or nothing.
    """

    document: DocumentId
    findings: tuple[Finding, ...]
    quick: bool = False
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintsFound:
    """The fingerprints of one document, of the text with which it was ordered."""

    document: DocumentId
    prints: Fingerprints


@dataclass(frozen=True, slots=True)
class RepeatsFound:
    """The repeats among all texts of the order, which is now done.

    Attributes:
        repeats: families and disagreements; where there was an earlier search, those alone that it
            did not know, or knew otherwise.
        replaced: the numbers of the families of that search that fall away.
    """

    repeats: Repeats
    replaced: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Checked:
    """A check is done.

    Attributes:
        differing: the documents of which a whole search finds something else.
    """

    differing: tuple[DocumentId, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """The work came to an unexpected end.

    Attributes:
        reason: what happened, for a person who reports it.
    """

    reason: str


Order = SearchOrder | CheckOrder

Message = Advanced | StretchFound | FindingsFound | PrintsFound | RepeatsFound | Checked | Failed

LAST = (RepeatsFound, Checked, Failed)
"""Whichever of these comes ends its order."""
