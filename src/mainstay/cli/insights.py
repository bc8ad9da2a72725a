"""``mainstay insights``."""

from datetime import date

from mainstay.catalogue import load_catalogue
from mainstay.cli.output import console, print_json
from mainstay.cli.source import events_from
from mainstay.exchange import insights_json
from mainstay.insight import insights
from mainstay.words import insight_text, words_in


def run_insights(file: str | None, on: date, as_json: bool) -> None:
    """Print what the person's own days say on a day, question by question."""
    catalogue = load_catalogue()
    found = insights(catalogue, events_from(catalogue, file), on)
    if as_json:
        print_json(insights_json(found))
        return
    out = console()
    for insight in found:
        words = insight_text(insight)
        out.print(f"[bold]{words.question}[/bold]")
        out.print(f"  {words.answer}\n", markup=False)
    out.print(words_in().line("insights", "caution"))
