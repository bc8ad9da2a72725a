"""The first page, and the page about intended use and safety."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from mainstay.web.desk import desk_of


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Welcome somebody new; take everybody else to where they are on their way."""
    desk = desk_of(request)
    person = desk.person
    if person.screening.full is None and not desk.clearance.findings:
        return render(request, "start/welcome.html", {"began": person.profile is not None})
    if desk.clearance.locked:
        return redirect("safety-result")
    return redirect("about-start" if person.profile is None else "today")


@require_safe
def about_and_safety(request: HttpRequest) -> HttpResponse:
    """Say what Mainstay is for, what it is not, and where its numbers come from."""
    return render(request, "start/about_mainstay.html", {"catalogue": desk_of(request).catalogue})
