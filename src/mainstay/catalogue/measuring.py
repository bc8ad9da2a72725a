"""Whether measures and self-tests make sense: ranges, thresholds, names, sources and groups."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from mainstay.catalogue.fault import Key
from mainstay.catalogue.meaning import Found, Known
from mainstay.catalogue.measure import Measure, MeasureKind
from mainstay.catalogue.self_test import Norm, SelfTest
from mainstay.kernel import Amount, Sidedness

_CHECK_IN = ("pain_now", "pain_usual", "sleep_hours", "stiffness")


def measure_faults(measure: Measure, known: Known) -> Found:
    """Yield what is wrong with a measure."""
    amounts = {name: getattr(measure, name) for name in ("mic", "mic_share", "mdc", "level_days")}
    yield from _sources(known, {"source": measure.source}, amounts)
    yield from _range_faults(measure.lowest, measure.highest, measure.step)
    if measure.reported_as and measure.reported_as not in _CHECK_IN:
        yield ("reported_as",), f"is {measure.reported_as}", f"use one of {', '.join(_CHECK_IN)}"
    if bool(measure.reported_as) != (measure.level_days is not None):
        yield ("reported_as",), "and level_days go together", "give both or neither"
    if (measure.kind is MeasureKind.ACTIVITIES) != (measure.activities > 0):
        yield ("activities",), f"is {measure.activities}", "say how many, for activities alone"
    if (measure.kind is MeasureKind.CHANGE) != (measure.improved_from is not None):
        yield ("improved_from",), "goes with kind change", "give it there alone"
    if (measure.kind is MeasureKind.CLINICIAN) == (measure.asked is not None or bool(measure.reported_as)):
        yield ("asked",), "is for our own questions", "ask our own; never ask for a clinician's number"
    wanted = round((measure.highest - measure.lowest) / measure.step) + 1 if measure.step > 0 else 0
    if measure.steps and len(measure.steps) != wanted:
        yield ("steps",), f"are {len(measure.steps)}", f"give words for all {wanted} values"


def _sources(known: Known, named: dict[str, str], amounts: dict[str, Amount | None]) -> Found:
    for name, amount in amounts.items():
        if amount and amount.value <= 0:
            yield (name, "value"), f"is {amount.value:g}", "use a number above 0"
        if amount:
            named = {**named, f"{name}.source": amount.source}
    for place, source in named.items():
        if source not in known.sources:
            yield tuple(place.split(".")), f"names unknown {source}", "add it to sources.toml"


def _range_faults(lowest: float, highest: float, step: float) -> Iterator[tuple[tuple[Key, ...], str, str]]:
    if lowest >= highest:
        yield ("highest",), f"is {highest:g}, and lowest is {lowest:g}", "give a range"
    if step <= 0:
        yield ("step",), f"is {step:g}", "use a number above 0"


def self_test_faults(test: SelfTest, known: Known) -> Found:
    """Yield what is wrong with a self-test, its figure and its groups."""
    amounts = {name: getattr(test, name) for name in ("noise", "noise_share", "cap_seconds", "enough")}
    yield from _sources(known, {"load_from": test.load_from}, amounts)
    yield from _range_faults(test.lowest, test.highest, test.step)
    for source in test.sources:
        if source not in known.sources:
            yield ("sources",), f"names unknown {source}", "add it to sources.toml"
    if test.exercise and test.rung not in known.rungs.get(test.exercise, ()):
        yield ("rung",), f"{test.exercise} has no rung {test.rung}", "name a rung whose figure shows it"
    for tag in test.contraindications:
        if tag not in known.precautions:
            yield ("contraindications",), f"has unknown tag {tag}", "see rules/precautions.toml"
    if not (test.stop_rules and test.open_to):
        yield ("stop_rules",), "or open_to is empty", "say when to stop, and who may do it"
    if any(clearance.locks for clearance in test.open_to):
        yield ("open_to",), "opens it while the programme is locked", "use clear, or clear and caution"
    yield from _norm_faults(test, known)


def suggestion_faults(rows: Sequence[Mapping[str, Any]]) -> Found:
    """Yield what is wrong with the list of suggestions: the last one alone holds always."""
    for index, row in enumerate(rows):
        is_last = index == len(rows) - 1
        if is_last == bool(row.get("when")):
            remedy = "give the last one no conditions, and every other one some"
            yield ("suggestions", index, "when"), "leaves a week without a suggestion", remedy


def _norm_faults(test: SelfTest, known: Known) -> Found:
    for index, norm in enumerate(test.norms):
        if norm.source not in known.sources:
            yield ("norms", index, "source"), f"names unknown {norm.source}", "add it to sources.toml"
        if norm.from_age > norm.to_age or norm.band[0] >= norm.band[1]:
            yield ("norms", index), "has no range", "give ages, and mean and spread or low and high"
        if norm.side and test.sides is not Sidedness.EACH:
            yield ("norms", index, "side"), "is for a test of both sides", "leave it out"
    for one, other in combinations(range(len(test.norms)), 2):
        if _same_people(test.norms[one], test.norms[other]):
            yield ("norms", other), "is for the same people as an earlier one", "give each group once"


def _same_people(one: Norm, other: Norm) -> bool:
    together = one.from_age <= other.to_age and other.from_age <= one.to_age
    return together and (one.population, one.sex, one.side) == (other.population, other.sex, other.side)
