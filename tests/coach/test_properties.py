"""What must hold for every person and every diary. Random lives are lived with the coach in the loop."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache
from itertools import pairwise
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from mainstay import coach
from mainstay.catalogue import Exercise, Rung
from mainstay.coach import Verdict
from mainstay.kernel import Block, Dose, Event, Symptom
from tests.coach.expecting import told
from tests.coach.facts import facts_of, rung_wrongs, seconds_of, wrongs
from tests.coach.living import catalogue
from tests.coach.strategies import SURE, Life, Lived, Seen, in_one_zone, lived, lives

# The same lives for every property: drawn and lived once, read many times.
EXAMPLES = 80
FEWER = 40
SEED = seed(20260105)
# A life takes long to live, and the smallest that fails is found only after thousands: it is shown as it is.
SETTINGS = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
Check = Callable[[Life], None]
Test = Callable[[], None]


@cache
def drawn() -> tuple[Life, ...]:
    """Draw the lives; the same ones in every run."""
    # What chance draws depends on which modules are loaded, so the rare things are not left to it.
    found: list[Life] = [*SURE]

    @SEED
    @SETTINGS
    @given(lives())
    def draw(life: Life) -> None:
        found.append(life)

    draw()
    return tuple(found)


def for_lives(count: int) -> Callable[[Check], Test]:
    """Make a test of a check on that many lives; where one fails, Hypothesis shows it."""

    def decorate(check: Check) -> Test:
        def test() -> None:
            if not all(holds(check, life) for life in drawn()[:count]):
                SEED(SETTINGS(given(lives())(check)))()
                raise AssertionError("A check failed, and then held: it is not a pure function of the life.")

        test.__name__, test.__doc__ = check.__name__, check.__doc__
        return test

    return decorate


def holds(check: Check, life: Life) -> bool:
    """Whether a check holds for a life."""
    try:
        check(life)
    except Exception:
        return False
    return True


for_every_life = for_lives(EXAMPLES)


def chance(life: Life) -> Random:
    """Return a source of chance that is the same each time for a life."""
    return Random(repr(life))


# --- What is prescribed -----------------------------------------------------------------------------------


@for_every_life
def test_nothing_is_prescribed_that_the_person_must_not_do(life: Life) -> None:
    for seen in lived(life).seen:
        facts = facts_of(lived(life).diary.events[: seen.events])
        for item in seen.today.session.items if seen.today.session else ():
            faults = list(wrongs(catalogue(), facts, item, seen.today.date))
            assert not faults, f"{item.exercise}:{item.rung} on day {seen.offset}: {faults}"


@for_every_life
def test_nothing_is_prescribed_above_the_persons_own_place(life: Life) -> None:
    for seen, item in items(lived(life)):
        ladder = seen.person.progression.ladders.get(item.exercise)
        if ladder:
            exercise = catalogue().exercises[item.exercise]
            assert height(exercise, coach.Place(item.rung, item.step)) <= height(exercise, ladder.place)


@for_every_life
def test_what_was_stopped_rests_for_seven_days(life: Life) -> None:
    whole = lived(life)
    undone = {e.fields["decision"] for e in whole.diary.events if e.kind == "decision_undone"}
    for made in whole.diary.decisions:
        stopped = made.verdict in (Verdict.STOP, Verdict.SUBSTITUTE, Verdict.REMOVE)
        if not stopped or made.id in undone or made.now is None or made.why[0].code == "any-rise-stops":
            continue
        for seen, item in items(whole):
            days = (seen.today.date - made.date).days
            known = any(event.id == made.id.split(":")[0] for event in whole.diary.events[: seen.events])
            assert not (known and 0 <= days < 7 and item.exercise == made.exercise), told(whole.diary, made)


@for_every_life
def test_sessions_keep_to_the_persons_minutes_and_their_seconds_add_up(life: Life) -> None:
    for seen in lived(life).seen:
        session, profile = seen.today.session, seen.person.profile
        if session and profile:
            assert [item.seconds for item in session.items] == [
                seconds_of(catalogue(), i) for i in session.items
            ]
            assert session.seconds == sum(item.seconds for item in session.items)
            assert session.seconds <= profile.session_minutes * 60


@for_every_life
def test_sessions_are_well_formed(life: Life) -> None:
    order = list(Block)
    for seen in lived(life).seen:
        session = seen.today.session
        if session:
            blocks = [block.block for block in session.blocks]
            slugs = [item.exercise for item in session.items]
            assert blocks == sorted(set(blocks), key=order.index)
            assert len(slugs) == len(set(slugs))
            assert all(item.why and item.dose.sets >= 1 for item in session.items)


@for_every_life
def test_nothing_is_prescribed_while_locked(life: Life) -> None:
    for seen in lived(life).seen:
        if seen.today.clearance.locks or seen.today.mode == "locked":
            assert seen.today.session is None
            assert seen.today.mode == "locked"
            assert seen.today.reasons


@for_every_life
def test_everyone_who_may_train_has_a_session_or_is_told_why_not(life: Life) -> None:
    for seen in lived(life).seen:
        session = seen.today.session
        work = [b for b in session.blocks if b.block is not Block.WARM_UP] if session else []
        assert work or seen.today.reasons, f"an empty day {seen.offset} without a word"


@for_every_life
def test_the_first_day_and_the_first_week_hold_few_exercises(life: Life) -> None:
    for seen in lived(life).seen:
        first = facts_of(lived(life).diary.events[: seen.events]).first_set
        count = sum(1 for item in work_items(seen))
        if first is None or first == seen.today.date:
            assert count <= 2
        elif (seen.today.date - first).days < 7:
            assert count <= 5


@for_every_life
def test_a_relief_session_is_low_and_short(life: Life) -> None:
    for seen, item in items(lived(life)):
        rung = catalogue().exercises[item.exercise].rung(item.rung)
        if seen.today.mode == "relief":
            assert rung.relief
            assert rung.load_rank <= 2
            assert item.dose.reps is None or (item.dose.hold_seconds or 0) <= 5


@for_every_life
def test_the_week_ahead_shows_what_the_day_will_show(life: Life) -> None:
    """The first session of the week is the one that its day brings, if nothing happens until then."""
    whole = lived(life)
    day = whole.diary.day(life.days[-1].gap + whole.seen[-1].offset)
    week = coach.plan(catalogue(), whole.diary.person, day).week
    first = next((planned for planned in week if planned.session), None)
    if first:
        today = coach.today(catalogue(), whole.diary.person, first.date)
        assert today.session == first.session
    if week[0].session is None:
        told_apart = coach.next_session(catalogue(), whole.diary.person, day)
        assert told_apart == (first.date if first else None)


# --- What is decided --------------------------------------------------------------------------------------


@for_every_life
def test_every_decision_has_a_reason_with_a_source(life: Life) -> None:
    for made in lived(life).diary.decisions:
        assert made.why
        assert all(reason.source in catalogue().sources for reason in made.why), told(lived(life).diary, made)


@for_every_life
def test_decisions_move_the_way_their_names_say(life: Life) -> None:
    for made in lived(life).diary.decisions:
        exercise = catalogue().exercises[made.exercise]
        if made.was is None or made.now is None:
            assert made.verdict is Verdict.REMOVE
        elif made.verdict is Verdict.PROGRESS:
            assert height(exercise, made.now) > height(exercise, made.was)
        elif made.verdict is Verdict.MAINTAIN:
            assert made.now == made.was
        elif made.verdict is Verdict.REGRESS:
            assert height(exercise, made.now) < height(exercise, made.was)
        else:
            assert height(exercise, made.now) <= height(exercise, made.was)


@for_every_life
def test_a_step_up_is_one_step_and_skips_only_what_is_closed(life: Life) -> None:
    diary = lived(life).diary
    for made in decisions(diary.decisions, Verdict.PROGRESS):
        exercise, was, now = catalogue().exercises[made.exercise], made.was, made.now
        assert was
        assert now
        if now.rung == was.rung:
            assert now.step == was.step + 1
            continue
        assert (was.step, now.step) == (len(exercise.rung(was.rung).steps) - 1, 0)
        between = exercise.rungs[exercise.rung_index(was.rung) + 1 : exercise.rung_index(now.rung)]
        assert all(is_closed(life, exercise, rung, made) for rung in between), told(diary, made)


def is_closed(life: Life, exercise: Exercise, rung: Rung, made: coach.Decision) -> bool:
    """Whether a rung that was skipped is one the person cannot be given, or that lately provoked."""
    diary = lived(life).diary
    before = [event for event in diary.events if event.day <= made.date]
    flags = {direction.value for direction in diary.person.progression.flags}
    flagged = any(getattr(rung.demand, direction, 0) >= 2 for direction in flags)
    wrong = list(rung_wrongs(catalogue(), facts_of(before), exercise, rung, made.date))
    return bool(wrong) or flagged or rung.load_rank > 3


@for_every_life
def test_one_step_up_a_session_and_two_in_any_seven_days(life: Life) -> None:
    diary = lived(life).diary
    undone = {event.fields["decision"] for event in diary.events if event.kind == "decision_undone"}
    ups = [made for made in decisions(diary.decisions, Verdict.PROGRESS) if made.id not in undone]
    for made in ups:
        week = [up for up in ups if timedelta(0) <= up.date - made.date < timedelta(days=7)]
        assert len(week) <= 2, [told(diary, up) for up in week]
    by_event = Counter(made.id.split(":")[0] for made in ups)
    for event, count in by_event.items():
        assert count <= sessions_before(diary.events, event), event


def sessions_before(events: list[Event], event_id: str) -> int:
    """How many sessions an event can have settled: those of the two days before it."""
    event = next(event for event in events if event.id == event_id)
    starts = (start.day for start in events if start.kind == "session_started")
    return sum(1 for day in starts if 1 <= (event.day - day).days <= 2)


@for_every_life
def test_a_red_response_never_raises_anything(life: Life) -> None:
    whole = lived(life)
    for event in whole.diary.events:
        if is_red(whole, event):
            made = [d for d in whole.diary.decisions if d.id.split(":")[0] == event.id]
            assert Verdict.PROGRESS not in {decision.verdict for decision in made}


@for_every_life
def test_after_a_red_response_two_more_sessions_are_needed(life: Life) -> None:
    whole = lived(life)
    events = sorted(whole.diary.events, key=lambda event: event.key)
    for number, event in enumerate(events):
        if event.kind == "exercise_rated" and is_red(whole, event) and event.id not in gone(events):
            slug = event.fields["exercise"]
            later = events[number:]
            ups = [d for d in decisions(whole.diary.decisions, Verdict.PROGRESS) if d.exercise == slug]
            ids = {made.id.split(":")[0] for made in ups}
            upto = next((n for n, other in enumerate(later) if other.id in ids), 0)
            again = {
                e.fields["session"]
                for e in later[:upto]
                if e.fields.get("exercise") == slug and e.kind == "set_performed"
            }
            assert not upto or len(again - {event.fields["session"]}) >= 2


def is_red(whole: Lived, event: Event) -> bool:
    """The red column of the traffic light, read from an event alone."""
    if event.kind not in ("exercise_rated", "session_finished", "morning_after"):
        return False
    usual = whole.usual.get(event.fields["session"])
    if event.kind == "morning_after":
        return usual is not None and event.fields["pain"] >= usual + 2
    pain = event.fields.get("pain", event.fields.get("pain_after", 0))
    red_symptom = Symptom(event.fields.get("symptom", "none")).is_red
    return red_symptom or pain >= 6 or (usual is not None and pain >= usual + 3)


@for_every_life
def test_undo_puts_an_exercise_back_where_it_was(life: Life) -> None:
    whole = lived(life)
    for slug, ladder in whole.diary.person.progression.ladders.items():
        if ladder.undo:
            after = replay(whole, [undoing(whole.diary.events, ladder.undo.decision)])
            made = next(made for made in whole.diary.decisions if made.id == ladder.undo.decision)
            assert after.person.progression.ladders[slug].place == made.was


def undoing(events: list[Event], decision: str) -> Event:
    last = max(events, key=lambda event: event.key)
    return Event("f" * 36, "decision_undone", last.at + timedelta(minutes=1), {"decision": decision})


# --- The diary is the truth -------------------------------------------------------------------------------


@for_every_life
def test_folding_event_by_event_is_folding_the_whole(life: Life) -> None:
    whole = lived(life)
    assert replay(whole, []) == coach.Folded(whole.diary.person, whole.diary.decisions)


@for_lives(FEWER)
def test_arrival_order_and_duplicates_change_nothing(life: Life) -> None:
    events, random = list(lived(life).diary.events), chance(life)
    again = events + random.sample(events, len(events) // 3)
    random.shuffle(again)
    assert coach.fold(catalogue(), again) == coach.fold(catalogue(), events)


@for_lives(FEWER)
def test_a_retracted_event_is_one_that_was_never_written(life: Life) -> None:
    events = lived(life).diary.events
    named = {event.fields["event"] for event in events if event.kind == "event_retracted"}
    fit = [e for e in events if e.kind not in ("event_retracted", "profile_set") and e.id not in named]
    wrong = chance(life).choice(fit)
    last = max(events, key=lambda event: event.key)
    taken_back = Event("e" * 36, "event_retracted", last.at + timedelta(minutes=1), {"event": wrong.id})
    never = [event for event in events if event.id != wrong.id]
    assert coach.fold(catalogue(), [*events, taken_back]) == coach.fold(catalogue(), never)


@for_lives(FEWER)
def test_a_snapshot_on_the_way_changes_nothing(life: Life) -> None:
    events = list(coach.standing_events(lived(life).diary.events))
    cut = chance(life).randint(0, len(events))
    before = coach.fold(catalogue(), events[:cut])
    after = coach.fold(catalogue(), events[cut:], before.person)
    assert coach.Folded(after.person, (*before.decisions, *after.decisions)) == coach.fold(
        catalogue(), events
    )


@for_lives(FEWER // 2)
def test_living_the_same_life_some_weeks_later_changes_nothing(life: Life) -> None:
    now, weeks = in_one_zone(life), chance(life).randint(1, 200)
    later = replace(now, start=now.start + timedelta(weeks=weeks))
    assert list(spoken(lived(now))) == list(spoken(lived(later)))


def spoken(whole: Lived) -> Iterator[str]:
    """Every decision and every day's plan, without dates."""
    yield from (told(whole.diary, made) for made in whole.diary.decisions)
    for seen in whole.seen:
        codes = [reason.code for reason in seen.today.reasons]
        blocks = [
            replace(block, items=tuple(replace(i, why=()) for i in block.items)) for block in _blocks(seen)
        ]
        yield f"{seen.offset} {seen.today.mode} {seen.today.clearance} {codes} {blocks}"


