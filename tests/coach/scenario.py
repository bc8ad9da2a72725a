"""Cases as data: a person, a compact diary, and what the coach must make of it.

``tests/scenarios/README.md`` says how a case is written. This module reads the cases, lives each diary, and
says in words which expectations were not met; it knows nothing of what the right answers are.
"""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from mainstay import coach
from mainstay.catalogue import Catalogue, load_catalogue
from mainstay.coach.limits import rung_faults
from mainstay.coach.progression import dose_at
from mainstay.kernel import Block, Clearance, Dose, Reason, work_seconds
from tests.coach.diaries import Diary, Felt, Task, all_clear

SCENARIOS = Path(__file__).resolve().parents[1] / "scenarios"
Table = Mapping[str, Any]

# Not being chosen this week is no refusal; every other answer to "why not?" is.
NOT_REFUSED = {"in-plan", "others-first", "no-need"}


@dataclass(frozen=True, slots=True)
class Scenario:
    """One case and the file that it stands in."""

    file: str
    table: Table

    @property
    def name(self) -> str:
        """The sentence that the case proves."""
        return str(self.table["name"])


@cache
def catalogue() -> Catalogue:
    """Return the real catalogue, read once."""
    return load_catalogue()


def scenarios() -> list[Scenario]:
    """Read every case of every file, in order."""
    files = sorted(SCENARIOS.glob("*.toml"))
    return [
        Scenario(file.stem, case)
        for file in files
        for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
    ]


# --- Living a diary ---------------------------------------------------------------------------------------


def lived(case: Table) -> Diary:
    """Write the case's diary; day 0 begins with all clear and a profile unless the case says otherwise."""
    diary = Diary(catalogue())
    if case.get("begins", True):
        diary.begin(**case.get("profile", {}))
    for table in case.get("day", ()):
        _known(table, {"on", "at", "after", "morning", "ends", "rated", "rate", "done", "skips", *DAY})
        days = table["on"] if isinstance(table["on"], list) else [table["on"]]
        for day in days:
            for key, write in DAY.items():
                if key in table:
                    write(diary, day, table)
    return diary


def _known(table: Table, keys: set[str]) -> None:
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
    diary.write("walk_logged", day, 18, minutes=table["walks"])


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
}


# --- Comparing with what was expected ---------------------------------------------------------------------


def unmet(case: Table) -> list[str]:
    """Return every expectation of a case that does not hold, in words; none means that the coach is right."""
    if "answers" in case:
        return list(_unmet_screen(case["answers"], case["expect"]))
    diary = lived(case)
    return [fault for expected in case["expect"] for fault in _unmet(diary, expected)]


def _unmet_screen(answers: Table, expected: Table) -> Iterator[str]:
    told = all_clear(catalogue()) | answers
    told = {key: answer for key, answer in told.items() if answer != "unanswered"}
    screened = coach.screen(catalogue(), told)
    codes = [finding.code for finding in screened.findings]
    if screened.clearance.value != expected["clearance"]:
        yield f"clearance is {screened.clearance.value}, not {expected['clearance']} (findings {codes})"
    for code in expected.get("reasons", ()):
        if code not in codes:
            yield f"no finding {code} among {codes}"
    if "tags" in expected and screened.precautions != set(expected["tags"]):
        yield f"precautions are {sorted(screened.precautions)}, not {expected['tags']}"


def _unmet(diary: Diary, expected: Table) -> Iterator[str]:
    _known(expected, {"on", *CHECKS})
    for key, check in CHECKS.items():
        if key in expected:
            yield from check(diary, expected.get("on", 0), expected[key])


def _differs(what: str, found: object, wanted: object) -> Iterator[str]:
    if found != wanted:
        yield f"{what} is {found}, not {wanted}"


def _clearance(diary: Diary, day: int, wanted: str) -> Iterator[str]:
    today = diary.today(day)
    yield from _differs(f"clearance on day {day}", today.clearance, Clearance(wanted))


def _mode(diary: Diary, day: int, wanted: str) -> Iterator[str]:
    today = diary.today(day)
    codes = [reason.code for reason in today.reasons]
    yield from _differs(f"mode on day {day} ({codes})", today.mode, wanted)


def _locked(diary: Diary, day: int, wanted: bool) -> Iterator[str]:
    yield from _differs(f"locked on day {day}", diary.today(day).mode == "locked", wanted)


