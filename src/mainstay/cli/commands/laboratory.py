"""Virtual people: what the coach does to many lives."""

from enum import Enum
from typing import Annotated

import typer

from mainstay.cli.options import JsonOption


class Engine(Enum):
    """Who shares out the work."""

    LOCAL = "local"
    DASK = "dask"


def simulate(
    people: Annotated[int, typer.Option(min=1, help="How many virtual people.")] = 100,
    weeks: Annotated[int, typer.Option(min=1, max=520, help="How long each of them is followed.")] = 26,
    seed: Annotated[
        int, typer.Option(min=0, help="The same seed is the same people and the same lives.")
    ] = 7,
    as_json: JsonOption = False,
    save: Annotated[
        str | None,
        typer.Option(metavar="DIR", help="Write a diary here for everybody whose life broke an invariant."),
    ] = None,
    engine: Annotated[
        Engine, typer.Option(help="dask hands the work to a cluster; it needs mainstay[cluster].")
    ] = Engine.LOCAL,
    processes: Annotated[
        int | None, typer.Option(min=1, help="On this machine. Default: one for each processor.")
    ] = None,
) -> None:
    """Let virtual people live with the coach, and report every invariant that breaks.

    A model is not a trial: this tests the coach's rules, not backs.
    """
    from mainstay.cli.laboratory import run_simulate

    run_simulate(people, weeks, seed, as_json, save, engine.value, processes)
