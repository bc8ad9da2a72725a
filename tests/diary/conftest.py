"""Real stores for the diary's tests: SQLite as people run it, and PostgreSQL."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
import pytest
from django.conf import settings
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from mainstay.diary import database_settings

if not settings.configured and not os.environ.get("DJANGO_SETTINGS_MODULE"):
    settings.configure(INSTALLED_APPS=["mainstay.diary.apps.DiaryConfig"], USE_TZ=True, SECRET_KEY="test")

django.setup()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def store(request, tmp_path_factory, django_db_blocker) -> Iterator[str]:
    """Make a real database the default one while a module's tests run, and say which it is.

    The tests need transactions of their own on both databases, so this does not use pytest-django's one.
    """
    address = request.getfixturevalue("postgres_url") if request.param == "postgresql" else None
    file = tmp_path_factory.mktemp("diary") / "mainstay.sqlite3"
    with django_db_blocker.unblock(), default_database(address or file):
        make_tables()
        yield request.param


def make_tables() -> None:
    """Make the tables of the diary, and of what refers to it."""
    executor = MigrationExecutor(connections["default"])
    leaves = executor.loader.graph.leaf_nodes()
    executor.migrate([node for node in leaves if node[0] in ("diary", "reminders")])


@contextmanager
def default_database(address: str | Path) -> Iterator[None]:
    """Put a database in the place of the default one, and afterwards that one back."""
    old_settings, old = connections.settings["default"], getattr(connections._connections, "default", None)
    connections.settings["default"] = connections.configure_settings(database_settings(address))["default"]
    connections["default"] = connections.create_connection("default")
    try:
        yield
    finally:
        connections["default"].close()
        connections.settings["default"] = old_settings
        del connections["default"]
        if old:
            connections["default"] = old
