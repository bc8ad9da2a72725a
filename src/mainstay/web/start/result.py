"""What the safety answers mean, and what to do next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from mainstay.coach import Screening
from mainstay.diary import store
from mainstay.guide.packet import NUMBERS
from mainstay.kernel import Clearance, Event
from mainstay.web.desk import Desk, desk_of
from mainstay.web.start.draft import draft, keep
from mainstay.web.start.safety import DRAFT
from mainstay.words import clearance_text, reason_text


@require_safe
def result(request: HttpRequest) -> HttpResponse:
    """Show the verdict with the worst answers first."""
    desk = desk_of(request)
    verdict = desk.clearance
    if verdict.ask_again == "not-screened" and not verdict.findings:
        return redirect("home")
    why = verdict.asks()
    open_questions = reason_text(desk.catalogue, why) if why else ""
    page = {
        "clearance": "questions" if open_questions else verdict.clearance.value,
        "words": clearance_text(verdict.clearance),
        "worst": _texts(verdict, worst=True),
        "others": _texts(verdict, worst=False),
        "open_questions": open_questions,
        "locked": verdict.locked,
        "numbers": NUMBERS if verdict.clearance is Clearance.EMERGENCY else (),
        "today": _answered_today(desk) is not None,
        "has_profile": desk.person.profile is not None,
    }
    return render(request, "start/result.html", page)


@require_POST
def take_back(request: HttpRequest) -> HttpResponse:
    """Take back today's answers, given by mistake: they stay in the diary, marked as taken back."""
    desk = desk_of(request)
    event = _answered_today(desk)
    if event is None:
        return redirect("safety-result")
    desk.write([desk.new("event_retracted", event=event.id)])
    if event.fields.get("scope") == "short":
        return redirect("checkin")
    answers = dict(event.fields["answers"])
    keep(request, DRAFT, answers, set(draft(request, DRAFT)))
    first = next((q.section for q in desk.catalogue.asked_in("full") if q.id in answers), "right-now")
    return redirect("safety", section=first)


def _texts(verdict: Screening, *, worst: bool) -> list[str]:
    """Return the words of the findings that decided, or of the rest; open questions are told once."""
    chosen = (finding for finding in verdict.told if (finding.clearance is verdict.clearance) == worst)
    return list(dict.fromkeys(finding.text for finding in chosen))


def _answered_today(desk: Desk) -> Event | None:
    told = store.events_of(desk.diary, since=desk.day, standing=True)
    found = [event for event in told if event.kind == "screening_answered" and event.day == desk.day]
    return found[-1] if found else None
