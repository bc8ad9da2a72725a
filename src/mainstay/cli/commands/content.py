"""What the coach knows, and whether it is sound."""

from typing import Annotated

import typer

from mainstay.cli.options import DiaryOption, JsonOption, OnOption, day_of


def catalogue(as_json: JsonOption = False) -> None:
    """List every exercise that the coach knows."""
    from mainstay.cli.content import run_catalogue

    run_catalogue(as_json)


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


def lessons(
    search: Annotated[
        str | None, typer.Option("--search", metavar="WORDS", help="Only lessons that speak of these words.")
    ] = None,
    diary: DiaryOption = None,
    on: OnOption = None,
    as_json: JsonOption = False,
) -> None:
    """List the lessons: the one that fits today and why, and which have been read."""
    from mainstay.cli.lessons import run_lessons

    run_lessons(diary, day_of(on), search, as_json)


def lesson(
    slug: Annotated[str, typer.Argument(metavar="SLUG")],
    as_json: JsonOption = False,
) -> None:
    """Read one lesson, with the source and grade of every claim in it."""
    from mainstay.cli.lessons import run_lesson

    run_lesson(slug, as_json)


def check() -> None:
    """Check all content; print every fault with file and line."""
    from mainstay.cli.content import run_check

    run_check()


def schema() -> None:
    """Print the JSON Schema of the diary."""
    from mainstay.cli.files import run_schema

    run_schema()
