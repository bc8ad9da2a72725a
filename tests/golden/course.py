"""A course of training as readable text: each day, what was planned, what was felt, what was decided."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta, timezone

from mainstay import coach
from mainstay.catalogue import load_catalogue
from mainstay.coach import Decision, Item, Place
from mainstay.kernel import Reason
from tests.coach.diaries import Diary, Felt, all_clear

START = date(2026, 3, 2)
WEEKS = 12
EQUIPMENT = ["mat", "chair", "wall", "stick", "band"]
HOLIDAY = range(44, 64)
FLARE, CALM, VETO, VETOED = 23, 27, 16, "hip-hinge"

Story = Callable[[Diary, int], Iterator[str]]


def smooth() -> str:
    """Return twelve weeks in which everything goes well."""
    return _told("Twelve weeks that go well: three sessions a week, pain 2 throughout.", smooth_day)


def bumpy() -> str:
    """Return twelve weeks with a flare-up, a holiday of twenty days and a veto."""
    title = "Twelve weeks with a veto on day 16, a flare-up on day 23 and a holiday from day 44 to day 63."
    return _told(title, bumpy_day)


def _told(title: str, story: Story) -> str:
    diary = Diary(load_catalogue(), timezone(timedelta(hours=1)), START)
    diary.begin(session_minutes=20, equipment=EQUIPMENT, walking_minutes=15)
    lines = [title]
    for day in range(WEEKS * 7):
        seen = len(diary.decisions)
        told = list(story(diary, day))
        if diary.person.progression.last_session == diary.day(day):
            told += walk(diary, day)
        decided = [f"    → {_decision(one)}" for one in diary.decisions[seen:]]
        if told or decided:
            lines += ["", f"{diary.day(day):%a %d %b} · day {day}", *told, *decided]
    return "\n".join(lines) + "\n"


def smooth_day(diary: Diary, day: int) -> Iterator[str]:
    yield from morning(diary, day, 2)
    if diary.today(day).session:
        yield from train(diary, day, now=2, pain=2, effort=4)


def bumpy_day(diary: Diary, day: int) -> Iterator[str]:
    if day in HOLIDAY:
        return
    calm = not FLARE <= day < CALM
    yield from morning(diary, day, 2 if calm else 4)
    if day == VETO:
        diary.write("exercise_excluded", day, 7.5, exercise=VETOED, why="I do not like it")
        yield f"    veto: {VETOED}"
    if day == FLARE:
        diary.write("flare_reported", day, 7.5, note="woke up stiff")
        yield "    says: a flare-up"
    if coach.clearance_on(diary.catalogue, diary.person, diary.day(day)).locked:
        yield f"    locked ({_codes(diary.today(day).reasons)}): answers all questions again"
        answers = all_clear(diary.catalogue)
        diary.write("screening_answered", day, 7.8, scope="full", questions="1", answers=answers)
    if diary.today(day).session:
        yield from train(diary, day, now=2 if calm else 5, pain=2 if calm else 4, effort=4)


def morning(diary: Diary, day: int, pain: int) -> Iterator[str]:
    """Tell the morning after yesterday's session, if there was one."""
    for session in diary.person.progression.sessions:
        if session.day == diary.day(day - 1):
            diary.write("morning_after", day, 7, session=session.id, pain=pain)
            yield f"    morning after: pain {pain}"


def train(diary: Diary, day: int, *, now: int, pain: int, effort: int) -> Iterator[str]:
    diary.write("day_checked_in", day, 8, pain_now=now, pain_usual=2)
    plan = diary.today(day)
    yield f"    check-in: pain {now} · {plan.mode} · {_codes(plan.reasons) or 'no remarks'}"
    for block in plan.session.blocks if plan.session else ():
        yield f"    {block.block.value}"
        yield from (f"      {_item(item)}" for item in block.items)
    felt = Felt({"effort": effort, "pain": pain})
    closing = {"effort": effort, "pain_after": pain}
    diary.train(day, diary.prescribed(day), lambda _: felt, closing=closing)
    yield f"    done as planned: effort {effort}, pain {pain}"


def walk(diary: Diary, day: int) -> Iterator[str]:
    """Walk what is asked for on the day, in the evening."""
    asked = diary.today(day).walk
    if asked:
        diary.write("walk_logged", day, 18, minutes=asked.minutes * asked.bouts)
        yield f"    walks {asked.bouts} × {asked.minutes} min, {asked.rung} · {_codes(asked.why)}"


def _item(item: Item) -> str:
    amounts = [f"{item.dose.sets} ×", f"{item.dose.reps}" if item.dose.reps else ""]
    amounts.append(f"{item.dose.hold_seconds} s" if item.dose.hold_seconds else "")
    amounts.append(f"{item.dose.load_kg} kg" if item.dose.load_kg else "")
    sides = "each side" if item.sides else ""
    return " ".join(filter(None, [item.exercise, item.rung, *amounts, sides]))


def _decision(decision: Decision) -> str:
    moved = _place(decision.was)
    if decision.now != decision.was:
        moved += f" to {_place(decision.now)}"
    return f"{decision.exercise} {decision.verdict.value} {moved} ({'; '.join(map(_reason, decision.why))})"


def _place(place: Place | None) -> str:
    return f"{place.rung} {place.step + 1}" if place else "nowhere"


def _reason(reason: Reason) -> str:
    return " ".join([reason.code, *(f"{name}={value}" for name, value in reason.numbers if value != "")])


def _codes(reasons: tuple[Reason, ...]) -> str:
    return ", ".join(map(_reason, reasons))
