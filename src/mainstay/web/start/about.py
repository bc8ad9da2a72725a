"""A little about the person, one thought a screen; later each screen can be changed on its own."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from mainstay.web.desk import Desk, desk_of
from mainstay.web.forms import summary
from mainstay.web.start.draft import draft, forget, keep
from mainstay.web.start.parts import Screen
from mainstay.web.start.profile import DEFAULTS, Fields, birth_year, fields_of
from mainstay.web.start.screens import SCREENS
from mainstay.web.steps import Steps

DRAFT = "about"


@require_safe
def begin(request: HttpRequest) -> HttpResponse:
    """Go to the first screen."""
    return redirect("about", step=next(iter(SCREENS)))


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, step: str) -> HttpResponse:
    """Show a screen, or take its answers and go on."""
    if step not in SCREENS:
        raise Http404(step)
    desk = desk_of(request)
    profile = desk.person.profile
    if profile is None and desk.person.screening.full is None:
        return redirect("home")
    known = fields_of(profile) if profile else DEFAULTS | draft(request, DRAFT)
    screen, steps = SCREENS[step], Steps(tuple(SCREENS), step)
    if request.method != "POST":
        return _page(request, (screen, steps), known, {}, changing=profile is not None)
    told, faults = screen.read(request.POST)
    if faults:
        return _page(request, (screen, steps), known | told, faults, changing=profile is not None)
    if profile:
        kept = {name: value for name, value in known.items() if name not in screen.names}
        desk.write([desk.new("profile_set", **(kept | told))])
        return redirect("settings")
    return _onward(request, desk, steps, keep(request, DRAFT, told, set(screen.names)))


def _page(
    request: HttpRequest,
    place: tuple[Screen, Steps],
    known: Fields,
    faults: dict[str, str],
    *,
    changing: bool,
) -> HttpResponse:
    screen, steps = place
    fields = screen.shown(known, faults)
    page = {
        "screen": screen,
        "steps": steps,
        "fields": fields,
        "changing": changing,
        "faults": summary(fields),
    }
    return render(request, "start/about.html", page, status=422 if faults else 200)


def _onward(request: HttpRequest, desk: Desk, steps: Steps, told: Fields) -> HttpResponse:
    """Go to the next screen; after the last, write the profile."""
    if steps.next:
        return redirect("about", step=steps.next)
    desk.write([desk.new("profile_set", **({"birth_year": birth_year(desk)} | DEFAULTS | told))])
    forget(request, DRAFT)
    return redirect("programme")
