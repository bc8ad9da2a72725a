"""The charts of a span, each drawn for wide and for narrow screens, with its table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe

from mainstay.charts import (
    NARROW,
    WIDE,
    Chart,
    Table,
    View,
    adherence_calendar,
    holds_chart,
    ladders_chart,
    pain_chart,
    self_tests_chart,
    walking_chart,
)
from mainstay.exchange.chronicle import (
    adherence_of,
    climbs_of,
    holds_of,
    pain_of,
    self_tests_in,
    walking_of,
)
from mainstay.web.progress.looking import Look
from mainstay.words import chart_captions

Draw = Callable[[View], Chart]


@dataclass(frozen=True, slots=True)
class Picture:
    """One chart; the table has its numbers, and says in a sentence what is to be seen."""

    slug: str
    title: str
    wide: SafeString
    narrow: SafeString
    table: SafeString


def over_time(look: Look) -> dict[str, Draw]:
    """Return how to draw what everybody looks at: pain, days of training, walks and self-tests."""
    ledger = look.ledger
    pain, adherence, walking = pain_of(ledger), adherence_of(ledger), walking_of(ledger)
    tests = self_tests_in(ledger.catalogue, look.results.tests)
    # A calendar has its weeks even where nothing was told of them.
    calendar: dict[str, Draw] = {"calendar": lambda view: adherence_calendar(view, adherence)}
    return {
        "pain": lambda view: pain_chart(view, pain),
        **(calendar if adherence.days else {}),
        "walking": lambda view: walking_chart(view, walking),
        "tests": lambda view: self_tests_chart(view, tests),
    }


def strength(look: Look) -> dict[str, Draw]:
    """Return how to draw each exercise: its ladder, and how long it was held."""
    climbs, holds = climbs_of(look.ledger), holds_of(look.ledger)
    return {
        "ladders": lambda view: ladders_chart(view, climbs),
        "holds": lambda view: holds_chart(view, holds),
    }


def pictures(look: Look, draws: Mapping[str, Draw]) -> tuple[Picture, ...]:
    """Return the charts in which there is something to see."""
    captions = chart_captions()
    views = [View(look.since, look.ledger.on, captions, size) for size in (WIDE, NARROW)]
    found = (_picture(slug, draw, views) for slug, draw in draws.items())
    return tuple(picture for picture in found if picture)


def _picture(slug: str, draw: Draw, views: list[View]) -> Picture | None:
    wide, narrow = (draw(view) for view in views)
    if not wide.table.rows:
        return None
    told = wide.svg.partition("<desc")[2].partition(">")[2].partition("</desc>")[0]
    # Charts escape every word they are given.
    svg = mark_safe(wide.svg), mark_safe(narrow.svg)
    return Picture(slug, wide.table.caption, svg[0], svg[1], _table(wide.table, told))


def _table(table: Table, told: str) -> SafeString:
    """Return the table as markup: made here, since years have thousands of cells and a template is slow."""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in table.columns)
    body = "".join(map(_row, table.rows))
    return mark_safe(
        f"<table><caption>{told}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row(row: tuple[str, ...]) -> str:
    first, *cells = map(escape, row)
    return f'<tr><th scope="row">{first}</th><td>{"</td><td>".join(cells)}</td></tr>'
