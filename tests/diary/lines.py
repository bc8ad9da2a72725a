"""Lines of a diary for the tests: one valid example of every kind, and the means to change it."""

import json
from typing import Any
from uuid import UUID

SESSION = "0197a3c4-5b6d-7e8f-9a0b-000000005e55"

EXAMPLES: dict[str, dict[str, Any]] = {
    "screening_answered": {
        "questions": "2026-01",
        "answers": {"age": 42, "pregnancy": "no", "leg-weakness": "stable", "saddle-numbness": "unsure"},
        "scope": "full",
    },
    "clinician_cleared": {"by": "GP", "on": "2026-02-28", "note": "fit", "unlocks": ["nerve-glide"]},
    "profile_set": {
        "birth_year": 1980,
        "experience": "returning",
        "months_in_pain": 6.5,
        "session_minutes": 20,
        "days": ["mon", "wed", "fri"],
        "equipment": ["mat", "wall"],
        "avoid_positions": ["prone"],
        "precautions": ["osteoporosis", "something-new"],
        "provoked_by": ["flexion"],
        "walking_minutes": 15,
        "goal": "carry my child",
        "sex": "f",
        "break_minutes": 40,
        "break_hours": {"from": "09:00", "to": "17:30"},
        "cue": "after breakfast I unroll the mat",
    },
    "day_checked_in": {
        "pain_now": 3,
        "pain_usual": 2,
        "sleep_hours": 7.5,
        "stiffness": 4,
        "symptom": "ache",
        "note": "Rücken ok",
    },
    "session_started": {"session": SESSION, "plan": {"blocks": [{"block": "strength", "items": []}]}},
    "set_performed": {
        "session": SESSION,
        "exercise": "bird-dog",
        "rung": "arm-only",
        "set": 1,
        "side": "left",
        "reps": 8,
        "hold_seconds": 5.5,
        "load_kg": 2.5,
        "target": {"reps": 8, "hold_seconds": 5, "load_kg": None},
    },
    "exercise_rated": {
        "session": SESSION,
        "exercise": "bird-dog",
        "effort": 5,
        "pain": 1,
        "symptom": "none",
        "form": "good",
        "camera": {"form": "good"},
    },
    "exercise_skipped": {"session": SESSION, "exercise": "bird-dog", "why": "time"},
    "session_finished": {"session": SESSION, "effort": 5, "pain_after": 2, "note": ""},
    "morning_after": {"session": SESSION, "pain": 1},
    "flare_reported": {"note": "since yesterday"},
    "flare_ended": {"note": "gone"},
    "walk_logged": {"minutes": 20, "steps": 2400, "source": "phone", "covers": "walk"},
    "habit_done": {"habit": "mobility-break", "count": 2},
    "stretch_done": {"exercise": "knee-to-chest", "side": "right", "hold_seconds": 20},
    "lesson_read": {"lesson": "walking"},
    "measure_answered": {"measure": "nrs-week", "score": 3.5, "answers": {"q": 1}},
    "questionnaire_added": {
        "questionnaire": "my-form",
        "resource": {"resourceType": "Questionnaire", "title": "My form"},
    },
    "questionnaire_answered": {"questionnaire": "my-form", "title": "My form", "answers": {"q": "yes"}},
    "self_test_done": {"test": "side-bridge", "value": 41.5, "side": "left", "stopped_by": "effort"},
    "exercise_excluded": {"exercise": "superman", "why": "no"},
    "exercise_included": {"exercise": "superman", "why": "better now"},
    "decision_undone": {"decision": f"{SESSION}:bird-dog"},
    "event_retracted": {"event": SESSION},
}

REQUIRED: dict[str, set[str]] = {
    "screening_answered": {"questions", "answers"},
    "clinician_cleared": {"by", "on"},
    "profile_set": {"birth_year", "experience", "months_in_pain", "session_minutes", "days", "equipment"},
    "day_checked_in": {"pain_now"},
    "session_started": {"session"},
    "set_performed": {"session", "exercise", "rung", "set"},
    "exercise_rated": {"session", "exercise", "effort", "pain"},
    "exercise_skipped": {"session", "exercise", "why"},
    "session_finished": {"session", "effort", "pain_after"},
    "morning_after": {"session", "pain"},
    "walk_logged": {"minutes"},
    "habit_done": {"habit"},
    "stretch_done": {"exercise"},
    "lesson_read": {"lesson"},
    "measure_answered": {"measure", "score"},
    "questionnaire_added": {"questionnaire", "resource"},
    "questionnaire_answered": {"questionnaire", "answers"},
    "self_test_done": {"test", "value"},
    "exercise_excluded": {"exercise"},
    "exercise_included": {"exercise"},
    "decision_undone": {"decision"},
    "event_retracted": {"event"},
}


def identity(number: int) -> str:
    return str(UUID(int=0x0197A3C4_5B6D_7E8F_9A0B_000000000000 + number))


def record(kind: str, number: int = 1, /, **fields: Any) -> dict[str, Any]:
    """An event of a kind as an object; `fields` take the place of the example's, None leaves one out."""
    given = {"id": identity(number), "kind": kind, "at": "2026-03-01T07:30:00+01:00"}
    made = {**given, **EXAMPLES.get(kind, {}), **fields}
    return {name: value for name, value in made.items() if value is not None}


def line(kind: str, number: int = 1, /, **fields: Any) -> str:
    return json.dumps(record(kind, number, **fields))
