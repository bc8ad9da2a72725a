"""One line of a packet: an exercise as it is prescribed, told, timed and drawn."""

from dataclasses import asdict
from functools import lru_cache
from typing import Any

from mainstay.catalogue import Catalogue, Exercise, Rung, load_catalogue
from mainstay.catalogue.movements import load_movements
from mainstay.coach import Item
from mainstay.exchange import item_json
from mainstay.figure import Movement
from mainstay.guide.links import Links
from mainstay.guide.packet.said import reasons_said, said
from mainstay.guide.session import Beat
from mainstay.guide.sets import target_of
from mainstay.guide.timeline import beats_of, parts_of
from mainstay.kernel import Block
from mainstay.words import block_text, dose_spoken, dose_text

Json = dict[str, Any]


def line_json(catalogue: Catalogue, links: Links, item: Item, block: Block, need: str) -> Json:
    """Return a line without its answers and without the lines that it leads to."""
    exercise = catalogue.exercises[item.exercise]
    rung = exercise.rung(item.rung)
    several = len(exercise.rungs) > 1
    return {
        "exercise": exercise.slug,
        "rung": rung.slug,
        "step": item.step,
        "name": exercise.name,
        "rung_name": rung.name if several else "",
        "block": block.value,
        "block_name": block_text(block),
        "summary": exercise.summary,
        "dose": dose_text(item),
        "why": reasons_said(catalogue, item.why),
        "how": rung.how,
        "set_up": list(exercise.set_up),
        "steps": list(exercise.steps),
        "cues": list(exercise.cues),
        "breathing": exercise.breathing,
        "stop_rules": list(exercise.stop_rules),
        "item": item_json(catalogue, item),
        "need": need,
        "rates": block is not Block.WARM_UP,
        "seconds": item.seconds,
        "one_sided": bool(item.sides),
        "figure": links.picture("frames", exercise.slug, rung.slug),
        "still": links.picture("still", exercise.slug, rung.slug),
        "storyboard": links.picture("storyboard", exercise.slug, rung.slug) or None,
        "targets": target_of(item.dose),
        **_timed(catalogue, exercise, rung, item),
        "say": _spoken(exercise, rung, item, several=several),
        "feel": "off" if exercise.off_by_default else "usual",
    }


def _timed(catalogue: Catalogue, exercise: Exercise, rung: Rung, item: Item) -> Json:
    beats = beats_of(rung, item, _movement(exercise.slug, rung.slug))
    parts = parts_of(catalogue, rung, item)
    return {
        "counts": _counts(catalogue, beats, item),
        "parts": [asdict(part) for part in parts],
        "beats": [_beat(beat) for beat in beats],
    }


def _counts(catalogue: Catalogue, beats: tuple[Beat, ...], item: Item) -> str:
    """What the big number counts: repetitions, the seconds of a plain hold, or the whole time of a walk."""
    long = catalogue.rules.plan.long_phase_seconds.value
    if any(beat.seconds >= long for beat in beats if not beat.hold):
        return "minutes"
    return "hold" if item.dose.reps is None else "reps"


def _beat(beat: Beat) -> Json:
    told = asdict(beat)
    if beat.stops == 1:
        del told["stops"]
    return told


def _spoken(exercise: Exercise, rung: Rung, item: Item, *, several: bool) -> Json:
    key = "say.version" if several else "say.intro"
    sets = item.dose.sets
    numbered = {str(n): said("say.set", set=n, sets=sets) for n in range(1, sets + 1)}
    return {
        "intro": said(key, name=exercise.name, rung=rung.name, dose=dose_spoken(item)),
        "set": numbered if sets > 1 else {"1": said("say.only-set")},
    }


@lru_cache(maxsize=256)
def _movement(slug: str, rung: str) -> Movement | None:
    return _movements(slug).get((slug, rung))


@lru_cache(maxsize=256)
def _movements(slug: str) -> dict[tuple[str, str], Movement]:
    return dict(load_movements([load_catalogue().exercises[slug]]))
