"""A case's day rows, written into a diary. ``tests/scenarios/README.md`` says what each key means."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from mainstay import coach
from mainstay.catalogue import Catalogue, load_catalogue
from tests.coach.diaries import Diary, Felt, Task, all_clear
from tests.coach.living_lessons import LESSON_ROWS
from tests.coach.living_outcomes import OUTCOME_ROWS

Table = Mapping[str, Any]


@cache
def catalogue() -> Catalogue:
    """Return the real catalogue, read once."""
    return load_catalogue()


def lived(case: Table) -> Diary:
    """Write the case's diary; day 0 begins with all clear and a profile unless the case says otherwise."""
    diary = Diary(catalogue())
    if case.get("begins", True):
        diary.begin(**case.get("profile", {}))
    for table in case.get("day", ()):
        only_known(table, {"on", "at", "after", "morning", "ends", "rated", "rate", "done", "skips", *DAY})
        days = table["on"] if isinstance(table["on"], list) else [table["on"]]
        for day in days:
            for key, write in DAY.items():
                if key in table:
                    write(diary, day, table)
    return diary


def only_known(table: Table, keys: set[str]) -> None:
    unknown = set(table) - keys
    if unknown:
        raise ValueError(f"A case does not know {sorted(unknown)}; it knows {sorted(keys)}")


def _screen(diary: Diary, day: int, table: Table) -> None:
    answers = all_clear(diary.catalogue) | table["screen"]
    kept = {key: answer for key, answer in answers.items() if answer != "unanswered"}
    hour = table.get("at", 7.3)
    diary.write("screening_answered", day, hour, scope="full", questions="1", answers=kept)


def _short(diary: Diary, day: int, table: Table) -> None:
    answers = {question.id: "no" for question in diary.catalogue.asked_in("short")} | table["short"]
    hour = table.get("at", 7.4)
    diary.write("screening_answered", day, hour, scope="short", questions="1", answers=answers)


def _cleared(diary: Diary, day: int, table: Table) -> None:
    seen = table["cleared"].get("seen_on", day)
    fields = {"by": "Dr Example", "on": diary.day(seen).isoformat(), **table["cleared"]}
    diary.write("clinician_cleared", day, table.get("at", 7.5), **fields)


def _profile(diary: Diary, day: int, table: Table) -> None:
    last = next(event for event in reversed(diary.events) if event.kind == "profile_set")
    diary.write("profile_set", day, 7.6, **{**last.fields, **table["profile"]})


def _check_in(diary: Diary, day: int, table: Table) -> None:
    told = table["check_in"]
    fields = told if isinstance(told, dict) else {"pain_now": told}
    diary.write("day_checked_in", day, table.get("at", 8), **fields)


def _flare(diary: Diary, day: int, table: Table) -> None:
    diary.write(f"flare_{table['flare']}", day, table.get("at", 8.1))


def _exclude(diary: Diary, day: int, table: Table) -> None:
    for slug in table["exclude"]:
        diary.write("exercise_excluded", day, 8.2, exercise=slug)


def _include(diary: Diary, day: int, table: Table) -> None:
    for slug in table["include"]:
        diary.write("exercise_included", day, 8.3, exercise=slug)


def _undo(diary: Diary, day: int, table: Table) -> None:
    moves = (made for made in reversed(diary.decisions) if made.verdict is not coach.Verdict.MAINTAIN)
    last = next(made for made in moves if made.exercise == table["undo"])
    diary.write("decision_undone", day, table.get("at", 8.4), decision=last.id)


def _retract(diary: Diary, day: int, table: Table) -> None:
    """Take back the newest event that has these fields (its kind, or an exercise, or a session's)."""
    wanted = dict(table["retract"])
    kind = wanted.pop("kind")
    fit = (e for e in reversed(diary.events) if e.kind == kind and wanted.items() <= e.fields.items())
    diary.write("event_retracted", day, 8.5, event=next(fit).id)


def _trains(diary: Diary, day: int, table: Table) -> None:
    tasks = _tasks(diary, day, table["trains"])
    default = {"effort": 4, "pain": 2}
    ratings: Any = {"": table.get("rated", {}), **table.get("rate", {})}
    done, skips = table.get("done", {}), table.get("skips", {})

    def feel(slug: str) -> Felt:
        own = ratings.get(slug, {})
        unrated = own is False or ratings[""] is False or not (own or diary.is_rated(slug))
        rating = None if unrated else {**default, **ratings[""], **own}
        return Felt(rating, done.get(slug, {}), skips.get(slug, ""))

    closing = {"effort": 4, "pain_after": table.get("after", 2)} if table.get("ends", True) else None
    session = diary.train(day, tasks, feel, hour=max(9, table.get("at", 9)), closing=closing)
    if "morning" in table:
        _morning(diary, day, session, table["morning"])


def _tasks(diary: Diary, day: int, trains: Any) -> tuple[Task, ...]:
    """Today's prescription, or the named exercises at the person's own place or on a named rung."""
    if isinstance(trains, list):
        return tuple(_named(diary, day, name) for name in trains)
    tasks = diary.prescribed(day)
    if not tasks:
        today = diary.today(day)
        codes = [reason.code for reason in today.reasons]
        raise ValueError(f"Nothing is prescribed on day {day}: mode {today.mode}, reasons {codes}")
    return tasks


def _named(diary: Diary, day: int, name: str) -> Task:
    slug, _, rung = name.partition(":")
    return diary.task(slug, day, rung)


def _morning(diary: Diary, day: int, session: str, told: Any) -> None:
    table = told if isinstance(told, dict) else {"pain": told}
    diary.write("morning_after", day + table.get("later", 1), 7.9, session=session, pain=table["pain"])


def _walks(diary: Diary, day: int, table: Table) -> None:
    told = table["walks"]
    fields = told if isinstance(told, dict) else {"minutes": told}
    diary.write("walk_logged", day, 18, **fields)


def _habit(diary: Diary, day: int, table: Table) -> None:
    told = table["habit"]
    fields = told if isinstance(told, dict) else {"habit": told}
    diary.write("habit_done", day, 12, **fields)


DAY: Mapping[str, Callable[[Diary, int, Table], None]] = {
    "screen": _screen,
    "short": _short,
    "cleared": _cleared,
    "profile": _profile,
    "check_in": _check_in,
    "flare": _flare,
    "exclude": _exclude,
    "include": _include,
    "undo": _undo,
    "retract": _retract,
    "trains": _trains,
    "walks": _walks,
    "habit": _habit,
    **OUTCOME_ROWS,
    **LESSON_ROWS,
}
