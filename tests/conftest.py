"""What tests of several rooms share: the machine's own browser, and a database in a file."""

from typing import Any

import pytest
from django.db import connection

from dev import find_browser


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
