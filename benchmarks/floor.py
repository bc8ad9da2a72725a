"""The least that a Python server can do: read one row of a session's size, or write one durably."""

import os
import sqlite3
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

_SESSION = b"x" * 3500
_local = threading.local()
Start = Callable[[str, list[tuple[str, str]]], object]


def _store() -> sqlite3.Connection:
    if not hasattr(_local, "store"):
        store = sqlite3.connect(Path(os.environ["FLOOR"]) / "floor.sqlite3", isolation_level=None)
        store.execute("PRAGMA journal_mode=WAL")
        store.execute("PRAGMA synchronous=FULL")
        store.execute("CREATE TABLE IF NOT EXISTS line (id INTEGER PRIMARY KEY, body BLOB)")
        store.execute("INSERT OR IGNORE INTO line VALUES (1, ?)", (_SESSION,))
        _local.store = store
    found: sqlite3.Connection = _local.store
    return found


def application(environ: dict[str, str], start_response: Start) -> Iterable[bytes]:
    """Answer ``/write`` with one more row on the disk, and everything else with the first row."""
    store, body = _store(), b"{}"
    if environ["PATH_INFO"] == "/write":
        store.execute("INSERT INTO line (body) VALUES (?)", (_SESSION[:300],))
    else:
        (body,) = store.execute("SELECT body FROM line WHERE id = 1").fetchone()
    start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
    return [body]
