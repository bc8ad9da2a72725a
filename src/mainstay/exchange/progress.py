"""Everything behind the charts in one document."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from mainstay.catalogue import Catalogue
from mainstay.coach import Decision, Person, results_on, standing_events
from mainstay.exchange.outcomes import measures_json, tests_json
from mainstay.exchange.series import progress_json
from mainstay.kernel import Event

Json = dict[str, Any]


def progress_document(
    catalogue: Catalogue, person: Person, events: Sequence[Event], decisions: Sequence[Decision], on: date
) -> Json:
    """Return series, summary, measures and self-tests as ``mainstay progress`` prints them.

    ``events`` are the whole diary, ``decisions`` what it led to, ``person`` who they are at its end.
    """
    results = results_on(catalogue, person, standing_events(events), on)
    series = progress_json(events, decisions, on)
    return series | {"measures": measures_json(catalogue, results), "tests": tests_json(catalogue, results)}
