"""Handing over what is in the outbox: one worker a copy, again where it failed, never what is of no use."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from logging import getLogger
from uuid import uuid4

from django.db.models import F, Q

from mainstay.reminders.channels import send as send_over_channel
from mainstay.reminders.message import Message, Refused, Unreachable
from mainstay.reminders.models import Channel, Delivery
from mainstay.reminders.outbox.composing import message_of, problem_text
from mainstay.reminders.outbox.making import make_due
from mainstay.reminders.outbox.wanting import unwanted

LEASE = timedelta(seconds=60)
"""How long a worker may take to hand one message over before another may: thrice a channel's own limit."""

_FIRST_RETRY, _LAST_RETRY = timedelta(seconds=30), timedelta(minutes=15)
_log = getLogger("mainstay.reminders")

State = Delivery.State


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Carrier:
    """Makes what is due, and hands over what is made. Any number may work at the same time."""

    send: Callable[[Channel, Message], None] = send_over_channel
    clock: Callable[[], datetime] = _utc_now
    lease: timedelta = LEASE

    def round(self) -> tuple[Delivery, ...]:
        """Look once; return the copies that came to an end of any kind, or were put off."""
        make_due(self.clock())
        return tuple(filter(None, map(self._carry, self._open())))

    def _open(self) -> list[Delivery]:
        now = self.clock()
        waiting = Q(state=State.DUE, not_before__lte=now) | Q(state=State.SENDING, lease_until__lte=now)
        rows = Delivery.objects.filter(waiting).select_related("channel", "reminder__diary")
        return list(rows.order_by("reminder__due_at", "pk"))

    def _carry(self, seen: Delivery) -> Delivery | None:
        """Take a copy and see it through; None where another worker was faster."""
        died = seen.state == State.SENDING
        mine = self._taken(seen)
        if mine is None:
            return None
        now = self.clock()
        if now > mine.reminder.until:
            return self._ended(mine, State.UNKNOWN, "unknown") if died else self._too_late(mine)
        why = unwanted(mine, now)
        if why:
            return self._ended(mine, State.DROPPED, why)
        return self.hand_over(mine)

    def _taken(self, seen: Delivery) -> Delivery | None:
        lease, until = str(uuid4()), self.clock() + self.lease
        as_seen = Delivery.objects.filter(pk=seen.pk, state=seen.state, lease=seen.lease)
        taken = as_seen.update(
            state=State.SENDING, lease=lease, lease_until=until, attempts=F("attempts") + 1
        )
        if not taken:
            return None
        seen.state, seen.lease, seen.attempts = State.SENDING, lease, seen.attempts + 1
        return seen

    def hand_over(self, mine: Delivery) -> Delivery:
        """Hand over a copy whose lease is ours, and note what became of it."""
        assert mine.channel is not None
        try:
            self.send(mine.channel, message_of(mine.reminder, self.clock()))
        except Refused as refusal:
            return self._end(mine, State.FAILED, str(refusal))
        except Unreachable as trouble:
            return self._put_off(mine, str(trouble))
        except Exception as fault:
            # Its text may hold an address with its secrets.
            _log.warning("a reminder could not be handed over: %s", type(fault).__name__)
            return self._put_off(mine, problem_text("fault"))
        return self._end(mine, State.SENT, "")

    def _put_off(self, mine: Delivery, problem: str) -> Delivery:
        """Try again, each time after twice as long, as long as that is of use."""
        wait = min(_FIRST_RETRY * 2 ** (mine.attempts - 1), _LAST_RETRY)
        again = self.clock() + wait
        if again > mine.reminder.until:
            return self._end(mine, State.FAILED, problem)
        return self._end(mine, State.DUE, problem, not_before=again)

    def _too_late(self, mine: Delivery) -> Delivery:
        return self._ended(mine, State.FAILED, "") if mine.problem else self._ended(mine, State.LATE, "late")

    def _ended(self, mine: Delivery, state: Delivery.State, code: str) -> Delivery:
        """End without a try; what the channel said last stays as it is."""
        return self._note(mine, state, problem_text(code) if code else mine.problem)

    def _end(
        self, mine: Delivery, state: Delivery.State, problem: str, not_before: datetime | None = None
    ) -> Delivery:
        """Note what became of a try, for the log and beside the channel."""
        assert mine.channel is not None
        Channel.objects.filter(pk=mine.channel.pk).update(problem=problem[:300])
        return self._note(mine, state, problem, not_before)

    def _note(
        self, mine: Delivery, state: Delivery.State, problem: str, not_before: datetime | None = None
    ) -> Delivery:
        mine.state, mine.problem, mine.lease_until = state, problem[:300], None
        mine.not_before = not_before or mine.not_before
        mine.sent_at = self.clock() if state == State.SENT else None
        noted = {
            name: getattr(mine, name) for name in ("state", "problem", "lease_until", "not_before", "sent_at")
        }
        # Only the holder of the lease may say; one who came back too late says nothing.
        Delivery.objects.filter(pk=mine.pk, state=State.SENDING, lease=mine.lease).update(**noted)
        return mine
