"""Where the static files of ours lie."""

from pathlib import Path

from django.contrib.staticfiles import finders


def file_of(name: str) -> Path:
    """Return where a static file of ours lies; raise FileNotFoundError where there is none."""
    found = finders.find(name)
    if not isinstance(found, str):
        raise FileNotFoundError(name)
    return Path(found)
