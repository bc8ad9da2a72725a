"""Two hundred runs of the real protocol against the real server, with everything that can go wrong.

``runs.mjs`` plays devices that run the app's own ``sender.js``; here the store is opened behind the server's
back, to see what is really in it.
"""

import json
import os
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg
from playwright._impl._driver import compute_driver_executable

pytest_plugins = ["tests.postgres"]

RUNS = Path(__file__).with_name("runs.mjs")
SERVE = str(Path(sys.executable).with_name("mainstay"))
EVENTS = "SELECT event_id, kind, at, body FROM diary_event"
MISHAPS = {"none", "unsent", "lost", "thrice", "page", "killed", "restarts"}

Run = dict[str, Any]


def runs(folder: Path, seeds: range, database: str = "") -> list[Run]:
    """Play the runs of some seeds and return what each device made and was told."""
    told = {"command": [SERVE, "serve", "--no-worker"], "seeds": list(seeds)}
    environment = {**os.environ, "MAINSTAY_DATA": str(folder), "MAINSTAY_DATABASE_URL": database}
    node = compute_driver_executable()[0]
    command = (node, "--no-warnings", str(RUNS), json.dumps(told))
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    # Not splitlines(): an event may hold U+2028.
    return [json.loads(line) for line in done.stdout.split("\n") if line]


def records(rows: list[tuple[str, str, str, str]]) -> list[Run]:
    """Return the rows of a store as the events that they keep."""
    return [{"id": name, "kind": kind, "at": at, **json.loads(body)} for name, kind, at, body in rows]


def in_time(event: Run) -> Run:
    """Return an event with its time read: a store may write the same moment in another way."""
    return {**event, "at": datetime.fromisoformat(event["at"])}


def check(found: list[Run], played: list[Run]) -> None:
    """Every event is there once, as it was made; what was told as saved is among them; no faulty one is."""
    assert max(Counter(event["id"] for event in found).values()) == 1
    there = {event["id"]: in_time(event) for event in found}
    for run in played:
        told = f"seed {run['seed']}: {run['seen']}"
        assert set(run["told"]) == {event["id"] for event in run["made"]}, told
        assert [there.get(event["id"]) for event in run["made"]] == [in_time(e) for e in run["made"]], told
        assert run["refused"] == run["faulty"], told
        assert not there.keys() & set(run["faulty"]), told


def test_on_sqlite_everything_told_as_saved_is_in_the_diary_once_and_nothing_is_lost(tmp_path):
    played = runs(tmp_path, range(1, 161))
    with closing(sqlite3.connect(tmp_path / "mainstay.sqlite3")) as store:
        check(records(store.execute(EVENTS).fetchall()), played)
    assert len(played) == 160
    seen = Counter[str]()
    for run in played:
        seen.update(run["seen"])
    # The runs met what they are there for: every mishap, many times.
    assert {name for name, times in seen.items() if times >= 10} == MISHAPS, seen
    assert sum(bool(run["faulty"]) for run in played) > 20


def test_on_postgresql_too(tmp_path, postgres_url):
    with psycopg.connect(postgres_url, autocommit=True) as server:
        server.execute(
            "CREATE DATABASE sync_runs"
        )  # Other tests leave diaries of their own in the first one.
    own = f"{postgres_url.rpartition('/')[0]}/sync_runs"
    played = runs(tmp_path, range(1001, 1041), own)
    with psycopg.connect(own) as store:
        check(records(store.execute(EVENTS).fetchall()), played)
    assert len(played) == 40
