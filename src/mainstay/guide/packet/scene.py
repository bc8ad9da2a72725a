"""A session that may be trained, and everybody its person may turn out to be by then."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import product

from mainstay.catalogue import Catalogue
from mainstay.catalogue.rules import PainRules
from mainstay.coach import (
    Answer,
    Item,
    Kind,
    Person,
    Rating,
    Setting,
    advance,
    answer,
    kind_of,
    setting_on,
    stopped_of,
)
from mainstay.guide.packet.known import Known
from mainstay.kernel import Event, Symptom

POINTS = range(11)
HURTS = tuple(symptom for symptom in Symptom if symptom is not Symptom.NONE)
_EFFORT = 5
Told = tuple[int | None, Symptom, int]
"""The usual level of a session, and the symptom and pain of a rating."""
People = Mapping[int | None, Person]


@dataclass(frozen=True, slots=True)
class Feel:
    """Which kind each rating is, by usual level, symptom and pain; of ordinary exercises, or of those off."""

    kinds: Mapping[Told, Kind]

    def examples(self, usual: Collection[int | None]) -> dict[Kind, Told]:
        """Return for each kind that can occur with one of these usual levels a rating that is of it."""
        found: dict[Kind, Told] = {}
        for told, kind in self.kinds.items():
            if told[0] in usual:
                found.setdefault(kind, told)
        return found


@cache
def feel_of(rules: PainRules, *, off: bool) -> Feel:
    """Return the kinds of all ratings that can be given to an ordinary exercise, or to one off by default."""
    return Feel(
        {
            (usual, symptom, pain): kind_of(rules, Rating(_EFFORT, pain, symptom), usual, off=off)
            for usual, symptom, pain in product((None, *POINTS), HURTS, POINTS)
        }
    )


@dataclass(frozen=True, slots=True)
class Scene:
    """A session just begun: who the person is by the usual level of the session, and what it holds.

    ``taken`` are the exercises that the session has or had; ``examples`` a rating of each kind that can
    occur, for ordinary exercises (False) and those off by default (True).
    """

    catalogue: Catalogue
    at: datetime
    session: str
    people: People
    taken: frozenset[str]
    examples: Mapping[bool, Mapping[Kind, Told]]

    @property
    def anyone(self) -> Person:
        """One of the people; they differ in what they told of their pain alone."""
        return next(iter(self.people.values()))

    @property
    def setting(self) -> Setting:
        """What planning starts from."""
        return setting_on(self.catalogue, self.anyone, self.at.date())

    def told(self, person: Person, kind: str, **fields: object) -> Person:
        """Return a person after an event of this session."""
        event = Event("told", kind, self.at, {"session": self.session, **fields})
        return advance(self.catalogue, person, event)[0]

    def begun(self, person: Person, item: Item) -> Person:
        """Return a person who has done a set of an item."""
        side = {"side": item.sides[0].value} if item.sides else {}
        return self.told(person, "set_performed", exercise=item.exercise, rung=item.rung, set=1, **side)

    def answers(self, item: Item, need: str, *, begun: bool) -> Iterator[tuple[Kind, Answer]]:
        """Yield the coach's answer to every kind of rating of an item, before or after its first set."""
        stopped = stopped_of(item, need)
        people = {u: self.begun(p, item) for u, p in self._asked.items()} if begun else self._asked
        off = self.catalogue.exercises[item.exercise].off_by_default
        for kind, (usual, symptom, pain) in self.examples[off].items():
            fields = {"exercise": item.exercise, "effort": _EFFORT, "pain": pain, "symptom": symptom.value}
            event = Event("told", "exercise_rated", self.at, {"session": self.session, **fields})
            yield kind, answer(self.catalogue, people[usual], event, stopped, self.taken)

    @property
    def _asked(self) -> dict[int | None, Person]:
        """The people that the examples are told by."""
        told = {usual for examples in self.examples.values() for usual, _, _ in examples.values()}
        return {usual: self.people[usual] for usual in told}


def scene_of(known: Known, at: datetime, session: str, people: People, taken: frozenset[str]) -> Scene:
    """Return the scene of a session; ``people`` are by its usual level."""
    rules = known.catalogue.rules.pain
    examples = {off: feel_of(rules, off=off).examples(people) for off in (False, True)}
    return Scene(known.catalogue, at, session, people, taken, examples)
