"""The screens about the person, in their order: what each asks."""

from mainstay.catalogue import load_catalogue
from mainstay.coach import WEEKDAYS
from mainstay.kernel import Direction, Equipment, Trouble
from mainstay.web.forms import Asked, Typed
from mainstay.web.start.parts import Options, Pick, Screen, Write
from mainstay.words import direction_text, equipment_text, trouble_text, words_in

_MINUTES = [(str(minutes), str(minutes)) for minutes in (10, 15, 20, 30, 40)]
_EXPERIENCE = [
    ("new", "New to it, or it has been years"),
    ("returning", "Coming back after a break"),
    ("regular", "I train most weeks"),
]
_MONTHS = [
    ("0", "It does not hurt"),
    ("1", "Less than six weeks"),
    ("2", "Six weeks to three months"),
    ("6", "Three months to a year"),
    ("24", "Longer than a year"),
]
_LONGEST_WALK = 240
_LONGEST_GOAL = 300


def _days() -> list[tuple[str, str]]:
    return list(zip(WEEKDAYS, words_in("en").table("dates")["weekdays"], strict=True))


def _equipment() -> list[tuple[str, str]]:
    return [(thing.value, equipment_text(thing)) for thing in Equipment]


def _precautions() -> list[tuple[str, str]]:
    return [(known.id, known.ask) for known in load_catalogue().rules.precautions]


def _one(name: str, legend: str, options: Options, shape: str = "tiles one", *, number: bool = False) -> Pick:
    return Pick(Asked(name, legend, (), shape=shape), options, number=number, remedy="Please choose one.")


def _many(name: str, legend: str, options: Options, shape: str = "tiles", *, optional: bool = True) -> Pick:
    return Pick(Asked(name, legend, (), kind="checkbox", shape=shape, optional=optional), options)


_TIME = Screen(
    "time",
    "How much time do you want to give it?",
    "Fifteen to twenty minutes, three or four days a week, is a good start.",
    (
        _one("session_minutes", "Minutes for one session", lambda: _MINUTES, "tiles numbers", number=True),
        Pick(
            Asked(
                "days",
                "On which days could you train?",
                (),
                kind="checkbox",
                shape="tiles pairs",
                hint="The coach picks up to four of them, with a day of rest between where it can.",
            ),
            _days,
            remedy="Please choose at least one day.",
        ),
    ),
)
_START = Screen(
    "experience",
    "Where do you start from?",
    "So that the first sessions are neither too much nor too little.",
    (
        _one("experience", "How used are you to exercise?", lambda: _EXPERIENCE),
        _one("months_in_pain", "How long has your back been hurting?", lambda: _MONTHS, number=True),
        Write(
            Typed(
                "walking_minutes",
                "How long can you walk with ease?",
                kind="number",
                unit="minutes",
                highest=_LONGEST_WALK,
                optional=True,
            )
        ),
    ),
)
_EQUIPMENT = Screen(
    "equipment",
    "What have you got to hand?",
    "Nothing needs to be bought. A thick carpet is a mat, and a broom handle is a stick.",
    (_many("equipment", "I have", _equipment, "tiles pairs", optional=False),),
)
_LIMITS = Screen(
    "limits",
    "What should we leave out?",
    "What you tick is left out or done another way; the coach looks for something with the same purpose.",
    (
        _many(
            "avoid_positions", "I would rather avoid", lambda: [(t.value, trouble_text(t)) for t in Trouble]
        ),
        _many("precautions", "This is true of me", _precautions, "tiles one"),
    ),
)
_GOAL = Screen(
    "goal",
    "What is it for?",
    "Last page. Your programme comes next.",
    (
        _many(
            "provoked_by",
            "What tends to set your back off?",
            lambda: [(d.value, direction_text(d)) for d in Direction],
            "tiles pairs",
        ),
        Write(
            Typed(
                "goal",
                "What would you like to do again?",
                hint="In your own words: carry the shopping, garden for an hour, sleep through.",
                most=_LONGEST_GOAL,
                optional=True,
            )
        ),
    ),
)

SCREENS = {screen.slug: screen for screen in (_TIME, _START, _EQUIPMENT, _LIMITS, _GOAL)}
"""The screens in their order."""
