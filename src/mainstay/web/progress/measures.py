"""Measures: answering what is due, and anything else at any time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from mainstay.catalogue import Measure, MeasureKind
from mainstay.coach import MeasureTrack, PointState, Results
from mainstay.kernel import Event
from mainstay.web.desk import Desk, desk_of
from mainstay.web.forms import summary
from mainstay.web.progress.asking import Question, question
from mainstay.web.progress.brought import brought_forms
from mainstay.web.progress.looking import results_today
from mainstay.web.progress.verdict import Line, line_of
from mainstay.words import day_text

_NOTHING = "Please answer at least one question, or come back another day."


@dataclass(frozen=True, slots=True)
class Row:
    """A measure in the list: what became of it, if it was answered, and when it is asked again."""

    slug: str
    name: str
    line: Line | None
    again: str
    missed: str


@require_http_methods(["GET", "HEAD", "POST"])
def measures(request: HttpRequest) -> HttpResponse:
    """Ask what is due, and list everything that can be answered."""
    desk = desk_of(request)
    person = desk.person
    if person.profile is None:
        return redirect("home")
    results = results_today(desk, person)
    due = [desk.catalogue.measures[track.measure] for track in results.measures if track.due]
    questions = [question(m, request.POST, named(results, m)) for m in due]
    fault = ""
    if request.method == "POST":
        if _take(desk, questions):
            return redirect("progress:measures")
        fault = "" if any(q.faults for q in questions) else _NOTHING
    page = {
        "questions": questions,
        "week": next((track.due.week for track in results.measures if track.due), 0),
        "faults": _summary(questions, fault),
        "own": _rows(desk, results, clinician=False),
        "clinician": _rows(desk, results, clinician=True),
        "brought": brought_forms(desk),
    }
    return render(request, "progress/measures.html", page, status=422 if page["faults"] else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def measure(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask one measure at any time, and show what it was before."""
    desk = desk_of(request)
    known = desk.catalogue.measures.get(slug)
    if known is None:
        raise Http404("There is no such measure.")
    person = desk.person
    if person.profile is None:
        return redirect("home")
    results = results_today(desk, person)
    track = next(track for track in results.measures if track.measure == slug)
    asked = question(known, request.POST, named(results, known))
    fault = ""
    if request.method == "POST":
        if _take(desk, [asked]):
            return redirect("progress:measures")
        fault = "" if asked.faults else _NOTHING
    page = {
        "measure": known,
        "question": asked,
        "line": line_of(desk.catalogue, track) if track.scores else None,
        "scores": _scores(track),
        "faults": _summary([asked], fault),
    }
    return render(request, "progress/measure.html", page, status=422 if page["faults"] else 200)


def named(results: Results, known: Measure) -> tuple[str, ...]:
    """Return the activities that were named first: the same ones come back, so that they can be compared."""
    if known.kind is not MeasureKind.ACTIVITIES:
        return ()
    track = next(track for track in results.measures if track.measure == known.slug)
    return tuple(name for name, _ in track.scores[-1].parts) if track.scores else ()


def _take(desk: Desk, questions: Iterable[Question]) -> bool:
    """Write what was answered, unless something has to be looked at again; return whether it was written."""
    asked = list(questions)
    if any(one.faults for one in asked):
        return False
    events = [_event(desk, one) for one in asked if one.score is not None]
    desk.write(events)
    return bool(events)


def _event(desk: Desk, asked: Question) -> Event:
    answers: Mapping[str, object] = {"answers": dict(asked.answers)} if asked.answers else {}
    score = asked.score or 0.0
    whole = int(score) if score == int(score) else round(score, 3)
    return desk.new("measure_answered", measure=asked.measure.slug, score=whole, **answers)


def _summary(questions: Iterable[Question], fault: str) -> list[tuple[str, str]]:
    fields = [one for asked in questions for one in asked.fields]
    if fault and fields:
        return [(fields[0].anchor, fault)]
    return summary(fields)


def _rows(desk: Desk, results: Results, *, clinician: bool) -> list[Row]:
    tracks = {track.measure: track for track in results.measures}
    return [
        _row(desk, measure, tracks[measure.slug])
        for measure in desk.catalogue.measures.values()
        if (measure.kind is MeasureKind.CLINICIAN) is clinician
    ]


def _row(desk: Desk, measure: Measure, track: MeasureTrack) -> Row:
    ahead = next((point.opens for point in track.points if point.state is PointState.AHEAD), None)
    missed = [str(point.week) for point in track.points if point.state is PointState.MISSING]
    return Row(
        measure.slug,
        measure.name,
        line_of(desk.catalogue, track) if track.scores else None,
        day_text(ahead, with_year=ahead.year != desk.day.year) if ahead and not track.due else "",
        ", ".join(missed[-4:]),
    )


def _scores(track: MeasureTrack) -> list[tuple[str, str, str]]:
    """Return the newest answers, newest first: the day, the score, and the single activities."""
    return [
        (
            day_text(score.day, with_year=True),
            f"{round(score.value, 1):g}",
            ", ".join(f"{name}: {points:g}" for name, points in score.parts),
        )
        for score in reversed(track.scores[-12:])
    ]
