"""Self-tests: which are for today, how each is done, its result taken, and what it means."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from mainstay.catalogue import ResultKind, SelfTest
from mainstay.coach import Change, Readiness, SelfTestTrack
from mainstay.kernel import Side
from mainstay.web import clock
from mainstay.web.day.lines import reason_texts
from mainstay.web.desk import Desk, desk_of
from mainstay.web.forms import Asked, Typed, choices, pain_scale, read_scale, summary
from mainstay.web.progress.asking import fits, number_in
from mainstay.web.progress.looking import results_today
from mainstay.web.progress.tested import Result, results_in
from mainstay.words import day_text, readiness_text, side_text, source_text, unit_text
from mainstay.words.vocabulary import figure

_ENDED = (
    ("tired", "I was tired"),
    ("position", "The position slipped"),
    ("pain", "Pain"),
    ("wish", "I had had enough"),
)
_HOLDING = "Please write how many {unit} it was, 0 if it did not work today."


@dataclass(frozen=True, slots=True)
class Row:
    """A self-test in the list."""

    slug: str
    name: str
    why: str
    readiness: str
    tone: str
    reasons: tuple[str, ...]
    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class Try:
    """One try as a form: the side, how it is timed, and the fields."""

    side: str
    name: str
    is_due: bool
    value: Typed
    ended: Asked


@require_safe
def shelf(request: HttpRequest) -> HttpResponse:
    """List every self-test: whether it is for today, and how it went before."""
    desk = desk_of(request)
    person = desk.person
    if person.profile is None:
        return redirect("home")
    rows = [_row(desk, track) for track in results_today(desk, person).tests]
    order = (Readiness.DUE.value, Readiness.CHECK_IN.value, Readiness.LATER.value, Readiness.CLOSED.value)
    rows.sort(key=lambda row: order.index(row.tone))
    return render(request, "progress/tests.html", {"rows": rows})


def _row(desk: Desk, track: SelfTestTrack) -> Row:
    test = desk.catalogue.tests[track.test]
    return Row(
        test.slug,
        test.name,
        test.why,
        readiness_text(track.offer.readiness),
        track.offer.readiness.value,
        reason_texts(desk.catalogue, track.offer.why),
        results_in(desk.catalogue, track),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def self_test(request: HttpRequest, slug: str) -> HttpResponse:
    """Show how a test is done and take its result; on a day without a check-in, ask for the pain first."""
    desk = desk_of(request)
    test = desk.catalogue.tests.get(slug)
    if test is None:
        raise Http404("There is no such self-test.")
    if desk.person.profile is None:
        return redirect("home")
    track = _track(desk, slug)
    if request.method == "POST" and track.offer.readiness is Readiness.CHECK_IN:
        return _checked_in(request, desk, track)
    tries = [_try(test, track, side, request.POST) for side in _sides(test)]
    if request.method == "POST" and track.offer.readiness is Readiness.DUE:
        told = next((one for one in tries if one.side == request.POST.get("side", "")), None)
        if told and not told.value.fault:
            _write(desk, test, told, request.POST)
            return redirect(f"{reverse('progress:test', args=[slug])}#results")
    return _page(request, desk, track, [one for one in tries if one.is_due])


def _checked_in(request: HttpRequest, desk: Desk, track: SelfTestTrack) -> HttpResponse:
    """Take the pain of the day, without which nobody knows whether the test is for today."""
    pain = read_scale(request.POST.get("pain"))
    if pain is None:
        return _page(request, desk, track, [], "Please choose a number, 0 if there is no pain.")
    desk.write([desk.new("day_checked_in", pain_now=pain)])
    return redirect("progress:test", track.test)


def _track(desk: Desk, slug: str) -> SelfTestTrack:
    return next(track for track in results_today(desk, desk.person).tests if track.test == slug)


def _sides(test: SelfTest) -> tuple[str, ...]:
    return ("left", "right") if test.sides.value == "each" else ("",)


def _try(test: SelfTest, track: SelfTestTrack, side: str, posted: Mapping[str, str]) -> Try:
    mine = bool(posted) and posted.get("side", "") == side
    name = f"value-{side}" if side else "value"
    text = posted.get(name, "").strip() if mine else ""
    unit = unit_text(test.unit)
    typed = Typed(
        name,
        f"{side_text(Side(side))} side" if side else "Result",
        "number",
        text,
        fault=_fault(test, text) if mine else "",
        unit=unit,
        lowest=int(test.lowest),
        highest=int(test.highest),
        step=test.step,
    )
    ended = posted.get(f"ended-{side}", "") if mine else ""
    asked = Asked(
        f"ended-{side}" if side else "ended-", "What ended it?", choices(_ENDED, (ended,)), optional=True
    )
    due = {one.value if one else "" for one in track.offer.sides}
    return Try(side, typed.label, side in due, typed, asked)


def _fault(test: SelfTest, text: str) -> str:
    value = number_in(text)
    if value is None:
        return _HOLDING.format(unit=unit_text(test.unit))
    if not test.lowest <= value <= test.highest or not fits(value, test.lowest, test.step):
        low, high, step = figure(test.lowest), figure(test.highest), figure(test.step)
        return f"Please write a number from {low} to {high}, in steps of {step}."
    return ""


def _write(desk: Desk, test: SelfTest, one: Try, posted: Mapping[str, str]) -> None:
    value = number_in(one.value.value)
    assert value is not None
    ended = posted.get(one.ended.name, "")
    side = {"side": one.side} if one.side else {}
    stopped = {"stopped_by": ended} if ended in dict(_ENDED) else {}
    whole = int(value) if value == int(value) else value
    desk.write([desk.new("self_test_done", test=test.slug, value=whole, **side, **stopped)])


def _page(
    request: HttpRequest, desk: Desk, track: SelfTestTrack, tries: list[Try], pain_fault: str = ""
) -> HttpResponse:
    test = desk.catalogue.tests[track.test]
    pain = pain_scale("pain", "How is your back now?", fault=pain_fault)
    page = {
        "test": test,
        "unit": unit_text(test.unit),
        "readiness": track.offer.readiness.value,
        "label": readiness_text(track.offer.readiness),
        "reasons": reason_texts(desk.catalogue, track.offer.why),
        "rest_until": _rest(track, clock.now(request)),
        "tries": tries if track.offer.readiness is Readiness.DUE else [],
        "timer": _timer(test),
        "cap": int(test.cap_seconds.value) if test.cap_seconds else 0,
        "pain": pain,
        "results": results_in(desk.catalogue, track),
        "sides_differ": reason_texts(desk.catalogue, [track.sides_differ]) if track.sides_differ else (),
        "enough": track.enough,
        "improved": any(trend.change is Change.IMPROVED for trend in track.trends),
        "stopped_by_pain": _stopped_by_pain(track, desk),
        "sources": [source_text(desk.catalogue, source) for source in test.sources],
        "faults": summary([*(one.value for one in tries), pain]),
        "next": day_text(track.offer.due_on) if track.offer.due_on and not tries else "",
    }
    return render(request, "progress/test.html", page, status=422 if page["faults"] else 200)


def _timer(test: SelfTest) -> str:
    """Return how the clock helps: counting up to a hold, counting down a time, or not at all."""
    if test.kind is ResultKind.HOLD:
        return "up"
    return "down" if test.kind is ResultKind.COUNT and test.cap_seconds else ""


def _rest(track: SelfTestTrack, now: datetime) -> str:
    """Return the time until which a rest after another test is due; empty where none is."""
    ready = track.offer.ready_at
    return f"{ready:%H:%M}" if ready and ready > now and track.offer.readiness is Readiness.DUE else ""


def _stopped_by_pain(track: SelfTestTrack, desk: Desk) -> bool:
    return bool(track.trials) and track.trials[-1].day == desk.day and track.trials[-1].stopped_by == "pain"
