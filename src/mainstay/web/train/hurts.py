"""“This hurts”: what and how much, written at once, and what the coach makes of it."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from mainstay.coach import Verdict
from mainstay.web.desk import Desk, desk_of
from mainstay.web.forms import summary
from mainstay.web.train.forms import read_hurt
from mainstay.web.train.lines import Line
from mainstay.web.train.questions import hurt_questions
from mainstay.web.train.sitting import Sitting
from mainstay.web.train.swap import plan_with_swap
from mainstay.words import decision_text, reason_text

_SWAPS = (Verdict.SUBSTITUTE, Verdict.REMOVE)


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
    desk.write([desk.new("exercise_rated", session=sitting.id, exercise=line.slug, **read.fields)])
    _swap(desk, sitting.id, line.slug)
    return redirect("train:hurts", sitting.id, line.slug)


def _swap(desk: Desk, session: str, slug: str) -> None:
    """Where the coach takes the exercise out, show the session again with something in its place."""
    sitting = desk.sitting_or_404(session)
    halt = sitting.halts.get(slug)
    if halt is None or halt.verdict not in _SWAPS or desk.clearance.locked:
        return
    plan = plan_with_swap(desk.catalogue, sitting, slug, desk.today)
    if plan:
        desk.write([desk.new("session_started", session=session, plan=plan)])


def _asked(
    request: HttpRequest, sitting: Sitting, line: Line, faults: Mapping[str, str]
) -> dict[str, object]:
    questions = hurt_questions(request.POST, faults)
    return {"sitting": sitting, "line": line, "questions": questions, "errors": summary(questions)}


def _answer(desk: Desk, sitting: Sitting, line: Line) -> dict[str, object]:
    """What the coach decided, in words; without a decision, whether the pain is a mild one."""
    halt, stand_in = sitting.halts.get(line.slug), _stand_in(sitting, line)
    rating = sitting.ratings[line.slug].fields
    if halt:
        # Name what takes its place today, and nothing that the session does not have.
        halt = replace(halt, instead=stand_in.slug if stand_in else "")
    return {
        "sitting": sitting,
        "line": line,
        "halt": halt,
        "rating": rating,
        "decision": decision_text(desk.catalogue, halt) if halt else "",
        "why": [reason_text(desk.catalogue, reason) for reason in halt.why] if halt else [],
        "mild": rating["pain"] <= desk.catalogue.rules.pain.green_max.value,
        "stand_in": stand_in,
        "left": bool(sitting.open_lines),
    }


def _stand_in(sitting: Sitting, line: Line) -> Line | None:
    """Return what was put right behind a stopped exercise in its place."""
    after = sitting.lines[sitting.lines.index(line) + 1 :]
    halted = line.slug in sitting.halts and line.need and after
    return after[0] if halted and after[0].need == line.need else None
