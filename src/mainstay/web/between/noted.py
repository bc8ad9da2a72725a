"""What was noted lately, as lines that can be taken back."""

from dataclasses import dataclass
from datetime import timedelta

from mainstay.catalogue import Catalogue
from mainstay.diary import store
from mainstay.kernel import Event
from mainstay.web.desk import Desk
from mainstay.words import day_text, words_in

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class NotedLine:
    """One entry: the day, what was done, and where it came from where another app counted it.

    ``habit`` is the slug of a habit, and empty for a walk.
    """

    event: str
    day: str
    what: str
    source: str = ""
    habit: str = ""


def walks_noted(desk: Desk) -> list[NotedLine]:
    """Return the walks of the last seven days, newest first."""
    return [_walk(event) for event in reversed(_told(desk, "walk_logged"))]


def habits_noted(desk: Desk) -> list[NotedLine]:
    """Return the habits of the last seven days, newest first."""
    return [_habit(desk.catalogue, event) for event in reversed(_told(desk, "habit_done"))]


def times_done(desk: Desk) -> dict[str, int]:
    """Return how often each habit was done in the last seven days."""
    found: dict[str, int] = {}
    for event in _told(desk, "habit_done"):
        found[event.fields["habit"]] = found.get(event.fields["habit"], 0) + event.fields.get("count", 1)
    return found


def times_text(times: int) -> str:
    """Return how often something was done: "once", "twice"; nothing where it was not."""
    return words_in().count("times", times) if times else ""


def _told(desk: Desk, kind: str) -> list[Event]:
    since = desk.day - _WEEK + timedelta(days=1)
    return list(store.events_of(desk.diary, since=since, standing=True, kinds=(kind,)))


def _walk(event: Event) -> NotedLine:
    minutes = round(event.fields["minutes"], 1)
    whole_day = event.fields.get("covers") == "day"
    what = f"{minutes:g} minute{'' if minutes == 1 else 's'}{' in the whole day' if whole_day else ''}"
    steps = event.fields.get("steps")
    source = str(event.fields.get("source", "")).replace("-", " ")
    counted = f"{steps} steps, counted by {source}" if steps and source else source and f"from {source}"
    return NotedLine(event.id, day_text(event.day), what, counted)


def _habit(catalogue: Catalogue, event: Event) -> NotedLine:
    slug, times = str(event.fields["habit"]), event.fields.get("count", 1)
    known = catalogue.habits.get(slug)
    name = known.name if known else slug.replace("-", " ")
    what = name if times == 1 else f"{name}, {times} times"
    return NotedLine(event.id, day_text(event.day), what, habit=slug)
