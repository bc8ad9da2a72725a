"""Questionnaires that the person brings: kept in the diary as they came, with their licence, and answered."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from mainstay.diary import store
from mainstay.exchange.questionnaire import Form, answers_amiss, kept, read_form, shown
from mainstay.kernel import Event
from mainstay.web.desk import Desk, desk_of
from mainstay.web.progress.form_fields import FieldView, answers_in, field_views, groups_of

_LARGEST = 200_000
_ADDED = "questionnaire_added"
_TOO_LARGE = "This file is larger than a questionnaire can be here (200 kB)."
_NO_FILE = "Please choose a file first."


@dataclass(frozen=True, slots=True)
class Brought:
    """A questionnaire in the diary."""

    event: Event
    form: Form


def brought_forms(desk: Desk) -> list[Form]:
    """Return the questionnaires that the person has brought, the newest of each name."""
    return [one.form for one in _brought(desk).values()]


def _brought(desk: Desk) -> Mapping[str, Brought]:
    found = {}
    for event in store.events_of(desk.diary, standing=True, kinds=(_ADDED,)):
        text = json.dumps(event.fields["resource"]).encode()
        reading = read_form(text, desk.catalogue.measures)
        # What an older Mainstay could read, this one may not; the diary keeps it all the same.
        if reading.form:
            found[reading.form.slug] = Brought(event, reading.form)
    return found


def _brought_or_404(desk: Desk, slug: str) -> Brought:
    found = _brought(desk).get(slug)
    if found is None:
        raise Http404("There is no such questionnaire.")
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: HttpRequest) -> HttpResponse:
    """Take in a questionnaire, or say everything about it that cannot be taken."""
    desk = desk_of(request)
    if desk.person.profile is None:
        return redirect("home")
    if request.method != "POST":
        return render(request, "progress/bring.html")
    file = request.FILES.get("questionnaire")
    if file is None:
        return _refused(request, _NO_FILE)
    if file.size is None or file.size > _LARGEST:
        return _refused(request, _TOO_LARGE)
    data = file.read()
    reading = read_form(data, desk.catalogue.measures)
    if reading.form is None:
        texts = tuple(fault.text for fault in reading.faults)
        return _refused(request, "This questionnaire cannot be used here.", texts)
    desk.write([desk.new(_ADDED, questionnaire=reading.form.slug, resource=json.loads(data))])
    return redirect("progress:brought", reading.form.slug)


def _refused(request: HttpRequest, problem: str, texts: tuple[str, ...] = ()) -> HttpResponse:
    return render(request, "progress/bring.html", {"problem": problem, "lines": texts}, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a questionnaire with its licence; take the answers, and ask again where one is missing.

    Questions that depend on others appear once those are answered: with a press on the button, as there is
    no script here.
    """
    desk = desk_of(request)
    form = _brought_or_404(desk, slug).form
    if request.method != "POST":
        return _page(request, form, field_views(form, {}, {}, first=True))
    answers, unread = answers_in(form, request.POST)
    faults = unread | {fault.where: fault.problem for fault in answers_amiss(form, answers)}
    asked_now = {item.link_id for item in shown(form, answers) if item.kind.is_question}
    asked_before = set(request.POST.get("asked", "").split("\n"))
    if faults or not asked_now <= asked_before:
        views = field_views(form, answers, faults, first=False)
        return _page(request, form, views, unread=bool(faults))
    if not answers:
        return _page(request, form, field_views(form, {}, {}, first=True), empty=True)
    taken = kept(form, answers)
    desk.write([desk.new(taken.kind, **taken.fields)])
    return render(request, "progress/brought_done.html", {"form": form, "score": taken.score})


def _page(
    request: HttpRequest,
    form: Form,
    views: list[FieldView],
    *,
    unread: bool = False,
    empty: bool = False,
) -> HttpResponse:
    faults = [(view.field.anchor, view.field.ask) for view in views if view.field and view.field.fault]
    if empty:
        first = next((view.field.anchor for view in views if view.field), "")
        faults = [(first, "Please answer at least one question.")]
    page = {
        "form": form,
        "groups": groups_of(views),
        "asked": "\n".join(view.link_id for view in views if view.field),
        "faults": faults,
        "more": not unread and not empty and request.method == "POST",
    }
    return render(request, "progress/brought.html", page, status=422 if faults else 200)


@require_POST
def remove(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a questionnaire out of the list; its answers stay in the diary."""
    desk = desk_of(request)
    _brought_or_404(desk, slug)
    events = store.events_of(desk.diary, standing=True, kinds=(_ADDED,))
    gone = [event.id for event in events if event.fields["questionnaire"] == slug]
    desk.write([desk.new("event_retracted", event=event) for event in gone])
    return redirect("progress:measures")
