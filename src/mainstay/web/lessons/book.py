"""All lessons on one page, the same for everybody: it is kept on the device, and can be printed whole."""

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from mainstay.catalogue import Lesson, load_catalogue
from mainstay.kernel import Grade
from mainstay.web.context import TABS
from mainstay.web.lessons.figure import figure_view
from mainstay.web.lessons.reading import lesson_page
from mainstay.words import grade_text


@require_safe
def book(request: HttpRequest) -> HttpResponse:
    """Give the book."""
    return HttpResponse(book_text())


@cache
def book_text() -> str:
    """Return the page. Nothing in it is about the person, so that a device may keep it."""
    catalogue = load_catalogue()
    pages = [lesson_page(catalogue, one) for one in _in_order()]
    grades = [(grade.value, grade_text(grade)) for grade in Grade]
    told = {"pages": pages, "grades": grades, "tabs": TABS, "tab": "library"}
    return render_to_string("lessons/book.html", told)


def book_figures() -> list[str]:
    """Return the addresses of the book's pictures, each once."""
    catalogue = load_catalogue()
    views = (figure_view(catalogue, one) for one in _in_order())
    return list(dict.fromkeys(view.source for view in views if view))


def _in_order() -> list[Lesson]:
    return sorted(load_catalogue().lessons.values(), key=lambda one: one.order)
