"""Before and during training: screen, plan, today, session, walk, habit, why."""

from enum import Enum
from typing import Annotated

import typer

from mainstay.cli.options import DiaryOption, JsonOption, OnOption, day_of


class Pace(Enum):
    """Who says when a set is over."""

    PACED = "paced"
    SELF = "self"


def screen(
    answers: Annotated[
        str, typer.Option("--answers", metavar="FILE", help="A JSON object: question id → answer.")
    ],
    as_json: JsonOption = False,
) -> None:
    """Judge answers to the safety questions."""
    from mainstay.cli.screening import run

    run(answers, as_json)


def plan(diary: DiaryOption = None, on: OnOption = None, as_json: JsonOption = False) -> None:
    """Show the seven days ahead, each exercise with its why."""
    from mainstay.cli.days import run_plan

    run_plan(diary, day_of(on), as_json)


def today(diary: DiaryOption = None, on: OnOption = None, as_json: JsonOption = False) -> None:
    """Show what to do today, or why today is for rest."""
    from mainstay.cli.days import run_today

    run_today(diary, day_of(on), as_json)


def session(
    diary: DiaryOption = None,
    pace: Annotated[
        Pace, typer.Option(help="paced counts for you; self waits for you to say that a set is done.")
    ] = Pace.PACED,
) -> None:
    """Guide today's session here in the terminal, and write it to the diary."""
    from mainstay.cli.session import run_session

    run_session(diary, pace.value)


def walk(
    minutes: Annotated[float, typer.Option(help="How long it was.")],
    diary: DiaryOption = None,
    steps: Annotated[int | None, typer.Option(help="Counted steps, where you know them.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Note a walk."""
    from mainstay.cli.noting import note_walk

    note_walk(minutes, steps, diary, as_json)


def habit(
    slug: Annotated[str, typer.Argument(metavar="SLUG", help="Such as mobility-break.")],
    diary: DiaryOption = None,
    count: Annotated[int | None, typer.Option(help="How often. Default: once.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Note a habit that you did; nothing is counted that was not done."""
    from mainstay.cli.noting import note_habit

    note_habit(slug, count, diary, as_json)


def why(
    exercise: Annotated[str, typer.Argument(metavar="SLUG")],
    diary: DiaryOption = None,
    on: OnOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say why an exercise is, or is not, in this week's plan."""
    from mainstay.cli.days import run_why

    run_why(exercise, diary, day_of(on), as_json)
