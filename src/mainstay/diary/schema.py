"""The published JSON Schema, and the validators made from it."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator

_FILE = Path(__file__).with_name("schema.json")


@cache
def schema_text() -> str:
    """Return the JSON Schema (draft 2020-12) of one event, as it is published."""
    return _FILE.read_text(encoding="utf-8")


@cache
def schema() -> dict[str, Any]:
    """Return the same as data."""
    read: dict[str, Any] = json.loads(schema_text())
    return read


@cache
def known_kinds() -> tuple[str, ...]:
    """Return the kinds of event that the schema describes."""
    return tuple(case["if"]["properties"]["kind"]["const"] for case in schema()["allOf"])


@cache
def fields_of(kind: str) -> frozenset[str]:
    """Return the fields that the schema describes for a known kind; any other may hold anything."""
    return frozenset(schema()["$defs"][kind]["properties"])


@cache
def validator(kind: str) -> "Draft202012Validator":
    """Return the validator of one kind of event; a kind that is not known has only the envelope to keep."""
    # Loaded here, because whoever reads only the local store has no use for it and would wait.
    from jsonschema_rs import Draft202012Validator

    parts = ["envelope", kind] if kind in known_kinds() else ["envelope"]
    refs = [{"$ref": f"#/$defs/{part}"} for part in parts]
    return Draft202012Validator({"$defs": schema()["$defs"], "allOf": refs}, validate_formats=True)


def wanted(path: Iterable[str | int]) -> str:
    """Return the description at a place in the schema's definitions: what to use there, in words."""
    place: Any = {"$defs": schema()["$defs"]}
    for name in path:
        place = place[name]
    while "$ref" in place:
        place = schema()["$defs"][place["$ref"].rpartition("/")[2]]
    return str(place["description"])
