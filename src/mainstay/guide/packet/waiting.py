"""Days without a session: what comes first, when the next one is, and the morning that is asked about."""

from datetime import date, timedelta
from typing import Any

from mainstay.coach import IMAGINED, Person, Session, Today, clearance_on, halts, next_session
from mainstay.guide.packet.asking import halt_json
from mainstay.guide.packet.known import Known
from mainstay.guide.packet.said import reasons_said, said
from mainstay.words import day_text, mode_text

Json = dict[str, Any]
_DAY = timedelta(days=1)


def gate_json(known: Known, person: Person, day: date, *, under_way: bool) -> Json | None:
    """Return what only the server's pages can do first, or None.

    A session under way is stopped by a lock alone; questions that came up in it wait for the next one.
    """
    if person.profile is None:
        words = {name: said(f"gate.profile.{name}") for name in ("title", "text", "action")}
        return {**words, "href": known.links.home}
    verdict = clearance_on(known.catalogue, person, day)
    if not (verdict.locked if under_way else halts(verdict)):
        return None
    halt = halt_json(known.catalogue, known.links, verdict)
    return {"title": halt["title"], "text": halt["lede"], "href": halt["href"], "action": halt["action"]}


def rest_json(known: Known, person: Person, day: Today) -> Json:
    """Return why there is no session, and when the next one is."""
    later = next_session(known.catalogue, person, day.date)
    words = mode_text(day.mode)
    texts = reasons_said(known.catalogue, day.reasons[:1])
    return {"title": words.title, "text": " ".join(texts) or words.line, "next": _next(day.date, later)}


def _next(day: date, later: date | None) -> str:
    if later is None:
        return ""
    when = said("when.tomorrow") if later - day == _DAY else said("when.on", day=day_text(later))
    return said("rest.next", when=when)


def morning_json(asked: Session, day: date) -> Json:
    """Return the question about a session whose next morning is not known.

    ``session`` is null for one that is only imagined: it is the last that was trained on the device.
    """
    yesterday = day - asked.day == _DAY
    when = said("when.yesterday") if yesterday else said("when.on", day=day_text(asked.day))
    session = None if asked.id.startswith(IMAGINED) else asked.id
    return {"session": session, "ask": said("morning.ask", when=when)}
