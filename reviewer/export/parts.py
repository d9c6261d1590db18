"""The parts of a collection as JSON, format `reviewer-parts/1`: which file holds which stretch."""

from __future__ import annotations

import json
from collections.abc import Sequence

from reviewer.loading.names import shown_name
from reviewer.review.speeches import Part
from reviewer.text.document import Document
from reviewer.text.wording import Language

FORMAT = "reviewer-parts/1"


def parts_json(
    document: Document, parts: Sequence[Part], files: Sequence[str], language: Language
) -> str:
    """What was split off a document, with its place in it.

    Args:
        document: the whole.
        parts: its speeches, in order.
        files: the name of the file that holds each of them.
        language: in which the evidence is told.

    Returns:
        One JSON object, ending in a line break. Offsets are code points of the text as loaded.
        The text before the first part and the parts, one after the other, are the whole.
    """
    data = {
        "format": FORMAT,
        "source": {
            "path": shown_name(document.origin.path),
            "sha256": document.origin.sha256,
            "encoding": document.origin.encoding,
            "characters": len(document),
        },
        "parts": [
            {
                "file": file,
                "title": part.title,
                "start": part.span.start,
                "end": part.span.end,
                "evidence": part.evidence.text(language),
            }
            for part, file in zip(parts, files, strict=True)
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
