"""Walks and steps that another app has counted, brought in from its export."""

from datetime import tzinfo
from typing import BinaryIO

from mainstay.diary import store
from mainstay.exchange.imports import Joined, Kind, Terms, join, read_import
from mainstay.web.desk import Desk

_NONE = "Nothing was brought in: this file cannot be read."
_SOME = "Nothing was brought in, because some records cannot be read."
_KINDS = ("walk_logged", "event_retracted")


def bring_walks(
    desk: Desk, file: BinaryIO, name: str, kind: Kind, zone: tzinfo | None, *, skip_faulty: bool
) -> dict[str, object]:
    """Add what a file holds and the diary lacks; return what a page tells about it.

    A file with records that cannot be read is refused, unless they are to be left out.
    """
    cadence = desk.catalogue.rules.walking.cadence_min.value
    found = read_import(file, kind, Terms(name, zone, desk.day, cadence))
    if found.faulty and not (skip_faulty and found.whole):
        return {
            "problem": _SOME if found.whole else _NONE,
            "lines": [fault.text for fault in found.faults],
            "more": max(0, found.faulty - len(found.faults)),
            "may_skip": found.whole,
        }
    joined = join(store.events_of(desk.diary, kinds=_KINDS), found.events)
    store.append(desk.diary, joined.events, desk.catalogue)
    return {"walks": joined, "left_out": found.faulty, "nothing": _is_empty(joined)}


def _is_empty(joined: Joined) -> bool:
    return not (joined.new or joined.replaced or joined.known or joined.own)
