"""``mainstay catalogue``, ``exercise`` and ``check``."""

import msgspec

from mainstay.catalogue import Exercise, content_faults, load_catalogue
from mainstay.cli.output import console, print_json
from mainstay.cli.refusal import Refused


def run_catalogue(as_json: bool) -> None:
    """Print every exercise, as data or as a list."""
    catalogue = load_catalogue()
    if as_json:
        print_json(
            {
                "version": catalogue.version,
                "exercises": [_plain(exercise) for exercise in catalogue.exercises.values()],
                "questions": [_plain(question) for question in catalogue.questions.values()],
                "measures": [_plain(measure) for measure in catalogue.measures.values()],
                "tests": [_plain(test) for test in catalogue.tests.values()],
                "lessons": [_plain(lesson) for lesson in catalogue.lessons.values()],
                "combinations": _plain(catalogue.combinations),
                "rules": _plain(catalogue.rules),
                "sources": [_plain(source) for source in catalogue.sources.values()],
            }
        )
        return
    from rich.table import Table

    table = Table("Exercise", "", "For", "Rungs", box=None, padding=(0, 2, 0, 0))
    for exercise in catalogue.exercises.values():
        roles = ", ".join(role.value for role in exercise.roles)
        table.add_row(exercise.name, exercise.slug, roles, str(len(exercise.rungs)))
    console().print(table)


def _plain(record: object) -> object:
    return msgspec.to_builtins(record)


def run_exercise(slug: str, as_json: bool) -> None:
    """Print one exercise."""
    catalogue = load_catalogue()
    exercise = catalogue.exercises.get(slug)
    if exercise is None:
        raise Refused([f"{slug}: is not an exercise; 'mainstay catalogue' lists them"])
    if as_json:
        print_json(_plain(exercise))
        return
    _print(exercise)


def _print(exercise: Exercise) -> None:
    out = console()
    out.print(f"[bold]{exercise.name}[/bold]\n{exercise.summary}\n{exercise.why}")
    sections = {
        "Set up": exercise.set_up,
        "Steps": exercise.steps,
        "Cues": exercise.cues,
        "Stop": exercise.stop_rules,
        "Ladder": tuple(f"{rung.name}: {rung.how}" for rung in exercise.rungs),
        "Sources": exercise.sources,
    }
    for title, lines in sections.items():
        out.print(f"\n[bold]{title}[/bold]")
        for line in lines:
            out.print(f"· {line}", markup=False)


def run_check() -> None:
    """Lint all content; end with code 1 where there is a fault."""
    faults = content_faults()
    if faults:
        raise Refused(f"{fault.file}:{fault.line}: {fault.problem}; {fault.remedy}" for fault in faults)
    catalogue = load_catalogue()
    rungs = sum(len(exercise.rungs) for exercise in catalogue.exercises.values())
    console().print(
        f"{len(catalogue.exercises)} exercises with {rungs} rungs, {len(catalogue.questions)} questions, "
        f"{len(catalogue.measures)} measures, {len(catalogue.tests)} self-tests, "
        f"{len(catalogue.lessons)} lessons, "
        f"{len(catalogue.sources)} sources: no faults"
    )