def _reasons(diary: Diary, day: int, wanted: list[str]) -> Iterator[str]:
    codes = {reason.code for reason in diary.today(day).reasons}
    missing = [code for code in wanted if code not in codes]
    yield from (f"no reason {code} on day {day} among {sorted(codes)}" for code in missing)


def _no_reasons(diary: Diary, day: int, unwanted: list[str]) -> Iterator[str]:
    codes = {reason.code for reason in diary.today(day).reasons}
    yield from (f"reason {code} is given on day {day}" for code in unwanted if code in codes)


def _missing(diary: Diary, day: int, wanted: list[str]) -> Iterator[str]:
    """The needs that the coach says nothing fits."""
    found = {r.number("need") for r in diary.today(day).reasons if r.code == "nothing-fits"}
    yield from (f"it is not said that nothing fits {need}" for need in wanted if need not in found)


def _session(diary: Diary, day: int, wanted: bool) -> Iterator[str]:
    yield from _differs(f"a session on day {day}", diary.today(day).session is not None, wanted)


def _prescribes(diary: Diary, day: int, wanted: list[str]) -> Iterator[str]:
    found = _names(_items(diary, day))
    missing = [name for name in wanted if name not in found]
    yield from (f"{name} is not prescribed on day {day}: {sorted(found)}" for name in missing)


def _without(diary: Diary, day: int, unwanted: list[str]) -> Iterator[str]:
    found = _names(_items(diary, day))
    yield from (f"{name} is prescribed on day {day}" for name in unwanted if name in found)


def _never(diary: Diary, day: int, unwanted: list[str]) -> Iterator[str]:
    """Not in today's session, nor on any day of the week ahead."""
    week = coach.plan(diary.catalogue, diary.person, diary.day(day)).week
    sessions = [planned.session for planned in week if planned.session]
    found = _names([*_items(diary, day), *(item for session in sessions for item in session.items)])
    yield from (f"{name} is prescribed" for name in unwanted if name in found)


def _names(items: Iterable[coach.Item]) -> set[str]:
    """Every exercise, and every exercise with its rung."""
    return {name for item in items for name in (item.exercise, f"{item.exercise}:{item.rung}")}


def _items(diary: Diary, day: int) -> tuple[coach.Item, ...]:
    session = diary.today(day).session
    return session.items if session else ()


def _work_items(diary: Diary, day: int) -> list[coach.Item]:
    """Today's items but the warm-up's."""
    return [item for item in _items(diary, day) if diary.is_rated(item.exercise)]


def _closed(diary: Diary, day: int, names: list[str]) -> Iterator[str]:
    yield from (f"{name} may be prescribed" for name in names if not _faults(diary, day, name))


def _open(diary: Diary, day: int, names: list[str]) -> Iterator[str]:
    for name in names:
        faults = _faults(diary, day, name)
        if faults:
            yield f"{name} may not be prescribed: {faults}"


def _faults(diary: Diary, day: int, name: str) -> list[str]:
    """Why an exercise, or one rung of it, may not be prescribed at all on a day."""
    slug, _, rung = name.partition(":")
    on = diary.day(day)
    if rung:
        exercise = diary.catalogue.exercises[slug]
        limits = coach.limits_on(diary.catalogue, diary.person, on)
        return _codes(rung_faults(diary.catalogue, exercise, exercise.rung(rung), limits))
    codes = _codes(coach.why_not(diary.catalogue, diary.person, slug, on))
    return [code for code in codes if code not in NOT_REFUSED]


def _codes(reasons: tuple[Reason, ...]) -> list[str]:
    return [reason.code for reason in reasons]


def _why_not(diary: Diary, day: int, wanted: Table) -> Iterator[str]:
    for slug, codes in wanted.items():
        found = _faults(diary, day, slug)
        if not set(codes) <= set(found):
            yield f"{slug} is refused for {found}, not for {codes}"


def _exercises(diary: Diary, day: int, wanted: list[int]) -> Iterator[str]:
    count = len(_work_items(diary, day))
    if not wanted[0] <= count <= wanted[1]:
        yield f"{count} exercises beside the warm-up on day {day}, not {wanted[0]} to {wanted[1]}"


