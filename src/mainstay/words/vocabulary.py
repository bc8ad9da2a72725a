"""The words of one language, from ``content/words``; what a language lacks is said in English."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import rtoml

FOLDER = Path(__file__).resolve().parent.parent / "content" / "words"
ENGLISH = "en"
_PLAYER = "player"

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Words:
    """One language's templates and names, as nested tables keyed like the file."""

    language: str
    tables: Table

    def table(self, *path: str) -> Table:
        """Return the table at ``path``; an empty one where there is none."""
        found: Any = self.tables
        for key in path:
            found = found.get(key, {})
        return found if isinstance(found, Mapping) else {}

    def line(self, *path: str) -> str:
        """Return the single text at ``path``; raise KeyError where there is none."""
        return str(self.table(*path[:-1])[path[-1]])

    def choices(self, *path: str) -> tuple[str, ...]:
        """Return the templates at ``path``, best first; none where there are none."""
        found = self.table(*path[:-1]).get(path[-1], ())
        return (found,) if isinstance(found, str) else tuple(found)

    def name(self, kind: str, slug: str) -> str:
        """Return a slug's name; a slug without one is shown in plain words."""
        return str(self.table("names", kind).get(slug) or plain(slug))

    def count(self, unit: str, number: float) -> str:
        """Return a number with its unit: the form for that number, or the general one."""
        forms = self.table("units", unit)
        shown = figure(number)
        return str(forms.get(shown, forms["other"])).format(n=shown)


def plain(slug: str) -> str:
    """Return a slug as words, for what has no name."""
    return slug.replace("-", " ").replace("_", " ")


def figure(number: float) -> str:
    """Return a number without needless decimals."""
    return f"{number:g}"


def capital(text: str) -> str:
    """Return a text that starts with a capital letter."""
    return text[:1].upper() + text[1:]


@cache
def words_in(language: str = ENGLISH, folder: Path = FOLDER) -> Words:
    """Return a language's words, read once: ``de-AT`` over ``de`` over English.

    A language without a file is English.
    """
    broader = [language[:end] for end, letter in enumerate(language) if letter == "-"]
    tables: Table = {}
    for code in dict.fromkeys((ENGLISH, *broader, language)):
        tables = _over(tables, _read(folder, code))
    return Words(language, tables)


def _read(folder: Path, code: str) -> Table:
    """Read a language's files: its own, and the player's, which is in a file apart (``player-de.toml``)."""
    known = {path.stem: path for path in folder.glob("*.toml")}
    names = (code, _PLAYER if code == ENGLISH else f"{_PLAYER}-{code}")
    tables = (rtoml.load(known[name]) for name in names if name in known)
    return {key: value for table in tables for key, value in table.items()}


def _over(below: Table, above: Table) -> Table:
    """Lay one tree of tables over another."""
    merged = dict(below)
    for key, value in above.items():
        under = merged.get(key)
        if isinstance(value, Mapping) and isinstance(under, Mapping):
            value = _over(under, value)
        merged[key] = value
    return merged
