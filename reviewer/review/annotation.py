"""An editor's notes, anchored to spans of a text and carried along through its edits."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reviewer.review.edits import EditScript
from reviewer.text.span import Span


@dataclass(frozen=True, slots=True)
class Annotation:
    """A note on a span.

    Attributes:
        uid: its name for life, 32 hexadecimal digits.
        span: where it stands, in code points of the text as it is now; empty where the
            annotated characters were deleted ("place lost"), never dropped.
        quote: the characters that were annotated, as they stood when the note was made.
        note: what the editor wrote.
    """

    uid: str
    span: Span
    quote: str
    note: str

    @property
    def place_lost(self) -> bool:
        """Whether the annotated characters are gone."""
        return bool(self.quote) and not len(self.span)

    def carried(self, script: EditScript) -> Annotation:
        """The same note on the text that `script` makes."""
        return replace(self, span=script.map_span(self.span))
