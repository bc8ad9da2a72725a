"""The sessions that a day's answers can lead to, with their lines."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from mainstay.catalogue import Catalogue
from mainstay.coach import Answer, Item, Kind, Move, Person, PlannedSession, Start, advance, with_usual
from mainstay.exchange import session_json
from mainstay.guide.packet.answering import answer_json
from mainstay.guide.packet.book import Book
from mainstay.guide.packet.known import Known
from mainstay.guide.packet.scene import POINTS, scene_of
from mainstay.kernel import Event, Reason
from mainstay.words import mode_text

Json = dict[str, Any]
_NEW = "to-begin"


def sessions_json(known: Known, starts: Sequence[Start], at: datetime) -> Json:
    """Return ``sessions`` and ``lines`` of what may be trained after the check-in."""
    book = Book(known.catalogue, known.links)
    rows = [_gathered(known, book, start, at) for start in starts]
    keys = book.keys()
    sessions = [
        _session(known.catalogue, start, [keys[place] for place in places])
        for start, places in zip(starts, rows, strict=True)
    ]
    return {"sessions": sessions, "lines": book.lines(keys)}


def _gathered(known: Known, book: Book, start: Start, at: datetime) -> list[int]:
    session = start.today.session
    if session is None:
        return []
    plan = session_json(known.catalogue, session)
    taken = frozenset(item.exercise for item in session.items)
    event = Event("begun", "session_started", at, {"session": _NEW, "plan": plan})
    begun, _ = advance(known.catalogue, start.person, event)
    people: dict[int | None, Person] = {usual: with_usual(begun, _NEW, usual) for usual in POINTS}
    scene = scene_of(known, at, _NEW, people, taken)
    return [
        book.add(scene, item, block.block, need_of(item), planned=True)
        for block in session.blocks
        for item in block.items
    ]


def need_of(item: Item) -> str:
    """Return the need that an item fills, as its reasons say; empty for a warm-up."""
    return next((str(r.number("need") or "") for r in item.why if r.code == "fills-role"), "")


def _session(catalogue: Catalogue, start: Start, keys: list[str]) -> Json:
    session, words = start.today.session, mode_text(start.today.mode)
    return {
        "mode": start.today.mode,
        "title": words.title,
        "text": words.line,
        "minutes": _minutes(session),
        "plan": session_json(catalogue, session),
        "lines": keys,
    }


def _minutes(session: PlannedSession | None) -> int:
    return -(-session.seconds // 60) if session else 0


def second_red_json(catalogue: Catalogue, person: Person) -> Json:
    """Return the answer to a red rating that ends the session, whichever exercise it is about."""
    limit = catalogue.rules.pain.reds_end_session
    why = Reason("reds-end-session", (("reds", limit.whole), ("limit", limit.whole)), limit.source)
    answer = Answer(Kind.PAIN, Move.END, None, (why,), (), True, person)
    return answer_json(catalogue, answer, [])
