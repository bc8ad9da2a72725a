"""The commands, and what a refusal looks like."""

import sys
from datetime import date
from typing import Annotated

import typer

from mainstay.cli.refusal import Refused

app = typer.Typer(
    name="mainstay",
    help="A coach for a strong lower back. Your diary in, your next session out, and why.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

DiaryOption = Annotated[
    str | None,
    typer.Option("--diary", metavar="FILE", help="A diary file, or - for standard input. Default: your own."),
]
OnOption = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help="The day, as 2026-03-31. Default: today.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]


@app.command()
def screen(
    answers: Annotated[
        str, typer.Option("--answers", metavar="FILE", help="A JSON object: question id → answer.")
    ],
    as_json: JsonOption = False,
) -> None:
    """Judge answers to the safety questions."""
    from mainstay.cli.screening import run

    run(answers, as_json)


@app.command()
def plan(diary: DiaryOption = None, on: OnOption = None, as_json: JsonOption = False) -> None:
    """Show the seven days ahead, each exercise with its why."""
    from mainstay.cli.days import run_plan

    run_plan(diary, _day(on), as_json)


@app.command()
def today(diary: DiaryOption = None, on: OnOption = None, as_json: JsonOption = False) -> None:
    """Show what to do today, or why today is for rest."""
    from mainstay.cli.days import run_today

    run_today(diary, _day(on), as_json)


@app.command()
def why(
    exercise: Annotated[str, typer.Argument(metavar="SLUG")],
    diary: DiaryOption = None,
    on: OnOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say why an exercise is, or is not, in this week's plan."""
    from mainstay.cli.days import run_why

    run_why(exercise, diary, _day(on), as_json)


@app.command()
def decisions(diary: DiaryOption = None, as_json: JsonOption = False) -> None:
    """List every decision of the coach, with its reasons."""
    from mainstay.cli.history import run_decisions

    run_decisions(diary, as_json)


@app.command()
def progress(diary: DiaryOption = None, on: OnOption = None, as_json: JsonOption = False) -> None:
    """Show pain, sessions and ladders over time."""
    from mainstay.cli.history import run_progress

    run_progress(diary, _day(on), as_json)


@app.command()
def catalogue(as_json: JsonOption = False) -> None:
    """List every exercise that the coach knows."""
    from mainstay.cli.content import run_catalogue

    run_catalogue(as_json)


@app.command()
def exercise(
    slug: Annotated[str, typer.Argument(metavar="SLUG")],
    as_json: JsonOption = False,
    svg: Annotated[bool, typer.Option("--svg", help="Print the figure as SVG instead of the words.")] = False,
    rung: Annotated[str | None, typer.Option(help="The figure of this rung. Default: the last.")] = None,
    phase: Annotated[str | None, typer.Option(help="Its start, or the end of this phase.")] = None,
    fault: Annotated[str | None, typer.Option(help="One of its common faults instead.")] = None,
) -> None:
    """Show one exercise: how it is done, its ladder, its sources; or its figure."""
    if svg:
        from mainstay.cli.figures import run_svg

        run_svg(slug, rung, phase, fault)
        return
    from mainstay.cli.content import run_exercise

    run_exercise(slug, as_json)


@app.command()
def check() -> None:
    """Check all content; print every fault with file and line."""
    from mainstay.cli.content import run_check

    run_check()


@app.command()
def schema() -> None:
    """Print the JSON Schema of the diary."""
    from mainstay.cli.files import run_schema

    run_schema()


@app.command()
def export(
    to: Annotated[str, typer.Option("--to", metavar="FILE", help="Default: standard output.")] = "-",
) -> None:
    """Write your diary, one event a line."""
    from mainstay.cli.files import run_export

    run_export(to)


@app.command(name="import")
def import_(file: Annotated[str, typer.Argument(metavar="FILE", help="A diary file, or -.")]) -> None:
    """Read a diary into your own. A file with a fault is refused whole."""
    from mainstay.cli.files import run_import

    run_import(file)


@app.command()
def login(
    name: Annotated[str, typer.Argument(help="The name to sign in with.")],
) -> None:
    """Set up the login that is needed before the app may be reached from other devices."""
    from mainstay.cli.serving import run_login

    run_login(name)


@app.command()
def serve(
    host: Annotated[
        str, typer.Option(help="Where to listen. Anything but this machine needs a login.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8000,
) -> None:
    """Run the app on this machine."""
    from mainstay.cli.serving import run_serve

    run_serve(host, port)


def _day(text: str | None) -> date:
    try:
        return date.fromisoformat(text) if text else date.today()
    except ValueError:
        raise typer.BadParameter(
            f"{text!r} is not a date; write it as 2026-03-31", param_hint="--on"
        ) from None


def main() -> None:
    """Run the command line; a refused input ends with its faults on standard error and exit code 1."""
    try:
        app(standalone_mode=True)
    except Refused as refused:
        for line in refused.lines:
            print(line, file=sys.stderr)
        raise SystemExit(1) from None
