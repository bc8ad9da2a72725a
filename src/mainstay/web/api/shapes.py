"""What the API takes and gives, as the OpenAPI document tells it."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Field, Schema
from pydantic import BeforeValidator

REFUSED = frozenset({400, 401, 403, 404, 413, 422})
"""The ways in which a request may not be taken; each answer is a :class:`Problem`."""

MOST = 200
"""Events of one request; a whole session is fewer."""


def _as_written(text: str) -> date:
    """Return a day written as 2026-11-21 and in no other way: `0` would else be a day of 1970."""
    day = date.fromisoformat(text)
    if day.isoformat() != text:
        raise ValueError("write a day as 2026-11-21")
    return day


Day = Annotated[date, BeforeValidator(_as_written)]


class Hello(Schema):
    """What a device needs before it talks: ``now`` is the time on the person's clock.

    Packets that were fetched with the same ``version``, ``diary`` and ``mark`` on the same day are current.
    """

    csrf: str
    now: datetime
    diary: UUID
    mark: str
    version: str


class Batch(Schema):
    """Events in any order, each as in a diary file. ``diary`` is the one that they were written for."""

    diary: UUID
    events: list[Any] = Field(json_schema_extra={"maxItems": MOST, "items": {"type": "object"}})


class Refused(Schema):
    """An event that was not taken, by its ``place`` in the request (from 1); without an id it has ``""``."""

    id: str
    place: int
    faults: list[str]


class Taken(Schema):
    """What became of a batch: the events that are in the diary now, on the disk, and those refused."""

    saved: list[str]
    refused: list[Refused]
    now: datetime


class Problem(Schema):
    """Why a request was not taken, in words."""

    problem: str
    faults: list[str] = []


class OtherDiary(Schema):
    """The events are for another diary than the one that is here."""

    problem: str
    diary: UUID
