"""Sets: what was asked, what was done, and the events that bring the diary in line with the form."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mainstay.guide.lines import Line
from mainstay.guide.sets import Amounts, SetKey, amounts_in, keys_of, target_of
from mainstay.kernel import Event
from mainstay.web.train.events import NewEvent

LARGEST: Mapping[str, float] = {"reps": 1000, "hold_seconds": 3600, "load_kg": 500}


@dataclass(frozen=True, slots=True)
class Ticked:
    """The form's sets: what was done of each that was ticked, and what could not be read."""

    done: Mapping[SetKey, Amounts]
    faults: Mapping[SetKey, str]


def read_ticks(posted: Mapping[str, Any], ticked: Iterable[str], lines: Iterable[Line]) -> Ticked:
    """Read the ticked sets of the lines that the form showed.

    A number left blank means as asked; one that cannot be is a fault.
    """
    names = set(ticked)
    done: dict[SetKey, Amounts] = {}
    faults: dict[SetKey, str] = {}
    for line in lines:
        for key in keys_of(line):
            if key.name in names:
                try:
                    done[key] = _amounts(posted, key, target_of(line.item.dose))
                except ValueError as fault:
                    faults[key] = str(fault)
    return Ticked(done, faults)


def _amounts(posted: Mapping[str, Any], key: SetKey, target: Amounts) -> Amounts:
    found = dict(target)
    for name in target:
        text = str(posted.get(f"{name}:{key.name}", "")).strip().replace(",", ".")
        if text:
            found[name] = _number(name, text)
    return found


def _number(name: str, text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        raise ValueError(f"“{text}” is not a number") from None
    if not 0 <= number <= LARGEST[name]:
        raise ValueError(f"{text} is outside 0 to {LARGEST[name]:g}")
    return int(number) if name == "reps" or number.is_integer() else number


def set_events(
    new: NewEvent,
    session: str,
    lines: Iterable[Line],
    logged: Mapping[SetKey, Event],
    done: Mapping[SetKey, Amounts],
) -> Iterator[Event]:
    """Yield what brings the diary in line with the ticks; ticking twice writes once.

    A tick taken back, or a number changed, retracts the set that was written before.
    """
    for line in lines:
        for key in keys_of(line):
            known, wanted = logged.get(key), done.get(key)
            if known and wanted != amounts_in(known):
                yield new("event_retracted", event=known.id)
            if wanted is not None and (known is None or wanted != amounts_in(known)):
                yield new("set_performed", **_set_fields(session, line, key, wanted))


def _set_fields(session: str, line: Line, key: SetKey, amounts: Amounts) -> dict[str, Any]:
    side = {"side": key.side} if key.side else {}
    asked = {"session": session, "exercise": key.exercise, "rung": line.rung.slug, "set": key.number}
    return {**asked, **side, **amounts, "target": target_of(line.item.dose)}
