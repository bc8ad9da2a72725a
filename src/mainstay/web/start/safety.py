"""The safety questions, one section a screen."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from mainstay.coach import screen
from mainstay.kernel import Clearance
from mainstay.web.desk import Desk, desk_of
from mainstay.web.forms import summary
from mainstay.web.start.draft import Draft, draft, forget, keep
from mainstay.web.start.sections import Section, read_answers, sections_of, shown
from mainstay.web.steps import Steps

DRAFT = "safety"


def full_set_due(desk: Desk) -> bool:
    """Return whether all questions come before the next session, though the programme is not locked."""
    return desk.clearance.full_set_due


@require_safe
def begin(request: HttpRequest) -> HttpResponse:
    """Go to the first screen, with nothing answered: an old answer may not be true any more."""
    forget(request, DRAFT)
    return redirect("safety", section=sections_of(desk_of(request).catalogue)[0].slug)


@require_http_methods(["GET", "HEAD", "POST"])
def section(request: HttpRequest, section: str) -> HttpResponse:
    """Show a screen of questions, or take its answers and go on."""
    desk = desk_of(request)
    sections = sections_of(desk.catalogue)
    here = next((known for known in sections if known.slug == section), None)
    if here is None:
        raise Http404(section)
    steps = Steps(tuple(known.slug for known in sections), section)
    if request.method != "POST":
        return _page(request, here, steps, draft(request, DRAFT), {})
    told, faults = read_answers(here.questions, request.POST, draft(request, DRAFT))
    kept = keep(request, DRAFT, dict(told), {question.id for question in here.questions})
    return _page(request, here, steps, kept, faults) if faults else _onward(request, desk, steps, kept)


def _page(
    request: HttpRequest, here: Section, steps: Steps, answers: Draft, faults: dict[str, str]
) -> HttpResponse:
    fields = [(q, shown(q, answers, faults.get(q.id, ""))) for q in here.questions]
    page = {
        "section": here,
        "steps": steps,
        "always": [field for question, field in fields if question.asked_if is None],
        "gated": [field for question, field in fields if question.asked_if],
        "faults": summary(field for _, field in fields),
    }
    return render(request, "start/safety.html", page, status=422 if faults else 200)


def _onward(request: HttpRequest, desk: Desk, steps: Steps, answers: Draft) -> HttpResponse:
    """Go to the next screen; after the last, or at once after an emergency answer, write the event."""
    urgent = screen(desk.catalogue, answers, "short").clearance is Clearance.EMERGENCY
    if steps.next and not urgent:
        return redirect("safety", section=steps.next)
    fields = {"questions": desk.catalogue.version, "scope": "full", "answers": answers}
    desk.write([desk.new("screening_answered", **fields)])
    forget(request, DRAFT)
    return redirect("safety-result")
