"""The week ahead, the ladders, and why an exercise is not in it."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from mainstay.coach import PlannedDay, plan, why_not
from mainstay.web.day.decisions import latest_changes, undoable_ids, view
from mainstay.web.day.lines import reason_texts, session_view
from mainstay.web.day.muscles import week_muscles
from mainstay.web.desk import Desk, desk_of
from mainstay.words import day_text, exercise_text, phase_text, place_text


@require_safe
def programme(request: HttpRequest) -> HttpResponse:
    """Show seven days, each line with its why; answer "why not …?" for any exercise."""
    desk = desk_of(request)
    if desk.person.profile is None:
        return redirect("home")
    if desk.clearance.locked:
        return redirect("safety-result")
    week = plan(desk.catalogue, desk.person, desk.day)
    undoable = undoable_ids(desk.person)
    done = {slug for slug, ladder in desk.person.progression.ladders.items() if ladder.last_done}
    page = {
        "phase": phase_text(week.phase),
        "week": [_day(desk, day, desk.day) for day in week.week],
        "sessions": sum(day.session is not None for day in week.week),
        "muscles": week_muscles(desk.catalogue, [day.session for day in week.week if day.session]),
        "ladder": [
            (slug, exercise_text(desk.catalogue, slug), place_text(desk.catalogue, slug, place))
            for slug, place in week.ladder.items()
            if slug in done
        ],
        "reasons": reason_texts(desk.catalogue, week.reasons),
        "changes": [view(desk.catalogue, decision, undoable) for decision in latest_changes(desk)],
        "new": desk.person.progression.first_session is None,
        **_asked(desk, request.GET.get("exercise", "")),
    }
    return render(request, "day/programme.html", page)


def _day(desk: Desk, day: PlannedDay, today: date) -> dict[str, object]:
    return {
        "name": "Today" if day.date == today else day_text(day.date),
        "letter": day_text(day.date)[:2],
        "number": day.date.day,
        "is_today": day.date == today,
        "session": session_view(desk.catalogue, day.session) if day.session else None,
        "walk": day.walk_minutes,
        "stretches": ", ".join(exercise_text(desk.catalogue, slug) for slug in day.stretches),
    }


def _asked(desk: Desk, slug: str) -> dict[str, object]:
    """Return the exercises to ask about, and the answer for the one that was asked."""
    names = sorted((exercise.name, exercise.slug) for exercise in desk.catalogue.exercises.values())
    if slug not in desk.catalogue.exercises:
        return {"names": names, "asked": ""}
    why = why_not(desk.catalogue, desk.person, slug, desk.day)
    inside = [reason for reason in why if reason.code == "in-plan"]
    return {
        "names": names,
        "asked": slug,
        "asked_name": exercise_text(desk.catalogue, slug),
        "answer": reason_texts(desk.catalogue, why),
        "inside": bool(inside),
    }
