"""The session that is trained in the terminal: its state, and what the diary holds of it so far."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mainstay.cli.terminal.log import Pen
from mainstay.guide.reading import Hurt, answer_of, holes_of, plan_with, stand_in
from mainstay.guide.session import Amounts, LineState, State, amounts_in
from mainstay.guide.state import Action, reduce
from mainstay.kernel import Event

Json = Mapping[str, Any]
_Key = tuple[str, int, str]
_NAMES = ("reps", "hold_seconds", "load_kg")


@dataclass(frozen=True, slots=True)
class Told:
    """The coach's answer, the line that stands in where there is one, and what fills the answer's holes."""

    answer: Json
    instead: Json | None
    holes: Mapping[str, object]


class Sitting:
    """One session under way. Whatever changes is written before anything else happens."""

    def __init__(
        self, packet: Json, session: str, plan: Json, state: State, pen: Pen, known: Json | None
    ) -> None:
        """Start with what the diary knows already: the packet's ``under_way``, or None for a new session."""
        self.packet, self.id, self.state = packet, session, state
        self.usual: int | None = known["usual"] if known else None
        self._plan, self._pen = plan, pen
        # Which exercises those reds were is not told; they are others than the one that hurts next.
        self._reds = frozenset(f"before {n}" for n in range(known["reds"] if known else 0))
        sets = known["sets"] if known else ()
        self._logged: dict[_Key, tuple[str, Amounts]] = {
            (one["exercise"], one["set"], one["side"]): (one["id"], amounts_in(one)) for one in sets
        }

    @property
    def line(self) -> Json:
        """The packet's line that the clock is at."""
        return self.line_at(self.state.place)

    def line_at(self, place: int) -> Json:
        """Return the packet's line of a place in the session."""
        line: Json = self.packet["lines"][self.state.lines[place].key]
        return line

    @property
    def sets_done(self) -> int:
        """How many sets the diary holds."""
        return len(self._logged)

    @property
    def exercises_done(self) -> int:
        """Of how many exercises the diary holds a set."""
        return len({exercise for exercise, _, _ in self._logged})

    def act(self, action: Action) -> None:
        """Take an action, and write the sets that it changed."""
        self.state = reduce(self.state, action)
        self._pen.write(*(event for line in self.state.lines for event in self._changes(line)))

    def rate(self, fields: Mapping[str, object], at: float) -> None:
        """Write how the present exercise was, where that was told, and go on."""
        if fields:
            self._pen.tell("exercise_rated", session=self.id, exercise=self.line["exercise"], **fields)
        self.act({"type": "rate", "at": at})

    def skip(self, why: str, at: float) -> None:
        """Leave the present exercise out."""
        exercise = self.line["exercise"]
        self.act({"type": "skip", "why": why, "at": at})
        self._pen.tell("exercise_skipped", session=self.id, exercise=exercise, why=why)

    def hurts(self, symptom: str, pain: int, effort: int, at: float) -> Told:
        """Write that the present exercise hurts; return the coach's answer, already followed."""
        line, slug = self.line, self.line["exercise"]
        others = self._reds - {slug}
        told = Hurt(symptom, pain, self.usual, len(others), self._begun(at))
        answer = answer_of(self.packet, line, told)
        key = stand_in(self.packet, answer, {one.exercise for one in self.state.lines})
        instead = self.packet["lines"][key] if key else None
        self._reds = others | {slug} if answer["red"] else others
        ended = {"type": "halt", "why": symptom, "instead": instead, "key": key}
        self.act({**(ended if answer["over"] else {"type": "rate"}), "at": at})
        self._pen.tell(
            "exercise_rated", session=self.id, exercise=slug, effort=effort, pain=pain, symptom=symptom
        )
        if instead:
            self._plan = plan_with(self._plan, slug, instead["item"], stays=True)
            self._pen.tell("session_started", session=self.id, plan=self._plan)
        if answer["move"] in ("stop", "end"):
            self.act({"type": "enough", "at": at})
        return Told(answer, instead, holes_of(self.packet, told))

    def _begun(self, at: float) -> bool:
        """Whether a set is done, the one that it hurts in among them: that is written before the rating."""
        halted = reduce(self.state, {"type": "halt", "at": at})
        return any(one.done for one in halted.lines[self.state.place].sets)

    def finish(self, effort: int, pain_after: int) -> None:
        """Write how the session was as a whole."""
        self._pen.tell("session_finished", session=self.id, effort=effort, pain_after=pain_after)

    def _changes(self, line: LineState) -> list[Event]:
        """What brings the diary in line with a line's sets: written once, and taken back where put right."""
        events: list[Event] = []
        told = self.packet["lines"][line.key]
        for one in line.sets:
            key = (line.exercise, one.set, one.side)
            known = self._logged.get(key)
            if (known[1] if known else None) == one.done:
                continue
            if known:
                events.append(self._pen.new("event_retracted", event=known[0]))
                del self._logged[key]
            if one.done:
                made = self._set_event(told, key, one.done)
                events.append(made)
                self._logged[key] = (made.id, one.done)
        return events

    def _set_event(self, line: Json, key: _Key, done: Amounts) -> Event:
        exercise, number, side = key
        amounts = {name: getattr(done, name) for name in _NAMES}
        told = {"session": self.id, "exercise": exercise, "rung": line["rung"], "set": number}
        return self._pen.new("set_performed", **told, side=side or None, **amounts, target=line["targets"])
