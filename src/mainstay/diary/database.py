"""Django's settings for the database, from an address. Does not load Django."""

import os
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from mainstay.diary.folder import DATABASE, data_folder

SQLITE = "django.db.backends.sqlite3"
POSTGRES = "django.db.backends.postgresql"

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    # What the person has logged is on the disk when we say so, even if the power fails.
    "PRAGMA synchronous=FULL",
)


def database_settings(address: str | os.PathLike[str] | None = None) -> dict[str, dict[str, Any]]:
    """Return Django's ``DATABASES`` for a path, or a ``sqlite:`` or ``postgresql:`` address.

    Without one: ``$MAINSTAY_DATABASE_URL``, or else the file in the data folder. Nothing is made on disk.
    Raise ValueError for an address of another kind.
    """
    given = os.fspath(address) if address else os.environ.get("MAINSTAY_DATABASE_URL", "")
    scheme = given.partition("://")[0] if "://" in given else ""
    if scheme in ("postgresql", "postgres"):
        return {"default": _postgres(given)}
    if scheme not in ("", "sqlite"):
        raise ValueError(f"{scheme}:// is no database Mainstay knows; use sqlite:///PATH or postgresql://…")
    # As elsewhere: three slashes before a path from here, four before one from the root.
    path = unquote(given.removeprefix("sqlite://").removeprefix("/")) if scheme else given
    return {"default": _sqlite(path or str(data_folder() / DATABASE))}


def _sqlite(path: str) -> dict[str, Any]:
    return {
        "ENGINE": SQLITE,
        "NAME": path,
        # Writers queue for up to this many seconds. IMMEDIATE makes them queue at the start of a transaction;
        # one that reads first and writes later would be refused at once when another has written between.
        "OPTIONS": {"timeout": 20, "transaction_mode": "IMMEDIATE", "init_command": ";".join(_PRAGMAS)},
        "CONN_MAX_AGE": None,
    }


def _postgres(address: str) -> dict[str, Any]:
    parts = urlsplit(address)
    return {
        "ENGINE": POSTGRES,
        "NAME": unquote(parts.path.removeprefix("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
    }
