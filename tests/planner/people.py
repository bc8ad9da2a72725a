"""Random people for the planner: every field of the profile, and ladders somewhere on their way."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from mainstay.catalogue import Catalogue
from mainstay.coach import Experience, Person, Place, Profile
from mainstay.coach.planning.candidates import Setting, setting_on
from mainstay.coach.planning.needs import problem_for
from mainstay.coach.planning.selection import WeekProblem
from mainstay.coach.planning.today import week_pattern
from mainstay.coach.planning.warm_up import warm_up
from mainstay.coach.progression import LadderState, Progression
from mainstay.kernel import Direction, Equipment, Trouble

DAY = date(2026, 3, 4)


def random_profile(chance: Random, catalogue: Catalogue) -> Profile:
    """Return a profile with anything from no limits to many."""
    tags = [precaution.id for precaution in catalogue.rules.precautions]
    return Profile(
        birth_year=chance.randint(1936, 2007),
        experience=chance.choice(list(Experience)),
        months_in_pain=chance.choice([0, 1, 2, 6, 48]),
        session_minutes=chance.randint(5, 40),
        days=tuple(sorted(chance.sample(range(7), chance.randint(1, 7)))),
        equipment=frozenset(chance.sample(list(Equipment), chance.randint(0, 7))),
        avoid_positions=frozenset(_few(chance, list(Trouble))),
        precautions=frozenset(_few(chance, tags)),
        provoked_by=frozenset(_few(chance, list(Direction))),
    )


def _few(chance: Random, values: list) -> list:
    """None most often, one or two sometimes."""
    return chance.sample(values, chance.choice([0, 0, 0, 1, 1, 2]))


def random_person(chance: Random, catalogue: Catalogue) -> Person:
    """Return a person with that profile who has trained some exercises for some weeks, or none yet."""
    ladders = {}
    for slug in chance.sample(sorted(catalogue.exercises), chance.choice([0, 3, 8, 12])):
        rung = chance.choice(catalogue.exercises[slug].rungs)
        place = Place(rung.slug, chance.randrange(len(rung.steps)))
        ladders[slug] = LadderState(place, last_done=DAY - timedelta(days=chance.randint(1, 40)))
    started = DAY - timedelta(days=chance.choice([1, 5, 9, 60])) if ladders else None
    state = Progression(ladders=ladders, first_session=started, last_session=DAY if ladders else None)
    return Person(profile=random_profile(chance, catalogue), progression=state)


def people(catalogue: Catalogue, count: int, seed: int) -> Iterator[Person]:
    """Yield people, the same for the same seed."""
    chance = Random(seed)
    for _ in range(count):
        yield random_person(chance, catalogue)


def week_problem(catalogue: Catalogue, person: Person, day: date = DAY) -> WeekProblem:
    """Return the selection problem that the planner solves for a person's strength sessions."""
    setting: Setting = setting_on(catalogue, person, day)
    left = setting.session_seconds - sum(item.seconds for item in warm_up(setting))
    sessions = max(1, len(week_pattern(setting).strength))
    return problem_for(setting, sessions, left, strength=True)
