"""One lesson to read, with what every claim rests on; and that it was read."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from mainstay.catalogue import Catalogue, Lesson
from mainstay.diary import store
from mainstay.kernel import Event
from mainstay.web.desk import Desk, desk_of
from mainstay.web.lessons.figure import figure_view
from mainstay.web.lessons.notes import noted
from mainstay.words import day_text, topic_text

_READ = "lesson_read"


@require_http_methods(["GET", "HEAD", "POST"])
def lesson(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a lesson. Posted, it notes that it was read, once a day, or with ``back`` takes that back."""
    desk = desk_of(request)
    known = desk.catalogue.lessons.get(slug)
    if known is None:
        raise Http404("There is no such lesson.")
    days = _read_on(desk, slug)
    if request.method == "POST":
        today = [event for event in days if event.day == desk.day]
        if "back" in request.POST:
            desk.write(desk.new("event_retracted", event=event.id) for event in today)
        elif not today:
            desk.write([desk.new(_READ, lesson=slug)])
        return redirect("lesson", slug)
    return render(request, "lessons/lesson.html", {**lesson_page(desk.catalogue, known), **_read(desk, days)})


def lesson_page(catalogue: Catalogue, known: Lesson) -> dict[str, object]:
    """Return what a lesson's page says, the same for everybody."""
    in_order = sorted(catalogue.lessons.values(), key=lambda one: one.order)
    at = in_order.index(known)
    return {
        "lesson": known,
        "topic": topic_text(known.topic),
        "text": noted(catalogue, known),
        "figure": figure_view(catalogue, known),
        "see": [catalogue.lessons[slug] for slug in known.see],
        "before": in_order[at - 1] if at else None,
        "after": in_order[at + 1] if at + 1 < len(in_order) else None,
    }


def _read_on(desk: Desk, slug: str) -> list[Event]:
    told = store.events_of(desk.diary, standing=True, until=desk.day, kinds=(_READ,))
    return [event for event in told if event.fields["lesson"] == slug]


def _read(desk: Desk, events: list[Event]) -> dict[str, object]:
    last: date | None = max((event.day for event in events), default=None)
    return {"read": day_text(last) if last else "", "read_today": last == desk.day}