def _week_exercises(diary: Diary, day: int, most: int) -> Iterator[str]:
    """Different exercises beside the warm-up in the seven days ahead."""
    week = coach.plan(diary.catalogue, diary.person, diary.day(day)).week
    slugs = {item.exercise for planned in week if planned.session for item in planned.session.items}
    found = sorted(slug for slug in slugs if diary.is_rated(slug))
    if len(found) > most:
        yield f"{len(found)} different exercises in a week, more than {most}: {found}"


def _minutes(diary: Diary, day: int, wanted: list[float]) -> Iterator[str]:
    session = diary.today(day).session
    minutes = (session.seconds if session else 0) / 60
    if not wanted[0] <= minutes <= wanted[1]:
        yield f"{minutes:.1f} minutes on day {day}, not {wanted[0]} to {wanted[1]}"


def _warm_up(diary: Diary, day: int, wanted: list[float]) -> Iterator[str]:
    seconds = sum(item.seconds for item in _items(diary, day) if not diary.is_rated(item.exercise))
    if not wanted[0] <= seconds / 60 <= wanted[1]:
        yield f"the warm-up takes {seconds / 60:.1f} minutes, not {wanted[0]} to {wanted[1]}"


def _blocks(diary: Diary, day: int, wanted: list[str]) -> Iterator[str]:
    session = diary.today(day).session
    found = [block.block.value for block in session.blocks] if session else []
    yield from _differs(f"the order of blocks on day {day}", found, wanted)


def _load_rank(diary: Diary, day: int, most: int) -> Iterator[str]:
    for item in _items(diary, day):
        rank = diary.catalogue.exercises[item.exercise].rung(item.rung).load_rank
        if rank > most:
            yield f"{item.exercise}:{item.rung} has load rank {rank}, above {most}"


def _hold(diary: Diary, day: int, most: int) -> Iterator[str]:
    """Holds of activation and strength work; stretches rest in their end position."""
    for item in _work_items(diary, day):
        stretch = diary.catalogue.exercises[item.exercise].block is Block.STRETCH
        if not stretch and (item.dose.hold_seconds or 0) > most:
            yield f"{item.exercise} is held {item.dose.hold_seconds} s, longer than {most}"


def _volume(diary: Diary, day: int, wanted: list[float]) -> Iterator[str]:
    """The share of full doses that today's session asks for, by time under work."""
    asked = full = 0.0
    for item in _work_items(diary, day):
        exercise = diary.catalogue.exercises[item.exercise]
        seconds = exercise.rung(item.rung).rep_seconds
        asked += item.dose.sets * work_seconds(item.dose, seconds)
        usual = dose_at(exercise, coach.Place(item.rung, item.step))
        full += usual.sets * work_seconds(usual, seconds)
    share = asked / full if full else 0.0
    if not wanted[0] <= share <= wanted[1]:
        yield f"volume on day {day} is {share:.2f} of the usual, not {wanted[0]} to {wanted[1]}"


def _dose(diary: Diary, day: int, wanted: Table) -> Iterator[str]:
    found = {item.exercise: shown(item.dose) for item in _items(diary, day)}
    for slug, dose in wanted.items():
        yield from _differs(f"the dose of {slug} on day {day}", found.get(slug), dose)


def shown(dose: Dose) -> str:
    """Return a dose as it is written in cases: ``2x5@3 +1kg`` is two sets of five, held three seconds."""
    reps = "" if dose.reps is None else dose.reps
    hold = "" if dose.hold_seconds is None else f"@{dose.hold_seconds}"
    load = "" if dose.load_kg is None else f" +{dose.load_kg:g}kg"
    return f"{dose.sets}x{reps}{hold}{load}"


def _week(diary: Diary, day: int, wanted: list[str]) -> Iterator[str]:
    """The weekdays of the seven days ahead that have a session with strength work."""
    week = coach.plan(diary.catalogue, diary.person, diary.day(day)).week
    days = [planned.date.weekday() for planned in week if planned.session and _has_strength(planned.session)]
    yield from _differs("the strength days", coach.day_names(sorted(days)), wanted)


def _has_strength(session: coach.PlannedSession) -> bool:
    return any(block.block is Block.STRENGTH for block in session.blocks)


def _apart(diary: Diary, day: int, wanted: bool) -> Iterator[str]:
    """No two strength days of the seven ahead touch each other, the week's end included."""
    week = coach.plan(diary.catalogue, diary.person, diary.day(day)).week
    days = {planned.date.weekday() for planned in week if planned.session and _has_strength(planned.session)}
    touching = sorted(day for day in days if (day + 1) % 7 in days)
    yield from _differs(f"strength days {coach.day_names(sorted(days))} are apart", not touching, wanted)


