"""“This hurts”: what and how much, written at once, and what the coach makes of it."""

from collections.abc import Mapping
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from mainstay.coach import Stopped, answer, answer_told, session_in
from mainstay.guide.lines import Line
from mainstay.guide.packet import answer_words
from mainstay.guide.sitting import Sitting
from mainstay.web.desk import Desk, desk_of
from mainstay.web.forms import summary
from mainstay.web.train.forms import read_hurt
from mainstay.web.train.questions import hurt_questions
from mainstay.web.train.swap import plan_with


def hurts(request: HttpRequest, session: UUID, slug: str) -> HttpResponse:
    """Ask what hurts, or answer what was told; ``?again`` asks once more."""
    desk = desk_of(request)
    sitting = desk.sitting_or_404(session)
    line = sitting.line(slug)
    if line is None:
        raise Http404("This exercise is not in the session.")
    if request.method == "POST":
        return _told(request, desk, sitting, line)
    if slug in sitting.ratings and ("again" not in request.GET or sitting.is_over(slug)):
        return render(request, "train/answer.html", _answer(desk, sitting, line))
    return render(request, "train/hurts.html", _asked(request, sitting, line, {}))


def _told(request: HttpRequest, desk: Desk, sitting: Sitting, line: Line) -> HttpResponse:
    if "leave" in request.POST:
        desk.write([desk.new("exercise_skipped", session=sitting.id, exercise=line.slug, why="pain")])
        return redirect("train:player", sitting.id)
    read = read_hurt(request.POST)
    if read.faults:
        return render(request, "train/hurts.html", _asked(request, sitting, line, read.faults), status=422)
    rated = desk.new("exercise_rated", session=sitting.id, exercise=line.slug, **read.fields)
    stopped = Stopped(line.slug, line.need, line.item.seconds, line.stands_in)
    told = answer(desk.catalogue, desk.person, rated, stopped, sitting.shown)
    desk.write([rated])
    if told.instead:
        # The session is shown again with something in the place of what the coach takes out.
        plan = plan_with(desk.catalogue, sitting, line.slug, told.instead[0])
        desk.write([desk.new("session_started", session=sitting.id, plan=plan)])
    return redirect("train:hurts", sitting.id, line.slug)


def _asked(
    request: HttpRequest, sitting: Sitting, line: Line, faults: Mapping[str, str]
) -> dict[str, object]:
    questions = hurt_questions(request.POST, faults)
    return {"sitting": sitting, "line": line, "questions": questions, "errors": summary(questions)}


def _answer(desk: Desk, sitting: Sitting, line: Line) -> dict[str, object]:
    """Return what the coach answered, in words, and what stands in the exercise's place."""
    halt = sitting.halts.get(line.slug)
    session = session_in(desk.person, sitting.id)
    told = answer_told(desk.catalogue, desk.person, session, line.slug, halt)
    return {
        "sitting": sitting,
        "line": line,
        "move": told.move.value,
        "over": told.over,
        "words": answer_words(desk.catalogue, told, pain=sitting.ratings[line.slug].fields["pain"]),
        "stand_in": _stand_in(sitting, line),
        "left": bool(sitting.open_lines),
    }


def _stand_in(sitting: Sitting, line: Line) -> Line | None:
    """Return what was put right behind a stopped exercise in its place."""
    after = sitting.lines[sitting.lines.index(line) + 1 :]
    halted = line.slug in sitting.halts and after and after[0].stands_in
    return after[0] if halted else None
