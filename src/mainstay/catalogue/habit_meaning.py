"""Whether a habit makes sense: its figures exist, its names lead somewhere, and there is something to do."""

from mainstay.catalogue.habit import Habit, HabitKind, Shown
from mainstay.catalogue.meaning import Found, Known

_WITH_MOVEMENT = (HabitKind.BREAK, HabitKind.STRETCH)


def habit_faults(habit: Habit, known: Known) -> Found:
    """Yield what is wrong with a habit's movements, checks, names and sources."""
    if (habit.kind in _WITH_MOVEMENT) != bool(habit.movements):
        yield ("movements",), f"do not go with kind {habit.kind}", "give some to breaks and stretches alone"
    if not habit.checks:
        yield ("checks",), "is empty", "guide through it in at least one step"
    for index, shown in enumerate(habit.movements):
        yield from _shown_faults(("movements", index), shown, known)
    for index, check in enumerate(habit.checks):
        if not check.text.strip():
            yield ("checks", index, "text"), "is empty", "write the step"
        if check.shown:
            yield from _shown_faults(("checks", index), check.shown, known)
    yield from _name_faults(habit, known)


def _name_faults(habit: Habit, known: Known) -> Found:
    if not habit.sources:
        yield ("sources",), "is empty", "say where it comes from; mainstay-product where it is ours"
    for source in habit.sources:
        if source not in known.sources:
            yield ("sources",), f"names {source}, which is not in sources.toml", "add it there"
    if habit.lesson and habit.lesson not in known.lessons:
        yield (
            ("lesson",),
            f"names {habit.lesson}, which does not exist",
            "use a lesson's slug, or leave it out",
        )
    for tag in habit.contraindications:
        if tag not in known.precautions:
            yield ("contraindications",), f"has unknown tag {tag}", "see rules/precautions.toml"


def _shown_faults(path: tuple[str, int], shown: Shown, known: Known) -> Found:
    if shown.exercise not in known.exercises:
        yield path, f"shows {shown.exercise}, which does not exist", "use an exercise's slug"
    elif shown.rung not in known.rungs[shown.exercise]:
        problem = f"shows {shown.rung}, which is no rung of {shown.exercise}"
        yield path, problem, f"use one of {', '.join(sorted(known.rungs[shown.exercise]))}"
