"""One line of a diary: JSON text to an object, and an event back to text."""

import json
import math
from collections.abc import Iterable, Sequence
from typing import Any, Never

from mainstay.kernel import Event

_EXACT = 2**53  # up to here a float is the number that was written
_DEEPEST = 64
_TOO_DEEP = ("is nested too deeply", f"write at most {_DEEPEST} objects or lists within each other")


class NotReadable(ValueError):
    """A line that is not JSON, with the problem and the remedy in words."""

    def __init__(self, problem: str, remedy: str) -> None:
        """Keep both halves."""
        super().__init__(problem)
        self.problem, self.remedy = problem, remedy


def parse_line(line: bytes | str) -> dict[str, Any]:
    """Return the JSON object on one line; raise :class:`NotReadable` where there is none.

    As in JSON Schema, a number without a fraction is a whole number, however it is written (``3.0``).
    """
    try:
        text = (line.encode() if isinstance(line, str) else line).decode()
        found = _DECODER.decode(text)
        if "\\u" in text:
            # Half of a character pair, which JSON can spell and no database can keep.
            json.dumps(found, ensure_ascii=False).encode()
    except (UnicodeDecodeError, UnicodeEncodeError) as error:
        raise NotReadable(f"is not UTF-8 text ({error.reason})", "save the file as UTF-8") from None
    except json.JSONDecodeError as error:
        problem = f"is not JSON: {error.msg[:1].lower()}{error.msg[1:]} at character {error.pos + 1}"
        raise NotReadable(problem, "write one whole JSON object on each line") from None
    except RecursionError:
        raise NotReadable(*_TOO_DEEP) from None
    except NotReadable:
        raise
    except ValueError:
        # Python refuses whole numbers of thousands of digits.
        raise NotReadable("holds a number that is too long", "write a shorter number") from None
    if not isinstance(found, dict):
        raise NotReadable("is not a JSON object", 'write {"id": …, "kind": …, "at": …} on each line')
    if text.count("[") + text.count("{") > _DEEPEST and _is_deep(found):
        raise NotReadable(*_TOO_DEEP)
    return found


def _is_deep(value: object) -> bool:
    level = [value]
    for _ in range(_DEEPEST):
        level = [inner for outer in level for inner in _inside(outer)]
    return bool(level)


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _float(text: str) -> float | int:
    number = float(text)
    if not math.isfinite(number):
        raise NotReadable(f"holds a number that is too large ({text})", "write a smaller number")
    return int(number) if number.is_integer() and abs(number) <= _EXACT else number


def _constant(text: str) -> Never:
    raise NotReadable(f"holds {text}, which is not JSON", "leave the field out, or write a number")


def _object(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise NotReadable(f"names `{twice}` twice", "name each field once")
    return made


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_float=_float, parse_constant=_constant)


def to_line(event: Event) -> str:
    """Return an event as one line of JSON without its line end, unknown fields and all."""
    envelope = {"id": event.id, "kind": event.kind, "at": event.at.isoformat()}
    return fields_text({**envelope, **event.fields})


def fields_text(fields: Any) -> str:  # noqa: ANN401
    """Return JSON text, as short as it gets."""
    return json.dumps(fields, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def same_content(one: Event, other: Event) -> bool:
    """Return whether two events say the same, in whatever order their fields are written."""
    return one is other or _canonical(one) == _canonical(other)


def _canonical(event: Event) -> str:
    # Text, because to Python `1` and `true` are equal.
    return json.dumps([event.id, event.kind, event.at.isoformat(), event.fields], sort_keys=True)
