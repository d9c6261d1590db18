"""Documents and settings come back as they were given."""

from __future__ import annotations

import os
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import store_samples as samples
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.store.errors import StoreRuleBroken, UnknownDocument
from reviewer.store.store import Store
from reviewer.text.document import Document, Newline, Origin

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=300)
"""NUL, noncharacters, the astral planes and lone surrogates too."""

ORIGINS = st.builds(
    Origin,
    path=st.just(Path("/稿件/讲话.txt")),
    encoding=st.sampled_from(["utf-8", "gb18030", "big5hkscs", "utf-16-le"]),
    runner_up=st.none() | st.just("big5"),
    confidence=st.floats(0, 1),
    newline=st.sampled_from(Newline),
    had_bom=st.booleans(),
    byte_count=st.integers(0, 2**40),
    sha256=st.binary(min_size=32, max_size=32).map(bytes.hex),
)


def test_a_sample_of_everything_comes_back_after_a_restart(store_path: Path) -> None:
    with Store.open(store_path) as store:
        samples.write_sample(store)
        samples.expect_sample(store)
    with Store.open(store_path) as store:
        samples.expect_sample(store)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.builds(Document, ANY_TEXT, ORIGINS), min_size=1, max_size=4))
def test_any_text_and_any_origin_come_back(documents: list[Document]) -> None:
    documents = [
        replace(document, origin=replace(document.origin, path=Path(f"/稿件/{number}.txt")))
        for number, document in enumerate(documents)
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "s"
        with Store.open(path) as store:
            ids = [store.add_document(document) for document in documents]
        with Store.open(path) as store:
            listed = store.documents()
            assert [one.id for one in listed] == ids
            assert [one.origin for one in listed] == [one.origin for one in documents]
            assert [one.characters for one in listed] == [len(one) for one in documents]
            assert [store.source_text(number) for number in ids] == [d.text for d in documents]


def test_the_same_file_is_one_document(store: Store) -> None:
    first = store.add_document(samples.sample_document())
    assert store.add_document(samples.sample_document()) == first
    assert len(store.documents()) == 1


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(samples.sample_document(path="/别处/春耕动员.txt"), id="another path"),
        pytest.param(samples.sample_document(samples.COPY), id="other bytes at the same path"),
        pytest.param(
            replace(samples.sample_document(), text="ͬ־ÃÇ"), id="same bytes, read another way"
        ),
    ],
)
def test_what_differs_is_another_document(store: Store, other: Document) -> None:
    first = store.add_document(samples.sample_document())
    second = store.add_document(other)
    assert second != first
    assert store.source_text(first) == samples.SPEECH
    assert store.source_text(second) == other.text


def test_equal_texts_are_kept_once(store: Store) -> None:
    for number in range(5):
        store.add_document(samples.sample_document(path=f"/稿件/{number}.txt"))
    assert store.row_counts()["blob"] == 1
    assert store.row_counts()["document"] == 5


def test_a_removed_document_leaves_the_list_and_comes_back_with_its_work(store: Store) -> None:
    samples.write_sample(store)
    store.remove_document(1)
    assert [document.id for document in store.documents()] == [2]
    assert len(store.history().in_force) == 4
    assert store.add_document(samples.sample_document()) == 1
    samples.expect_sample(store)


def test_a_document_that_is_not_there_is_named(store: Store) -> None:
    for call in (store.source_text, store.remove_document, store.analyses):
        with pytest.raises(UnknownDocument) as caught:
            call(7)
        assert caught.value.document == 7


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("春耕动员.txt", "春耕动员"),
        ("第二稿.修改.txt", "第二稿.修改"),
        ("讲\u202e稿\n.txt", "讲\\u202e稿\\n"),
    ],
)
def test_the_title_is_the_file_name_with_hidden_characters_shown(
    store: Store, name: str, title: str
) -> None:
    store.add_document(samples.sample_document(path=f"/稿件/{name}"))
    assert store.documents()[0].title == title


@pytest.mark.skipif(os.name == "nt", reason="file names are Unicode on Windows")
def test_a_file_name_that_is_not_utf8_comes_back_byte_for_byte(store: Store) -> None:
    path = os.fsdecode(b"/x/" + "讲话".encode("gbk") + b".txt")
    store.add_document(samples.sample_document(path=path))
    assert os.fsencode(store.documents()[0].origin.path) == os.fsencode(path)
    assert store.documents()[0].title.isprintable()


def test_a_relative_path_is_kept_absolute(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    store.add_document(samples.sample_document(path="讲话.txt"))
    assert store.documents()[0].origin.path == tmp_path / "讲话.txt"


def test_the_time_of_adding_is_kept(store: Store) -> None:
    before = datetime.now(UTC) - timedelta(milliseconds=1)
    store.add_document(samples.sample_document())
    assert before <= store.documents()[0].added_at <= datetime.now(UTC)


def test_refused_files_are_in_the_import_report(store: Store) -> None:
    store.add_document(samples.sample_document())
    store.record_refusal(Path("/稿件/扫描\u202e.bin"), "NotText", 4096)
    store.record_refusal(Path("/稿件/没了.txt"), "FileGone")
    loaded, scanned, gone = store.import_report()
    assert (loaded.outcome, loaded.document, loaded.encoding) == ("loaded", 1, "gb18030")
    assert (scanned.outcome, scanned.document, scanned.byte_count) == ("NotText", None, 4096)
    assert (scanned.path, scanned.shown) == (
        Path("/稿件/扫描\u202e.bin"),
        str(Path("/稿件/扫描\\u202e.bin")) if os.name == "posix" else scanned.shown,
    )
    assert gone.byte_count is None
    with pytest.raises(StoreRuleBroken):
        store.record_refusal(Path("/稿件/x.txt"), "loaded")


JSON: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY_TEXT, inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(JSON, max_size=4))
def test_settings_are_any_json(values: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "s") as store:
        assert store.setting("k", "default") == "default"
        for value in values:
            store.set_setting("k", value)
            assert store.setting("k", "default") == value


def test_a_setting_that_json_cannot_say_is_refused_and_the_old_one_stays(store: Store) -> None:
    store.set_setting("k", 1)
    with pytest.raises(ValueError, match="JSON"):
        store.set_setting("k", float("nan"))
    assert store.setting("k") == 1
