"""The reminders of a day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from mainstay.catalogue.rules import ReminderRules
from mainstay.reminders.message import Kind
from mainstay.reminders.timing.breaks import breaks_of
from mainstay.reminders.timing.due import Due, again_key, day_key, useful_until
from mainstay.reminders.timing.facts import Answer, Facts, Made, Wishes
from mainstay.reminders.timing.silence import Silence, silence


@dataclass(frozen=True, slots=True)
class Agenda:
    """A day's reminders in order, those made already left out; and why there is none of a kind."""

    dues: tuple[Due, ...]
    silent: tuple[tuple[Kind, Silence], ...]

    def now(self, moment: datetime) -> tuple[Due, ...]:
        """Return what is to be made at a moment; breaks that are past are let go, not made up for."""
        return tuple(
            due
            for due in self.dues
            if due.due_at <= moment and (due.kind is not Kind.BREAK or moment <= due.until)
        )


def agenda(rules: ReminderRules, wishes: Wishes, facts: Facts, made: Sequence[Made]) -> Agenda:
    """Return the reminders of the day that ``facts`` tell, and the reasons for silence.

    At most one reminder for a session and one for a walk, and another only where the person asked for it.
    Where too many sessions in a row went unanswered, the question whether to go on takes the place of all.
    """
    asks = facts.unanswered >= rules.unanswered_max.whole and not wishes.paused
    daily = [*_once_a_day(rules, wishes, facts, made, asks=asks)]
    breaks = [] if asks else [*breaks_of(rules, wishes, facts, made, [*(due.due_at for due in daily)])]
    known = {one.key for one in made}
    dues, silent = list[Due](), dict[Kind, Silence]()
    for due in (*daily, *breaks):
        why = silence(due.kind, wishes, facts, made, due.due_at)
        if why:
            silent.setdefault(due.kind, why)
        elif due.key not in known and due.due_at >= wishes.since and due.due_at <= due.until:
            dues.append(due)
    dues.sort(key=lambda due: due.due_at)
    left = [(kind, why) for kind, why in silent.items() if not any(due.kind is kind for due in dues)]
    return Agenda(tuple(dues), tuple(left))


def _once_a_day(
    rules: ReminderRules, wishes: Wishes, facts: Facts, made: Sequence[Made], *, asks: bool
) -> Iterator[Due]:
    wanted = [(Kind.ASK if asks else Kind.SESSION, wishes.session, rules.session_useful_minutes.whole)]
    if not asks:
        wanted.append((Kind.WALK, wishes.walk, rules.walk_useful_minutes.whole))
    for kind, wall, minutes in wanted:
        if wall is not None:
            yield _first(wishes, facts, kind, wall, minutes)
            yield from _again(wishes, kind, made, minutes)


def _first(wishes: Wishes, facts: Facts, kind: Kind, wall: time, minutes: int) -> Due:
    """The day's reminder at its time, or when quiet hours end; one that falls tomorrow is told as quiet."""
    moved = wishes.quiet.after(wall) or wall
    due_at = wishes.clock.lived(facts.day, moved)
    return Due(day_key(kind, facts.day), kind, due_at, useful_until(wishes, due_at, minutes))


def _again(wishes: Wishes, kind: Kind, made: Iterable[Made], minutes: int) -> Iterator[Due]:
    for one in made:
        if one.kind is kind and one.answer is Answer.LATER and one.again_at is not None:
            until = useful_until(wishes, one.again_at, minutes)
            yield Due(again_key(one.key), kind, one.again_at, until, follows=one.key)
