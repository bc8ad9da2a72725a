"""What there is to take along: pages for a clinician and for the mat, and the data behind them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from mainstay.coach import standing_events
from mainstay.diary import store
from mainstay.exchange.chronicle import Account, calendar_bytes, csv_text, flat
from mainstay.web.desk import Desk, desk_of
from mainstay.web.progress.looking import look_back
from mainstay.web.progress.spans import Span


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of document: its type, the ending of its file, and how it is made of an account."""

    slug: str
    name: str
    line: str
    type: str
    ending: str
    make: Callable[[Account], bytes]


def _clinician(told: Account) -> bytes:
    # Each of these loads only what it needs: the typesetter and the models of FHIR are large.
    from mainstay.exchange.report import clinician_pdf

    return clinician_pdf(told)


def _exercises(told: Account) -> bytes:
    from mainstay.exchange.report import exercises_pdf

    return exercises_pdf(told)


def _fhir(told: Account) -> bytes:
    from mainstay.exchange.fhir import fhir_text

    return (fhir_text(told, snomed=False) + "\n").encode()


def _csv(told: Account) -> bytes:
    return csv_text(flat(told.events, told.decisions)).encode()


KINDS = (
    Kind(
        "clinician",
        "A page for a clinician",
        "One sheet: what you were asked, your programme, how it went and what has changed. "
        "You give it to whom you like.",
        "application/pdf",
        "pdf",
        _clinician,
    ),
    Kind(
        "exercises",
        "Your exercises on paper",
        "This week’s exercises with pictures and amounts, to lie beside the mat.",
        "application/pdf",
        "pdf",
        _exercises,
    ),
    Kind(
        "calendar",
        "Sessions for your calendar",
        "The next seven days’ sessions and walks, for any calendar that opens an .ics file.",
        "text/calendar; charset=utf-8",
        "ics",
        calendar_bytes,
    ),
    Kind(
        "csv",
        "Every value as a table",
        "All that you told and all that was decided, a value a row, for a spreadsheet.",
        "text/csv; charset=utf-8",
        "csv",
        _csv,
    ),
    Kind(
        "fhir",
        "For a health record",
        "The same as a FHIR R4 bundle, marked as self-reported, without your name.",
        "application/fhir+json; charset=utf-8",
        "json",
        _fhir,
    ),
)


@require_safe
def shelf(request: HttpRequest) -> HttpResponse:
    """Offer every document."""
    if desk_of(request).person.profile is None:
        return redirect("home")
    return render(request, "progress/reports.html", {"kinds": KINDS})


@require_safe
def report(request: HttpRequest, kind: str) -> HttpResponse:
    """Make a document of the diary up to today."""
    known = next((one for one in KINDS if one.slug == kind), None)
    if known is None:
        raise Http404("There is no such document.")
    desk = desk_of(request)
    if desk.person.profile is None:
        return redirect("home")
    made = known.make(_account(desk))
    name = f"mainstay-{known.slug}-{desk.day.isoformat()}.{known.ending}"
    return HttpResponse(made, known.type, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _account(desk: Desk) -> Account:
    """Return the whole diary as it stands; what the coach made of it is in the store already."""
    person = desk.person
    ledger = look_back(desk, person, Span.ALL).ledger
    written = list(store.events_of(desk.diary))
    profile = min((e for e in written if e.kind == "profile_set"), key=lambda e: e.key, default=None)
    return Account(
        catalogue=ledger.catalogue,
        on=ledger.on,
        person=person,
        flares=ledger.flares,
        profiles=ledger.profiles,
        kept=ledger.kept,
        events=tuple(event for event in standing_events(written) if event.day <= desk.day),
        decisions=store.decisions_of(desk.diary, catalogue=desk.catalogue),
        owner=profile.id if profile else "",
        written=len(written),
    )
