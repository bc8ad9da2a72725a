"""Reading the local store with nothing but ``sqlite3``, so that the command line starts without Django.

It only reads. A state of another version is not a person here: fold the events instead.
"""

import json
import sqlite3
from collections.abc import Generator, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from mainstay.coach import Person
from mainstay.diary.database import SQLITE, database_settings
from mainstay.diary.identity import LOCAL_DIARY
from mainstay.diary.state import person_from, state_version
from mainstay.kernel import Event

_STATE = "SELECT state FROM diary_projection WHERE diary_id = ? AND version = ?"
_EVENTS = "SELECT event_id, kind, at, body FROM diary_event WHERE diary_id = ? ORDER BY at_utc, event_id"


class NotLocal(LookupError):
    """The diary is in a database that cannot be read without Django."""


def default_path() -> Path:
    """Return the SQLite file that Mainstay uses here; raise :class:`NotLocal` where it uses no such file."""
    settings = database_settings()["default"]
    if settings["ENGINE"] != SQLITE:
        raise NotLocal("the diary is kept in PostgreSQL; name a file with --diary, or use the web pages")
    return Path(settings["NAME"])


def read_person(path: Path, catalogue_version: str) -> Person | None:
    """Return the person as the store last projected them; None without a diary, or with an older state."""
    with closing(_rows(path, _STATE, LOCAL_DIARY.hex, state_version(catalogue_version))) as rows:
        found = next(rows, None)
    return person_from(found[0]) if found else None


def read_events(path: Path) -> Iterator[Event]:
    """Yield every event in the diary's order, retracted ones too; none where there is no diary yet."""
    for event_id, kind, at, body in _rows(path, _EVENTS, LOCAL_DIARY.hex):
        yield Event(event_id, kind, datetime.fromisoformat(at), json.loads(body))


def _rows(path: Path, query: str, *values: str) -> Generator[tuple[str, ...]]:
    if not path.exists():
        return
    address = f"file:{quote(str(path.resolve()))}?mode=ro"
    with closing(sqlite3.connect(address, uri=True, timeout=20)) as store:
        try:
            rows = store.execute(query, values)
        except sqlite3.OperationalError as error:
            # A file that the server has made but not yet set up holds no diary.
            if "no such table" in str(error):
                return
            raise
        yield from rows
