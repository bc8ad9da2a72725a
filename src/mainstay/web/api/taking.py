"""Taking in a batch from a device: each event on its own, so that a faulty one holds up no other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction

from mainstay.diary import read_records, store
from mainstay.kernel import Event
from mainstay.web.api.shapes import Refused

_ANOTHER = "`id` is taken by another event, which says something else; give this one an id of its own"
_NO_OBJECT = "is not a JSON object; send each event as an object with id, kind and at"


class AnotherDiary(ValueError):
    """The batch was written for another diary; ``here`` names the one that there is."""

    def __init__(self, here: UUID) -> None:
        """Keep the name."""
        super().__init__("These events belong to another diary; it was deleted, or is kept elsewhere.")
        self.here = here


@dataclass(slots=True)
class _Sorted:
    """The events of a batch that can be read, by id with their place, and the refused ones."""

    events: list[tuple[int, Event]] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)

    def refuse(self, taken: Iterable[str]) -> None:
        """Refuse the events whose ids are taken by other events."""
        ids = set(taken)
        self.refused += [
            Refused(id=event.id, place=place, faults=[_ANOTHER])
            for place, event in self.events
            if event.id in ids
        ]
        self.events = [(place, event) for place, event in self.events if event.id not in ids]


def take(name: UUID, records: Sequence[Any]) -> tuple[list[str], list[Refused]]:
    """Add events to the diary of this name; return the ids that are in it, and what was refused.

    When this returns outside of a transaction, the events are on the disk. An id that is there already with
    the same content counts as saved. Raise :class:`AnotherDiary` where the diary has another name.
    """
    batch = _sorted(records)
    with transaction.atomic():
        diary = store.held_diary()
        if store.edition(diary) != name:
            raise AnotherDiary(store.edition(diary))
        try:
            _append(diary, batch)
        except store.Conflict as conflict:
            batch.refuse(conflict.ids)
            _append(diary, batch)
    saved = dict.fromkeys(event.id for _, event in batch.events)
    return list(saved), sorted(batch.refused, key=lambda refused: refused.place)


def _append(diary: store.Diary, batch: _Sorted) -> None:
    store.append(diary, [event for _, event in batch.events])


def _sorted(records: Sequence[Any]) -> _Sorted:
    batch = _Sorted()
    for place, record in enumerate(records, start=1):
        read = _read(record)
        if isinstance(read, Event):
            batch.events.append((place, read))
        else:
            batch.refused.append(Refused(id=_id_of(record), place=place, faults=read))
    return batch


def _read(record: object) -> Event | list[str]:
    """Return one event, or everything that is wrong with it."""
    if not isinstance(record, dict):
        return [_NO_OBJECT]
    try:
        reading = read_records([record], "")
    except ValueError:
        return ["holds a number that JSON does not know; leave the field out, or write a number"]
    return [fault.what for fault in reading.faults] or reading.events[0]


def _id_of(record: object) -> str:
    name = record.get("id") if isinstance(record, dict) else None
    return name if isinstance(name, str) else ""
