"""What tests of several rooms share: the machine's own browser, and a database in a file."""

from typing import Any

import pytest
from django.db import connection
from playwright.sync_api import expect

from dev import find_browser

# A machine that does much else is slower than the five seconds that Playwright waits for. Nothing waits
# longer than it takes: only what never comes is found later.
expect.set_options(timeout=20_000)

# What takes longest in one piece, as this is where a run could have to wait for one worker at its end.
LONGEST = (
    "tests/sync/test_protocol.py",
    "tests/sync/test_offline.py",
    "tests/guide/test_offline_answers.py",
    "tests/terminal/test_session.py",
)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that no worker is alone with it when all else is done."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Drive the machine's own Chromium."""
    return {**browser_type_launch_args, "executable_path": find_browser(), "args": ["--no-sandbox"]}


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the tests' database in a file of this process, as the app keeps its own.

    In memory, Django gives every thread of its test server the same connection, so two requests at once would
    end each other's transactions. Only what is written to the disk, and when, is not the app's way here.
    """
    connection.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")
    connection.settings_dict["OPTIONS"]["init_command"] += ";PRAGMA synchronous=OFF"
