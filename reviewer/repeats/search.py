"""Finds repeated passages, exact and near, inside documents and across them: the way in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reviewer.repeats.chains import find_chains
from reviewer.repeats.commonness import without_formulas
from reviewer.repeats.corpus import Corpus, corpus_of
from reviewer.repeats.family import Family, FamilyKind
from reviewer.repeats.members import Star
from reviewer.repeats.nesting import outermost
from reviewer.repeats.passages import verified
from reviewer.repeats.periodic import Row, find_rows
from reviewer.repeats.refining import refined
from reviewer.repeats.seeds import find_runs_and_rows
from reviewer.repeats.settings import RepeatSettings
from reviewer.repeats.stars import stars_of
from reviewer.repeats.tandem import without_overlaps
from reviewer.text.canonical import CanonicalText
from reviewer.text.progress import Progress, no_progress


def _is_whole_documents(corpus: Corpus, star: Star, settings: RepeatSettings) -> bool:
    """Whether every member is, for the most part, a document of its own."""
    documents = [corpus.document_of(start) for start, _ in star.members]
    if len(set(documents)) < len(documents):
        return False
    covers: list[tuple[int, float]] = []
    for document, (start, end) in zip(documents, star.members, strict=True):
        length = len(corpus.texts[document])
        covers.append((length, (end - start) / length))
    shortest, *longer = (cover for _, cover in sorted(covers))
    return shortest >= settings.document_cover and all(
        cover >= settings.document_cover_longer for cover in longer
    )


def _is_row(star: Star, settings: RepeatSettings) -> bool:
    """Whether the members stand in one row without a letter between them, and are many."""
    members = sorted(star.members)
    touching = (one[1] == other[0] for one, other in pairwise(members))
    return len(members) >= settings.periodic_members and all(touching)


def _row_family(corpus: Corpus, row: Row) -> Family:
    """The family of a row of a short unit: the first unit, and all that follow it."""
    behind = row.start + row.period
    passages = corpus.passage(row.start, behind), corpus.passage(behind, row.end)
    return Family(FamilyKind.PERIODIC, 1.0, passages)


def _family(corpus: Corpus, star: Star, settings: RepeatSettings) -> Family:
    """The family that a star stands for, in spans of the documents.

    Of members that have the centre's very letters, the first represents the family.
    """
    centre = corpus.text[slice(*star.members[0])]
    equal = [corpus.text[slice(*member)] == centre for member in star.members]
    if _is_whole_documents(corpus, star, settings):
        kind = FamilyKind.DOCUMENT
    elif all(equal):
        kind = FamilyKind.PERIODIC if _is_row(star, settings) else FamilyKind.EXACT
    else:
        kind = FamilyKind.NEAR if all(star.ordered) else FamilyKind.REORDERED
    placed = sorted(
        (corpus.passage(*member), same) for member, same in zip(star.members, equal, strict=True)
    )
    passages = tuple(passage for passage, _ in placed)
    representative = [same for _, same in placed].index(True)
    return Family(kind, min(star.similarities), passages, representative)


def find_families(
    texts: Sequence[CanonicalText],
    progress: Progress = no_progress,
    settings: RepeatSettings | None = None,
) -> tuple[Family, ...]:
    """All passages that repeat, within a document or across documents, as families.

    Args:
        texts: the canonical streams of the documents; site furniture already left out.
        progress: told between candidates how far the search is.
        settings: thresholds; the defaults are right for speeches.

    Returns:
        Families sorted by their first passage. What is found does not depend on the order of
        `texts`. Passages of one family do not overlap. Stock phrases, headings and parallels are
        none; `formulas` finds those.

    Raises:
        Cancelled: from `progress`.

    Seed and extend, as in sequence search: equal k-grams are gathered along diagonals
    (`chains`), aligned letter by letter (`refine`, on all processors where there are many), put
    together (`joins`, `bridges`), verified and gathered into stars. Cost: a few vectorised sorts of
    all letters, and one alignment a candidate.
    """
    settings = settings or RepeatSettings()
    corpus = corpus_of(texts)
    progress("seeds", 0, 2)
    runs, near = find_runs_and_rows(corpus.letters, settings)
    rows = find_rows(corpus.letters, near, settings)
    del near
    progress("seeds", 1, 2)
    chains = without_overlaps(find_chains(runs, settings), settings)
    progress("seeds", 2, 2)
    pieces = refined(corpus, chains, settings, progress)
    pairs = verified(corpus, pieces, settings)
    stars = without_formulas(corpus, stars_of(corpus, pairs, settings, progress), settings)
    stars = outermost(stars, settings)
    families = [_family(corpus, star, settings) for star in stars]
    families.extend(_row_family(corpus, row) for row in rows)
    return tuple(sorted(families, key=lambda family: family.passages))
