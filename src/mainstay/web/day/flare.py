"""A flare-up: saying that it is there, and that it has eased."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from mainstay.web.desk import desk_of
from mainstay.words import day_text

_LONGEST = 2000


@require_http_methods(["GET", "HEAD", "POST"])
def flare(request: HttpRequest) -> HttpResponse:
    """Explain the gentle days, and begin or end them."""
    desk = desk_of(request)
    if desk.person.profile is None:
        return redirect("home")
    flaring = desk.person.progression.flare
    if request.method == "POST":
        note = request.POST.get("note", "").strip()[:_LONGEST]
        kind = "flare_ended" if flaring else "flare_reported"
        desk.write([desk.new(kind, **({"note": note} if note else {}))])
        return redirect("today")
    page = {"since": day_text(flaring.since) if flaring else "", "rules": desk.catalogue.rules.flare}
    return render(request, "day/flare.html", page)
