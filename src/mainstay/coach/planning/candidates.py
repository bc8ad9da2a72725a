"""Which exercises a person may be given today, on which rung, and why the others may not."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from mainstay.catalogue import Catalogue, Exercise
from mainstay.coach.decision import Place
from mainstay.coach.limits import Limits, open_rungs, rung_faults
from mainstay.coach.person import Person, limits_on
from mainstay.coach.planning.doses import Item, dose_for, fitted, item_for
from mainstay.coach.progression import (
    Mode,
    begun_ladder,
    dose_at,
    mode_on,
    new_ladder,
    open_place,
    volume_on,
)
from mainstay.kernel import Reason


class OpenRungs(dict[str, tuple[int, ...]]):
    """The rungs of each exercise that may be prescribed, worked out when first asked for."""

    def __init__(self, catalogue: Catalogue, limits: Limits) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._limits = limits

    def __missing__(self, slug: str) -> tuple[int, ...]:
        """Hold every rung of an exercise against the limits."""
        found = open_rungs(self._catalogue, self._catalogue.exercises[slug], self._limits)
        self[slug] = found
        return found


@dataclass(frozen=True)
class Setting:
    """A person on a day: what every part of planning starts from."""

    catalogue: Catalogue
    person: Person
    day: date
    limits: Limits
    mode: Mode
    volume: float
    mode_why: tuple[Reason, ...]

    @cached_property
    def open_rungs(self) -> OpenRungs:
        """The indexes of the rungs that the limits leave open, by exercise."""
        return OpenRungs(self.catalogue, self.limits)

    @property
    def session_seconds(self) -> int:
        """The person's session time."""
        return self.person.profile.session_minutes * 60 if self.person.profile else 0


def setting_on(catalogue: Catalogue, person: Person, day: date) -> Setting:
    """Gather a person's limits and mode on a day."""
    mode, why = mode_on(catalogue, person.progression, day)
    volume = volume_on(catalogue, person.progression, mode)
    return Setting(catalogue, person, day, limits_on(catalogue, person, day), mode, volume, why)


def refusals(setting: Setting, exercise: Exercise) -> tuple[Reason, ...]:
    """Return every reason why the exercise may not be prescribed at all today; none means it may."""
    found = [*own_choice(setting, exercise), *resting(setting, exercise)]
    if place_today(setting, exercise) is None:
        found.extend(_closest_faults(setting, exercise))
        if not found:
            found.append(Reason(f"not-in-{setting.mode.value}", source="mainstay-product"))
    return tuple(found)


def _closest_faults(setting: Setting, exercise: Exercise) -> tuple[Reason, ...]:
    """Return what is in the way of the rung that comes nearest to being allowed."""
    faults = [rung_faults(setting.catalogue, exercise, rung, setting.limits) for rung in exercise.rungs]
    return min(faults, key=len)


def own_choice(setting: Setting, exercise: Exercise) -> list[Reason]:
    """Return why the person's own choice keeps an exercise out: a veto, or no opt-in where one is needed."""
    state = setting.person.progression
    if exercise.slug in state.excluded:
        return [Reason("your-veto", source="mainstay-product")]
    if not exercise.off_by_default:
        return []
    if exercise.slug not in state.included:
        return [Reason("off-by-default", source="article-a")]
    pain, limit = _pain(setting), setting.catalogue.rules.load.opt_in_pain_max
    if pain is None or pain > limit.value:
        told = "unknown" if pain is None else pain
        return [Reason("pain-above-opt-in", (("pain", told), ("limit", limit.whole)), limit.source)]
    return []


def _pain(setting: Setting) -> int | None:
    """Pain told lately; an old report is no report."""
    told = setting.person.progression.check_in
    memory = timedelta(days=setting.catalogue.rules.pain.usual_memory_days.whole)
    return told.now if told and setting.day - told.day <= memory else None


