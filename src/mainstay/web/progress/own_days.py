"""What a person's own days say, and mostly that they cannot tell yet."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from mainstay.diary import store
from mainstay.web.desk import desk_of
from mainstay.words import insight_text, words_in

_KINDS = ("day_checked_in", "morning_after", "walk_logged", "set_performed", "session_finished")


@require_safe
def own_days(request: HttpRequest) -> HttpResponse:
    """Show every question with its answer and how sure it is."""
    # The statistics are large; only this page needs them.
    from mainstay.insight import insights

    desk = desk_of(request)
    if desk.person.profile is None:
        return redirect("home")
    since = desk.day - timedelta(days=desk.catalogue.rules.insight.window_days.whole)
    events = store.events_of(desk.diary, since, standing=True, kinds=_KINDS)
    found = insights(desk.catalogue, events, desk.day)
    page = {
        "insights": [(insight.verdict.value, insight_text(insight)) for insight in found],
        "caution": words_in().line("insights", "caution"),
    }
    return render(request, "progress/own_days.html", page)
