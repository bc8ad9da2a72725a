"""The commands, and what a refusal looks like."""

import sys

import typer

from mainstay.cli.commands import content, house, laboratory, looking_back, training
from mainstay.cli.refusal import Refused

app = typer.Typer(
    name="mainstay",
    help="A coach for a strong lower back. Your diary in, your next session out, and why.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

app.command()(training.screen)
app.command()(training.plan)
app.command()(training.today)
app.command()(training.session)
app.command()(training.walk)
app.command()(training.habit)
app.command()(training.why)
app.command()(looking_back.decisions)
app.command()(looking_back.progress)
app.command()(looking_back.review)
app.command()(looking_back.measures)
app.command()(looking_back.insights)
app.command()(looking_back.report)
app.command()(laboratory.simulate)
app.command()(content.catalogue)
app.command()(content.exercise)
app.command()(content.lessons)
app.command()(content.lesson)
app.command()(content.check)
app.command()(content.schema)
app.command()(house.export)
app.command("import")(house.import_)
app.command()(house.login)
app.command()(house.serve)
app.command()(house.remind)


def main() -> None:
    """Run the command line; a refused input ends with its faults on standard error and exit code 1."""
    try:
        app(standalone_mode=True)
    except Refused as refused:
        for line in refused.lines:
            print(line, file=sys.stderr)
        raise SystemExit(1) from None
