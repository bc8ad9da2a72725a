"""The session as a plain form of sets to tick, for browsers without JavaScript."""

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from mainstay.coach import is_ended, session_in
from mainstay.guide.sitting import Sitting
from mainstay.web.desk import Desk, desk_of
from mainstay.web.train.presenter import Unsaved, faulty_sets, line_views
from mainstay.web.train.sets import Ticked, read_ticks, set_events


def player(request: HttpRequest, session: UUID) -> HttpResponse:
    """Show a session to train; save its ticks, and go where the pressed button leads."""
    desk = desk_of(request)
    sitting = desk.sitting_or_404(session)
    if request.method != "POST":
        return _elsewhere(desk, sitting) or _page(request, desk, sitting)
    ticked = _ticked(request.POST, sitting)
    if ticked.faults:
        unsaved = Unsaved(frozenset(request.POST.getlist("done")), request.POST, ticked.faults)
        return _page(request, desk, sitting, unsaved)
    _save(desk, sitting, request.POST.getlist("shown"), ticked)
    return _next(request.POST, sitting)


def _elsewhere(desk: Desk, sitting: Sitting) -> HttpResponse | None:
    """A session is trained on its own day, before it is finished or ended, and while nothing forbids it."""
    if sitting.finished:
        return redirect("train:done", sitting.id)
    if desk.clearance.locked:
        return redirect("safety-result")
    if sitting.day != desk.day:
        return redirect("today")
    ended = is_ended(desk.catalogue, session_in(desk.person, sitting.id))
    return redirect("train:rate", sitting.id) if ended else None


def _ticked(posted: QueryDict, sitting: Sitting) -> Ticked:
    shown = set(posted.getlist("shown"))
    lines = [line for line in sitting.open_lines if line.slug in shown]
    return read_ticks(posted, posted.getlist("done"), lines)


def _save(desk: Desk, sitting: Sitting, shown: list[str], ticked: Ticked) -> None:
    lines = [line for line in sitting.open_lines if line.slug in shown]
    desk.write(set_events(desk.new, sitting.id, lines, sitting.sets, ticked.done))


def _next(posted: Mapping[str, str], sitting: Sitting) -> HttpResponse:
    slug = posted.get("hurts", "")
    if sitting.line(slug):
        return redirect("train:hurts", sitting.id, slug)
    return redirect("train:rate" if "rate" in posted else "train:player", sitting.id)


def _page(request: HttpRequest, desk: Desk, sitting: Sitting, unsaved: Unsaved | None = None) -> HttpResponse:
    lines = line_views(desk.catalogue, sitting, unsaved)
    context = {"sitting": sitting, "lines": lines, "errors": faulty_sets(lines)}
    return render(request, "train/player.html", context, status=422 if unsaved else 200)
