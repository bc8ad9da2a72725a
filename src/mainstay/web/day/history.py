"""Every decision of the coach with its reasons, and taking a step back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from mainstay.diary import store
from mainstay.web.day.decisions import by_day, undoable_ids, undone_ids, view
from mainstay.web.desk import desk_of

_NEWEST = 60
_BACK = {"programme", "history", "today"}


@require_safe
def history(request: HttpRequest) -> HttpResponse:
    """Show the newest decisions, or all of them."""
    desk = desk_of(request)
    everything = "all" in request.GET
    made = store.decisions_of(desk.diary, limit=None if everything else _NEWEST + 1)
    shown = made if everything else made[-_NEWEST:]
    undoable = undoable_ids(desk.person)
    undone = undone_ids(desk, shown[0].date) if shown else frozenset()
    views = [(d.date, view(desk.catalogue, d, undoable, undone)) for d in reversed(shown)]
    page = {"days": by_day(views), "older": len(made) > len(shown)}
    return render(request, "day/history.html", page)


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Take back the coach's last step for an exercise; nothing happens where there is none."""
    desk = desk_of(request)
    decision = request.POST.get("decision", "")
    if decision in undoable_ids(desk.person):
        desk.write([desk.new("decision_undone", decision=decision)])
    back = request.POST.get("back", "")
    return redirect(back if back in _BACK else "history")
