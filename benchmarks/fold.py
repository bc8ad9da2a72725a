"""How fast a diary is folded, and whether reading today's page grows with the years in it.

Run with ``python -m benchmarks.fold``. The diaries are those of the tests: three sessions a week, a flare-up
and a holiday each year.
"""

from collections.abc import Callable, Sequence
from datetime import timedelta
from statistics import median
from time import perf_counter

from mainstay import coach
from mainstay.catalogue import Catalogue, load_catalogue
from mainstay.kernel import Event
from tests.coach.diaries import years_of_training

YEARS = (1, 10)
FOLDS = 5
READS = 20


def seconds(work: Callable[[], object], times: int) -> float:
    """Return the median time of a piece of work, after one run to warm up."""
    work()
    return median(_timed(work) for _ in range(times))


def _timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def fold_seconds(catalogue: Catalogue, diary: Sequence[Event]) -> float:
    """Return the time to fold a whole diary."""
    return seconds(lambda: coach.fold(catalogue, diary), FOLDS)


def today_seconds(catalogue: Catalogue, diary: Sequence[Event]) -> float:
    """Return the time to plan the next training day, for a person already folded."""
    person = coach.fold(catalogue, diary).person
    week = (diary[-1].day + timedelta(days=ahead) for ahead in range(7))
    day = next(day for day in week if coach.today(catalogue, person, day).session)
    return seconds(lambda: coach.today(catalogue, person, day), READS)


def main() -> None:
    """Print both numbers for one year and for ten, side by side, with their ratio."""
    catalogue = load_catalogue()
    diaries = [years_of_training(catalogue, years) for years in YEARS]
    folds = [fold_seconds(catalogue, diary) for diary in diaries]
    todays = [today_seconds(catalogue, diary) for diary in diaries]
    rates = [len(diary) / fold for diary, fold in zip(diaries, folds, strict=True)]
    head = "".join(f"{_years(years):>14}" for years in YEARS)
    print(f"{'':24}{head}{'ratio':>10}")
    _row("events", [len(diary) for diary in diaries], ",.0f")
    _row("fold, s", folds, ".3f")
    _row("fold, events/s", rates, ",.0f")
    _row("today, ms", [1000 * today for today in todays], ".2f")


def _years(years: int) -> str:
    return f"{years} year" if years == 1 else f"{years} years"


def _row(name: str, values: Sequence[float], form: str) -> None:
    shown = "".join(f"{value:>14{form}}" for value in values)
    print(f"{name:24}{shown}{values[-1] / values[0]:>10.2f}")


if __name__ == "__main__":
    main()
