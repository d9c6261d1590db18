"""Two edit scripts, one made upon the other's result, become one script of the first text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reviewer.review.edits import Edit, EditScript
from reviewer.text.span import Span


@dataclass(frozen=True, slots=True)
class _Placed:
    """An edit with the span that it has in the text between the two scripts."""

    span: Span
    edit: Edit


@dataclass(slots=True)
class _Cluster:
    """Edits of the first and the second script that overlap in the text between them."""

    first: list[_Placed] = field(default_factory=list[_Placed])
    second: list[_Placed] = field(default_factory=list[_Placed])


def compose(first: EditScript, second: EditScript) -> EditScript:
    """The one script that does what `first` and then `second` do.

    `second` counts in the text that `first` makes. Edits that do not meet stay single, with their
    reasons; edits that meet become one, with the reasons of both, and so does typing (edits without
    a reason) that goes on where it stopped.

    Only the edits of `first` beside those of `second` are looked at; the others are copied as a
    block, so that a key costs next to nothing where thousands of edits were made before.

    Raises:
        EditMismatch: `second` removes other characters than `first` inserted.
    """
    if not second.edits:
        return first
    low, high = first.places_around(Span(second.edits[0].start, second.edits[-1].end))
    shift = first.growth_before(low)
    near, made = EditScript(first.edits[low:high]), second.shifted(-shift)
    return first.with_part(low, high, _typed_on(near, made) or _composed(near, made))


def _typed_on(near: EditScript, made: EditScript) -> EditScript | None:
    """The two as one where a single edit stands alone, or goes on where typing stopped."""
    if len(made) != 1 or len(near) > 1 or made.edits[0].removed == made.edits[0].inserted:
        return None
    if not near.edits:
        return made
    last, edit = near.edits[0], made.edits[0]
    if last.reason or edit.reason or edit.start != last.start + len(last.inserted):
        return None
    one = Edit(last.start, last.removed + edit.removed, last.inserted + edit.inserted)
    return EditScript((one,)) if one.removed != one.inserted else None


def _composed(first: EditScript, second: EditScript) -> EditScript:
    """`compose`, every edit looked at. Cost: O(n) edits."""
    edits: list[Edit] = []
    shift = 0
    for cluster in _clusters(first, second):
        edit = _merged(cluster, shift)
        shift += sum(placed.edit.growth for placed in cluster.first)
        if edits and edits[-1].end == edit.start and not (edits[-1].reason or edit.reason):
            last = edits.pop()
            edit = Edit(last.start, last.removed + edit.removed, last.inserted + edit.inserted)
        edits.append(edit)
    return EditScript(tuple(edit for edit in edits if edit.removed != edit.inserted))


def _clusters(first: EditScript, second: EditScript) -> Iterator[_Cluster]:
    """The edits of both scripts in order, those that overlap together. Touching ones stay apart."""
    made = [
        _Placed(undone.span, edit)
        for undone, edit in zip(first.inverse().edits, first.edits, strict=True)
    ]
    asked = [_Placed(edit.span, edit) for edit in second.edits]
    i = j = 0
    while i < len(made) or j < len(asked):
        cluster = _Cluster()
        if j == len(asked) or (i < len(made) and made[i].span.end <= asked[j].span.start):
            cluster.first.append(made[i])
            i += 1
        elif i == len(made) or asked[j].span.end <= made[i].span.start:
            cluster.second.append(asked[j])
            j += 1
        else:
            cluster.first.append(made[i])
            cluster.second.append(asked[j])
            i, j = _grow(cluster, made, i + 1, asked, j + 1)
        yield cluster


def _grow(
    cluster: _Cluster, made: list[_Placed], i: int, asked: list[_Placed], j: int
) -> tuple[int, int]:
    """Add every following edit that overlaps one in `cluster`; the next places in both lists."""
    while True:
        if i < len(made) and made[i].span.overlaps(cluster.second[-1].span):
            cluster.first.append(made[i])
            i += 1
        elif j < len(asked) and asked[j].span.overlaps(cluster.first[-1].span):
            cluster.second.append(asked[j])
            j += 1
        else:
            return i, j


def _merged(cluster: _Cluster, shift: int) -> Edit:
    """One edit for a cluster; `shift` is the growth of the first script before it."""
    if not cluster.second:
        return cluster.first[0].edit
    if not cluster.first:
        edit = cluster.second[0].edit
        return Edit(edit.start - shift, edit.removed, edit.inserted, edit.reason)
    members = cluster.first + cluster.second
    start = min(placed.span.start for placed in members)
    between = [""] * (max(placed.span.end for placed in members) - start)
    for placed in cluster.second:
        between[placed.span.start - start : placed.span.end - start] = placed.edit.removed
    for placed in cluster.first:
        between[placed.span.start - start : placed.span.end - start] = placed.edit.inserted
    text = "".join(between)
    back = EditScript(
        tuple(Edit(p.span.start - start, p.edit.inserted, p.edit.removed) for p in cluster.first)
    )
    forth = EditScript(
        tuple(Edit(p.span.start - start, p.edit.removed, p.edit.inserted) for p in cluster.second)
    )
    reasons = dict.fromkeys(p.edit.reason for p in members if p.edit.reason)
    return Edit(start - shift, back.apply(text), forth.apply(text), " ".join(reasons))
