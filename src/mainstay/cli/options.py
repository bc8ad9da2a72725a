"""Options that many commands share."""

from datetime import date
from typing import Annotated

import typer

DiaryOption = Annotated[
    str | None,
    typer.Option("--diary", metavar="FILE", help="A diary file, or - for standard input. Default: your own."),
]
OnOption = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help="The day, as 2026-03-31. Default: today.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]


def day_of(text: str | None) -> date:
    """Return the day that ``--on`` names, today where it was left out; anything else is wrong usage."""
    try:
        return date.fromisoformat(text) if text else date.today()
    except ValueError:
        raise typer.BadParameter(
            f"{text!r} is not a date; write it as 2026-03-31", param_hint="--on"
        ) from None
