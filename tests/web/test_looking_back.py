"""Looking back reads little, and says the same as reading everything would."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mainstay.catalogue import load_catalogue
from mainstay.charts import View, adherence_calendar, pain_chart
from mainstay.coach import fold, results_on, review, standing_events
from mainstay.diary import new_id, store
from mainstay.exchange.chronicle import (
    account,
    adherence_of,
    climbs_of,
    month_text,
    months_joined,
    months_version,
    pain_of,
)
from mainstay.kernel import Event
from mainstay.web.desk import Desk
from mainstay.web.progress.looking import look_back, results_today, review_on
from mainstay.web.progress.spans import Span
from mainstay.web.train.events import Stamp
from mainstay.words import chart_captions
from tests.exchange.people import course
from tests.web.looking import COURSES, stored

pytestmark = pytest.mark.django_db


def desk_on(at):
    return Desk(load_catalogue(), store.the_diary(), at.date(), Stamp(at, new_id))


@pytest.fixture(params=COURSES)
def events(request):
    told = COURSES[request.param]().events
    stored(told)
    return sorted(told, key=lambda event: event.key)


def test_the_ledger_is_what_a_walk_through_the_whole_diary_gives(events):
    end = events[-1].at
    ledger = look_back(desk_on(end), store.person_of(store.the_diary()), Span.ALL).ledger
    whole = account(load_catalogue(), events, end.date())
    assert ledger.kept.days == whole.kept.days
    assert ledger.kept.began == whole.kept.began
    assert ledger.kept.reds == whole.kept.reds
    assert ledger.flares == whole.flares
    assert climbs_of(ledger) == climbs_of(whole)
    assert pain_of(ledger) == pain_of(whole)


def test_a_short_span_is_drawn_like_the_same_days_of_the_whole(events):
    end = events[-1].at
    look = look_back(desk_on(end), store.person_of(store.the_diary()), Span.WEEKS)
    whole = account(load_catalogue(), events, end.date())
    view = View(look.since, end.date(), chart_captions())
    assert pain_chart(view, pain_of(look.ledger)) == pain_chart(view, pain_of(whole))
    drawn = [adherence_calendar(view, adherence_of(ledger)) for ledger in (look.ledger, whole)]
    assert drawn[0] == drawn[1]


def test_the_usual_level_still_holds_when_it_was_told_long_before_the_span():
    diary = course(2)
    for day in range(15, 300, 7):
        diary.write("day_checked_in", day, 7, pain_now=2)
    stored(diary.events)
    look = look_back(desk_on(diary.events[-1].at), diary.person, Span.WEEKS)
    assert [point.value for point in pain_of(look.ledger).usual] == [3]


def test_outcomes_from_few_events_are_those_of_all_events(events):
    catalogue, end = load_catalogue(), events[-1].at
    found = results_today(desk_on(end), store.person_of(store.the_diary()))
    whole = results_on(catalogue, fold(catalogue, events).person, standing_events(events), end.date())
    assert [t.judgement for t in found.measures] == [t.judgement for t in whole.measures]
    assert [t.points for t in found.measures] == [t.points for t in whole.measures]
    assert found.tests == whole.tests
    assert found.advice == whole.advice


def test_outcomes_need_no_check_ins_from_between():
    """Two years of check-ins, the pain of which falls slowly, with a usual level that is told late."""
    diary = course(2)
    for day in range(15, 700, 3):
        usual = {"pain_usual": 6 - day // 150} if day > 200 else {}
        diary.write("day_checked_in", day, 7, pain_now=8 - day // 100, **usual)
    stored(diary.events)
    catalogue, end = load_catalogue(), diary.events[-1].at
    found = results_today(desk_on(end), diary.person)
    whole = results_on(catalogue, diary.person, standing_events(diary.events), end.date())
    told = [(t.measure, t.judgement) for t in found.measures]
    assert told == [(t.measure, t.judgement) for t in whole.measures]
    few, all_of_them = (
        len(next(track for track in results.measures if track.measure == "pain-now").scores)
        for results in (found, whole)
    )
    assert few < all_of_them / 2


@pytest.mark.parametrize("weeks", [1, 5, 9])
def test_a_week_of_long_ago_is_reviewed_as_it_was_then(events, weeks):
    catalogue = load_catalogue()
    on = events[0].day + timedelta(weeks=weeks)
    then = [event for event in standing_events(events) if event.day <= on]
    folded = fold(catalogue, then)
    expected = review(catalogue, folded.person, then, folded.decisions, on)
    assert review_on(desk_on(events[-1].at), on) == expected


# --- Months are kept up ---------------------------------------------------------------------------------


def kept(diary):
    return months_joined(store.digests_of(diary, months_version(), month_text).values())


def made_months(diary):
    """Ask for the months; return which ones had to be made."""
    made = []

    def make(month, events, decisions):
        made.append(month.isoformat()[:7])
        return month_text(month, events, decisions)

    store.digests_of(diary, months_version(), make)
    return made


def test_a_new_event_makes_its_own_month_anew_and_no_other():
    diary = course(12)
    there = stored(diary.events)
    assert len(made_months(there)) == 3
    assert made_months(there) == []
    diary.write("walk_logged", 83, 18, minutes=10)
    store.append(there, diary.events[-1:])
    assert made_months(there) == [diary.day(83).isoformat()[:7]]
    assert kept(there).days[diary.day(83)].walked == 10


def test_what_is_taken_back_is_taken_out_of_its_month():
    diary = course(6)
    there = stored(diary.events)
    walk = next(event for event in diary.events if event.kind == "walk_logged")
    assert kept(there).days[walk.day].walked == 20
    diary.write("event_retracted", 41, 20, event=walk.id)
    store.append(there, diary.events[-1:])
    assert kept(there).days[walk.day].walked is None


def test_an_event_that_arrives_late_is_in_its_month():
    diary = course(12)
    late = [event for event in diary.events if event.day == diary.day(2)]
    there = stored(event for event in diary.events if event not in late)
    assert diary.day(2) not in kept(there).days
    store.append(there, late)
    whole = account(load_catalogue(), diary.events, diary.day(83)).kept
    assert kept(there).days == whole.days
    assert kept(there).reds == whole.reds


def test_a_session_over_midnight_at_the_end_of_a_month_belongs_to_the_day_on_which_it_began():
    diary = course(1)
    session = new_id(diary.events[-1].at)
    done = next(event for event in diary.events if event.kind == "set_performed")
    plan = {"blocks": [{"items": [{"sets": 2, "sides": []}]}]}
    last = diary.events[-1].at.replace(month=1, day=31, hour=23, minute=50)
    told = [
        ("session_started", 0, {"session": session, "plan": plan}),
        ("set_performed", 1, {**done.fields, "session": session}),
        ("set_performed", 20, {**done.fields, "session": session}),
    ]
    events = [Event(new_id(last), k, last + timedelta(minutes=m), f) for k, m, f in told]
    there = stored([*diary.events, *events])
    days = kept(there).days
    assert days[last.date()].deed == "full"
    assert days[last.date() + timedelta(days=1)].deed is None
    assert days[last.date() + timedelta(days=1)].trained


def test_a_diary_with_one_event_of_long_ago_does_not_fill_the_years_between():
    diary = course(1)
    there = stored(diary.events)
    store.append(
        there, [Event(new_id(e.at), e.kind, e.at.replace(year=1990), e.fields) for e in diary.events[-1:]]
    )
    assert made_months(there) == ["1990-01", "2026-01"]


def test_deleting_everything_deletes_what_was_worked_out(transactional_db):
    there = stored(course(6).events)
    assert made_months(there)
    store.delete_everything(there)
    assert store.digests_of(store.the_diary(), months_version(), month_text) == {}
    assert store.flare_turns_of(store.the_diary()) == ()


def test_looking_back_asks_the_store_as_often_after_a_year_as_after_weeks(client):
    asked = []
    for weeks in (6, 40):
        store.delete_everything(store.the_diary())
        diary = course(weeks)
        there = stored(diary.events)
        made_months(there)
        desk = desk_on(diary.events[-1].at)
        with CaptureQueriesContext(connection) as captured:
            look_back(desk, store.person_of(there), Span.WEEKS)
        asked.append(len(captured.captured_queries))
    assert asked[0] == asked[1] <= 16