def _blocks(seen: Seen) -> tuple[coach.SessionBlock, ...]:
    return seen.today.session.blocks if seen.today.session else ()


# --- The ladders themselves -------------------------------------------------------------------------------

LADDERS = [(exercise.slug, rung) for exercise in catalogue().exercises.values() for rung in exercise.rungs]


@pytest.mark.parametrize(("slug", "rung"), LADDERS, ids=[f"{slug}:{rung.slug}" for slug, rung in LADDERS])
def test_a_rung_grows_one_thing_a_step_and_hold_before_repetitions_before_sets(slug: str, rung: Rung) -> None:
    grown = [growth(lower, higher) for lower, higher in pairwise(rung.steps)]
    assert all(len(each) == 1 for each in grown), f"{slug}: {grown}"
    order = ["hold_seconds", "reps", "sets", "load_kg"]
    flat = [order.index(each[0]) for each in grown]
    assert flat == sorted(flat), f"{slug}: {grown}"


def growth(lower: Dose, higher: Dose) -> list[str]:
    """Name what differs between two steps of a rung; a fall is named too, so that it is never missed."""
    names = ("hold_seconds", "reps", "sets", "load_kg", "rest_seconds")
    return [name for name in names if getattr(lower, name) != getattr(higher, name)]


@pytest.mark.parametrize("exercise", catalogue().exercises.values(), ids=lambda exercise: exercise.slug)
def test_an_outside_weight_comes_on_the_last_rungs_only(exercise: Exercise) -> None:
    loaded = [any(step.load_kg for step in rung.steps) for rung in exercise.rungs]
    assert loaded == sorted(loaded)


