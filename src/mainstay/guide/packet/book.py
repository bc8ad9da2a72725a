"""The lines of a packet: gathered with everything they may lead to, each written once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from mainstay.catalogue import Catalogue
from mainstay.coach import Answer, Item, easier, harder, stand_ins, stopped_of
from mainstay.guide.links import Links
from mainstay.guide.packet.answering import answer_json
from mainstay.guide.packet.line import Json, line_json
from mainstay.guide.packet.scene import Scene
from mainstay.kernel import Block

Leads = dict[str, tuple[int, ...]]
"""Where a line leads to: the entries of its swaps, of an easier and a harder one, and of each answer."""


@dataclass(slots=True)
class Entry:
    """One line before its name is known."""

    name: str
    told: Json
    answers: dict[str, Answer] = field(default_factory=dict)
    leads: Leads = field(default_factory=dict)


@dataclass(slots=True)
class Book:
    """Gathers lines; those that are alike in everything, also in what they lead to, become one."""

    catalogue: Catalogue
    links: Links
    entries: list[Entry] = field(default_factory=list)
    _scenes: list[Scene] = field(default_factory=list)
    _places: dict[object, int] = field(default_factory=dict)

    def add(
        self,
        scene: Scene,
        item: Item,
        block: Block,
        need: str,
        *,
        planned: bool = False,
        why: tuple[str, ...] = (),
    ) -> int:
        """Return where a line of a scene stands among the entries, gathered with all it leads to.

        ``why`` are its reasons in the words that were shown before, where it was.
        """
        known = (self._number(scene), item, need, planned)
        if known not in self._places:
            self._places[known] = place = len(self.entries)
            told = line_json(self.catalogue, self.links, item, block, need)
            told = {**told, "why": list(why)} if why else told
            entry = Entry(f"{item.exercise}/{item.rung}/{item.step}", told)
            self.entries.append(entry)
            self._answer(scene, entry, item, block, need)
            if planned:
                self._lead(scene, entry, item, block, need)
            return place
        return self._places[known]

    def _number(self, scene: Scene) -> int:
        if not any(known is scene for known in self._scenes):
            self._scenes.append(scene)
        return next(place for place, known in enumerate(self._scenes) if known is scene)

    def _answer(self, scene: Scene, entry: Entry, item: Item, block: Block, need: str) -> None:
        for begun in (False, True):
            for kind, answer in scene.answers(item, need, begun=begun):
                name = f"{'begun' if begun else 'hurts'}.{kind.value}"
                entry.answers[name] = answer
                entry.leads[name] = self._add_all(scene, answer.instead, block, need)

    def _lead(self, scene: Scene, entry: Entry, item: Item, block: Block, need: str) -> None:
        setting = scene.setting
        others = stand_ins(setting, stopped_of(item, need), scene.taken)
        entry.leads["swaps"] = self._add_all(scene, others, block, need)
        for name, step in (("easier", easier(setting, item)), ("harder", harder(setting, item))):
            entry.leads[name] = self._add_all(scene, [step] if step else [], block, need)

    def _add_all(self, scene: Scene, items: Iterable[Item], block: Block, need: str) -> tuple[int, ...]:
        return tuple(self.add(scene, item, block, need) for item in items)

    def keys(self) -> list[str]:
        """Return the key of each entry; entries that are alike have the same."""
        kinds = _alike(self.entries)
        names: dict[int, str] = {}
        for kind, entry in zip(kinds, self.entries, strict=True):
            if kind not in names:
                count = sum(name.partition("~")[0] == entry.name for name in names.values())
                names[kind] = f"{entry.name}~{count + 1}" if count else entry.name
        return [names[kind] for kind in kinds]

    def lines(self, keys: list[str]) -> dict[str, Json]:
        """Return the lines by key, in its order: what is alike lies together, which compresses well."""
        first = dict(reversed(list(zip(keys, self.entries, strict=True))))
        return {key: self._line(first[key], keys) for key in sorted(set(keys))}

    def _line(self, entry: Entry, keys: list[str]) -> Json:
        def led(name: str) -> list[str]:
            return [keys[place] for place in entry.leads.get(name, ())]

        told = {name: answer_json(self.catalogue, a, led(name)) for name, a in entry.answers.items()}
        hurts = {name[6:]: answer for name, answer in told.items() if name.startswith("hurts.")}
        begun = {name[6:]: answer for name, answer in told.items() if name.startswith("begun.")}
        begun = {kind: answer for kind, answer in begun.items() if answer != hurts[kind]}
        return {
            **entry.told,
            "hurts": hurts,
            "begun": begun,
            "swaps": led("swaps"),
            "easier": next(iter(led("easier")), None),
            "harder": next(iter(led("harder")), None),
        }


def _alike(entries: list[Entry]) -> list[int]:
    """Return for each entry the first that is like it: told alike, answered alike, leading to the like."""
    kinds = _numbered([(e.name, e.told, _answered(e)) for e in entries])
    while True:
        led = [(kinds[n], _led(entry, kinds)) for n, entry in enumerate(entries)]
        finer = _numbered(led)
        if len(set(finer)) == len(set(kinds)):
            return finer
        kinds = finer


def _answered(entry: Entry) -> object:
    return {name: (a.move, a.why, a.over, a.decision and _decided(a)) for name, a in entry.answers.items()}


def _decided(answer: Answer) -> object:
    made = answer.decision
    return made and (made.verdict, made.was, made.now, made.until)


def _led(entry: Entry, kinds: list[int]) -> object:
    return {name: [kinds[place] for place in places] for name, places in entry.leads.items()}


def _numbered(keys: Sequence[object]) -> list[int]:
    return [keys.index(key) for key in keys]
