"""The list of exercises, narrowed by a few plain questions."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mainstay.catalogue import Catalogue, Exercise, find_lessons, load_catalogue
from mainstay.coach import Person
from mainstay.diary import store
from mainstay.kernel import Block
from mainstay.web.library.filters import filters, found
from mainstay.words import block_text

_LOCKED = "With a clinician’s go-ahead"
_LESSONS = 3
"""As many lessons are named where no exercise is found: sit-ups, say, are not among the exercises."""


@dataclass(frozen=True, slots=True)
class Card:
    """One exercise on the shelf. ``badge`` says where it stands in the person's programme, if anywhere."""

    exercise: Exercise
    badge: str


@dataclass(frozen=True, slots=True)
class Row:
    """The exercises of one part of a session."""

    block: str
    title: str
    cards: tuple[Card, ...]


@require_safe
def shelf(request: HttpRequest) -> HttpResponse:
    """Show the exercises that fit the filters, in the order of a session."""
    catalogue, person = load_catalogue(), store.person_of(store.the_diary())
    wanted = {name: request.GET.get(name, "") for name in ("q", "role", "position", "equipment")}
    exercises, lessons = found(catalogue.exercises.values(), wanted), catalogue.lessons.values()
    context = {
        "rows": rows(catalogue, person, exercises),
        "filters": filters(catalogue.exercises.values(), wanted),
        "wanted": wanted,
        "narrowed": any(wanted.values()),
        "lessons": ()
        if exercises or not wanted["q"].strip()
        else find_lessons(lessons, wanted["q"])[:_LESSONS],
        "count": len(exercises),
        "all": len(catalogue.exercises),
    }
    return render(request, "library/list.html", context)


def rows(catalogue: Catalogue, person: Person, exercises: Iterable[Exercise]) -> list[Row]:
    """Return the exercises by the part of the session they belong to, liked ones first."""
    ordered = sorted(exercises, key=lambda e: (-e.preference, e.name))
    shelves = (
        Row(block.value, block_text(block), tuple(_card(person, e) for e in ordered if e.block is block))
        for block in Block
    )
    return [row for row in shelves if row.cards]


def _card(person: Person, exercise: Exercise) -> Card:
    return Card(exercise, badge_of(person, exercise))


def badge_of(person: Person, exercise: Exercise) -> str:
    """Return a word on where an exercise stands for the person, from what they have done so far."""
    state = person.progression
    if exercise.slug in state.excluded:
        return "Left out by you"
    if exercise.unlock and exercise.unlock not in person.screening.unlocks:
        return _LOCKED
    ladder = state.ladders.get(exercise.slug)
    return "In your programme" if ladder and ladder.last_done else ""
