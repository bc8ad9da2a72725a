"""What was decided, what has changed, and reports of it."""

from typing import Annotated

import typer

from mainstay.cli.kinds import ReportKind
from mainstay.cli.options import DiaryOption, JsonOption, OnOption, day_of


def decisions(diary: DiaryOption = None, as_json: JsonOption = False) -> None:
    """List every decision of the coach, with its reasons."""
    from mainstay.cli.history import run_decisions

    run_decisions(diary, as_json)


def progress(diary: DiaryOption = None, on: OnOption = None, as_json: JsonOption = False) -> None:
    """Show pain, sessions and ladders over time."""
    from mainstay.cli.history import run_progress

    run_progress(diary, day_of(on), as_json)


def review(diary: DiaryOption = None, on: OnOption = None, as_json: JsonOption = False) -> None:
    """Look back on the last week: what was done, what the coach changed and why, and what comes next."""
    from mainstay.cli.outcomes import run_review

    run_review(diary, day_of(on), as_json)


def measures(diary: DiaryOption = None, on: OnOption = None, as_json: JsonOption = False) -> None:
    """Show questions and self-tests: what is due, what has changed, and what is only chance."""
    from mainstay.cli.outcomes import run_measures

    run_measures(diary, day_of(on), as_json)


def insights(diary: DiaryOption = None, on: OnOption = None, as_json: JsonOption = False) -> None:
    """Say what your own days show about walking, training, sleep and pain, and what nobody can tell yet."""
    from mainstay.cli.insights import run_insights

    run_insights(diary, day_of(on), as_json)


def report(
    diary: DiaryOption = None,
    on: OnOption = None,
    kind: Annotated[
        ReportKind,
        typer.Option(help="A page for a clinician, an exercise sheet, or the record as data."),
    ] = ReportKind.CLINICIAN,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="FILE", help="Or - for standard output. Default: a name with the date."),
    ] = None,
    snomed: Annotated[
        bool, typer.Option("--snomed", help="Use SNOMED CT codes in FHIR too, where you have its licence.")
    ] = False,
) -> None:
    """Write a report to a file: PDF for people, FHIR, iCalendar or CSV for programs."""
    from mainstay.cli.reports import run_report

    run_report(kind, diary, day_of(on), to, snomed)