def resting(setting: Setting, exercise: Exercise) -> list[Reason]:
    """Return until when an exercise rests after it had to be taken out."""
    ladder = setting.person.progression.ladders.get(exercise.slug)
    if ladder is None or ladder.resting_until is None or setting.day >= ladder.resting_until:
        return []
    until = (("until", ladder.resting_until.isoformat()),)
    return [Reason("resting", until, setting.catalogue.rules.progress.remove_days.source)]


def place_today(setting: Setting, exercise: Exercise) -> Place | None:
    """Return where on its ladder the exercise is trained today, or None where no rung is open."""
    open_ = setting.open_rungs[exercise.slug]
    own = begun_ladder(setting.person.progression, exercise)
    ladder = own or new_ladder(exercise, setting.limits, open_)
    if ladder is None:
        return None
    place = open_place(exercise, ladder.place, open_)
    return _relief_place(setting, exercise, place) if place and setting.mode is Mode.RELIEF else place


def rungs_today(setting: Setting, exercise: Exercise) -> tuple[int, ...]:
    """Return the rungs that may be trained today: in a flare-up only those marked for it, of low load."""
    open_ = setting.open_rungs[exercise.slug]
    if setting.mode is not Mode.RELIEF:
        return open_
    highest = setting.catalogue.rules.flare.load_rank_max.whole
    rungs = exercise.rungs
    return tuple(i for i in open_ if rungs[i].relief and rungs[i].load_rank <= highest)


def _relief_place(setting: Setting, exercise: Exercise, place: Place) -> Place | None:
    """In a flare-up never above the person's own rung."""
    own = exercise.rung_index(place.rung)
    fit = [index for index in rungs_today(setting, exercise) if index <= own]
    if not fit:
        return None
    rung = exercise.rungs[fit[-1]]
    return place if rung.slug == place.rung else Place(rung.slug, 0)


def item_today(setting: Setting, exercise: Exercise, *, full: bool = False) -> Item | None:
    """Return the exercise as it is prescribed today; ``full`` ignores easy weeks and ramps.

    None where it may not be prescribed.
    """
    kept_out = own_choice(setting, exercise) or resting(setting, exercise)
    place = None if kept_out else place_today(setting, exercise)
    return None if place is None else item_at(setting, exercise, place, full=full)


def item_at(setting: Setting, exercise: Exercise, place: Place, *, full: bool = False) -> Item:
    """Return the exercise as it is prescribed today on a place of its ladder that is open."""
    asked = dose_at(exercise, place)
    share = setting.catalogue.rules.plan.item_share_max.value
    rung = exercise.rung(place.rung)
    dose = fitted(setting.catalogue, rung, asked, int(setting.session_seconds * share))
    why = () if dose.sets == asked.sets else (_cut(setting, asked.sets, dose.sets),)
    if not full or setting.mode is Mode.RELIEF:
        # After the cut to fit, so that a lighter day is never longer than a full one.
        dose = dose_for(setting.catalogue, dose, setting.mode, setting.volume)
    return item_for(setting.catalogue, exercise, place, dose, (*_why_rung(setting, exercise, place), *why))


def _cut(setting: Setting, asked: int, sets: int) -> Reason:
    numbers = (("sets", sets), ("asked", asked))
    return Reason("fewer-sets-to-fit", numbers, setting.catalogue.rules.plan.item_share_max.source)


def _why_rung(setting: Setting, exercise: Exercise, place: Place) -> tuple[Reason, ...]:
    """Say where on the ladder this is, and what closed the rung the person would be on."""
    ladder = setting.person.progression.ladders.get(exercise.slug)
    rung = exercise.rung(place.rung)
    step = Reason("ladder-step", (("rung", rung.name), ("step", place.step + 1), ("of", len(rung.steps))))
    if ladder is None or ladder.place.rung == place.rung:
        return (step,)
    closed = exercise.rungs[exercise.rung_index(ladder.place.rung)]
    return (step, *rung_faults(setting.catalogue, exercise, closed, setting.limits))
