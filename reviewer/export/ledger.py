"""The ledger of a cleaned text as JSON, format `reviewer-ledger/1`, and back.

With the cleaned text and its ledger the source can be rebuilt to the character.
"""

from __future__ import annotations

import json
from typing import Any

from reviewer.loading.names import shown_name
from reviewer.review.edits import Edit, EditScript
from reviewer.text.document import Origin
from reviewer.text.errors import ReviewerError

FORMAT = "reviewer-ledger/1"


class NotALedger(ReviewerError):
    """A text is no ledger of this format."""


def ledger_json(origin: Origin, ledger: EditScript) -> str:
    """The ledger with where its source came from. Offsets are code points of the source."""
    data = {
        "format": FORMAT,
        "source": {
            "path": shown_name(origin.path),
            "sha256": origin.sha256,
            "encoding": origin.encoding,
        },
        "edits": [
            {
                "start": edit.start,
                "removed": edit.removed,
                "inserted": edit.inserted,
                "reason": edit.reason,
            }
            for edit in ledger.edits
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def read_ledger(text: str) -> EditScript:
    """The script that a ledger holds: it leads from the source to the cleaned text.

    Raises:
        NotALedger: the text is not one.
    """
    try:
        data: dict[str, Any] = json.loads(text)
        if data["format"] != FORMAT:
            raise NotALedger(f"not a ledger of format {FORMAT}")
        return EditScript(
            tuple(
                Edit(row["start"], row["removed"], row["inserted"], row["reason"])
                for row in data["edits"]
            )
        )
    except (ValueError, KeyError, TypeError) as problem:
        raise NotALedger(f"not a ledger: {problem}") from problem
