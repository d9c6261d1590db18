"""Cleaning files without a window: accept repairs at a level, write texts and ledgers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer.export.files import OutputFolder
from reviewer.export.ledger import ledger_json
from reviewer.loading.errors import LoadError
from reviewer.loading.names import shown_name
from reviewer.review.cleaning import (
    AcceptLevel,
    CleanedText,
    cleaned_text,
    outermost,
    replacement_edits,
)
from reviewer.review.dropping import dropping_edits
from reviewer.review.edits import Edit, EditScript
from reviewer.text.progress import Progress, no_progress
from reviewer.text.wording import Language
from reviewer.workflow.analysing import search_findings
from reviewer.workflow.healing import compare_texts
from reviewer.workflow.importing import load_files


@dataclass(frozen=True, slots=True)
class CleaningOrder:
    """What is to be done.

    Attributes:
        accept: which repairs are made.
        drop_repeats: also delete all but one passage of every family.
        output: the folder for texts and ledgers.
        language: the language of the ledgers' reasons.
    """

    accept: AcceptLevel
    drop_repeats: bool
    output: Path
    language: Language


@dataclass(frozen=True, slots=True)
class WrittenText:
    """One cleaned file.

    Attributes:
        source: the file that was cleaned.
        target: the cleaned text.
        edits: how many changes its ledger lists.
    """

    source: Path
    target: Path
    edits: int


@dataclass(frozen=True, slots=True)
class CleaningOutcome:
    """What was written and what could not be read."""

    written: tuple[WrittenText, ...]
    errors: tuple[LoadError, ...]


def clean_files(
    paths: Sequence[Path], order: CleaningOrder, progress: Progress = no_progress
) -> CleaningOutcome:
    """Clean the files and folders `paths` into the output folder. No source is ever written.

    Raises:
        ExportError: a result cannot be written.
        Cancelled: from `progress`.
    """
    files = load_files(paths, progress)
    documents = [file.document for file in files if file.document is not None]
    texts = [document.text for document in documents]
    names = [shown_name(Path(document.origin.path.stem)) for document in documents]
    cleaned = clean_texts(texts, order, progress, names)
    folder = OutputFolder(order.output, [file.path for file in files])
    written: list[WrittenText] = []
    for document, result in zip(documents, cleaned, strict=True):
        name = folder.name_for(document.origin.path)
        target = folder.write_text(name, result.text, document.origin.newline)
        folder.write_ledger(name, ledger_json(document.origin, result.ledger))
        written.append(WrittenText(document.origin.path, target, len(result.ledger)))
    return CleaningOutcome(
        tuple(written), tuple(file.error for file in files if file.error is not None)
    )


def clean_texts(
    texts: Sequence[str],
    order: CleaningOrder,
    progress: Progress = no_progress,
    names: Sequence[str] = (),
) -> list[CleanedText]:
    """The cleaned form of each text, by the order's level; copies have a say in the repairs.

    `names` is how the texts are called where one is the witness of another.

    Raises:
        Cancelled: from `progress`.
    """
    compared = compare_texts(texts, search_findings(texts, progress), names, progress)
    findings, families = compared.findings, compared.repeats.families
    dropped: list[list[Edit]] = [[] for _ in texts]
    if order.drop_repeats:
        dropped = dropping_edits(texts, findings, families, order.language)
    return [
        cleaned_text(
            text,
            EditScript(),
            outermost(replacement_edits(found, order.accept.decide, order.language) + deletions),
        )
        for text, found, deletions in zip(texts, findings, dropped, strict=True)
    ]
