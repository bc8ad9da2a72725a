"""A real database with the tables of the diary and of reminders in the place of the default one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connections

from tests.diary.conftest import default_database, make_tables


@contextmanager
def a_store(address: str | Path) -> Iterator[None]:
    """Use a database while the block runs."""
    with default_database(address):
        settings = connections["default"].settings_dict
        if connections["default"].vendor == "sqlite":
            settings["OPTIONS"]["init_command"] += ";PRAGMA synchronous=OFF"
        make_tables()
        yield
