"""``mainstay decisions`` and ``progress``."""

from datetime import date

from mainstay.catalogue import load_catalogue
from mainstay.cli.output import console, print_json
from mainstay.cli.source import folded_from
from mainstay.exchange import decision_json, progress_document
from mainstay.words import day_text, decision_text, reason_text


def run_decisions(file: str | None, as_json: bool) -> None:
    """Print every decision that a diary led to, oldest first."""
    catalogue = load_catalogue()
    _, folded = folded_from(catalogue, file)
    if as_json:
        print_json([decision_json(catalogue, decision) for decision in folded.decisions])
        return
    out = console()
    if not folded.decisions:
        out.print("No decisions yet: they come with the first sessions.")
    for decision in folded.decisions:
        out.print(f"[bold]{day_text(decision.date)}[/bold]")
        out.print(f"  {decision_text(catalogue, decision)}", markup=False)
        for reason in decision.why:
            out.print(f"  · {reason_text(catalogue, reason)}", markup=False)


def run_progress(file: str | None, on: date, as_json: bool) -> None:
    """Print the series and summaries behind the charts."""
    catalogue = load_catalogue()
    events, folded = folded_from(catalogue, file)
    document = progress_document(catalogue, folded.person, events, folded.decisions, on)
    if as_json:
        print_json(document)
        return
    out, summary = console(), document["summary"]
    out.print(f"[bold]{day_text(on)}[/bold]")
    out.print(f"Days trained: {summary['days_trained']}, {summary['days_trained_last_7']} in the last seven")
    out.print(f"Steps up: {summary['steps_up']} · steps down: {summary['steps_down']}")
    if summary["first_pain"] is not None:
        out.print(f"Pain at check-in: {summary['first_pain']} at first, {summary['last_pain']} now")