# --- What the lives reach ---------------------------------------------------------------------------------

REACHED = {
    *(f"verdict {verdict.value}" for verdict in Verdict),
    *(f"mode {mode}" for mode in ("normal", "relief", "ramp", "rest", "locked", "first-day")),
    *(f"clearance {level}" for level in ("emergency", "clinician", "caution", "clear")),
    *("reason easy-week", "reason nothing-fits", "reason flare-relief", "reason pain-relief"),
    *(
        "reason flare-ramp",
        "reason gap-ramp",
        "reason refer-reds",
        "reason rescreen-gap",
        "reason rescreen-nerve",
    ),
    *(
        "why gap",
        "why good-sessions",
        "why one-step-a-session",
        "why two-steps-a-week",
        "why weekly-load-cap",
    ),
    *("why amber-pain", "why red-pain", "why red-symptom", "why red-morning", "why amber-morning"),
    *("why morning-unknown", "why effort-above", "why effort-high", "why form-poor", "why form-unsure"),
    *("why incomplete", "why skipped-pain", "why easiest-already", "why your-veto", "why top-of-ladder"),
    *("kind event_retracted", "kind decision_undone", "kind exercise_included", "kind clinician_cleared"),
    *("next rung", "clocks changed", "time zones", "undo pending", "cut to fit"),
}


