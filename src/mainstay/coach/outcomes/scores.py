"""From events to series: what was answered, on which day. Missing is missing, and 0 is an answer."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from mainstay.catalogue import Catalogue, Measure, MeasureKind
from mainstay.kernel import Event

OUTCOME_KINDS = ("measure_answered", "self_test_done", "day_checked_in", "flare_reported")
"""The only kinds of event that outcomes read, so that a store need not hand over the others."""


@dataclass(frozen=True, slots=True)
class Score:
    """One answer. ``parts`` are the single activities, where the score is their mean."""

    day: date
    value: float
    parts: tuple[tuple[str, float], ...] = ()


Series = Mapping[str, tuple[Score, ...]]
"""Scores by measure, oldest first, one a day: a later answer of a day takes the place of an earlier one."""


def series_of(catalogue: Catalogue, events: Iterable[Event]) -> Series:
    """Return the series of every measure that was answered; ``events`` stand, in the order of the diary.

    A score outside a measure's range is left out. A measure that the catalogue does not know, such as a
    questionnaire of the person's own, has its series too.
    """
    reported = [measure for measure in catalogue.measures.values() if measure.reported_as]
    found: dict[str, dict[date, Score]] = defaultdict(dict)
    for event in events:
        if event.kind == "measure_answered":
            _put(catalogue, found, event.fields["measure"], _answered(catalogue, event))
        elif event.kind == "day_checked_in":
            for measure in reported:
                value = event.fields.get(measure.reported_as)
                if value is not None:
                    _put(catalogue, found, measure.slug, Score(event.day, value))
    return {slug: tuple(by_day.values()) for slug, by_day in found.items()}


def _put(catalogue: Catalogue, found: dict[str, dict[date, Score]], slug: str, score: Score) -> None:
    measure = catalogue.measures.get(slug)
    if measure is None or measure.takes(score.value):
        # Taken out first, so that the days stay in order when a journey turns the clock back.
        found[slug].pop(score.day, None)
        found[slug][score.day] = score


def _answered(catalogue: Catalogue, event: Event) -> Score:
    measure = catalogue.measures.get(event.fields["measure"])
    parts = tuple(_parts(measure, event)) if measure and measure.kind is MeasureKind.ACTIVITIES else ()
    return Score(event.day, float(event.fields["score"]), parts)


def _parts(measure: Measure, event: Event) -> Iterable[tuple[str, float]]:
    for activity, value in sorted(event.fields.get("answers", {}).items()):
        if isinstance(value, int | float) and measure.takes(value):
            yield activity, float(value)
