"""Tables from Google Takeout (Google Fit, Google Health) and from Health Connect."""

import csv
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date, datetime, time, timedelta
from io import TextIOWrapper
from typing import IO

from mainstay.exchange.imports.columns import DayTable, StepTable, table_of
from mainstay.exchange.imports.counted import NotCounted, lived, minutes, moment, on_clock, span, steps
from mainstay.exchange.imports.days import Days
from mainstay.exchange.imports.notes import Notes, Terms
from mainstay.kernel import Event

FIT, CONNECT = "google-fit", "health-connect"
_SNIPPET = timedelta(minutes=1)

_WIDEST = 1 << 16

Row = Sequence[str]


def read_tables(files: Iterable[tuple[IO[bytes], Notes]], terms: Terms) -> Iterator[Event]:
    """Yield one event for each day of one or more tables; note each row that cannot be read.

    Raise :class:`Unreadable` for a file that is no table of steps.
    """
    days: dict[str, Days] = {}
    for file, notes in files:
        with closing(_rows(file, notes)) as rows:
            _read_table(rows, days, terms, notes)
    for one in days.values():
        yield from one.events(terms.today)


def _read_table(rows: Iterator[tuple[int, Row]], days: dict[str, Days], terms: Terms, notes: Notes) -> None:
    table = table_of(next(rows, (1, ()))[1])
    if table is None:
        remedy = "choose 'Daily activity metrics.csv', or a table with a time and steps in each row"
        raise notes.refuse(1, "has no columns of steps that are known here", remedy)
    source = FIT if isinstance(table, DayTable) else CONNECT
    into = days.setdefault(source, Days(source, terms.cadence))
    for line, row in rows:
        try:
            if isinstance(table, DayTable):
                _take_day(table, row, into, terms)
            else:
                _take_snippet(table, row, into, terms)
        except NotCounted as problem:
            notes.wrong(line, "", f"cannot be read: {problem}", "leave it out")
        except IndexError:
            notes.wrong(line, "", "has fewer columns than the first line", "export the file again")


def _rows(file: IO[bytes], notes: Notes) -> Generator[tuple[int, Row]]:
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="")
    reader = csv.reader(_lines(text, notes), strict=True)
    try:
        yield from ((reader.line_num, row) for row in reader if row)
    except csv.Error as error:
        raise notes.refuse(reader.line_num, f"is not a table ({error})", "export the file again") from None
    except UnicodeDecodeError:
        raise notes.refuse(reader.line_num + 1, "is not UTF-8 text", "save the file as UTF-8") from None
    finally:
        text.detach()


def _lines(text: TextIOWrapper, notes: Notes) -> Iterator[str]:
    """Yield the lines of a table; refuse one that has no end, before it fills the memory."""
    for number, line in enumerate(iter(lambda: text.readline(_WIDEST), ""), start=1):
        if len(line) == _WIDEST:
            raise notes.refuse(number, "is longer than any row of a table", "export the file again")
        yield line


def _take_day(table: DayTable, row: Row, days: Days, terms: Terms) -> None:
    counted, walked = row[table.steps], [row[place] for place in table.walking]
    if not counted and not any(walked):
        return  # a day on which nothing was counted
    try:
        noon = on_clock(datetime.combine(date.fromisoformat(row[table.date]), time(12)), terms.zone)
    except (ValueError, OverflowError):
        raise NotCounted(f"{row[table.date]!r} is not a date") from None
    lived(noon)
    days.add_total(noon, sum(minutes(text) for text in walked if text), steps(counted) if counted else 0)


def _take_snippet(table: StepTable, row: Row, days: Days, terms: Terms) -> None:
    start = moment(row[table.start], terms.zone)
    end = start + _SNIPPET if table.end is None else moment(row[table.end], terms.zone)
    device = "" if table.device is None else row[table.device]
    days.add_steps(device, *span(start, end), steps(row[table.steps]))
