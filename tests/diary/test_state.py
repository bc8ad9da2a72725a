"""A person's state survives its journey through JSON exactly."""

from collections import Counter
from datetime import datetime, timedelta, timezone

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mainstay import coach
from mainstay.catalogue import load_catalogue
from mainstay.diary import state
from tests.diary.courses import diaries, written

CATALOGUE = load_catalogue()


def test_a_person_and_their_decisions_come_back_as_they_were_at_every_point_of_a_diary():
    reached = Counter[str]()

    @settings(max_examples=30, deadline=None)
    @given(diaries)
    @example(written(1, days=50))
    @example(written(15, days=50))
    def holds(events):
        person = coach.Person()
        for event in coach.standing_events(events):
            person, decisions = coach.advance(CATALOGUE, person, event)
            back = state.person_from(state.state_text(person))
            assert back == person
            assert shape(back) == shape(person)
            assert [state.decision_from(state.decision_text(one)) for one in decisions] == list(decisions)
            for part in (person.screening, person.progression, person.habits, person.habits.walking):
                reached.update(name for name in part.__dataclass_fields__ if getattr(part, name))
            reached.update(decision.verdict for decision in decisions)

    holds()
    assert {name for name in FIELDS if not reached[name]} == set()


FIELDS = (
    *("full", "pain", "cleared", "unlocks", "ask_again"),
    *("ladders", "sessions", "excluded", "included", "check_in", "pains", "high_since", "flare", "ramp"),
    *("step_ups", "loads", "reds", "bad", "flags", "first_session", "finished_on", "trained"),
    *("own", "begins"),
    *("progress", "maintain", "regress", "remove"),
)


def shape(value: object) -> object:
    """The types of everything inside, and the order of mappings, which equality does not see."""
    if isinstance(value, dict):
        return [(type(key), key, shape(inner)) for key, inner in value.items()]
    if isinstance(value, tuple):
        return [shape(inner) for inner in value]
    if hasattr(value, "__dataclass_fields__"):
        return {name: shape(getattr(value, name)) for name in value.__dataclass_fields__}
    return None if isinstance(value, int | float) else type(value)


@given(st.integers(-1439, 1439), st.datetimes(datetime(1900, 1, 2), datetime(2199, 12, 30)))
def test_an_instant_keeps_its_offset_and_its_fraction(minutes, at):
    at = at.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    person = coach.Person(progression=type(coach.Person().progression)(high_since=at))
    back = state.person_from(state.state_text(person)).progression.high_since
    assert back.isoformat() == at.isoformat()


def test_the_version_of_a_state_names_json_content_and_coach(monkeypatch):
    usual = state.state_version("abc")
    assert "abc" in usual
    assert state.state_version("abd") != usual
    monkeypatch.setattr(state, "STATE_VERSION", state.STATE_VERSION + 1)
    assert state.state_version("abc") != usual
    monkeypatch.undo()
    monkeypatch.setattr(state, "_coach_version", lambda: "another coach")
    assert state.state_version("abc") != usual
    assert len(state.state_version("0" * 12)) <= 64


def test_what_is_no_state_is_not_taken_for_one():
    with pytest.raises(msgspec.ValidationError):
        state.person_from('{"profile": 3}')
