"""What a check found, as one value that every report is written from."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from reviewer.garble.finding import Finding
from reviewer.repeats.family import Disagreement, Family
from reviewer.repeats.figures import Figures
from reviewer.repeats.formulas import Formula
from reviewer.review.keeping import Kept
from reviewer.text.document import Document


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """One file of a check.

    Attributes:
        path: the file as it was given.
        document: the loaded text, or None where the file could not be read.
        error: why it could not be read, or None.
        findings: what was found, sorted by start.
    """

    path: Path
    document: Document | None
    error: str | None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The outcome of a check over several files.

    Attributes:
        documents: every file, in the order of the check.
        families: repeats; `Passage.document` is an index in `documents`.
        disagreements: where copies differ in fact; `Disagreement.family` indexes `families`.
        kept: for each family which copy the rule keeps, and why.
        figures: how much of each document repeats; counts documents as `documents` does.
        formulas: stock phrases, headings and parallels, or None where nobody asked for them.
    """

    documents: tuple[CheckedDocument, ...]
    families: tuple[Family, ...]
    disagreements: tuple[Disagreement, ...]
    kept: tuple[Kept, ...] = ()
    figures: Figures = field(default_factory=lambda: Figures(()))
    formulas: tuple[Formula, ...] | None = None

    @property
    def failed(self) -> bool:
        """Whether a file could not be read."""
        return any(document.error is not None for document in self.documents)

    @property
    def found_anything(self) -> bool:
        """Whether there is anything to look at."""
        return bool(self.families) or any(document.findings for document in self.documents)

    def passage_text(self, document: int, start: int, end: int) -> str:
        """The characters of a passage; empty where its file could not be read."""
        loaded = self.documents[document].document
        return "" if loaded is None else loaded.text[start:end]