def _walk(diary: Diary, day: int, wanted: int) -> Iterator[str]:
    yield from _differs(f"the walk on day {day}", diary.today(day).walk_minutes or 0, wanted)


def _place(diary: Diary, day: int, wanted: Table) -> Iterator[str]:
    ladders = diary.person.progression.ladders
    for slug, place in wanted.items():
        found = place_shown(ladders[slug].place) if slug in ladders else None
        yield from _differs(f"the place on the ladder of {slug}", found, place)


def place_shown(place: coach.Place | None) -> str:
    """Return a place as it is written in cases: the rung, and the step on it counted from one."""
    return f"{place.rung} {place.step + 1}" if place else ""


def _decision(diary: Diary, day: int, wanted: Table) -> Iterator[str]:
    if not any(_matches(diary, made, wanted) for made in diary.decisions):
        of = wanted.get("of")
        about = [told(diary, made) for made in diary.decisions if of in (None, made.exercise)]
        yield f"no decision {dict(wanted)} among: " + "; ".join(about)


def _no_decision(diary: Diary, day: int, unwanted: Table) -> Iterator[str]:
    found = [told(diary, made) for made in diary.decisions if _matches(diary, made, unwanted)]
    if found:
        yield f"unwanted: {'; '.join(found)}"


def _decisions(diary: Diary, day: int, wanted: list[Table]) -> Iterator[str]:
    for each in wanted:
        yield from _decision(diary, day, each)


def _matches(diary: Diary, made: coach.Decision, wanted: Table) -> bool:
    facts = {
        "on": (made.date - diary.start).days,
        "of": made.exercise,
        "is": made.verdict.value,
        "from": place_shown(made.was),
        "to": place_shown(made.now),
        "instead": made.instead,
    }
    _known(wanted, {"why", *facts})
    same = all(facts[key] == value for key, value in wanted.items() if key != "why")
    return same and set(wanted.get("why", ())) <= {reason.code for reason in made.why}


def told(diary: Diary, made: coach.Decision) -> str:
    """Return a decision in one line: day, exercise, verdict, from, to, and the codes of its reasons."""
    offset, codes = (made.date - diary.start).days, ",".join(reason.code for reason in made.why)
    moved = f"{place_shown(made.was)} -> {place_shown(made.now)}"
    return f"day {offset} {made.exercise} {made.verdict.value} {moved} ({codes})"


def _steps_up(diary: Diary, day: int, wanted: int) -> Iterator[str]:
    found = [told(diary, made) for made in diary.decisions if made.verdict is coach.Verdict.PROGRESS]
    if len(found) != wanted:
        yield f"{len(found)} steps up, not {wanted}: {'; '.join(found)}"


def _flaring(diary: Diary, day: int, wanted: bool) -> Iterator[str]:
    yield from _differs("a flare-up", diary.person.progression.flare is not None, wanted)


def _substitute_open(diary: Diary, day: int, of: str) -> Iterator[str]:
    """What is offered in place of an exercise must itself be allowed."""
    made = next(d for d in reversed(diary.decisions) if d.exercise == of and d.instead)
    faults = _faults(diary, day, made.instead)
    if faults:
        yield f"{made.instead} is offered instead of {of}, but may not be prescribed: {faults}"


CHECKS: Mapping[str, Callable[[Diary, int, Any], Iterator[str]]] = {
    "clearance": _clearance,
    "mode": _mode,
    "locked": _locked,
    "reasons": _reasons,
    "no_reasons": _no_reasons,
    "nothing_fits": _missing,
    "session": _session,
    "prescribes": _prescribes,
    "without": _without,
    "never": _never,
    "closed": _closed,
    "open": _open,
    "why_not": _why_not,
    "exercises": _exercises,
    "week_exercises": _week_exercises,
    "minutes": _minutes,
    "warm_up": _warm_up,
    "blocks": _blocks,
    "load_rank": _load_rank,
    "hold": _hold,
    "volume": _volume,
    "dose": _dose,
    "strength_days": _week,
    "strength_days_apart": _apart,
    "walk": _walk,
    "place": _place,
    "decision": _decision,
    "decisions": _decisions,
    "no_decision": _no_decision,
    "steps_up": _steps_up,
    "flare": _flaring,
    "substitute_open": _substitute_open,
}
