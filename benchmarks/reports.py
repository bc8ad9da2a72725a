"""Charts and reports of three weeks and of ten years: time and size, each made ``ROUNDS`` times.

``python -m benchmarks.reports [YEARS]``
"""

import sys
from collections.abc import Callable, Sequence
from datetime import timedelta
from time import process_time as clock

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

ROUNDS = 5
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


def report(name: str, events: Sequence[Event]) -> None:
    """Print the table of one diary."""
    catalogue = load_catalogue()
    on = events[-1].day
    start = clock()
    told = account(catalogue, events, on)
    print(f"{name}: {len(events)} events, account {(clock() - start) * 1000:.0f} ms")
    captions, total = chart_captions(), 0.0
    draws = drawings(told)
    for size in (WIDE, NARROW):
        view = View(max(told.since, on - timedelta(days=3652)), on, captions, size)
        for chart, draw in draws.items():
            millis, size_of = timed(lambda draw=draw, view=view: draw(view).svg)  # type: ignore[misc]
            total += millis
            print(f"  {chart:9} {size.width:4} {millis:8.1f} ms {size_of:9} bytes")
    print(f"  {2 * len(draws) / total * 1000:.0f} charts a second")
    makes: dict[str, Make] = {
        "clinician": lambda: clinician_pdf(told),
        "exercises": lambda: exercises_pdf(told),
        "fhir": lambda: fhir_text(told),
        "ical": lambda: calendar_bytes(told),
        "csv": lambda: csv_text(flat(told.events, told.decisions)),
    }
    for kind, make in makes.items():
        print("  {:14} {:8.1f} ms {:9} bytes".format(kind, *timed(make)))


def main() -> None:
    """Print both tables."""
    years = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    checked(bundle_of(account(load_catalogue(), (), course(0).day(0))))  # loads the models once
    report("three weeks", course(3).events)
    report(f"{years} years", years_of_training(load_catalogue(), years))


if __name__ == "__main__":
    main()
