"""What `mainstay today` reads without Django is what Django wrote."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from mainstay import coach
from mainstay.catalogue import load_catalogue
from mainstay.diary import local
from mainstay.diary.store import append, delete_everything, events_of, person_of, the_diary
from tests.diary.courses import written

CATALOGUE = load_catalogue()


@pytest.fixture
def path(store) -> Iterator[Path]:
    yield Path(connection.settings_dict["NAME"])
    delete_everything(the_diary())


# Only SQLite has a file to read.
only_sqlite = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


@only_sqlite
def test_the_local_reader_sees_what_the_store_sees(path):
    diary = the_diary()
    assert local.read_person(path, CATALOGUE.version) is None
    for events in (written(4, days=10), written(5, days=3)):
        append(diary, events)
        assert local.read_person(path, CATALOGUE.version) == person_of(diary) != coach.Person()
        assert list(local.read_events(path)) == list(events_of(diary))


@only_sqlite
def test_a_state_of_another_version_is_left_to_be_folded_from_the_events(path):
    events = written(4, days=10)
    append(the_diary(), events)
    assert local.read_person(path, "another") is None
    assert coach.fold(CATALOGUE, local.read_events(path)).person == person_of(the_diary())


@only_sqlite
def test_the_local_reader_writes_nothing_and_loads_no_django(path):
    append(the_diary(), written(4, days=2))
    program = (
        "import sys; from pathlib import Path; from mainstay.diary import local;"
        f"print(len(list(local.read_events(Path({str(path)!r}))))); print('django' in sys.modules)"
    )
    path.chmod(0o400)
    try:
        said = subprocess.run(
            (sys.executable, "-c", program), capture_output=True, text=True, check=True
        ).stdout
    finally:
        path.chmod(0o600)
    assert said.split() == [str(len(written(4, days=2))), "False"]


@only_sqlite
def test_deleting_everything_leaves_no_trace_in_the_file(path):
    append(the_diary(), written(4, days=5))
    secret = b"carry my child"
    assert secret in b"".join(file.read_bytes() for file in path.parent.glob("*.sqlite3*"))
    delete_everything(the_diary())
    assert secret not in b"".join(file.read_bytes() for file in path.parent.glob("*.sqlite3*"))


@only_sqlite
def test_the_store_survives_a_loss_of_power_by_its_settings(path):
    with connection.cursor() as cursor:
        asked = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    assert asked == ["wal", 2]


def test_without_a_file_or_without_tables_there_is_nobody_yet(tmp_path):
    missing = tmp_path / "none.sqlite3"
    empty = tmp_path / "a b?#%.sqlite3"
    sqlite3.connect(empty).close()
    empty.touch()
    for path in (missing, empty):
        assert local.read_person(path, CATALOGUE.version) is None
        assert list(local.read_events(path)) == []
    assert not missing.exists()


def test_a_file_that_is_no_store_is_not_taken_for_an_empty_one(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Dear diary, " * 100)
    with pytest.raises(sqlite3.DatabaseError):
        local.read_person(path, CATALOGUE.version)


def test_the_local_store_is_where_the_settings_say(monkeypatch, tmp_path):
    monkeypatch.setenv("MAINSTAY_DATABASE_URL", f"sqlite:///{tmp_path}/mine")
    assert local.default_path() == tmp_path / "mine"
    monkeypatch.setenv("MAINSTAY_DATABASE_URL", "postgresql://db/back")
    with pytest.raises(local.NotLocal, match="--diary"):
        local.default_path()
