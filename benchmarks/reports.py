"""Charts and reports of three weeks and of ten years: time and size, each made ``ROUNDS`` times.

``python -m benchmarks.reports [YEARS]``
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from functools import partial
from time import process_time as clock

from benchmarks.rows import Row, show
from mainstay.catalogue import load_catalogue
from mainstay.charts import (
    NARROW,
    WIDE,
    Chart,
    View,
    adherence_calendar,
    holds_chart,
    ladders_chart,
    pain_chart,
    walking_chart,
)
from mainstay.exchange.chronicle import (
    Account,
    account,
    adherence_of,
    calendar_bytes,
    climbs_of,
    csv_text,
    flat,
    holds_of,
    pain_of,
    walking_of,
)
from mainstay.exchange.fhir import bundle_of, checked, fhir_text
from mainstay.exchange.report import clinician_pdf, exercises_pdf
from mainstay.kernel import Event
from mainstay.words import chart_captions
from tests.coach.diaries import years_of_training
from tests.exchange.people import course

ROUNDS = 3
Make = Callable[[], str | bytes]


def timed(make: Make) -> tuple[float, int]:
    """Return the middle of the milliseconds, and the bytes of what was made."""
    times, made = [], b""
    for _ in range(ROUNDS):
        start = clock()
        text = make()
        times.append((clock() - start) * 1000)
        made = text.encode() if isinstance(text, str) else text
    return sorted(times)[ROUNDS // 2], len(made)


def drawings(told: Account) -> dict[str, Callable[[View], Chart]]:
    """Every chart of an account, its series made beforehand as a page would."""
    pain, climbs, holds = pain_of(told), climbs_of(told), holds_of(told)
    adherence, walking = adherence_of(told), walking_of(told)
    return {
        "pain": lambda view: pain_chart(view, pain),
        "ladders": lambda view: ladders_chart(view, climbs),
        "holds": lambda view: holds_chart(view, holds),
        "calendar": lambda view: adherence_calendar(view, adherence),
        "walking": lambda view: walking_chart(view, walking),
    }


def reports(events: Sequence[Event]) -> dict[str, tuple[float, int]]:
    """Return milliseconds and bytes of an account, of every chart and of every report of a diary."""
    catalogue, on = load_catalogue(), events[-1].day
    start = clock()
    told = account(catalogue, events, on)
    found = {"the account that all of them read": ((clock() - start) * 1000, 0)}
    captions = chart_captions()
    for size in (WIDE, NARROW):
        view = View(max(told.since, on - timedelta(days=3652)), on, captions, size)
        for name, draw in drawings(told).items():
            found[f"chart: {name}, {size.width} wide"] = timed(partial(_drawn, draw, view))
    makes: dict[str, Make] = {
        "the clinician's PDF": lambda: clinician_pdf(told),
        "the exercise sheet's PDF": lambda: exercises_pdf(told),
        "FHIR": lambda: fhir_text(told),
        "iCalendar": lambda: calendar_bytes(told),
        "CSV": lambda: csv_text(flat(told.events, told.decisions)),
    }
    return found | {f"report: {name}": timed(make) for name, make in makes.items()}


def _drawn(draw: Callable[[View], Chart], view: View) -> str:
    return draw(view).svg


def rows() -> Iterator[Row]:
    """Measure ten years, beside three weeks."""
    yield from measured(10)


def measured(years: int) -> Iterator[Row]:
    """Measure so many years of diary, beside three weeks."""
    checked(bundle_of(account(load_catalogue(), (), course(0).day(0))))  # loads the models once
    weeks, long = reports(course(3).events), reports(years_of_training(load_catalogue(), years))
    for name, (millis, size) in long.items():
        yield Row(f"{name}, {years} years", millis, "ms", weeks[name][0], "3 weeks")
        if size:
            yield Row(f"{name}, {years} years, size", size / 1000, "kB", weeks[name][1] / 1000, "3 weeks")


def main() -> None:
    """Print the table."""
    show(measured(int(sys.argv[1]) if len(sys.argv) > 1 else 10))


if __name__ == "__main__":
    main()
