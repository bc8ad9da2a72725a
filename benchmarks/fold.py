"""How fast a diary is folded, and whether reading today's page grows with the years in it.

Run with ``python -m benchmarks.fold``; times are of the processor. The diaries are those of the tests: three
sessions a week, a flare-up and a long holiday each year, after which the person begins afresh. How long a day
takes to plan depends on the week there is to plan; so days are read all over the last year, and compared by
their median.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from statistics import median
from time import process_time

from benchmarks.rows import Row, show
from mainstay import coach
from mainstay.catalogue import Catalogue, load_catalogue
from mainstay.kernel import Event
from tests.coach.diaries import years_of_training

YEARS = (1, 10)
FOLDS = 5
DAYS_A_YEAR = 142
READ_EVERY = 3


def seconds(work: Callable[[], object], times: int) -> float:
    """Return the median time of a piece of work, after one run to warm up."""
    work()
    return median(_timed(work) for _ in range(times))


def _timed(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def fold_seconds(catalogue: Catalogue, diary: Sequence[Event]) -> float:
    """Return the time to fold a whole diary."""
    return seconds(lambda: coach.fold(catalogue, diary), FOLDS)


def today_seconds(catalogue: Catalogue, diary: Sequence[Event]) -> list[float]:
    """Return the times to plan a training day, on days spread over the diary's last year."""
    days = [event for event in diary if event.kind == "day_checked_in"][-DAYS_A_YEAR::READ_EVERY]
    people = _people(catalogue, diary, {event.id for event in days})
    return [
        _timed(partial(coach.today, catalogue, person, event.day))
        for event, person in zip(days, people, strict=True)
    ]


def _people(catalogue: Catalogue, diary: Sequence[Event], ids: set[str]) -> Iterator[coach.Person]:
    """Yield the person after each of these events."""
    person = coach.Person()
    for event in coach.standing_events(diary):
        person, _ = coach.advance(catalogue, person, event)
        if event.id in ids:
            yield person


def rows() -> list[Row]:
    """Return both for ten years of diary, beside one year."""
    catalogue = load_catalogue()
    diaries = [years_of_training(catalogue, years) for years in YEARS]
    folds = [fold_seconds(catalogue, diary) for diary in diaries]
    todays = [today_seconds(catalogue, diary) for diary in diaries]
    rates = [len(diary) / fold for diary, fold in zip(diaries, folds, strict=True)]
    middles = [1000 * median(today) for today in todays]
    worst = [1000 * max(today) for today in todays]
    return [
        Row("events folded", rates[1], "/s", rates[0], "1 year", "ratio ≥ 0.9"),
        Row("a training day planned, median", middles[1], "ms", middles[0], "1 year", "≤ 3, ratio ≤ 1.1"),
        Row("a training day planned, worst", worst[1], "ms", worst[0], "1 year"),
    ]


def main() -> None:
    """Print the table."""
    show(rows())


if __name__ == "__main__":
    main()
