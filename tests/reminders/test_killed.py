"""Processes that are really killed, between due and sent and everywhere else, on real databases."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reminders.killing import COPIES
from tests.reminders.stores import a_store

pytest_plugins = ["tests.postgres"]

RUNS = 24
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request, tmp_path, django_db_blocker) -> Iterator[str]:
    """Where a real database is."""
    made = (
        request.getfixturevalue("postgres_url") if request.param == "postgresql" else str(tmp_path / "store")
    )
    with django_db_blocker.unblock(), a_store(made):
        yield made


def test_a_worker_that_is_killed_loses_nothing_and_doubles_only_what_it_was_handing_over(
    address: str,
) -> None:
    environment = {
        **os.environ,
        "MAINSTAY_DATABASE_URL": address,
        "DJANGO_SETTINGS_MODULE": "mainstay.web.settings",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.reminders.killing", "0", str(RUNS)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    runs, reach = json.loads(done.stdout), Counter[str]()
    for run in runs:
        assert run["ends"] == {"sent": COPIES}, run
        assert len(run["copies"]) == COPIES, run
        for copy, times in run["copies"].items():
            assert times == 1 or times - 1 <= run["excused"].get(copy, 0), run
        reach.update(run["workers"])
        if "killed" in run["workers"]:
            reach["killed while something was due and not sent"] += any(
                state != "sent" for state in run["left"]
            )
            reach["killed before anything was made"] += not run["left"]
            reach["killed in the hand-over"] += any(times > 1 for times in run["copies"].values())
            reach["killed beside another"] += len(run["workers"]) > 1
    assert reach["killed"] >= 20
    assert min(reach.values()) >= 1, reach
