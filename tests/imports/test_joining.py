"""An import beside what the diary has: nothing twice, nothing of the person's own touched."""

import itertools
import tomllib
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mainstay.coach import standing_events
from mainstay.diary import id_of
from mainstay.exchange.imports import join
from mainstay.exchange.imports.event import walking_event
from mainstay.kernel import Event

CASES = tomllib.loads((Path(__file__).parent / "joining.toml").read_text())["cases"]


def walked(
    at: str, covers: str, minutes: float, steps: int | None = None, source: str = "apple-health"
) -> Event:
    return walking_event(datetime.fromisoformat(f"{at}+01:00"), source, covers, minutes, steps)


def noted(at: str, minutes: float) -> Event:
    """A walk that the person has noted themselves."""
    moment = datetime.fromisoformat(f"{at}+01:00")
    return Event(id_of(moment, f"own {minutes}"), "walk_logged", moment, {"minutes": minutes})


def made(row: dict) -> Event:
    if row.get("own"):
        return noted(row["at"], row["minutes"])
    return walked(
        row["at"], row["covers"], row["minutes"], row.get("steps"), row.get("source", "apple-health")
    )


def after(diary: list[Event], found: list[Event]) -> list[Event]:
    return [*diary, *join(diary, found).events]


def standing(diary: list[Event]) -> list[Event]:
    return [event for event in standing_events(diary) if event.kind == "walk_logged"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_joining(case) -> None:
    diary = [made(row) for row in case["diary"]]
    found = [made(row) for row in case["found"]]
    joined = join(diary, found)
    counts = {"new": joined.new, "replaced": joined.replaced, "known": joined.known, "own": joined.own}
    assert {name: count for name, count in counts.items() if count} == case["counts"]
    assert sorted(e.fields["minutes"] for e in standing([*diary, *joined.events])) == case["minutes"]
    assert sum(counts.values()) == len(found)
    again = join([*diary, *joined.events], found)
    assert again.events == ()


def test_a_walk_that_the_person_took_back_stays_away() -> None:
    day = walked("2026-03-02T12:00", "day", 30, 4000)
    back = Event(id_of(day.at, "back"), "event_retracted", day.at + timedelta(days=1), {"event": day.id})
    assert join([day, back], [day]).events == ()


COUNTS = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 90), st.integers(0, 9000), st.sampled_from(["a", "g"])),
    min_size=1,
)
SOURCES = {"a": "apple-health", "g": "google-fit"}


@given(files=st.lists(COUNTS, min_size=1, max_size=4))
def test_whatever_the_order_of_the_files_each_day_is_there_once_with_its_fullest_count(files) -> None:
    found = [
        [walked(f"2026-03-0{day + 1}T12:00", "day", m, s, SOURCES[source]) for day, m, s, source in file]
        for file in files
    ]
    ends = set()
    for order in itertools.permutations(found):
        diary: list[Event] = []
        for file in order:
            diary = after(diary, file)
        stands = standing(diary)
        assert len({event.day for event in stands}) == len(stands)
        ends.add(tuple((e.day, e.fields["minutes"], e.fields["steps"]) for e in stands))
    fullest: dict = {}
    for event in itertools.chain(*found):
        count = (event.fields["minutes"], event.fields["steps"])
        fullest[event.day] = max(fullest.get(event.day, (0, 0)), count)
    assert ends == {tuple((day, *count) for day, count in sorted(fullest.items()))}
