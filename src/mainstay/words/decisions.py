"""A decision in one sentence; its reasons are told beside it."""

from collections.abc import Mapping

from mainstay.catalogue import Catalogue
from mainstay.coach import Decision, Place
from mainstay.words.doses import amount_text, rung_at
from mainstay.words.names import exercise_text
from mainstay.words.template import Filler
from mainstay.words.vocabulary import ENGLISH, words_in

_OWN_CHOICE = {"your-veto": "remove-chosen", "any-rise-stops": "substitute-chosen"}


def decision_text(catalogue: Catalogue, decision: Decision, language: str = ENGLISH) -> str:
    """Return what was decided, from where to where: "Bird dog: one step up, from … to …"."""
    words = words_in(language)
    chosen = (_OWN_CHOICE[reason.code] for reason in decision.why if reason.code in _OWN_CHOICE)
    kind = next(chosen, decision.verdict.value)
    values = {**_places(catalogue, decision, language), **_rest(catalogue, decision)}
    values["name"] = exercise_text(catalogue, decision.exercise)
    return Filler(words, catalogue).first(words.choices("decisions", kind), values)


def _rest(catalogue: Catalogue, decision: Decision) -> dict[str, object]:
    """Return until when an exercise rests, and what may be done instead."""
    instead = exercise_text(catalogue, decision.instead) if decision.instead else ""
    return {"until": decision.until, "instead": instead}


def _places(catalogue: Catalogue, decision: Decision, language: str) -> Mapping[str, object]:
    """Return both places: amounts alone on the same rung, with the rungs' names otherwise."""
    was, now = decision.was, decision.now
    if was is None or now is None:
        return {}
    named = was.rung != now.rung
    return {
        "was": _place(catalogue, decision.exercise, was, language, named=named),
        "now": _place(catalogue, decision.exercise, now, language, named=named),
        "steps": _steps_between(catalogue, decision.exercise, now, was),
    }


def _place(catalogue: Catalogue, slug: str, place: Place, language: str, *, named: bool) -> str:
    rung = rung_at(catalogue, slug, place)
    if rung is None:
        return ""
    amount = amount_text(rung, place.step, language)
    quoted = words_in(language).line("place", "quoted")
    return quoted.format(rung=rung.name, amount=amount) if named else amount


def _steps_between(catalogue: Catalogue, slug: str, low: Place, high: Place) -> int:
    """Return how many steps of the ladder lie between two places."""
    return abs(_height(catalogue, slug, high) - _height(catalogue, slug, low))


def _height(catalogue: Catalogue, slug: str, place: Place) -> int:
    exercise = catalogue.exercises.get(slug)
    below = 0
    for rung in exercise.rungs if exercise else ():
        if rung.slug == place.rung:
            break
        below += len(rung.steps)
    return below + place.step
