"""Random sessions: actions of every kind, at every kind of moment, from a seed."""

import random
from typing import Any

from tests.guide.playing import the_lines

Json = dict[str, Any]
KINDS = (
    *("tick",) * 14,
    *("start",) * 4,
    *("next",) * 3,
    *("done",) * 2,
    *("pause", "back", "back", "jump", "skip", "halt", "replace", "set", "rate", "rate", "pace", "reload"),
)
GAPS = (0, 16, 100, 250, 999, 1000, 1400, 1600, 3000, 7777, 9999, 10_000, 10_001, 45_000, 180_000)


def walk(seed: int, length: int = 40) -> Json:
    """Return one random session."""
    chance = random.Random(seed)
    keys = sorted(the_lines())
    chosen = chance.sample(keys, chance.randint(1, 4))
    at, actions = chance.uniform(0, 1e6), []
    for number in range(length):
        kind = "start" if number == 0 else chance.choice((*KINDS, *(("enough",) if number > 30 else ())))
        # A reload begins the browser's clock anew.
        at = chance.uniform(0, 100) if kind == "reload" else at + chance.choice(GAPS) * chance.random()
        at = at if chance.random() < 0.5 else float(round(at))
        actions.append({"type": kind, "at": at} | _more(chance, kind, keys))
        # Now and then the clock is simply let run for a while.
        for _ in range(60 if chance.random() < 0.02 else 0):
            at += 500
            actions.append({"type": "tick", "at": at})
    pace = chance.choice(("paced", "self"))
    return {"keys": chosen, "pace": pace, "done": _done(chance, chosen), "actions": actions}


def _more(chance: random.Random, kind: str, keys: list[str]) -> Json:
    key = chance.choice(keys)
    line = the_lines()[key]
    place = {"place": chance.randint(-1, 5)} if chance.random() < 0.4 else {}
    reps = {"reps": chance.randint(1, 9)}
    made: dict[str, Json] = {
        "jump": {"place": chance.randint(-1, 5)},
        "skip": {"why": chance.choice(("time", "dislike"))},
        "halt": {"why": "pain"} | ({"instead": line, "key": key} if chance.random() < 0.5 else {}),
        "replace": {"line": line, "key": key} | place,
        "set": {"set": chance.randint(1, 3), "side": chance.choice(("", "left", "right"))}
        | {"done": chance.choice((None, reps, reps | {"load_kg": 2.5}))}
        | place,
        "rate": place,
        "pace": {"pace": chance.choice(("paced", "self"))},
    }
    return made.get(kind, {})


def _done(chance: random.Random, chosen: list[str]) -> Json | None:
    if chance.random() < 0.6:
        return None
    slugs = [key.partition("/")[0] for key in chosen]
    sets = [{"exercise": slug, "set": 1, "side": chance.choice((None, "left")), "reps": 2} for slug in slugs]
    named = {
        name: [slug for slug in slugs if chance.random() < 0.2] for name in ("rated", "skipped", "halted")
    }
    return {"sets": sets, **named}
