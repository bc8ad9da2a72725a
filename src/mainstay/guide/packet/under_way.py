"""A session that was begun today and is not finished: where it stands, for carrying it on."""

from dataclasses import replace
from typing import Any

from mainstay.coach import STANDS_IN, Item, reds_in, session_in
from mainstay.guide.lines import Line
from mainstay.guide.packet.book import Book
from mainstay.guide.packet.known import Known
from mainstay.guide.packet.scene import scene_of
from mainstay.guide.sets import SetKey, amounts_in
from mainstay.guide.sitting import Sitting, open_session_on, sitting_of
from mainstay.kernel import Event, Reason

Json = dict[str, Any]


def sitting_under_way(known: Known) -> Sitting | None:
    """Return the session that was begun today and is not finished."""
    session = open_session_on(known.events, known.now.date())
    return sitting_of(known.catalogue, known.events, known.decisions, session) if session else None


def under_way_json(known: Known, sitting: Sitting) -> Json:
    """Return ``under_way`` and the lines of its session, with the coach's answers as they are now."""
    session = session_in(known.person, sitting.id)
    people = {session.usual: known.person}
    scene = scene_of(known, known.now, sitting.id, people, sitting.shown)
    book = Book(known.catalogue, known.links)
    places = [
        book.add(scene, _item(line), line.block, line.need, planned=True, why=line.why)
        for line in sitting.lines
    ]
    keys = book.keys()
    under_way = {
        "session": sitting.id,
        "plan": sitting.plan,
        "lines": [keys[place] for place in places],
        "sets": [_set(key, event) for key, event in sitting.sets.items()],
        "rated": list(sitting.ratings),
        "skipped": list(sitting.skipped),
        "halted": list(sitting.halts),
        "reds": reds_in(known.catalogue, session),
        "usual": session.usual,
    }
    return {"under_way": under_way, "lines": book.lines(keys)}


def _item(line: Line) -> Item:
    """Return a line's item with what the coach reads in its reasons."""
    role = [Reason("fills-role", (("need", line.need),), "mainstay-product")] if line.need else []
    stands = [Reason(STANDS_IN, source="mainstay-product")] if line.stands_in else []
    return replace(line.item, why=(*stands, *role))


def _set(key: SetKey, event: Event) -> Json:
    amounts = {"reps": None, "hold_seconds": None, "load_kg": None, **amounts_in(event)}
    return {"exercise": key.exercise, "set": key.number, "side": key.side, **amounts, "id": event.id}
