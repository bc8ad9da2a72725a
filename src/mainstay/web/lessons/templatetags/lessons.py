"""The lesson for a question, wherever a page raises it."""

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from mainstay.catalogue import Lesson, LessonFact, MomentRule, load_catalogue

register = template.Library()


@register.simple_tag
def lesson_on(fact: str) -> SafeString:
    """Return a small link to the lesson whose moment a fact is, such as ``flare`` or ``locked``.

    ValueError for what is no fact; nothing where no moment names it.
    """
    wanted = LessonFact(fact)
    return _link(next((one for one in _moments() if one.fact is wanted), None))


@register.simple_tag
def lesson_about(exercise: str) -> SafeString:
    """Return a small link to the lesson that doing an exercise brings up; nothing where none does."""
    return _link(next((one for one in _moments() if one.exercise == exercise), None))


def _moments() -> tuple[MomentRule, ...]:
    return load_catalogue().rules.moments


def _link(moment: MomentRule | None) -> SafeString:
    if moment is None:
        return SafeString("")
    lesson: Lesson = load_catalogue().lessons[moment.lesson]
    return render_to_string("lessons/link.html", {"lesson": lesson})
