"""The reference page of the lessons, made from the content."""

from collections.abc import Iterator

from mainstay.catalogue import Catalogue, Lesson, MomentRule
from mainstay.words import source_text


def lessons_page(catalogue: Catalogue, made: str) -> str:
    """Return the page: when a lesson comes, and every lesson with what each claim rests on."""
    return "\n".join(_lines(catalogue, made)) + "\n"


def _lines(catalogue: Catalogue, made: str) -> Iterator[str]:
    rules = catalogue.rules.lessons
    yield f"# The lessons\n\n{made}"
    yield f"One lesson comes every {rules.every_days.whole} days, in this order. Where a question arises, the"
    yield "lesson that answers it comes first: at once, or as the next of the week. One that stays unread"
    yield "makes room for the next after a week and comes round again. In an emergency none is offered.\n"
    yield "| moment | lesson | fact | from | below | comes |\n|---|---|---|---|---|---|"
    for moment in catalogue.rules.moments:
        yield _moment(moment)
    for lesson in catalogue.lessons.values():
        yield from _lesson(catalogue, lesson)


def _moment(moment: MomentRule) -> str:
    fact = f"{moment.fact.value} {moment.exercise}".strip()
    comes = "at once" if moment.at_once else "that week"
    return f"| `{moment.code}` | {moment.lesson} | {fact} | {moment.at_least} | {moment.below} | {comes} |"


def _lesson(catalogue: Catalogue, lesson: Lesson) -> Iterator[str]:
    yield f"\n## {lesson.title}\n\n`{lesson.slug}` · {lesson.summary}\n"
    yield f"Answers: {' '.join(lesson.asks)}\n"
    for paragraph in lesson.paragraphs:
        yield f"{paragraph.text}\n"
    yield "| claim | grade | source |\n|---|---|---|"
    for claim in lesson.claims:
        yield f"| {claim.says} | {claim.grade.value} | {source_text(catalogue, claim.source)} |"
