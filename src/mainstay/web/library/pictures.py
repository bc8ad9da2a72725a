"""The figures as pictures: drawn once a process, kept by the browser until the content changes."""

import re
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from mainstay.catalogue import Exercise, load_catalogue
from mainstay.catalogue.movements import load_movements
from mainstay.figure import (
    Fault,
    Movement,
    Work,
    frames,
    muscle_map,
    packed_text,
    still,
    storyboard,
    week_map,
)

_KEPT = "public, max-age=31536000, immutable"
# A picture carries its own colours for light and dark; it loads nothing and runs nothing.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_MOST = 256
_COUNTS = re.compile(r"(?!0+\.0+)(\d\d?)\.(\d\d?)", re.ASCII)


def address(view: str, *names: str) -> str:
    """Return a picture's address; it changes with the content, so that browsers may keep it for good."""
    return f"{reverse(f'library:{view}', args=names)}?v={load_catalogue().version}"


@require_safe
def picture(request: HttpRequest, slug: str, rung: str, fault: str = "") -> HttpResponse:
    """Draw one rung, or one of its faults."""
    movement = movement_of(_known(slug).slug, rung)
    if movement is None or (fault and fault not in {known.name for known in movement.faults}):
        raise Http404
    return svg_answer(_drawn(slug, rung, fault))


@require_safe
def week(request: HttpRequest) -> HttpResponse:
    """Draw what a week works, as its address says: ``?muscle=mainly.helping`` in sessions each."""
    try:
        worked = {name: _work(request.GET[name]) for name in request.GET if name != "v"}
        return svg_answer(week_map(worked))
    except (KeyError, ValueError) as error:
        raise Http404 from error


@require_safe
def board(request: HttpRequest, slug: str, rung: str) -> HttpResponse:
    """Draw one rung as a strip of pictures, for who wants no motion."""
    movement = movement_of(_known(slug).slug, rung)
    if movement is None:
        raise Http404
    return svg_answer(storyboard(movement))


@require_safe
@gzip_page
def motion(request: HttpRequest, slug: str, rung: str) -> HttpResponse:
    """Answer one rung as packed frames, which ``js/figure.js`` plays."""
    if movement_of(_known(slug).slug, rung) is None:
        raise Http404
    return HttpResponse(_packed(slug, rung), "application/json", headers={"Cache-Control": _KEPT})


@require_safe
def muscles(request: HttpRequest, slug: str) -> HttpResponse:
    """Draw the muscles that an exercise works."""
    exercise = _known(slug)
    return svg_answer(muscle_map(exercise.muscles_primary, exercise.muscles_secondary))


def week_address(worked: Mapping[str, Work]) -> str:
    """Return the address of a week's picture; it says all there is to draw, and nothing of who it is for."""
    counts = {name: f"{work.mainly}.{work.helping}" for name, work in worked.items()}
    return f"{address('week')}&{urlencode(counts)}"


def _work(value: str) -> Work:
    counts = _COUNTS.fullmatch(value)
    if counts is None:
        raise ValueError(value)
    return Work(int(counts[1]), int(counts[2]))


def movement_of(slug: str, rung: str) -> Movement | None:
    """Return how a rung of a known exercise is done."""
    return _movements(slug).get(rung)


def faults_of(exercise: Exercise) -> list[tuple[str, Fault]]:
    """Return the faults that have a picture, each with its rung."""
    movements = _movements(exercise.slug)
    return [(rung, fault) for rung, movement in movements.items() for fault in movement.faults]


def _known(slug: str) -> Exercise:
    exercise = load_catalogue().exercises.get(slug)
    if exercise is None:
        raise Http404
    return exercise


def svg_answer(text: str) -> HttpResponse:
    """Answer with a picture that browsers may keep for good: its address names its version."""
    headers = {"Cache-Control": _KEPT, "Content-Security-Policy": _POLICY}
    return HttpResponse(text, content_type="image/svg+xml", headers=headers)


@lru_cache(maxsize=_MOST)
def _movements(slug: str) -> dict[str, Movement]:
    found = load_movements([load_catalogue().exercises[slug]])
    return {rung: movement for (_, rung), movement in found.items()}


@lru_cache(maxsize=_MOST)
def _drawn(slug: str, rung: str, fault: str) -> str:
    return still(_movements(slug)[rung], fault=fault or None)


@lru_cache(maxsize=_MOST)
def _packed(slug: str, rung: str) -> str:
    return packed_text(frames(_movements(slug)[rung]))
