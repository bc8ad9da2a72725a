"""Write the reference pages that are made from the content and the command line.

``python -m scripts.reference`` writes them; ``tests/docs`` fails where a page is stale.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path

from typer.main import get_command
from typer.testing import CliRunner

from mainstay.catalogue import Catalogue, Exercise, load_catalogue
from mainstay.cli.app import app
from mainstay.kernel import Amount
from mainstay.words import source_text
from scripts.api_reference import api_page
from scripts.lessons_reference import lessons_page
from scripts.measures_reference import measures_page

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "reference"
MADE = "<!-- Made by scripts/reference.py; change the content, not this page. -->\n"


def pages() -> Mapping[str, str]:
    """Return every generated page by file name."""
    catalogue = load_catalogue()
    return {
        "rules.md": "\n".join(_rules(catalogue)) + "\n",
        "exercises.md": "\n".join(_exercises(catalogue)) + "\n",
        "measures.md": measures_page(catalogue, MADE),
        "lessons.md": lessons_page(catalogue, MADE),
        "commands.md": "\n".join(_commands()) + "\n",
        "api.md": api_page(MADE),
    }


def _rules(catalogue: Catalogue) -> Iterator[str]:
    yield f"# The numbers the coach goes by\n\n{MADE}"
    yield "Grades: A review of trials · B one trial or cohorts · C laboratory or guideline · D convention, or"
    yield "carried over from another joint · P decision of this product."
    for group in fields(catalogue.rules):
        rows = getattr(catalogue.rules, group.name)
        if not isinstance(rows, tuple):
            yield f"\n## {group.name}\n\n| rule | value | grade | source | note |\n|---|---|---|---|---|"
            for row in fields(rows):
                yield _rule(catalogue, row.name, getattr(rows, row.name))


def _rule(catalogue: Catalogue, name: str, amount: Amount) -> str:
    source = source_text(catalogue, amount.source)
    return f"| `{name}` | {amount.value:g} {amount.unit} | {amount.grade.value} | {source} | {amount.note} |"


def _exercises(catalogue: Catalogue) -> Iterator[str]:
    yield f"# The exercises and their ladders\n\n{MADE}"
    for exercise in catalogue.exercises.values():
        yield from _exercise(exercise)


def _exercise(exercise: Exercise) -> Iterator[str]:
    yield f"## {exercise.name}\n\n`{exercise.slug}` · {', '.join(role.value for role in exercise.roles)}\n"
    yield f"{exercise.summary} {exercise.why}\n"
    yield "| rung | how | load | first dose | last dose |\n|---|---|---|---|---|"
    for rung in exercise.rungs:
        first, last = (_dose(rung.steps[index]) for index in (0, -1))
        yield f"| {rung.name} | {rung.how} | {rung.load_rank} | {first} | {last} |"
    yield ""


def _dose(dose: object) -> str:
    names = ("sets", "reps", "hold_seconds", "load_kg")
    units = (" sets", " repetitions", " s hold", " kg")
    parts = [f"{getattr(dose, n)}{u}" for n, u in zip(names, units, strict=True) if getattr(dose, n)]
    return ", ".join(parts)


def _commands() -> Iterator[str]:
    yield f"# The commands\n\n{MADE}"
    yield "Exit codes: 0 done · 1 the input was refused, with its faults on standard error · 2 wrong usage.\n"
    runner = CliRunner(env={"COLUMNS": "90", "TERM": "dumb", "NO_COLOR": "1"})
    for name in sorted(get_command(app).commands):  # type: ignore[attr-defined]  # a group, by construction
        text = runner.invoke(app, [name, "--help"]).output.strip().replace("root ", "mainstay ")
        yield f"## `mainstay {name}`\n\n```text\n{text}\n```\n"


def main() -> None:
    """Write the pages."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
