"""The store is the fold: whatever arrives when, it says what a fold from the start says."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mainstay import coach
from mainstay.catalogue import load_catalogue
from mainstay.diary import models, new_id
from mainstay.diary.state import person_from, state_version
from mainstay.diary.store import (
    Appended,
    Conflict,
    Diary,
    append,
    appending,
    course,
    decisions_of,
    delete_everything,
    events_of,
    person_of,
    replaying,
    the_diary,
)
from mainstay.kernel import Event
from tests.diary.courses import arrivals, diaries, seeds, written

pytest_plugins = ["tests.postgres"]
pytestmark = pytest.mark.usefixtures("store")

CATALOGUE = load_catalogue()


def a_diary() -> Diary:
    return Diary.objects.create(name=str(uuid4()))


def assert_is_the_fold(diary: Diary, events: Iterable[Event], catalogue=CATALOGUE) -> None:
    """Compare everything that the store derives with a fold from the start, snapshots included."""
    events = tuple(events)
    folded = coach.fold(catalogue, events)
    assert person_of(diary, catalogue) == folded.person
    assert decisions_of(diary, catalogue=catalogue) == folded.decisions
    assert {event.id for event in events_of(diary)} == {event.id for event in events}
    assert list(events_of(diary)) == sorted(events_of(diary), key=lambda event: event.key)
    standing = tuple(coach.standing_events(events))
    assert tuple(events_of(diary, standing=True)) == standing
    for snapshot in diary.snapshots.all():
        before = [event for event in standing if event.key <= (snapshot.at_utc, snapshot.event_id)]
        assert person_from(snapshot.state) == coach.fold(catalogue, before).person
        assert snapshot.version == state_version(catalogue.version)


def test_the_store_says_what_a_fold_says_whatever_the_order_of_arrival(monkeypatch):
    monkeypatch.setattr(course, "SNAPSHOT_EVERY", 4)
    reached = Counter[str]()
    count(monkeypatch, reached, appending, "replay")
    count(monkeypatch, reached, appending, "_advance")
    count(monkeypatch, reached, replaying, "_agree")

    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(diaries, seeds, st.sampled_from((0.0, 0.05, 0.3, 1.0)))
    @example(written(1, days=20, thoughts=3), 1, 0.05)
    @example(written(2, days=20, thoughts=3), 2, 0.3)
    def holds(events, seed, disorder):
        diary, arrived = a_diary(), {}
        for batch in arrivals(seed, events, disorder):
            fresh = {event.id for event in batch} - arrived.keys()
            done = append(diary, batch)
            assert (done.accepted, done.known) == (len(fresh), len(batch) - len(fresh))
            arrived |= {event.id: event for event in batch}
            assert person_of(diary) == coach.fold(CATALOGUE, arrived.values()).person
        assert len(arrived) == len(events)
        assert_is_the_fold(diary, events)
        reached["decisions"] += len(decisions_of(diary))
        reached["retracted"] += diary.events.filter(retracted=True).count()
        reached["lifted"] += diary.events.filter(kind="event_retracted", retracted=True).count()

    holds()
    cases = ("replay", "_advance", "_agree: True", "_agree: False", "decisions", "retracted", "lifted")
    assert {name for name in cases if reached[name] < 3} == set()


def count(monkeypatch, reached: Counter[str], module, name: str) -> None:
    """Let a function do its work, and count that it did."""
    real = getattr(module, name)

    def counted(*arguments):
        outcome = real(*arguments)
        reached[name] += 1
        # Only then: the other outcomes are long to write out, the whole catalogue with them.
        if isinstance(outcome, bool):
            reached[f"{name}: {outcome}"] += 1
        return outcome

    monkeypatch.setattr(module, name, counted)


def test_one_batch_and_one_by_one_lead_to_the_same():
    events = written(7, days=20)
    at_once, singly = a_diary(), a_diary()
    whole = append(at_once, reversed(events))
    parts = [append(singly, [event]) for event in sorted(events, key=lambda event: event.key)]
    assert sum(part.accepted for part in parts) == whole.accepted == len(events)
    assert_is_the_fold(at_once, events)
    assert_is_the_fold(singly, events)


def test_the_decisions_of_an_event_are_told_to_whoever_adds_it():
    diary, events = a_diary(), sorted(written(7, days=20), key=lambda event: event.key)
    told = [decision for event in events for decision in append(diary, [event]).decisions]
    standing = set(decisions_of(diary))
    assert standing
    assert standing <= set(told)


def test_adding_again_changes_nothing_and_says_so():
    diary, events = a_diary(), written(3, days=5)
    append(diary, events)
    before = projection(diary)
    assert append(diary, events) == Appended(0, len(events))
    assert append(diary, []) == Appended(0, 0)
    assert projection(diary) == before


def test_the_same_id_saying_something_else_is_refused_with_its_whole_batch():
    diary, (first, second, third, *_) = a_diary(), written(3, days=2)
    append(diary, [first, second])
    other = replace(first, fields={**first.fields, "goal": "something else"})
    with pytest.raises(Conflict, match=first.id) as caught:
        append(diary, [third, other])
    assert caught.value.ids == (first.id,)
    with pytest.raises(Conflict):
        append(diary, [third, replace(third, at=third.at + timedelta(seconds=1))])
    assert {event.id for event in events_of(diary)} == {first.id, second.id}


def test_the_same_instant_at_another_offset_is_another_event():
    diary, (first, *_) = a_diary(), written(3, days=0)
    append(diary, [first])
    with pytest.raises(Conflict):
        append(diary, [replace(first, at=first.at.astimezone())])


def test_a_retraction_that_arrives_before_its_event_still_counts():
    events = written(11, days=6)
    diary, gone = a_diary(), events[8]
    retraction = Event(new_id(gone.at), "event_retracted", gone.at + timedelta(days=40), {"event": gone.id})
    append(diary, [retraction])
    append(diary, events)
    assert diary.events.get(event_id=gone.id).retracted
    assert_is_the_fold(diary, [*events, retraction])


def test_a_retraction_taken_back_restores_what_was():
    events = written(11, days=6)
    diary, gone, late = a_diary(), events[8], events[-1].at + timedelta(days=1)
    append(diary, events)
    before = person_of(diary), decisions_of(diary)
    retraction = Event(new_id(late), "event_retracted", late, {"event": gone.id})
    append(diary, [retraction])
    assert diary.events.get(event_id=gone.id).retracted
    again = Event(new_id(late), "event_retracted", late + timedelta(minutes=1), {"event": retraction.id})
    append(diary, [again])
    assert not diary.events.get(event_id=gone.id).retracted
    assert (person_of(diary), decisions_of(diary)) == before
    assert_is_the_fold(diary, [*events, retraction, again])


def test_retracting_everything_leaves_a_person_nobody_has_met():
    diary, events = a_diary(), written(5, days=3)
    append(diary, events)
    at = events[-1].at + timedelta(days=1)
    append(diary, [Event(new_id(at), "event_retracted", at, {"event": event.id}) for event in events])
    assert person_of(diary) == coach.Person()
    assert decisions_of(diary) == ()


def test_decisions_can_be_asked_for_since_a_day_or_only_the_newest():
    diary = a_diary()
    append(diary, written(7, days=20))
    made = decisions_of(diary)
    day = made[len(made) // 2].date
    assert decisions_of(diary, since=day) == tuple(one for one in made if one.date >= day)
    assert decisions_of(diary, limit=3) == made[-3:]


def test_events_can_be_asked_for_since_a_day():
    diary, events = a_diary(), written(7, days=20)
    append(diary, events)
    day = events[60].day
    assert {e.id for e in events_of(diary, since=day)} == {e.id for e in events if e.day >= day}


# --- Cost ---------------------------------------------------------------------------------------------


def queries(work) -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        work()
    return [query["sql"] for query in captured.captured_queries]


def test_adding_one_event_and_reading_the_person_cost_few_questions_however_long_the_diary():
    most = []
    events = sorted(written(9, 60), key=lambda event: event.key)
    events = [event for event in events if event.kind != "event_retracted"]
    for length in (10, 400):
        diary = a_diary()
        append(diary, events[:length])
        assert len(queries(lambda diary=diary: person_of(diary))) == 1
        after = events[length : length + 60]
        asked = [queries(lambda diary=diary, e=e: append(diary, [e])) for e in after]
        work = [[sql for sql in one if sql not in ("BEGIN IMMEDIATE", "BEGIN", "COMMIT")] for one in asked]
        usual = [one for one in work if not any("diary_snapshot" in sql for sql in one)]
        assert len(usual) > 50
        assert max(map(len, usual)) == 6
        assert min(map(len, usual)) == 5
        most.append(max(map(len, work)))
    assert max(most) <= 10


def test_the_state_and_the_snapshots_stay_small_over_years(monkeypatch):
    monkeypatch.setattr(course, "SNAPSHOT_EVERY", 8)
    diary, events = a_diary(), written(21, days=300)
    append(diary, events)
    span = max(e.at for e in events) - min(e.at for e in events)
    dense = [e for e in events if max(e.at for e in events) - e.at <= course.DENSE]
    kept = diary.snapshots.count()
    assert span > timedelta(days=700)
    assert 10 < kept <= len(dense) / 8 + span.days / course.SPARSE_DAYS + 2
    assert len(models.Projection.objects.get(diary=diary).state) < 30_000


def test_a_correction_of_long_ago_that_changes_nothing_later_does_not_replay_the_years(monkeypatch):
    diary, events = a_diary(), sorted(written(21, days=120), key=lambda event: event.key)
    append(diary, events)
    replayed = Counter[str]()
    count(monkeypatch, replayed, coach, "advance")
    old = events[200]
    note = Event(new_id(old.at), "stretch_done", old.at, {"exercise": "knee-to-chest"})
    append(diary, [note])
    assert 0 < replayed["advance"] < len(events) / 4
    assert_is_the_fold(diary, [*events, note])


# --- Upgrades -----------------------------------------------------------------------------------------


def projection(diary: Diary) -> dict:
    return models.Projection.objects.filter(diary=diary).values().get()


@pytest.mark.parametrize("look", [person_of, decisions_of], ids=["person", "decisions"])
def test_a_state_of_another_version_is_made_again_when_it_is_looked_at(look):
    diary, events = a_diary(), written(13, days=20)
    append(diary, events)
    newer = replace(CATALOGUE, version="another")
    models.Projection.objects.filter(diary=diary).update(state="not what it was")
    models.DecisionRow.objects.filter(diary=diary).update(body="nor this")
    look(diary, catalogue=newer)
    assert projection(diary)["version"] == state_version("another")
    assert_is_the_fold(diary, events, newer)


def test_a_state_of_another_version_is_made_again_when_something_is_added():
    diary, events = a_diary(), sorted(written(13, days=20), key=lambda event: event.key)
    append(diary, events[:-1])
    newer = replace(CATALOGUE, version="another")
    models.Snapshot.objects.filter(diary=diary).update(state="unreadable")
    models.Projection.objects.filter(diary=diary).update(state="unreadable")
    append(diary, events[-1:], newer)
    assert_is_the_fold(diary, events, newer)


def test_the_migrations_are_those_of_the_models():
    call_command("makemigrations", "diary", check=True, dry_run=True, verbosity=0)


# --- Diaries as a whole -------------------------------------------------------------------------------


def test_the_diary_of_this_machine_is_always_the_same_one():
    first = the_diary()
    assert the_diary() == first
    assert person_of(first) == coach.Person()


def test_diaries_of_two_people_do_not_mix():
    one, other, events = a_diary(), a_diary(), written(2, days=4)
    append(one, events)
    append(other, events[:1])
    assert_is_the_fold(one, events)
    assert_is_the_fold(other, events[:1])


def test_deleting_everything_deletes_one_diary_whole():
    one, other, events = a_diary(), a_diary(), written(2, days=10)
    append(one, events)
    append(other, events)
    before = [table.objects.count() for table in TABLES]
    delete_everything(one)
    after = [table.objects.count() for table in TABLES]
    assert all(0 < left < had for left, had in zip(after, before, strict=True))
    assert_is_the_fold(other, events)


TABLES = (models.Diary, models.DiaryEvent, models.Projection, models.Snapshot, models.DecisionRow)
