"""Five hundred lives with leaping clocks, journeys, dying workers, two at once: none lost, none doubled."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from tests.reminders.lives import life
from tests.reminders.running import Run
from tests.reminders.stores import a_store

pytest_plugins = ["tests.postgres"]

SHARE = 100
LIVES = [("sqlite", 0), ("sqlite", 100), ("sqlite", 200), ("sqlite", 300), ("postgresql", 400)]
"""Databases, and the number of their first life; parts, so that they can be lived side by side."""

REACHED = (
    "expected: session",
    "expected: walk",
    "expected: break",
    "expected though a clock leapt",
    "expected again",
    "journey",
    "two at once",
    "died before",
    "died while handing over",
    "doubled by a death in the hand-over",
    "begins",
    "walks",
    "numb",
    "later",
    "not_today",
)
"""What the five hundred are about: each part must come to every one of these."""


@pytest.fixture
def database(request, tmp_path, django_db_blocker) -> Iterator[None]:
    """A real database. What it is told is not forced to the disk, as only processes die here."""
    address = request.getfixturevalue("postgres_url") if request.param == "postgresql" else tmp_path / "store"
    with django_db_blocker.unblock(), a_store(address):
        yield


@pytest.fixture
def two_workers(database) -> Iterator[ThreadPoolExecutor]:
    """Two threads, each with a connection of its own."""
    with ThreadPoolExecutor(2) as pool:
        yield pool
        both = Barrier(2)

        def leave() -> None:
            both.wait()
            connections["default"].close()

        for left in [pool.submit(leave) for _ in range(2)]:
            left.result()


@pytest.mark.parametrize(("database", "first"), LIVES, indirect=["database"])
def test_in_every_life_each_reminder_comes_once(two_workers, first: int) -> None:
    reach, faults = Counter[str](), list[str]()
    for seed in range(first, first + SHARE):
        run = Run(life(seed), two_workers)
        run.go()
        reach.update(run.reach)
        faults += run.faults
    assert not faults, "\n".join(faults)
    unreached = [what for what in REACHED if not reach[what]]
    assert not unreached, f"no life came to this: {unreached}"
