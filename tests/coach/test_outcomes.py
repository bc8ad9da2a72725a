"""What outcomes may look at, and what follows from every judgement whatever the answers."""

from datetime import date, timedelta
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mainstay import coach
from mainstay.catalogue import Measure, MeasureKind, load_catalogue
from mainstay.coach.outcomes import Change, judge, middle, points
from mainstay.coach.outcomes.schedule import PointState
from mainstay.coach.outcomes.scores import Score
from mainstay.kernel import Event
from tests.coach.diaries import MONDAY, Diary, train_as_told

CATALOGUE = load_catalogue()
JUDGED = [
    measure
    for measure in CATALOGUE.measures.values()
    if measure.mic and measure.kind is not MeasureKind.ACTIVITIES and not measure.reported_as
]


def lived() -> Diary:
    """Nine weeks with answers, walks, self-tests and a flare-up."""
    diary = Diary(CATALOGUE)
    diary.begin()
    for day in range(63):
        if day % 7 in (0, 2, 4):
            train_as_told(diary, day)
        if day % 10 == 0:
            diary.write("walk_logged", day, 18, minutes=20)
            diary.write("measure_answered", day, 19, measure="pain-average", score=6 - day // 20)
        if day in (8, 40):
            diary.write("self_test_done", day, 20, test="front-plank", value=40 + day)
    diary.write("flare_reported", 60, 21)
    return diary


def standing(diary: Diary, on: date) -> tuple[Event, ...]:
    return tuple(event for event in coach.standing_events(diary.events) if event.day <= on)


def test_outcomes_need_only_the_few_kinds_that_they_name():
    diary, on = lived(), MONDAY + timedelta(days=62)
    events = standing(diary, on)
    few = [event for event in events if event.kind in coach.OUTCOME_KINDS]
    assert len(few) < len(events) / 5
    assert coach.results_on(CATALOGUE, diary.person, few, on) == coach.results_on(
        CATALOGUE, diary.person, events, on
    )


@pytest.mark.parametrize("day", [55, 58, 61, 62])
def test_a_review_needs_no_more_than_three_weeks_beside_the_outcomes(day: int):
    diary, on = lived(), MONDAY + timedelta(days=day)
    events = standing(diary, on)
    person = coach.fold(CATALOGUE, events).person
    since = on - timedelta(weeks=3)
    few = [event for event in events if event.kind in coach.OUTCOME_KINDS or event.day >= since]
    late = [made for made in diary.decisions if made.date >= since]
    assert len(few) < len(events)
    assert coach.review(CATALOGUE, person, few, late, on) == coach.review(
        CATALOGUE, person, events, diary.decisions, on
    )


@given(st.lists(st.integers(0, 10), min_size=1))
def test_the_level_is_the_median(values: list[int]):
    assert middle(values) == median(values)


def test_a_self_test_that_is_not_of_endurance_is_never_told_to_rest():
    diary, on = Diary(CATALOGUE), MONDAY
    diary.begin()
    diary.write("self_test_done", 0, 9, test="side-bridge", value=30, side="left")
    tests = coach.results_on(CATALOGUE, diary.person, standing(diary, on), on).tests
    rests = {track.test: track.offer.ready_at is not None for track in tests}
    assert rests == {slug: test.endurance for slug, test in CATALOGUE.tests.items()}


def scores(measure: Measure) -> st.SearchStrategy[float]:
    steps = round((measure.highest - measure.lowest) / measure.step)
    return st.integers(0, steps).map(lambda n: round(measure.lowest + n * measure.step, 6))


@settings(max_examples=300, deadline=None)
@given(st.data(), st.sampled_from(JUDGED))
def test_a_judgement_follows_from_the_marks_of_its_measure(data: st.DataObject, measure: Measure):
    first, last = data.draw(scores(measure)), data.draw(scores(measure))
    found = judge(measure, [Score(MONDAY, first), Score(MONDAY + timedelta(days=42), last)])
    better = round((last - first) * (1 if measure.higher_is_better else -1), 6)
    mic, noise = measure.mic, measure.mdc
    assert mic is not None
    assert noise is not None
    share = measure.mic_share.value * first if measure.mic_share else 0
    is_noise = abs(better) < noise.value
    improved = not is_noise and better >= mic.value and better >= round(share, 6)
    worse = not is_noise and -better >= mic.value
    wanted = Change.IMPROVED if improved else Change.WORSE if worse else Change.UNCERTAIN
    assert found.change is wanted
    assert len(found.why) == 1


@pytest.mark.parametrize("measure", [m for m in CATALOGUE.measures.values() if m.asked], ids=lambda m: m.slug)
def test_a_schedule_is_due_once_at_most_and_grows_by_four_a_year(measure: Measure):
    assert measure.asked is not None
    for day in range(0, 3650, 31):
        on = MONDAY + timedelta(days=day)
        found = points(CATALOGUE.rules.outcomes, measure.asked, MONDAY, [], on)
        assert [point.week for point in found] == sorted({point.week for point in found})
        assert sum(point.state is PointState.DUE for point in found) <= 1
        assert len(found) <= 4 + day / 91 + 1
