"""The changes of a step as rows of three typed tables, and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from reviewer.review.annotation import Annotation, NoteColour, Task
from reviewer.review.decision import Decision, Verdict
from reviewer.review.edits import Edit
from reviewer.review.steps import Change, DecisionMade, NoteDeleted, NoteWritten, TextEdited
from reviewer.store.connection import Row, StoreConnection, Value
from reviewer.store.texts import storable_row, stored_text
from reviewer.text.span import Span

Facts = tuple[str | int | None, ...]
"""The values of a change in the order of its table's columns."""

_COLUMNS = {
    "decision": ("document", "anchor", "verdict", "replacement"),
    "text_edit": ("document", "start", "removed", "inserted", "reason"),
    "note": ("document", "uid", "start", "stop", "quote", "note", "label", "colour", "task"),
}

_FIRST_FACTS = {"decision": 4, "text_edit": 5, "note": 6}
"""How many facts a change had in schema 1. Later ones are null wherever they say nothing new."""


def _facts(change: Change) -> tuple[str, Facts]:
    """The table of a change, and its facts."""
    match change:
        case DecisionMade(document, anchor, decision):
            return "decision", (document, anchor, decision.verdict.value, decision.replacement)
        case TextEdited(document, edit):
            return "text_edit", (document, edit.start, edit.removed, edit.inserted, edit.reason)
        case NoteWritten(document, note):
            place = (note.span.start, note.span.end)
            more = (
                note.label or None,
                None if note.colour is NoteColour.YELLOW else note.colour.value,
                None if note.task is Task.NONE else note.task.value,
            )
            return "note", (document, note.uid, *place, note.quote, note.note, *more)
        case NoteDeleted(document, uid):
            return "note", (document, uid, None, None, None, None, None, None, None)


def _decision(connection: StoreConnection, row: Row) -> Change:
    document, anchor, verdict, replacement = row
    decision = Decision(connection.meaning(Verdict, verdict), replacement)
    return DecisionMade(document, anchor, decision)


def _text_edit(connection: StoreConnection, row: Row) -> Change:
    document, start, removed, inserted, reason = row
    return TextEdited(document, Edit(start, removed, inserted, reason))


def _note(connection: StoreConnection, row: Row) -> Change:
    document, uid, start, stop, quote, note, label, colour, task = row
    if note is None:
        return NoteDeleted(document, uid)
    annotation = Annotation(
        uid,
        Span(start, stop),
        quote,
        note,
        label or "",
        NoteColour.YELLOW if colour is None else connection.meaning(NoteColour, colour),
        Task.NONE if task is None else connection.meaning(Task, task),
    )
    return NoteWritten(document, annotation)


_CHANGE_OF: dict[str, Callable[[StoreConnection, Row], Change]] = {
    "decision": _decision,
    "text_edit": _text_edit,
    "note": _note,
}


def facts_of(changes: Sequence[Change]) -> list[tuple[str, Facts]]:
    """The changes as plain values, of which a digest can be made.

    Facts that schema 1 did not have stand here only up to the last one that is not null, so that
    the digests of older steps hold. Two different changes never have the same facts: the nulls
    that are missing at the end are known by the table.
    """
    facts: list[tuple[str, Facts]] = []
    for change in changes:
        table, values = _facts(change)
        count = len(values)
        while count > _FIRST_FACTS[table] and values[count - 1] is None:
            count -= 1
        facts.append((table, values[:count]))
    return facts


def keep_changes(
    connection: StoreConnection, step: int, first: int, changes: Sequence[Change]
) -> None:
    """Write changes, inside a transaction, as those of a step from number `first` on."""
    rows: defaultdict[str, list[list[Value]]] = defaultdict(list)
    for ordinal, change in enumerate(changes, first):
        table, facts = _facts(change)
        rows[table].append([step, ordinal, *storable_row(facts)])
    for table, table_rows in rows.items():
        columns = ("step", "ordinal", *_COLUMNS[table])
        marks = ", ".join("?" * len(columns))
        connection.execute_many(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", table_rows
        )


def stored_changes(connection: StoreConnection, step: int | None = None) -> dict[int, list[Change]]:
    """The changes of one step, or of all of them, by the number of the step, in order.

    Raises:
        StoreDamaged: a row makes no sense.
        StoreTooNew: a verdict that this program does not know.
    """
    found: defaultdict[int, dict[int, Change]] = defaultdict(dict)
    for table, columns in _COLUMNS.items():
        rows = connection.rows(
            f"SELECT step, ordinal, {', '.join(columns)} FROM {table}"
            + ("" if step is None else " WHERE step = ?"),
            () if step is None else (step,),
        )
        change_of = _CHANGE_OF[table]
        with connection.decoding(table):
            for number, ordinal, *facts in rows:
                found[number][ordinal] = change_of(
                    connection, tuple(_as_given(fact) for fact in facts)
                )
    return {
        number: [changes[ordinal] for ordinal in sorted(changes)]
        for number, changes in found.items()
    }


def _as_given(value: str | bytes | int | None) -> str | int | None:
    return stored_text(value) if isinstance(value, bytes) else value
