"""Results of self-tests: the trend within a person, and left beside right."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from mainstay.catalogue import Catalogue, SelfTest
from mainstay.coach.outcomes.judging import Change, rounded
from mainstay.kernel import Event, Reason, Side, Sidedness, sides_of


@dataclass(frozen=True, slots=True)
class Trial:
    """One try at a self-test; ``side`` is None where both sides work at once."""

    at: datetime
    value: float
    side: Side | None = None
    stopped_by: str = ""

    @property
    def day(self) -> date:
        """The person's local date."""
        return self.at.date()


@dataclass(frozen=True, slots=True)
class Trend:
    """What has become of one side (None for both at once) since its first result.

    ``noise`` is the difference from which on the two results differ by more than chance.
    """

    side: Side | None
    change: Change
    why: tuple[Reason, ...]
    first: Trial | None = None
    last: Trial | None = None
    better_by: float | None = None
    noise: float | None = None


def trials_of(catalogue: Catalogue, events: Iterable[Event]) -> Mapping[str, tuple[Trial, ...]]:
    """Return the results of every known self-test, oldest first; ``events`` stand, in order.

    A result below the test's range, or one that does not say which side it is of, cannot be placed and
    is left out. A result above it is kept: somebody went on.
    """
    found: dict[str, list[Trial]] = defaultdict(list)
    for event in events:
        test = catalogue.tests.get(event.fields["test"]) if event.kind == "self_test_done" else None
        if test is None or event.fields["value"] < test.lowest:
            continue
        told = event.fields.get("side")
        each = test.sides is Sidedness.EACH
        if told or not each:
            side = Side(told) if told and each else None
            value, stopped_by = float(event.fields["value"]), str(event.fields.get("stopped_by") or "")
            found[test.slug].append(Trial(event.at, value, side, stopped_by))
    return {slug: tuple(trials) for slug, trials in found.items()}


def trends(test: SelfTest, trials: Sequence[Trial]) -> tuple[Trend, ...]:
    """Return the trend of each side, or the one of a test that has none."""
    return tuple(
        _trend(test, side, [trial for trial in trials if trial.side is side]) for side in tested_sides(test)
    )


def tested_sides(test: SelfTest) -> tuple[Side | None, ...]:
    """Return the sides that have results of their own."""
    return sides_of(test.sides) or (None,)


def _trend(test: SelfTest, side: Side | None, trials: Sequence[Trial]) -> Trend:
    if len(trials) < 2:
        why = (Reason("too-few-results", (("results", len(trials)),)),)
        return Trend(side, Change.UNKNOWN, why, last=trials[0] if trials else None)
    first, last = trials[0], trials[-1]
    better_by = rounded(last.value - first.value) * (1 if test.higher_is_better else -1)
    noise = rounded(test.noise_between(first.value, last.value))
    change, called = _called(better_by, noise)
    numbers = (("change", round(abs(better_by), 1)), ("noise", round(noise, 1)), ("unit", test.unit))
    why = (Reason(called, numbers, test.noise.source),)
    return Trend(side, change, why, first, last, better_by, noise)


def _called(better_by: float, noise: float) -> tuple[Change, str]:
    if abs(better_by) < noise:
        return Change.UNCERTAIN, "within-noise"
    return (Change.IMPROVED, "beyond-noise") if better_by > 0 else (Change.WORSE, "beyond-noise-less")


def sides_differ(test: SelfTest, trials: Sequence[Trial], dates: int) -> Reason | None:
    """Return what sets left and right apart, or None.

    They are called different only above the noise on the last ``dates`` dates that have both, with the
    same side ahead each time.
    """
    pairs = list(_pairs(trials))[-dates:]
    if len(pairs) < dates:
        return None
    ahead = {_ahead(test, left, right) for _, left, right in pairs}
    if len(ahead) > 1 or None in ahead:
        return None
    _, left, right = pairs[-1]
    weaker = Side.LEFT if ahead == {Side.RIGHT} else Side.RIGHT
    numbers = (
        ("left", left),
        ("right", right),
        ("unit", test.unit),
        ("weaker", weaker.value),
        ("dates", dates),
    )
    return Reason("sides-differ", numbers, test.noise.source)


def _pairs(trials: Sequence[Trial]) -> Iterator[tuple[date, float, float]]:
    """Yield the days with a result of both sides; the last try of a side is its result."""
    by_day: dict[date, dict[Side | None, float]] = defaultdict(dict)
    for trial in trials:
        by_day[trial.day][trial.side] = trial.value
    for day, values in by_day.items():
        if Side.LEFT in values and Side.RIGHT in values:
            yield day, values[Side.LEFT], values[Side.RIGHT]


def _ahead(test: SelfTest, left: float, right: float) -> Side | None:
    if rounded(abs(left - right)) <= rounded(test.noise_between(left, right)):
        return None
    return Side.LEFT if (left > right) == test.higher_is_better else Side.RIGHT
