"""``mainstay review`` and ``measures``."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from mainstay.catalogue import Catalogue, load_catalogue
from mainstay.cli.output import console, print_json
from mainstay.cli.source import events_from
from mainstay.coach import (
    Change,
    Folded,
    MeasureTrack,
    Results,
    Score,
    SelfTestTrack,
    fold,
    results_on,
    review,
    standing_events,
)
from mainstay.exchange import results_json, review_json
from mainstay.kernel import Event, Reason, Side
from mainstay.words import (
    change_text,
    comparison_text,
    day_text,
    readiness_text,
    reason_text,
    review_lines,
    side_text,
    unit_text,
)

if TYPE_CHECKING:
    from rich.console import Console


def told_until(catalogue: Catalogue, file: str | None, on: date) -> tuple[tuple[Event, ...], Folded]:
    """Return what stands in a diary up to a day, and what it leads to: a look back must not know more."""
    events = tuple(event for event in standing_events(events_from(catalogue, file)) if event.day <= on)
    return events, fold(catalogue, events)


def run_review(file: str | None, on: date, as_json: bool) -> None:
    """Print the review of the last whole week, or of the first one so far."""
    catalogue = load_catalogue()
    events, folded = told_until(catalogue, file, on)
    week = review(catalogue, folded.person, events, folded.decisions, on)
    if as_json:
        print_json(review_json(catalogue, week))
        return
    title, *lines = review_lines(catalogue, week)
    out = console()
    out.print(title, style="bold", markup=False)
    for line in lines:
        out.print(line, markup=False)


def run_measures(file: str | None, on: date, as_json: bool) -> None:
    """Print what is due, how measures and self-tests have changed, and what that suggests."""
    catalogue = load_catalogue()
    events, folded = told_until(catalogue, file, on)
    results = results_on(catalogue, folded.person, events, on)
    if as_json:
        print_json(results_json(catalogue, results))
        return
    out = console()
    out.print(f"[bold]{day_text(on)}[/bold]")
    for reason in results.advice:
        out.print(f"· {reason_text(catalogue, reason)}", markup=False)
    _print_measures(catalogue, out, results)
    _print_tests(catalogue, out, results)


def _print_measures(catalogue: Catalogue, out: "Console", results: Results) -> None:
    due = [catalogue.measures[track.measure] for track in results.measures if track.due]
    if due:
        out.print("\n[bold]To answer[/bold]")
        for measure in due:
            out.print(f"· {measure.name}: {measure.ask}", markup=False)
    answered = [track for track in results.measures if track.scores]
    if answered:
        out.print("\n[bold]So far[/bold]")
    for track in answered:
        out.print(f"· {_measure_line(catalogue, track)}", markup=False)


def _measure_line(catalogue: Catalogue, track: MeasureTrack) -> str:
    measure = catalogue.measures.get(track.measure)
    name = measure.name if measure else track.measure
    scores = " → ".join(f"{score.value:g}" for score in _ends(track))
    why = _sentences(catalogue, track.judgement.why)
    return f"{name} ({change_text(track.judgement.change).lower()}): {scores}. {why}"


def _ends(track: MeasureTrack) -> Iterator[Score]:
    first, last = track.judgement.first, track.judgement.last
    told = (first or track.scores[0], last or track.scores[-1])
    return (score for index, score in enumerate(told) if index == 1 or len(track.scores) > 1)


def _print_tests(catalogue: Catalogue, out: "Console", results: Results) -> None:
    out.print("\n[bold]Self-tests[/bold]")
    for track in results.tests:
        test = catalogue.tests[track.test]
        why = _sentences(catalogue, track.offer.why)
        out.print(
            f"· {test.name}: {readiness_text(track.offer.readiness).lower()}. {why}".rstrip(), markup=False
        )
        for line in _results(catalogue, track):
            out.print(f"  {line}", markup=False)


def _results(catalogue: Catalogue, track: SelfTestTrack) -> Iterator[str]:
    unit = catalogue.tests[track.test].unit
    for trend in track.trends:
        if trend.last is None:
            continue
        said = f"{trend.last.value:g} {unit_text(unit)} on {day_text(trend.last.day)}."
        if trend.change is not Change.UNKNOWN:
            said += f" {_sentences(catalogue, trend.why)}"
        yield _of(trend.side, said)
    for side, comparison in track.comparisons:
        yield _of(side, comparison_text(comparison, unit))
    if track.sides_differ:
        yield reason_text(catalogue, track.sides_differ)


def _of(side: Side | None, said: str) -> str:
    return f"{side_text(side)}: {said}" if side else said


def _sentences(catalogue: Catalogue, reasons: tuple[Reason, ...]) -> str:
    return " ".join(reason_text(catalogue, reason) for reason in reasons)
