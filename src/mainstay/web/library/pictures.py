"""The figures as pictures: drawn once a process, kept by the browser until the content changes."""

from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from mainstay.catalogue import Exercise, load_catalogue
from mainstay.catalogue.movements import load_movements
from mainstay.figure import Fault, Movement, muscle_map, still

_KEPT = "public, max-age=31536000, immutable"
# A picture carries its own colours for light and dark; it loads nothing and runs nothing.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_MOST = 256


def address(view: str, *names: str) -> str:
    """Return a picture's address; it changes with the content, so that browsers may keep it for good."""
    return f"{reverse(f'library:{view}', args=names)}?v={load_catalogue().version}"


@require_safe
def picture(request: HttpRequest, slug: str, rung: str, fault: str = "") -> HttpResponse:
    """Draw one rung, or one of its faults."""
    movement = _movements(_known(slug).slug).get(rung)
    if movement is None or (fault and fault not in {known.name for known in movement.faults}):
        raise Http404
    return _svg(_drawn(slug, rung, fault))


@require_safe
def muscles(request: HttpRequest, slug: str) -> HttpResponse:
    """Draw the muscles that an exercise works."""
    exercise = _known(slug)
    return _svg(muscle_map(exercise.muscles_primary, exercise.muscles_secondary))


def faults_of(exercise: Exercise) -> list[tuple[str, Fault]]:
    """Return the faults that have a picture, each with its rung."""
    movements = _movements(exercise.slug)
    return [(rung, fault) for rung, movement in movements.items() for fault in movement.faults]


def _known(slug: str) -> Exercise:
    exercise = load_catalogue().exercises.get(slug)
    if exercise is None:
        raise Http404
    return exercise


def _svg(text: str) -> HttpResponse:
    headers = {"Cache-Control": _KEPT, "Content-Security-Policy": _POLICY}
    return HttpResponse(text, content_type="image/svg+xml", headers=headers)


@lru_cache(maxsize=_MOST)
def _movements(slug: str) -> dict[str, Movement]:
    found = load_movements([load_catalogue().exercises[slug]])
    return {rung: movement for (_, rung), movement in found.items()}


@lru_cache(maxsize=_MOST)
def _drawn(slug: str, rung: str, fault: str) -> str:
    return still(_movements(slug)[rung], fault=fault or None)
