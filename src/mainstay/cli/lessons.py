"""``mainstay lessons`` and ``lesson``."""

from datetime import date
from typing import TYPE_CHECKING

from mainstay.catalogue import Catalogue, Lesson, find_lessons, load_catalogue
from mainstay.cli.outcomes import told_until
from mainstay.cli.output import console, print_json
from mainstay.cli.refusal import Refused
from mainstay.coach import Lessons, lessons_on
from mainstay.exchange import lesson_json, lessons_json
from mainstay.words import grade_text, reason_text, source_text

if TYPE_CHECKING:
    from rich.console import Console


def run_lessons(file: str | None, on: date, search: str | None, as_json: bool) -> None:
    """Print the lesson that is offered, and those that a search finds, or all."""
    catalogue = load_catalogue()
    events, folded = told_until(catalogue, file, on)
    lessons = lessons_on(catalogue, folded.person, events, on)
    found = find_lessons(catalogue.lessons.values(), search or "")
    if as_json:
        print_json(lessons_json(catalogue, lessons, found))
        return
    out = console()
    if search is None:
        _print_offer(catalogue, out, lessons)
    elif not found:
        out.print(f"No lesson speaks of {search!r}. 'mainstay lessons' lists them all.", markup=False)
    _print_list(out, found, lessons)


def _print_offer(catalogue: Catalogue, out: "Console", lessons: Lessons) -> None:
    if lessons.offer:
        lesson = catalogue.lessons[lessons.offer.lesson]
        out.print(f"[bold]{lesson.title}[/bold]  {lesson.slug}")
        out.print(f"{reason_text(catalogue, lessons.offer.why)} {lesson.summary}\n", markup=False)


def _print_list(out: "Console", found: tuple[Lesson, ...], lessons: Lessons) -> None:
    from rich.table import Table

    table = Table("Lesson", "", "Read", box=None, padding=(0, 2, 0, 0))
    for lesson in found:
        read = lessons.read.get(lesson.slug)
        table.add_row(lesson.title, lesson.slug, read.isoformat() if read else "")
    if found:
        out.print(table)


def run_lesson(slug: str, as_json: bool) -> None:
    """Print one lesson, with what every claim rests on."""
    catalogue = load_catalogue()
    lesson = catalogue.lessons.get(slug)
    if lesson is None:
        raise Refused([f"{slug}: is not a lesson; 'mainstay lessons' lists them"])
    if as_json:
        print_json(lesson_json(lesson))
        return
    _print_lesson(catalogue, lesson)


def _print_lesson(catalogue: Catalogue, lesson: Lesson) -> None:
    out = console()
    out.print(f"[bold]{lesson.title}[/bold]\n{lesson.summary}\n")
    for paragraph in lesson.paragraphs:
        out.print(f"{paragraph.text}\n", markup=False)
    out.print("[bold]What this rests on[/bold]")
    for claim in lesson.claims:
        source = source_text(catalogue, claim.source)
        out.print(
            f"· “{claim.says}”: {source} ({claim.grade.value}, {grade_text(claim.grade)})", markup=False
        )
    out.print("\n[bold]See also[/bold]")
    for slug in lesson.see:
        out.print(f"· {catalogue.lessons[slug].title}  {slug}", markup=False)
