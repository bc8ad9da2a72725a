"""Reading a diary: every fault of every line at once, or all of its events."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from mainstay.catalogue import Catalogue, load_catalogue
from mainstay.diary.fault import Fault
from mainstay.diary.line import NotReadable, fields_text, parse_line, same_content
from mainstay.diary.meaning import Finding, answers_amiss, unknown_names
from mainstay.diary.schema import known_kinds, validator
from mainstay.diary.words import in_words
from mainstay.kernel import Event

_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Reading:
    """A diary as it was read: its events as they were written, or its faults and no events.

    Nothing of a faulty diary is taken. ``warnings`` are for what is kept without being understood; each
    thing is warned of once, at its first line.
    """

    events: tuple[Event, ...]
    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()


def read_lines(data: bytes | str, name: str, catalogue: Catalogue | None = None) -> Reading:
    """Read JSON Lines. ``name`` is what to call the diary in its faults; empty lines only count as lines."""
    if isinstance(data, bytes):
        lines: Iterable[bytes | str] = data.removeprefix(_MARK.encode()).split(b"\n")
    else:
        # Not splitlines(): U+2028 and its like may stand inside a JSON text.
        lines = data.removeprefix(_MARK).split("\n")
    notes = _Notes(name, catalogue or load_catalogue())
    for number, line in enumerate(lines, start=1):
        if line.strip():
            notes.read(number, line)
    return notes.reading()


def read_records(
    records: Iterable[Mapping[str, Any]], name: str, catalogue: Catalogue | None = None
) -> Reading:
    """Read events that are already objects, such as the body of a request; the first one is line 1.

    Raise ValueError where an object cannot be written as JSON.
    """
    return read_lines("\n".join(map(fields_text, records)), name, catalogue)


@dataclass(slots=True)
class _Notes:
    """What has been found so far."""

    file: str
    catalogue: Catalogue
    events: dict[str, Event] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    warnings: dict[Finding, Fault] = field(default_factory=dict)

    def read(self, line: int, text: bytes | str) -> None:
        """Take in one line."""
        try:
            record = parse_line(text)
        except NotReadable as error:
            self.faults.append(Fault(self.file, line, "", error.problem, error.remedy))
            return
        faults = [Fault(self.file, line, *found) for found in _schema_faults(record)]
        self.faults.extend(faults)
        if not faults:
            self.take(line, record)

    def take(self, line: int, record: dict[str, Any]) -> None:
        """Take in one well-formed record."""
        try:
            event = event_from(record)
        except ValueError as error:
            self.faults.append(Fault(self.file, line, "at", f"cannot be read ({error})", "correct the time"))
            return
        if event.id in self.events:
            self.again(line, event)
            return
        self.events[event.id], self.lines[event.id] = event, line
        self.faults.extend(Fault(self.file, line, *found) for found in answers_amiss(self.catalogue, event))
        for found in unknown_names(self.catalogue, event):
            self.warnings.setdefault(found, Fault(self.file, line, *found))

    def again(self, line: int, event: Event) -> None:
        """Take in an id for the second time: harmless, where it says the same."""
        if not same_content(self.events[event.id], event):
            problem = f"is also the id of line {self.lines[event.id]}, which says something else"
            remedy = "give the two events ids of their own, or delete one"
            self.faults.append(Fault(self.file, line, "id", problem, remedy))

    def reading(self) -> Reading:
        """Return the outcome."""
        events = () if self.faults else tuple(self.events.values())
        return Reading(events, tuple(self.faults), tuple(self.warnings.values()))


def _schema_faults(record: dict[str, Any]) -> Iterator[Finding]:
    kind = record.get("kind")
    checks = validator(kind if isinstance(kind, str) and kind in known_kinds() else "")
    if not checks.is_valid(record):
        # One value may break two rules, such as a date's pattern and its calendar; the first is enough.
        found = {in_words(error)[0]: in_words(error) for error in reversed(list(checks.iter_errors(record)))}
        yield from sorted(found.values())


def event_from(record: Mapping[str, Any]) -> Event:
    """Return a valid record as an event; raise ValueError for a time that no clock shows."""
    fields = {name: value for name, value in record.items() if name not in ("id", "kind", "at")}
    return Event(record["id"], record["kind"], datetime.fromisoformat(record["at"]), fields)