def test_the_lives_reach_everything_that_the_properties_speak_of() -> None:
    reached = Counter(feature for life in drawn() for feature in set(features(lived(life))))
    missing = sorted(REACHED - set(reached))
    assert not missing, f"never reached: {missing}; reached: {dict(reached.most_common())}"


def features(whole: Lived) -> Iterator[str]:
    """Name everything of note in a life."""
    for seen in whole.seen:
        yield f"mode {seen.today.mode}"
        yield f"clearance {seen.today.clearance.value}"
        yield from (f"reason {reason.code}" for reason in seen.today.reasons)
    for made in whole.diary.decisions:
        yield f"verdict {made.verdict.value}"
        yield from (f"why {reason.code}" for reason in made.why)
        if made.verdict is Verdict.PROGRESS and made.was and made.now and made.was.rung != made.now.rung:
            yield "next rung"
    yield from (f"kind {event.kind}" for event in whole.diary.events)
    offsets = {event.at.utcoffset() for event in whole.diary.events}
    yield from ("time zones",) if len(offsets) > 1 else ()
    yield from ("clocks changed",) if timedelta(hours=1) in spans(offsets) else ()
    yield from ("undo pending" for ladder in whole.diary.person.progression.ladders.values() if ladder.undo)
    cut = (reason.code for _, item in items(whole) for reason in item.why)
    yield from ("cut to fit" for code in cut if code == "fewer-sets-to-fit")


