"""What the diary's store costs at one year and at ten, side by side, on a real SQLite file.

Run with ``python -m benchmarks.diary_store``. The two stores take turns, so that a busy machine is busy for
both; the last column is the ten years' time divided by the one year's.
"""

import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import django
from django.conf import settings

from benchmarks.rows import Row, show
from mainstay import coach
from mainstay.catalogue import Catalogue, load_catalogue
from mainstay.diary import database_settings, local, new_id, read_lines, to_line
from mainstay.kernel import Event
from tests.coach.diaries import years_of_training

YEARS = (1, 10)
TIMES = 60
CORRECTIONS = 12


def set_up() -> None:
    """Make Django ready for stores that are named later."""
    if not settings.configured:
        apps = ["mainstay.diary.apps.DiaryConfig"]
        settings.configure(INSTALLED_APPS=apps, DATABASES=database_settings(":memory:"), USE_TZ=True)
    django.setup()


class Bench:
    """One diary in a file of its own."""

    def __init__(self, catalogue: Catalogue, folder: Path, years: int) -> None:
        """Write the years, and remember how long that took."""
        from django.db import connections
        from django.db.migrations.executor import MigrationExecutor

        from mainstay.diary import store

        self.catalogue, self.store, self.path = catalogue, store, folder / f"{years}.sqlite3"
        self.events = years_of_training(catalogue, years)
        connections.settings["default"] = connections.configure_settings(database_settings(self.path))[
            "default"
        ]
        self.connection = connections.create_connection("default")
        self.use()
        executor = MigrationExecutor(self.connection)
        executor.migrate(executor.loader.graph.leaf_nodes("diary"))
        self.diary = store.the_diary()
        self.import_seconds = timed(lambda: store.append(self.diary, self.events))
        self.news, self.added = self._news(), list[Event]()

    def use(self) -> None:
        """Make this the store that is asked."""
        from django.db import connections

        connections["default"] = self.connection

    def _news(self) -> Iterator[Event]:
        """Yield sets of a session after the diary's end, at twenty seconds from each other, for ever."""
        done = next(event for event in reversed(self.events) if event.kind == "set_performed")
        at = self.events[-1].at + timedelta(days=2)
        session = new_id(at)
        while True:
            at += timedelta(seconds=20)
            yield event(at, "set_performed", {**done.fields, "session": session})

    def log_a_set(self) -> None:
        """Add the next set."""
        self.added.append(next(self.news))
        self.store.append(self.diary, self.added[-1:])

    def today(self) -> None:
        """Read the person and plan their day."""
        person = self.store.person_of(self.diary)
        coach.today(self.catalogue, person, self.events[-1].day + timedelta(days=2))

    def person(self) -> None:
        """Read the person."""
        self.store.person_of(self.diary)

    def log_and_look(self) -> None:
        """Add a set, then plan the day."""
        self.log_a_set()
        self.today()

    def local_person(self) -> None:
        """Read the person as the command line does."""
        assert local.read_person(self.path, self.catalogue.version) is not None

    def retraction(self, days: int) -> Callable[[], None]:
        """Return the work of taking back sets, from this many days before the end backwards."""
        limit = self.events[-1].at - timedelta(days=days)
        done = [one for one in (*self.events, *self.added) if one.kind == "set_performed" and one.at <= limit]
        sets = reversed(done)

        def retract() -> None:
            gone = next(sets)
            at = next(self.news).at
            self.store.append(self.diary, [event(at, "event_retracted", {"event": gone.id})])

        return retract


def event(at: datetime, kind: str, fields: dict[str, Any]) -> Event:
    """Return a new event."""
    return Event(new_id(at), kind, at, fields)


def timed(work: Callable[[], object]) -> float:
    """Return the seconds of one piece of work."""
    start = perf_counter()
    work()
    return perf_counter() - start


def in_turns(benches: Sequence[Bench], works: Sequence[Callable[[], object]], times: int) -> list[float]:
    """Return the median seconds of each bench's work; one run each is to warm up."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(times + 1):
        for bench, work, times_of in zip(benches, works, taken, strict=True):
            bench.use()
            times_of.append(timed(work))
    return [median(times_of[1:]) for times_of in taken]


def floor_seconds(folder: Path) -> float:
    """Return the time of one durable insert with nothing around it: what the disk alone asks for."""
    with closing(sqlite3.connect(folder / "floor.sqlite3", isolation_level=None)) as bare:
        bare.execute("PRAGMA journal_mode=WAL")
        bare.execute("PRAGMA synchronous=FULL")
        bare.execute("CREATE TABLE line (body TEXT)")
        insert = [
            timed(lambda: bare.execute("INSERT INTO line VALUES (?)", ("x" * 300,))) for _ in range(TIMES)
        ]
    return median(insert)


def rows() -> Iterator[Row]:
    """Measure every cost for both diaries: ten years, beside one year."""
    set_up()
    catalogue = load_catalogue()
    with tempfile.TemporaryDirectory(prefix="mainstay-bench-") as name:
        benches = [Bench(catalogue, Path(name), years) for years in YEARS]
        yield from costs(benches)
        yield from throughput(benches)
        yield Row("one durable row, and nothing else", 1000 * floor_seconds(Path(name)), "ms")
        for bench in benches:
            bench.connection.close()


Job = Callable[[Bench], Callable[[], object]]


def costs(benches: Sequence[Bench]) -> Iterator[Row]:
    """Measure the costs of single things, in milliseconds."""
    jobs: list[tuple[str, Job, int, str]] = [
        ("a set logged, durably", lambda bench: bench.log_a_set, TIMES, "≤ 2"),
        ("the person read", lambda bench: bench.person, TIMES, ""),
        ("the person read and the day planned", lambda bench: bench.today, TIMES // 3, "≤ 3"),
        ("a set logged, then both", lambda bench: bench.log_and_look, TIMES // 3, "≤ 6"),
        ("the person read by the command line", lambda bench: bench.local_person, TIMES, ""),
        ("a set just done taken back", lambda bench: bench.retraction(-3), CORRECTIONS, "≤ 5"),
        ("a set of this week taken back", lambda bench: bench.retraction(3), CORRECTIONS, "≤ 5"),
        ("a set of 6 weeks ago taken back", lambda bench: bench.retraction(42), CORRECTIONS, "≤ 50"),
        ("a set of 9 months ago taken back", lambda bench: bench.retraction(270), CORRECTIONS, "≤ 50"),
    ]
    for name, job, times, goal in jobs:
        one, ten = in_turns(benches, [job(bench) for bench in benches], times)
        yield Row(name, 1000 * ten, "ms", 1000 * one, "1 year", goal)


def throughput(benches: Sequence[Bench]) -> Iterator[Row]:
    """Measure how many events a second go into the store and through the reader."""
    texts = ["\n".join(map(to_line, bench.events)) for bench in benches]
    reads = [timed(partial(read_lines, text, "bench")) for text in texts]
    for name, seconds in (("into the store", [b.import_seconds for b in benches]), ("read", reads)):
        one, ten = (len(bench.events) / s for bench, s in zip(benches, seconds, strict=True))
        yield Row(f"events of a file {name}", ten, "/s", one, "1 year")
    one, ten = (bench.path.stat().st_size / 1e6 for bench in benches)
    yield Row("the store on the disk", ten, "MB", one, "1 year")


def main() -> None:
    """Print the table."""
    show(rows())


if __name__ == "__main__":
    main()
