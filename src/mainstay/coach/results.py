"""A person's outcomes on a day: what they answered and tried, what it means, what is due, what is advised."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mainstay.catalogue import Catalogue, SelfTest
from mainstay.coach import outcomes
from mainstay.coach.outcomes import Condition, MeasureTrack, SelfTestTrack, Series, Trial
from mainstay.coach.person import Person, clearance_on, limits_on
from mainstay.kernel import Event, Reason


@dataclass(frozen=True, slots=True)
class Results:
    """All measures and self-tests of a person on a day, in the catalogue's order, and the advice."""

    on: date
    started: date | None
    measures: tuple[MeasureTrack, ...]
    tests: tuple[SelfTestTrack, ...]
    advice: tuple[Reason, ...]


def results_on(catalogue: Catalogue, person: Person, events: Iterable[Event], on: date) -> Results:
    """Return the outcomes of a person up to and including ``on``.

    ``events`` stand, in the order of the diary; only those of :data:`outcomes.OUTCOME_KINDS` are looked
    at, which is a few a year beside the check-ins, so that nothing needs to be kept in the person.
    """
    told = [event for event in events if event.kind in outcomes.OUTCOME_KINDS and event.day <= on]
    started = person.progression.first_session
    series = outcomes.series_of(catalogue, told)
    measures = tuple(_measures(catalogue, series, started, on))
    judgements = {track.measure: track.judgement for track in measures}
    flares = [event.day for event in told if event.kind == "flare_reported"]
    return Results(
        on,
        started,
        measures,
        tuple(_tests(catalogue, person, outcomes.trials_of(catalogue, told), on)),
        outcomes.advice(catalogue, series, judgements, flares, started, on),
    )


def _measures(catalogue: Catalogue, series: Series, started: date | None, on: date) -> Iterator[MeasureTrack]:
    rules = catalogue.rules.outcomes
    for slug, measure in catalogue.measures.items():
        scores = series.get(slug, ())
        points = outcomes.points(rules, measure.asked, started, scores, on) if measure.asked else ()
        yield MeasureTrack(slug, scores, outcomes.judge(measure, scores), points)
    for slug in sorted(set(series) - set(catalogue.measures)):
        yield MeasureTrack(slug, series[slug], outcomes.judge(None, series[slug]), ())


def _tests(
    catalogue: Catalogue, person: Person, trials: Mapping[str, Sequence[Trial]], on: date
) -> Iterator[SelfTestTrack]:
    condition = _condition(catalogue, person, on)
    for slug, test in catalogue.tests.items():
        done = tuple(trials.get(slug, ()))
        trends = outcomes.trends(test, done)
        newest = [trend.last for trend in trends if trend.last]
        yield SelfTestTrack(
            slug,
            done,
            trends,
            tuple((trial.side, one) for trial in newest for one in _compared(test, trial, person)),
            outcomes.sides_differ(test, done, catalogue.rules.outcomes.side_dates.whole),
            test.enough is not None and bool(done) and done[-1].value >= test.enough.value,
            outcomes.offer(catalogue, test, condition, trials, on),
        )


def _compared(test: SelfTest, trial: Trial, person: Person) -> tuple[outcomes.Comparison, ...]:
    if person.profile is None:
        return ()
    return outcomes.comparisons(test, trial, person.profile.birth_year, person.profile.sex)


def _condition(catalogue: Catalogue, person: Person, on: date) -> Condition:
    """Return how the person is: pain counts as known only where they checked in on that very day."""
    verdict = clearance_on(catalogue, person, on)
    check_in = person.progression.check_in
    return Condition(
        clearance=verdict.clearance,
        locked=verdict.locked,
        questions_due=bool(verdict.due),
        in_flare=person.progression.flare is not None,
        pain_now=check_in.now if check_in and check_in.day == on else None,
        limits=limits_on(catalogue, person, on),
        started=person.progression.first_session,
    )