def spans(offsets: set[timedelta | None]) -> set[timedelta]:
    known = [offset for offset in offsets if offset is not None]
    return {abs(one - other) for one in known for other in known}


# --- Helpers ----------------------------------------------------------------------------------------------


def items(whole: Lived) -> Iterator[tuple[Seen, coach.Item]]:
    """Yield every item that was ever prescribed, with its day."""
    for seen in whole.seen:
        yield from ((seen, item) for item in (seen.today.session.items if seen.today.session else ()))


def work_items(seen: Seen) -> Iterator[coach.Item]:
    """Yield a day's items without the warm-up."""
    for block in _blocks(seen):
        yield from block.items if block.block is not Block.WARM_UP else ()


def height(exercise: Exercise, place: coach.Place) -> tuple[int, int]:
    """Where a place stands on its ladder, for comparing."""
    return exercise.rung_index(place.rung), place.step


def decisions(made: tuple[coach.Decision, ...], verdict: Verdict) -> list[coach.Decision]:
    """Return the decisions of one kind."""
    return [decision for decision in made if decision.verdict is verdict]


def replay(whole: Lived, more: list[Event]) -> coach.Folded:
    """Fold a life's diary from the start, with some more events."""
    return coach.fold(catalogue(), [*whole.diary.events, *more])


def gone(events: list[Event]) -> set[str]:
    """The ids that a retraction names."""
    return {event.fields["event"] for event in events if event.kind == "event_retracted"}
