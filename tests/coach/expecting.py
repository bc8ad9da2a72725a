"""What a case expects, compared with what the coach says: each check yields its faults in words."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from mainstay import coach
from mainstay.coach.limits import rung_faults
from mainstay.coach.progression import dose_at
from mainstay.kernel import Block, Clearance, Dose, Reason, work_seconds
from tests.coach.diaries import Diary
from tests.coach.expecting_between import BETWEEN_CHECKS
from tests.coach.expecting_lessons import LESSON_CHECKS
from tests.coach.expecting_outcomes import OUTCOME_CHECKS
from tests.coach.living import Table, only_known
from tests.coach.telling import untold

# Not being chosen this week is no refusal; every other answer to "why not?" is.
NOT_REFUSED = {"in-plan", "others-first", "no-need"}


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
        why = coach.why_not(diary.catalogue, diary.person, slug, diary.day(day))
        yield from untold(diary.catalogue, why)


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
    only_known(wanted, {"why", *facts})
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
    **BETWEEN_CHECKS,
    **OUTCOME_CHECKS,
    **LESSON_CHECKS,
}
