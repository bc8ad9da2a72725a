"""A broken rule of the schema, in words a person can act on."""

import json
import re
from typing import TYPE_CHECKING

from mainstay.diary.schema import wanted

if TYPE_CHECKING:
    from jsonschema_rs import ValidationError

_LONGEST = 40
_NO_OFFSET = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?")


def in_words(error: "ValidationError") -> tuple[str, str, str]:
    """Return the field, the problem and the remedy of one validation error."""
    field = _place(error.instance_path)
    if error.kind.name == "required":
        missing = error.kind.value
        where = f"{field}.{missing}" if field else missing
        what = wanted([*error.schema_path[:-1], "properties", missing])
        return where, "is missing", f"add it: {what}"
    return field, _problem(error), f"use {wanted(error.schema_path[:-1])}"


def _place(path: list[str | int]) -> str:
    """Write a path as in ``answers.age`` or ``days[2]``; list places count from 1 as people do."""
    steps = (f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")


def _problem(error: "ValidationError") -> str:
    shown = _shown(error.instance)
    match error.kind.name:
        case "maximum":
            return f"is {shown}, which is above {error.kind.value}"
        case "minimum":
            return f"is {shown}, which is below {error.kind.value}"
        case "minItems":
            return "is an empty list"
        case "minLength":
            return "is empty"
        case "maxLength":
            return f"is longer than {error.kind.value} characters"
        case "format":
            return f"is {shown}, which no calendar or clock shows"
        case "pattern" if error.instance_path == ["at"] and _NO_OFFSET.fullmatch(str(error.instance)):
            return f"is {shown}, without its offset from UTC"
        case _:
            return f"is {shown}"


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
