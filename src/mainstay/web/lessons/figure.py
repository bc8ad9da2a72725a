"""What is drawn beside a lesson, and the map of the muscles that it speaks of."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from mainstay.catalogue import Catalogue, Lesson, load_catalogue
from mainstay.figure import muscle_map
from mainstay.kernel import Muscle
from mainstay.web.library.pictures import address, svg_answer


@dataclass(frozen=True, slots=True)
class FigureView:
    """A picture with its words; ``exercise`` is the slug of the page that shows more, if there is one."""

    source: str
    words: str
    caption: str
    exercise: str = ""


def figure_view(catalogue: Catalogue, lesson: Lesson) -> FigureView | None:
    """Return the lesson's picture, if it has one."""
    figure = lesson.figure
    if figure is None:
        return None
    if figure.muscles:
        words = f"{_listed(figure.muscles).capitalize()}; and beside them {_listed(figure.also)}."
        return FigureView(_map_address(lesson), "The body from the front and from behind.", words)
    exercise = catalogue.exercises[figure.exercise]
    rung = exercise.rung(figure.rung)
    name = exercise.name if rung.name == exercise.name else f"{exercise.name}: {rung.name.lower()}"
    return FigureView(address("picture", exercise.slug, rung.slug), f"{name}.", name, exercise.slug)


@require_safe
def muscles(request: HttpRequest, slug: str) -> HttpResponse:
    """Draw the muscles that a lesson speaks of."""
    lesson = load_catalogue().lessons.get(slug)
    if lesson is None or lesson.figure is None or not lesson.figure.muscles:
        raise Http404
    return svg_answer(muscle_map(lesson.figure.muscles, lesson.figure.also))


def _map_address(lesson: Lesson) -> str:
    return f"{reverse('lesson-muscles', args=[lesson.slug])}?v={load_catalogue().version}"


def _listed(muscles: Iterable[Muscle]) -> str:
    return ", ".join(muscle.value.replace("-", " ") for muscle in muscles)
