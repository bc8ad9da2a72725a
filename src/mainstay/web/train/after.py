"""After the work: how each exercise was, and how the session was."""

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from mainstay.guide.lines import Line
from mainstay.web.desk import desk_of
from mainstay.web.forms import summary
from mainstay.web.train.forms import read_finish, read_ratings
from mainstay.web.train.questions import finish_questions, rating_questions


def rate(request: HttpRequest, session: UUID) -> HttpResponse:
    """Ask effort and pain of what was done; what is left open is not written."""
    desk = desk_of(request)
    sitting = desk.sitting_or_404(session)
    if sitting.finished:
        return redirect("train:done", sitting.id)
    if not sitting.to_rate:
        return redirect("train:finish", sitting.id)
    if request.method != "POST":
        return render(request, "train/rate.html", _rate_page(sitting.id, sitting.to_rate, {}, {}))
    read = read_ratings(request.POST, sitting.to_rate)
    faults = {name: text for one in read.values() for name, text in one.faults.items()}
    if faults:
        page = _rate_page(sitting.id, sitting.to_rate, request.POST, faults)
        return render(request, "train/rate.html", page, status=422)
    desk.write(
        desk.new("exercise_rated", session=sitting.id, exercise=slug, **one.fields)
        for slug, one in read.items()
    )
    return redirect("train:finish", sitting.id)


def finish(request: HttpRequest, session: UUID) -> HttpResponse:
    """Ask how the whole session was, and end it."""
    desk = desk_of(request)
    sitting = desk.sitting_or_404(session)
    if sitting.finished:
        return redirect("train:done", sitting.id)
    faults: Mapping[str, str] = {}
    if request.method == "POST":
        read = read_finish(request.POST)
        if not read.faults:
            desk.write([desk.new("session_finished", session=sitting.id, **read.fields)])
            return redirect("train:done", sitting.id)
        faults = read.faults
    questions = finish_questions(request.POST, faults)
    note = request.POST.get("note", "")
    context = {"sitting": sitting, "questions": questions, "note": note, "errors": summary(questions)}
    return render(request, "train/finish.html", context, status=422 if faults else 200)


def _rate_page(
    session: str, lines: tuple[Line, ...], posted: Mapping[str, str], faults: Mapping[str, str]
) -> dict[str, object]:
    asked = [(line, rating_questions(line.slug, posted, faults)) for line in lines]
    errors = [
        (anchor, f"{line.exercise.name}: {text}")
        for line, groups in asked
        for anchor, text in summary(question for group in groups.values() for question in group)
    ]
    return {"session": session, "asked": asked, "errors": errors}
