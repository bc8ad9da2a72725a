"""``mainstay walk`` and ``habit``: one line noted in a diary file, or in the local store."""

import json
from datetime import datetime
from difflib import get_close_matches
from math import isfinite
from pathlib import Path

from mainstay.catalogue import Catalogue, load_catalogue
from mainstay.cli.output import console, print_json
from mainstay.cli.refusal import Refused
from mainstay.cli.source import read_diary
from mainstay.cli.terminal.log import Pen, file_log, store_log
from mainstay.diary import read_lines, to_line
from mainstay.kernel import Event
from mainstay.words import minutes_text


def note_walk(minutes: float, steps: int | None, file: str | None, as_json: bool) -> None:
    """Note a walk that has just ended."""
    if not isfinite(minutes):
        raise Refused([f"--minutes: {minutes} is not a number of minutes; use one from 0 to 1440"])
    event = _note(load_catalogue(), file, "walk_logged", minutes=minutes, steps=steps)
    _say(event, f"Noted: a walk of {minutes_text(round(minutes * 60))}.", as_json)


def note_habit(slug: str, count: int | None, file: str | None, as_json: bool) -> None:
    """Note a habit that has just been done."""
    catalogue = load_catalogue()
    habit = catalogue.habits.get(slug)
    if habit is None:
        like = get_close_matches(slug, catalogue.habits, n=1)
        hint = f"did you mean {like[0]}?" if like else f"it is one of {', '.join(catalogue.habits)}"
        raise Refused([f"{slug}: is not a habit; {hint}"])
    event = _note(catalogue, file, "habit_done", habit=slug, count=count)
    _say(event, f"Noted: {habit.name.lower()}.", as_json)


def _note(catalogue: Catalogue, file: str | None, kind: str, **fields: object) -> Event:
    """Write one event where the diary is kept; refuse one that does not fit the schema, and a faulty file."""
    if file == "-":
        raise Refused(["standard input cannot be written to; give a file with --diary"])
    pen = Pen(_nowhere, lambda: datetime.now().astimezone())
    event = pen.new(kind, **fields)
    faults = read_lines(to_line(event).encode(), kind, catalogue).faults
    if faults:
        raise Refused(fault.text for fault in faults)
    if file is None:
        store_log()([event])
    else:
        if Path(file).exists():
            read_diary(catalogue, file)
        file_log(Path(file))([event])
    return event


def _nowhere(_: object) -> None:
    """Events are checked before anything is written."""


def _say(event: Event, told: str, as_json: bool) -> None:
    if as_json:
        print_json(json.loads(to_line(event)))
    else:
        console().print(told, markup=False)
