"""Before training: how the back is today, and three quick questions. A good answer starts the session."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from mainstay.coach import halts
from mainstay.diary import new_id
from mainstay.exchange import session_json
from mainstay.kernel import Event
from mainstay.web.desk import Desk, desk_of
from mainstay.web.forms import summary
from mainstay.web.start.safety import full_set_due
from mainstay.web.train.forms import read_check_in, read_safety
from mainstay.web.train.questions import check_in_questions


def check_in(request: HttpRequest) -> HttpResponse:
    """Ask, write what was told, and go on to the session, or to what the answers mean."""
    desk = desk_of(request)
    under_way = desk.open_session()
    if under_way:
        return redirect("train:player", under_way)
    if desk.person.profile is None or desk.clearance.locked:
        return redirect("today")
    if full_set_due(desk):
        return redirect("safety-start")
    if request.method != "POST":
        return _page(request, desk, {}, {})
    safety = read_safety(request.POST, desk.catalogue.asked_in("short"))
    check = read_check_in(request.POST)
    faults = {**check.faults, **safety.faults}
    if faults:
        return _page(request, desk, request.POST, faults)
    version = desk.catalogue.version
    desk.write(
        [
            desk.new("screening_answered", questions=version, answers=safety.fields, scope="short"),
            desk.new("day_checked_in", **check.fields),
        ]
    )
    return _go_on(desk)


def _go_on(desk: Desk) -> HttpResponse:
    verdict = desk.clearance
    if halts(verdict):
        return redirect("safety-result" if verdict.locked else "safety-start")
    started = _started(desk)
    if started is None:
        return redirect("today")
    desk.write([started])
    return redirect("train:player", started.fields["session"])


def _started(desk: Desk) -> Event | None:
    """Return the session as it is planned after the check-in; None on a day without one."""
    plan = session_json(desk.catalogue, desk.today.session)
    if plan is None:
        return None
    event = desk.new("session_started", plan=plan)
    return Event(event.id, event.kind, event.at, {"session": new_id(event.at), **event.fields})


def _page(
    request: HttpRequest, desk: Desk, posted: Mapping[str, str], faults: Mapping[str, str]
) -> HttpResponse:
    asked = check_in_questions(desk.catalogue.asked_in("short"), posted, faults)
    errors = summary(question for group in asked.values() for question in group)
    return render(request, "train/checkin.html", {**asked, "errors": errors}, status=422 if faults else 200)
