"""Doses and places on a ladder, at several lengths: a sentence, an amount inside one, a line in a table."""

from mainstay.catalogue import Catalogue, Rung
from mainstay.coach import Item, Place
from mainstay.kernel import Dose, sides_of
from mainstay.words.template import Filler
from mainstay.words.vocabulary import ENGLISH, Words, plain, words_in

_MINUTE = 60


def dose_text(item: Item, language: str = ENGLISH) -> str:
    """Return an item's dose in full: "2 sets of 5 on each side, 3-second holds, 30 s rest"."""
    return _said(words_in(language), "full", item.dose, each=bool(item.sides), minutes=_is_minutes(item))


def dose_short(item: Item, language: str = ENGLISH) -> str:
    """Return an item's dose in short: "2 × 5 × 3 s, each side"."""
    return _said(words_in(language), "short", item.dose, each=bool(item.sides), minutes=_is_minutes(item))


def dose_spoken(item: Item, language: str = ENGLISH) -> str:
    """Return an item's dose as a voice says it: "2 sets of 5 on each side, holding for 3 seconds"."""
    return _said(words_in(language), "spoken", item.dose, each=bool(item.sides), minutes=_is_minutes(item))


def amount_text(rung: Rung, step: int, language: str = ENGLISH) -> str:
    """Return the dose of a step for use inside a sentence: "2 × 5 with 3-second holds"."""
    dose = rung.steps[min(step, len(rung.steps) - 1)]
    each = bool(sides_of(rung.sides))
    return _said(words_in(language), "amount", dose, each=each, minutes=rung.rep_seconds >= _MINUTE)


def place_text(catalogue: Catalogue, slug: str, place: Place, language: str = ENGLISH) -> str:
    """Return a place on an exercise's ladder: the rung's name and the dose."""
    rung = rung_at(catalogue, slug, place)
    if rung is None:
        return plain(place.rung)
    amount = amount_text(rung, place.step, language)
    return words_in(language).line("place", "here").format(rung=rung.name, amount=amount)


def rung_at(catalogue: Catalogue, slug: str, place: Place) -> Rung | None:
    """Return the rung of a place; None where the catalogue has it no longer."""
    exercise = catalogue.exercises.get(slug)
    rungs = exercise.rungs if exercise else ()
    return next((rung for rung in rungs if rung.slug == place.rung), None)


def _is_minutes(item: Item) -> bool:
    """Whether the repetitions are minutes, as of walking; the item's own time tells."""
    dose = item.dose
    if dose.reps is None or dose.hold_seconds or dose.sets > 1 or item.sides:
        return False
    return item.seconds >= _MINUTE * dose.reps


def _said(words: Words, length: str, dose: Dose, *, each: bool, minutes: bool) -> str:
    parts = {
        "amount": "minutes" if minutes else ("hold" if dose.reps is None else "reps"),
        "each-side": "each-side" if each else "",
        "reps-hold": "reps-hold" if dose.reps is not None and dose.hold_seconds else "",
        "load": "load" if dose.load_kg else "",
        "rest": "rest" if dose.sets > 1 and dose.rest_seconds else "",
    }
    table = words.table("dose", length)
    template = table["line"].format_map({slot: table.get(part, "") for slot, part in parts.items()})
    values = {
        "sets": dose.sets,
        "reps": dose.reps,
        "hold": dose.hold_seconds,
        "load": dose.load_kg,
        "rest": dose.rest_seconds,
    }
    return Filler(words).fill(template, values)
