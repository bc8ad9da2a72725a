"""One exercise: how it is done, what goes wrong, its ladder, and why it is or is not in the plan."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from mainstay.catalogue import Exercise
from mainstay.coach import why_not
from mainstay.web.desk import Desk, desk_of
from mainstay.web.library.ladder import cited, place_of, rung_views
from mainstay.web.library.moving import moving_view
from mainstay.web.library.pictures import faults_of
from mainstay.web.library.shelf import badge_of
from mainstay.words import block_text, need_text, reason_text, tag_text

_IN_PLAN = "in-plan"


def exercise(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an exercise; a posted wish leaves it out of the programme, or takes it in again."""
    desk = desk_of(request)
    known = desk.catalogue.exercises.get(slug)
    if known is None:
        raise Http404("There is no such exercise.")
    if request.method == "POST":
        _wish(desk, known, request.POST.get("wish", ""))
        return redirect("library:exercise", slug)
    return render(request, "library/exercise.html", _page(desk, known))


def _wish(desk: Desk, known: Exercise, wish: str) -> None:
    kinds = {"exclude": "exercise_excluded", "include": "exercise_included"}
    if wish in kinds:
        desk.write([desk.new(kinds[wish], exercise=known.slug)])


def _page(desk: Desk, known: Exercise) -> dict[str, object]:
    person, place = desk.person, place_of(desk.person, known)
    reasons = why_not(desk.catalogue, person, known.slug, desk.day)
    excluded = known.slug in person.progression.excluded
    asked_for = known.slug in person.progression.included
    shown = place.rung if place else known.rungs[0].slug
    return {
        "exercise": known,
        "part": block_text(known.block),
        "roles": [need_text(role.value) for role in known.roles],
        "badge": badge_of(person, known),
        "faults": faults_of(known),
        "rungs": rung_views(desk.catalogue, known, place),
        "place": place,
        "moving": moving_view(known.slug, shown),
        "in_plan": any(reason.code == _IN_PLAN for reason in reasons),
        "reasons": [reason_text(desk.catalogue, reason) for reason in reasons],
        "has_profile": person.profile is not None,
        "excluded": excluded,
        "locked": bool(known.unlock) and known.unlock not in person.screening.unlocks,
        "may_include": excluded or (known.off_by_default and not asked_for),
        "not_for": [tag_text(desk.catalogue, tag) for tag in known.contraindications],
        "care": [tag_text(desk.catalogue, tag) for tag in known.precautions],
        "instead": [desk.catalogue.exercises[other] for other in known.substitutes],
        "sources": cited(desk.catalogue, known.sources),
        "primary": [_plain(muscle) for muscle in known.muscles_primary],
        "secondary": [_plain(muscle) for muscle in known.muscles_secondary],
    }


def _plain(slug: str) -> str:
    return slug.replace("-", " ")
