"""Deleting everything, after asking."""

from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from mainstay.diary import store
from mainstay.web.desk import desk_of
from mainstay.web.start import about, draft, safety


@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest) -> HttpResponse:
    """Ask once, with a box to tick; then delete the diary and what this browser had begun to answer."""
    desk = desk_of(request)
    if request.method == "POST" and request.POST.get("sure") == "yes":
        _forget_begun(request)
        store.delete_everything(desk.diary)
        return redirect("home")
    missing = request.method == "POST"
    faults = [("sure-first", "Please tick the box if you are sure.")] if missing else []
    return render(request, "yours/delete.html", {"faults": faults}, status=422 if missing else 200)


def _forget_begun(request: HttpRequest) -> None:
    """Drop answers that no event has taken in yet, those begun in other browsers too."""
    for begun in (safety.DRAFT, about.DRAFT):
        draft.forget(request, begun)
    if request.session.session_key:
        request.session.save()
    Session.objects.exclude(session_key=request.session.session_key or "").delete()
