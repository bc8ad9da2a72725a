"""``mainstay today``, ``plan`` and ``why``."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from mainstay.catalogue import Catalogue, load_catalogue
from mainstay.cli.output import console, print_json
from mainstay.cli.refusal import Refused
from mainstay.cli.source import person_from
from mainstay.coach import DayHabit, PlannedSession, Walk, plan, today, why_not
from mainstay.exchange import plan_json, reason_json, today_json
from mainstay.words import (
    block_text,
    clearance_text,
    day_text,
    dose_text,
    minutes_text,
    mode_text,
    phase_text,
    reason_text,
)

if TYPE_CHECKING:
    from rich.console import Console


def run_today(file: str | None, on: date, as_json: bool) -> None:
    """Print one day."""
    catalogue = load_catalogue()
    day = today(catalogue, person_from(catalogue, file), on)
    if as_json:
        print_json(today_json(catalogue, day))
        return
    out = console()
    out.print(f"[bold]{day_text(on)}[/bold]")
    mode = mode_text(day.mode)
    out.print(f"{mode.title}. {mode.line}")
    if day.clearance.locks:
        out.print(clearance_text(day.clearance).next)
    for reason in day.reasons:
        out.print(f"· {reason_text(catalogue, reason)}", markup=False)
    if day.session:
        print_session(catalogue, out, day.session)
    if day.walk:
        print_walk(catalogue, out, day.walk)
    print_habits(catalogue, out, day.habits)


def print_session(catalogue: Catalogue, out: "Console", session: PlannedSession) -> None:
    """Print a session block by block, each exercise with its dose."""
    from rich.table import Table

    for block in session.blocks:
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
        for item in block.items:
            exercise = catalogue.exercises[item.exercise]
            name = f"{exercise.name} · {exercise.rung(item.rung).name}"
            table.add_row(name, dose_text(item), minutes_text(item.seconds))
        out.print(f"\n[bold]{block_text(block.block)}[/bold]")
        out.print(table)
    out.print(f"\n{minutes_text(session.seconds)} in all")


def print_walk(catalogue: Catalogue, out: "Console", walk: Walk) -> None:
    """Print the day's walk with its why, and how the week stands without a judgement."""
    if walk.minutes:
        pace = catalogue.exercises["walking"].rung(walk.rung).name.lower()
        bouts = f"{walk.bouts} × " if walk.bouts > 1 else ""
        out.print(f"\n[bold]Walk[/bold]  {bouts}{minutes_text(walk.minutes * 60)}, {pace}")
        out.print(f"  {walk.walked} of {walk.days} days this week", markup=False)
    for reason in walk.why:
        out.print(f"· {reason_text(catalogue, reason)}", markup=False)


def print_habits(catalogue: Catalogue, out: "Console", habits: Sequence[DayHabit]) -> None:
    """Print the day's habits, each with the movement that was chosen for it."""
    if habits:
        out.print("\n[bold]Between times[/bold]")
    for offered in habits:
        habit, shown = catalogue.habits[offered.habit], offered.shown
        name = f" {catalogue.exercises[shown.exercise].name}." if shown else ""
        done = f" Done {offered.done} ×." if offered.done else ""
        out.print(f"· {habit.text}{name}{done}", markup=False)


def run_plan(file: str | None, on: date, as_json: bool) -> None:
    """Print the seven days from ``on``."""
    catalogue = load_catalogue()
    week = plan(catalogue, person_from(catalogue, file), on)
    if as_json:
        print_json(plan_json(catalogue, week))
        return
    out = console()
    out.print(f"[bold]{phase_text(week.phase)}[/bold]")
    for reason in week.reasons:
        out.print(f"· {reason_text(catalogue, reason)}", markup=False)
    for day in week.week:
        names = [catalogue.exercises[item.exercise].name for item in day.session.items] if day.session else []
        told = ", ".join(names) or "no session"
        out.print(f"\n[bold]{day_text(day.date)}[/bold]  {told}")
        if day.walk_minutes:
            out.print(f"  walk {day.walk_minutes} minutes")


def run_why(slug: str, file: str | None, on: date, as_json: bool) -> None:
    """Print why an exercise is, or is not, in the plan."""
    catalogue = load_catalogue()
    if slug not in catalogue.exercises:
        raise Refused([f"{slug}: is not an exercise; 'mainstay catalogue' lists them"])
    reasons = why_not(catalogue, person_from(catalogue, file), slug, on)
    if as_json:
        print_json([reason_json(catalogue, reason) for reason in reasons])
        return
    for reason in reasons:
        console().print(f"· {reason_text(catalogue, reason)}", markup=False)
