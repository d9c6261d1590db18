"""One window for one store, whoever else tries; and one file for every build of SQLite."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import store_samples as samples

from reviewer.store.connection import StoreConnection
from reviewer.store.engine import SMALLEST_VERSION
from reviewer.store.errors import StoreInUse
from reviewer.store.store import Store


def test_a_second_window_is_told_who_has_the_store(store: Store, store_path: Path) -> None:
    with pytest.raises(StoreInUse) as caught:
        Store.open(store_path)
    assert caught.value.process == os.getpid()
    assert caught.value.computer
    samples.write_sample(store)
    samples.expect_sample(store)


OPENER = """
import sys
from pathlib import Path
from reviewer.store.errors import StoreInUse
from reviewer.store.store import Store
try:
    Store.open(Path(sys.argv[1])).close()
except StoreInUse as error:
    print(error.process)
else:
    print("opened")
"""


def opened_elsewhere(path: Path) -> str:
    """What another process gets when it opens the store: the holder's number, or `opened`."""
    answer = subprocess.run(
        [sys.executable, "-c", OPENER, str(path)], capture_output=True, text=True, check=True
    )
    return answer.stdout.strip()


def test_a_second_program_is_refused_also_after_the_first_tried_twice(
    store: Store, store_path: Path
) -> None:
    samples.write_sample(store)
    with pytest.raises(StoreInUse):
        Store.open(store_path)
    assert opened_elsewhere(store_path) == str(os.getpid())
    store.close()
    assert opened_elsewhere(store_path) == "opened"


def test_sqlites_own_lock_holds_where_the_lock_file_was_deleted(
    store: Store, store_path: Path
) -> None:
    samples.write_sample(store)
    if os.name == "posix":
        store_path.with_name(store_path.name + ".lock").unlink()
        assert opened_elsewhere(store_path) == "None"
    with pytest.raises(StoreInUse):
        StoreConnection(store_path)


def test_a_link_to_an_open_store_is_the_same_store(store: Store, store_path: Path) -> None:
    link = store_path.with_name("link")
    try:
        link.symlink_to(store_path)
    except OSError:
        pytest.skip("links are not allowed here")
    with pytest.raises(StoreInUse) as caught:
        Store.open(link)
    assert caught.value.process == os.getpid()


def test_closing_twice_is_harmless(store_path: Path) -> None:
    store = Store.open(store_path)
    store.close()
    with Store.open(store_path):
        store.close()
        with pytest.raises(StoreInUse):
            Store.open(store_path)


WITH_THE_STANDARD_LIBRARY = """
import sys
sys.modules["pysqlite3"] = None
sys.path.insert(0, sys.argv[2])
from pathlib import Path
import store_samples as samples
from reviewer.store.engine import SMALLEST_VERSION, sqlite
from reviewer.store.store import Store
assert sqlite.__name__ == "sqlite3", sqlite.__name__
with Store.open(Path(sys.argv[1])) as store:
    if not store.documents():
        samples.write_sample(store)
    samples.expect_sample(store)
"""


@pytest.mark.skipif(sqlite3.sqlite_version_info < SMALLEST_VERSION, reason="an old SQLite")
@pytest.mark.parametrize("first", ["the program's", "the standard library's"])
def test_the_standard_librarys_sqlite_does_as_well(store_path: Path, first: str) -> None:
    if first == "the program's":
        with Store.open(store_path) as store:
            samples.write_sample(store)
    here = str(Path(__file__).parent)
    subprocess.run(
        [sys.executable, "-c", WITH_THE_STANDARD_LIBRARY, str(store_path), here], check=True
    )
    with Store.open(store_path) as store:
        samples.expect_sample(store)
