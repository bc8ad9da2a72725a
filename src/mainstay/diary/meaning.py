"""Whether an event that is well formed also makes sense to the catalogue."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from mainstay.catalogue import Catalogue
from mainstay.coach import answer_faults
from mainstay.diary.schema import fields_of, known_kinds
from mainstay.kernel import Event, Sidedness

Finding = tuple[str, str, str]
"""A field, a problem and a remedy, in words."""

_KEPT = "it is kept, and the coach ignores it"


def answers_amiss(catalogue: Catalogue, event: Event) -> Iterator[Finding]:
    """Yield the safety answers that cannot be read: a guess at one of them would not be safe."""
    if event.kind != "screening_answered":
        return
    answers = event.fields["answers"]
    known = {question: answer for question, answer in answers.items() if question in catalogue.questions}
    for fault in answer_faults(catalogue, known):
        yield f"answers.{fault.question}", fault.problem, fault.remedy


def unknown_names(catalogue: Catalogue, event: Event) -> Iterator[Finding]:
    """Yield what this version does not know and keeps all the same: kinds, exercises, rungs, questions."""
    if event.kind not in known_kinds():
        like = get_close_matches(event.kind, known_kinds(), n=1)
        hint = f"did you mean {like[0]}?" if like else "a newer Mainstay may know it"
        yield "kind", f"{event.kind} is not known here; {_KEPT}", hint
    elif event.kind == "screening_answered":
        yield from _questions(catalogue, event)
    elif event.kind == "measure_answered":
        yield from _score(catalogue, event)
    elif event.kind == "habit_done":
        yield from _habit(catalogue, event)
    elif event.kind == "self_test_done":
        yield from _self_test(catalogue, event)
    elif event.kind == "lesson_read":
        yield from _lesson(catalogue, event)
    elif "exercise" in fields_of(event.kind):
        yield from _exercise(catalogue, event)


def _questions(catalogue: Catalogue, event: Event) -> Iterator[Finding]:
    for question in event.fields["answers"]:
        if question not in catalogue.questions:
            problem = f"is not a safety question known here; {_KEPT}"
            yield f"answers.{question}", problem, _hint(question, catalogue.questions)


def _exercise(catalogue: Catalogue, event: Event) -> Iterator[Finding]:
    slug = event.fields["exercise"]
    rung = event.fields.get("rung") if "rung" in fields_of(event.kind) else None
    exercise = catalogue.exercises.get(slug)
    if exercise is None:
        yield "exercise", f"{slug} is not in the catalogue; {_KEPT}", _hint(slug, catalogue.exercises)
        return
    rungs = [known.slug for known in exercise.rungs]
    if rung is not None and rung not in rungs:
        yield "rung", f"{rung} is not a rung of {slug}; {_KEPT}", _hint(rung, rungs)


def _score(catalogue: Catalogue, event: Event) -> Iterator[Finding]:
    """A measure that is not known is a questionnaire of the person's own; a known one has its range."""
    measure, score = catalogue.measures.get(event.fields["measure"]), event.fields["score"]
    if measure and not measure.takes(score):
        problem = f"{score:g} is outside {measure.lowest:g} to {measure.highest:g}; {_KEPT}"
        yield "score", problem, f"use the range of {measure.slug}"


def _self_test(catalogue: Catalogue, event: Event) -> Iterator[Finding]:
    test = catalogue.tests.get(event.fields["test"])
    if test is None:
        name = event.fields["test"]
        yield "test", f"{name} is not a self-test known here; {_KEPT}", _hint(name, catalogue.tests)
    elif test.sides is Sidedness.EACH and not event.fields.get("side"):
        yield "side", f"is not told; {_KEPT}", "say left or right"


def _lesson(catalogue: Catalogue, event: Event) -> Iterator[Finding]:
    name = event.fields["lesson"]
    if name not in catalogue.lessons:
        yield "lesson", f"{name} is not a lesson known here; {_KEPT}", _hint(name, catalogue.lessons)


def _habit(catalogue: Catalogue, event: Event) -> Iterator[Finding]:
    slug = event.fields["habit"]
    if slug not in catalogue.habits:
        yield "habit", f"{slug} is not a habit known here; {_KEPT}", _hint(slug, catalogue.habits)


def _hint(name: str, known: Iterable[str]) -> str:
    like = get_close_matches(name, known, n=1)
    return f"did you mean {like[0]}?" if like else "a newer Mainstay may know it"
