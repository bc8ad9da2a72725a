"""From a ledger to what the charts draw."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import groupby

from mainstay.catalogue import Catalogue, Exercise
from mainstay.charts import Adherence, Climb, Deed, Held, Move, Norm, Pain, Point, SelfTested, Walking
from mainstay.coach import WEEKDAYS, Place, SelfTestTrack, results_on
from mainstay.exchange.chronicle.account import Account
from mainstay.exchange.chronicle.kept import Moved
from mainstay.exchange.chronicle.ledger import Ledger
from mainstay.words import exercise_text

_DAY = timedelta(days=1)


def pain_of(told: Ledger) -> Pain:
    """Return pain at rest: the highest of a day's check-ins and mornings after, so that no peak is lost."""
    days = told.kept.days
    usual = {day: one.usual for day, one in days.items() if one.usual is not None}
    return Pain(
        tuple(Point(day, one.pain) for day, one in days.items() if one.pain is not None),
        tuple(Point(day, level) for level, day in _changes(usual)),
        tuple(day for day, one in days.items() if one.trained),
        told.flares,
    )


def _changes(values: Mapping[date, int]) -> list[tuple[int, date]]:
    """The days on which a value became another one."""
    by_level = groupby(values.items(), key=lambda item: item[1])
    return [(level, next(iter(days))[0]) for level, days in by_level]


def days_trained(told: Ledger) -> frozenset[date]:
    """Return the days on which at least one set was done."""
    return frozenset(day for day, one in told.kept.days.items() if one.trained)


def climbs_of(told: Ledger) -> tuple[Climb, ...]:
    """Return the ladders that a decision has spoken of, by name."""
    by_exercise: dict[str, list[Moved]] = defaultdict(list)
    for moved in told.kept.moves:
        if moved.exercise in told.catalogue.exercises:
            by_exercise[moved.exercise].append(moved)
    climbs = (_climb(told, told.catalogue.exercises[slug], moves) for slug, moves in by_exercise.items())
    return tuple(sorted((climb for climb in climbs if climb.moves), key=lambda climb: climb.name))


def _climb(told: Ledger, exercise: Exercise, made: list[Moved]) -> Climb:
    moves, known = list[Move](), {rung.slug: place for place, rung in enumerate(exercise.rungs)}

    def put(day: date, place: Place) -> None:
        # A rung that the catalogue no longer has cannot be placed.
        if place.rung in known:
            moves.append(Move(day, known[place.rung], place.step))

    if made[0].was:
        put(min(told.kept.began.get(exercise.slug, made[0].day), made[0].day), made[0].was)
    for one in made:
        if one.until and one.until > one.day:
            moves.append(Move(one.day, None))
            if one.until <= told.on and one.now:
                put(one.until, one.now)
        elif one.now:
            put(one.day, one.now)
    # An undone step is in the person's state, not among the decisions.
    ladder = told.person.progression.ladders.get(exercise.slug)
    resting = ladder and ladder.resting_until and told.on < ladder.resting_until
    if ladder and not resting:
        put(told.on, ladder.place)
    rungs = tuple((rung.name, len(rung.steps)) for rung in exercise.rungs)
    return Climb(exercise.name, rungs, tuple(_settled(moves)))


def _settled(moves: Iterable[Move]) -> list[Move]:
    """Moves in order, the last of each day, and only those that change something."""
    by_day = {move.day: move for move in sorted(moves, key=lambda move: move.day)}
    kept: list[Move] = []
    for move in by_day.values():
        if not kept or (kept[-1].rung, kept[-1].step) != (move.rung, move.step):
            kept.append(move)
    return kept


def holds_of(told: Ledger) -> tuple[Held, ...]:
    """Return the longest hold of each day, by exercise; stretches and warm-ups are not told apart here."""
    best: dict[str, list[Point]] = defaultdict(list)
    asked: dict[str, list[Point]] = defaultdict(list)
    for day, one in told.kept.days.items():
        for slug, (longest, target) in one.held.items():
            best[slug].append(Point(day, longest))
            if target is not None:
                asked[slug].append(Point(day, target))
    return tuple(
        Held(exercise_text(told.catalogue, slug), tuple(points), tuple(asked[slug]))
        for slug, points in sorted(best.items())
    )


def self_tests_of(account: Account) -> tuple[SelfTested, ...]:
    """Return the self-tests that were tried, beside a group of about the person's age where one is known."""
    results = results_on(account.catalogue, account.person, account.events, account.on)
    return self_tests_in(account.catalogue, results.tests)


def self_tests_in(catalogue: Catalogue, tracks: Iterable[SelfTestTrack]) -> tuple[SelfTested, ...]:
    """Return the self-tests of some tracks that were tried."""
    return tuple(_tested(catalogue, track) for track in tracks if track.trials)


def _tested(catalogue: Catalogue, track: SelfTestTrack) -> SelfTested:
    test = catalogue.tests[track.test]
    sides = dict.fromkeys(trial.side for trial in track.trials)
    norm = next((comparison.norm for _, comparison in track.comparisons), None)
    last = track.trials[-1].value
    return SelfTested(
        test.name,
        test.unit,
        tuple(
            (side.value if side else "", _points({t.day: t.value for t in track.trials if t.side is side}))
            for side in sides
        ),
        Norm(*norm.band, who=norm.population) if norm else None,
        test.noise_between(last, last),
    )


def _points(values: Mapping[date, float]) -> tuple[Point, ...]:
    return tuple(Point(day, value) for day, value in sorted(values.items()))


def walking_of(told: Ledger) -> Walking:
    """Return the minutes walked on each day with a walk."""
    days = told.kept.days.items()
    return Walking(tuple(Point(day, one.walked) for day, one in days if one.walked is not None))


def adherence_of(told: Ledger) -> Adherence:
    """Return what each day was; the last day is never called free, since it is not over."""
    days = told.kept.days
    deeds = {day: Deed.WALK for day, one in days.items() if one.walked is not None}
    for day in planned_days(told):
        if day not in deeds and day < told.on:
            deeds[day] = Deed.FREE
    return Adherence(deeds | {day: one.deed for day, one in days.items() if one.deed})


def planned_days(told: Ledger) -> list[date]:
    """Return the person's own training days from the first session on, as their profile was at the time."""
    first = told.person.progression.first_session
    if first is None or not told.profiles:
        return []
    wanted = [(event.day, {WEEKDAYS.index(day) for day in event.fields["days"]}) for event in told.profiles]
    planned, day, in_force = [], first, wanted[0][1]
    while day <= told.on:
        while wanted and wanted[0][0] <= day:
            in_force = wanted.pop(0)[1]
        if day.weekday() in in_force:
            planned.append(day)
        day += _DAY
    return planned
