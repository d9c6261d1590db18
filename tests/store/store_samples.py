"""A small library that every sort of row occurs in, and the values that it is made of.

Run as a script it makes the frozen store of the latest schema, once, when the schema is released:
`python tests/store/store_samples.py` writes tests/data/stores/v<schema>.db.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from zlib import crc32

import numpy as np

from reviewer.garble.finding import Finding, Kind
from reviewer.repeats.family import (
    Disagreement,
    DisagreementCategory,
    Family,
    FamilyKind,
    Passage,
)
from reviewer.review.analysis import Analysis
from reviewer.review.annotation import Annotation, NoteColour, NoteContent, Task
from reviewer.review.decision import Decision, Verdict, anchors_of
from reviewer.review.edits import Edit
from reviewer.review.history import History
from reviewer.review.role import Role
from reviewer.review.steps import Change, DecisionMade, NoteDeleted, NoteWritten, Step, StepKind
from reviewer.review.steps import TextEdited as Typed
from reviewer.store.fingerprints import TextPrints
from reviewer.store.migrations import LATEST
from reviewer.store.store import Store
from reviewer.store.texts import text_hash
from reviewer.text.document import Document, Newline, Origin
from reviewer.text.span import Span
from reviewer.text.wording import Wording

FROZEN = Path(__file__).resolve().parents[1] / "data" / "stores"

SPEECH = "同志们：\n今天是二○一二年三月十日，开春耕生产动员会。全县共落实責(zé)任田３.６万亩。\n"
COPY = "同志们：\n今天是二○一九年三月十日，开春耕生产动员会。全县共落实责任田**万亩。\n"
REASON = Wording("括号里是前一个字的读音", "a reading in brackets follows its own character")
UID = "0123456789abcdef0123456789abcdef"


def sample_document(text: str = SPEECH, path: str = "/稿件/春耕动员.txt") -> Document:
    """A document as the loading room gives it, read from a GB18030 file."""
    data = text.replace("\n", "\r\n").encode("gb18030", "replace")
    origin = Origin(
        path=Path(path),
        encoding="gb18030",
        runner_up="big5",
        confidence=0.93,
        newline=Newline.CRLF,
        had_bom=False,
        byte_count=len(data),
        sha256=sha256(data).hexdigest(),
    )
    return Document(text, origin)


def sample_analysis(text: str = SPEECH, after_step: int = 0) -> Analysis:
    """An analysis of `text` that found its first bracketed reading."""
    start = text.index("(zé)")
    finding = Finding(
        Kind.PINYIN_INJECTION, Span(start, start + 4), "(zé)", "", 0.99, True, REASON, ("责", "責")
    )
    masked = Finding(Kind.MASKED_TEXT, Span(0, 2), text[:2], None, 0.5, False, REASON)
    findings = (masked, finding)
    return Analysis(after_step, text, findings, tuple(anchors_of(text, findings)))


def sample_steps(document: int, schema: int = LATEST) -> list[tuple[StepKind, list[Change]]]:
    """What an editor did to a document, step by step, as far as `schema` had room for it."""
    masked, reading = sample_analysis().anchors
    note = Annotation(UID, Span(5, 8), "今天是", "年份待核")
    if schema >= 3:
        note = note.saying(NoteContent(note.note, "数字", NoteColour.BLUE, Task.OPEN))
    return [
        (StepKind.ACCEPT, [DecisionMade(document, reading, Decision(Verdict.ACCEPTED, ""))]),
        (StepKind.POSTPONE, [DecisionMade(document, masked, Decision(Verdict.LATER))]),
        (StepKind.ADD_NOTE, [NoteWritten(document, note)]),
        (StepKind.TYPE, [Typed(document, Edit(0, "同志们", "各位同志", "称呼"))]),
        (StepKind.DELETE_NOTE, [NoteDeleted(document, UID)]),
    ]


def sample_repeats() -> tuple[list[Family], list[Disagreement]]:
    """The speech and its copy, which give two years."""
    whole = (Passage(0, Span(0, len(SPEECH))), Passage(1, Span(0, len(COPY))))
    year = (Passage(0, Span(8, 13)), Passage(1, Span(8, 13)))
    return (
        [Family(FamilyKind.NEAR, 0.91, whole, representative=1)],
        [Disagreement(0, DisagreementCategory.YEAR, year)],
    )


METHOD = 1
"""By which the fingerprints of the frozen stores were made."""


def sample_prints(text: str) -> TextPrints:
    """The fingerprints of a text; made up, for what they are is no matter to the store."""
    hashes = {crc32(text[at : at + 4].encode()) for at in range(len(text) - 3)}
    return TextPrints(text, np.array(sorted(hashes), dtype=np.uint32), METHOD)


def write_sample(store: Store) -> None:
    """Fill an empty store: two documents, a refused file, findings, repeats, steps, a setting.

    The first document is the editor's own and stands in the library index.
    """
    first = store.add_document(sample_document(), sample_prints(SPEECH))
    second = store.add_document(sample_document(COPY, "/稿件/春耕动员 副本.txt"))
    store.set_role([first], Role.OWN)
    store.record_refusal(Path("/稿件/扫描.bin"), "NotText", 12)
    store.save_analysis(first, sample_analysis(), "1")
    families, disagreements = sample_repeats()
    store.save_repeats([(first, SPEECH), (second, COPY)], families, disagreements)
    steps = [store.append_step(kind, changes) for kind, changes in sample_steps(first)]
    store.record_undo(steps[-1].number)
    store.set_setting("min_confidence", 0.5)


def expect_sample(store: Store, schema: int = LATEST) -> None:
    """Check every value that `write_sample` wrote, as far as `schema` had room for it."""
    first, second = store.documents()
    if schema >= 2:
        assert (first.role, second.role) == (Role.OWN, Role.INCOMING)
        assert set(store.holders(sample_prints(COPY).hashes).of) == {1}
        assert store.without_fingerprints(METHOD) == (2,)
    assert (first.id, second.id) == (1, 2)
    assert [first.title, second.title] == ["春耕动员", "春耕动员 副本"]
    assert first.origin == sample_document().origin
    assert store.source_text(1) == SPEECH
    assert store.source_text(2) == COPY
    assert store.analyses(1) == (sample_analysis(),)
    search = store.repeats()
    assert search is not None
    assert search.documents == (1, 2)
    assert ([*search.families], [*search.disagreements]) == sample_repeats()
    assert search.hashes[1] == text_hash(COPY)
    assert [file.outcome for file in store.import_report()] == ["loaded", "loaded", "NotText"]
    steps = [
        Step(number, kind, tuple(changes))
        for number, (kind, changes) in enumerate(sample_steps(1, schema), start=1)
    ]
    assert state_of(store.history()) == (steps[:4], steps[4:])
    assert store.setting("min_confidence", None) == 0.5


def state_of(history: History) -> tuple[list[Step], list[Step]]:
    """The steps in force, and those that can be redone, the next one last. Uses `history` up."""
    done = list(history.in_force)
    undone: list[Step] = []
    while (step := history.redo()) is not None:
        undone.append(step)
    return done, undone[::-1]


def main() -> None:
    """Make the frozen store of the latest schema; an existing one is never overwritten."""
    path = FROZEN / f"v{LATEST}.db"
    if path.exists():
        raise SystemExit(f"{path} is frozen already")
    with Store.open(path) as store:
        write_sample(store)


if __name__ == "__main__":
    main()
