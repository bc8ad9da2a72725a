"""From ticks to events: only what was ticked, once, with its numbers."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from mainstay.catalogue import load_catalogue
from mainstay.guide.lines import Line, lines_from
from mainstay.guide.sets import SetKey, keys_of
from mainstay.kernel import Event
from mainstay.web.train.events import Stamp
from mainstay.web.train.sets import read_ticks, set_events

AT = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
BIRD_DOG = {
    "exercise": "bird-dog",
    "rung": "leg-only",
    "step": 0,
    "sets": 2,
    "reps": 5,
    "hold_seconds": 3,
    "sides": ["left", "right"],
    "rest_seconds": 20,
    "load_kg": None,
    "seconds": 165,
    "why": [{"code": "fills-role", "text": "It is for turning.", "numbers": {"need": "anti-rotation"}}],
}
WALK = {**BIRD_DOG, "exercise": "easy-walk", "rung": "easy", "sets": 1, "hold_seconds": None, "sides": []}
LEFT = SetKey("bird-dog", 1, "left")


def plan(*items: dict) -> dict:
    return {"minutes": 5, "blocks": [{"block": "strength", "items": list(items)}]}


@pytest.fixture
def lines() -> tuple[Line, ...]:
    return lines_from(load_catalogue(), plan(BIRD_DOG))


@pytest.fixture
def new() -> Stamp:
    ids: Callable[[datetime], str] = lambda at: f"id-{at.isoformat()}"  # noqa: E731
    return Stamp(AT, ids)


def test_a_plan_is_read_back_as_it_was_shown(lines):
    (line,) = lines
    assert (line.rung.name, line.item.dose.reps, line.need) == ("Leg only", 5, "anti-rotation")
    assert line.why == ("It is for turning.",)


@pytest.mark.parametrize("change", [{"exercise": "handstand"}, {"rung": "on-one-finger"}])
def test_what_the_catalogue_does_not_know_any_more_is_left_out(change):
    assert lines_from(load_catalogue(), plan(BIRD_DOG | change, WALK))[0].slug == "easy-walk"


def test_sets_are_done_left_then_right_set_by_set(lines):
    names = [key.name for key in keys_of(lines[0])]
    assert names == ["bird-dog/1/left", "bird-dog/1/right", "bird-dog/2/left", "bird-dog/2/right"]


def test_a_set_without_sides_has_none_in_its_name():
    (line,) = lines_from(load_catalogue(), plan(WALK))
    assert [key.name for key in keys_of(line)] == ["easy-walk/1"]


def test_a_ticked_set_with_blank_numbers_was_done_as_asked(lines):
    read = read_ticks({"reps:bird-dog/1/left": " "}, ["bird-dog/1/left"], lines)
    assert read.done == {LEFT: {"reps": 5, "hold_seconds": 3}}


def test_numbers_that_were_put_right_are_taken(lines):
    posted = {"reps:bird-dog/1/left": "4", "hold_seconds:bird-dog/1/left": "2,5"}
    assert read_ticks(posted, ["bird-dog/1/left"], lines).done == {LEFT: {"reps": 4, "hold_seconds": 2.5}}


def test_a_set_that_is_not_ticked_is_not_done_whatever_its_numbers_say(lines):
    assert not read_ticks({"reps:bird-dog/1/left": "4"}, [], lines).done


@pytest.mark.parametrize("text", ["many", "-1", "1001", "1e9", "nan", "inf"])
def test_a_number_that_cannot_be_is_a_fault_of_its_set(lines, text):
    read = read_ticks({"reps:bird-dog/1/left": text}, ["bird-dog/1/left"], lines)
    assert list(read.faults) == [LEFT]
    assert not read.done


def written(new, lines, logged, done) -> list[Event]:
    return list(set_events(new, "s", lines, logged, done))


def test_a_tick_writes_one_set_with_its_target(lines, new):
    (event,) = written(new, lines, {}, {LEFT: {"reps": 4, "hold_seconds": 3}})
    assert event.kind == "set_performed"
    assert event.fields == {
        "session": "s",
        "exercise": "bird-dog",
        "rung": "leg-only",
        "set": 1,
        "side": "left",
        "reps": 4,
        "hold_seconds": 3,
        "target": {"reps": 5, "hold_seconds": 3},
    }


def test_the_same_tick_again_writes_nothing(lines, new):
    done = {LEFT: {"reps": 5, "hold_seconds": 3}}
    (event,) = written(new, lines, {}, done)
    assert written(new, lines, {LEFT: event}, done) == []


def test_a_tick_taken_back_retracts_the_set(lines, new):
    (event,) = written(new, lines, {}, {LEFT: {"reps": 5, "hold_seconds": 3}})
    (back,) = written(new, lines, {LEFT: event}, {})
    assert (back.kind, back.fields) == ("event_retracted", {"event": event.id})


def test_a_changed_number_retracts_and_writes_anew(lines, new):
    (event,) = written(new, lines, {}, {LEFT: {"reps": 5, "hold_seconds": 3}})
    kinds = [e.kind for e in written(new, lines, {LEFT: event}, {LEFT: {"reps": 3, "hold_seconds": 3}})]
    assert kinds == ["event_retracted", "set_performed"]


def test_events_of_one_request_keep_their_order_and_end_before_the_next(new):
    events = [new("set_performed", set=number) for number in range(100)]
    assert events == sorted(events, key=lambda event: event.key)
    assert events[-1].at < AT + timedelta(milliseconds=1)
