"""From what is due to rows in the outbox: each reminder once, whoever looks first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import transaction

from mainstay.catalogue import Catalogue, load_catalogue
from mainstay.diary import store
from mainstay.diary.models import Diary
from mainstay.reminders.message import Kind
from mainstay.reminders.models import Channel, Delivery, Reminder, ReminderSettings
from mainstay.reminders.outbox.standing import facts_of, made_on
from mainstay.reminders.outbox.wishes import wishes_of
from mainstay.reminders.timing import Agenda, Due, Facts, Made, Wishes, agenda

_HOUR = 60
_LOOKED_EVERY = timedelta(minutes=5)
_KEPT = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Prospect:
    """A person's day as reminders see it."""

    wishes: Wishes
    facts: Facts
    made: tuple[Made, ...]

    @property
    def agenda(self) -> Agenda:
        """What is due on the day, and why there is nothing of a kind."""
        return agenda(load_catalogue().rules.reminders, self.wishes, self.facts, self.made)


def prospect(diary: Diary, now: datetime, settings: ReminderSettings | None = None) -> Prospect | None:
    """Return the person's day at a moment, without making anything; None where they never said a wish."""
    catalogue = load_catalogue()
    settings = settings or ReminderSettings.objects.filter(diary=diary).first()
    if settings is None:
        return None
    person = store.person_of(diary)
    wishes = wishes_of(catalogue, settings, person.profile)
    day = wishes.clock.day_at(now)
    facts = facts_of(catalogue, diary, person, settings, day)
    made = made_on(diary, day, now, _hours_of_use(catalogue))
    return Prospect(wishes, facts, made)


def make_due(now: datetime) -> None:
    """Make what is due now for every person who wants reminders and can be reached."""
    for settings in _wanting():
        diary = settings.diary
        _note_look(settings, now)
        # Most of the time nothing is due, and finding that out locks nobody.
        seen = prospect(diary, now, settings)
        if seen and seen.agenda.now(now):
            _make(diary, now)


def _wanting() -> Iterable[ReminderSettings]:
    wanted = ReminderSettings.objects.filter(diary__reminder_channels__on=True)
    some = wanted.filter(session=True) | wanted.filter(walk=True) | wanted.filter(breaks=True)
    return some.select_related("diary").distinct()


def _note_look(settings: ReminderSettings, now: datetime) -> None:
    """Note every few minutes that somebody looks; once a day, let go of what is too old to be asked about."""
    last = settings.looked_at
    if last is None or now - last >= _LOOKED_EVERY:
        ReminderSettings.objects.filter(pk=settings.pk).update(looked_at=now)
    if last is None or last.astimezone(UTC).date() != now.astimezone(UTC).date():
        Reminder.objects.filter(diary=settings.diary_id, due_at__lt=now - _KEPT).delete()


@transaction.atomic
def _make(diary: Diary, now: datetime) -> None:
    """Make the reminders that are due, one worker at a time for each person."""
    settings = ReminderSettings.objects.select_for_update().get(diary=diary)
    seen = prospect(diary, now, settings)
    assert seen is not None
    for due in seen.agenda.now(now):
        _put(diary, due, seen.wishes, now)
        if due.kind is Kind.ASK:
            ReminderSettings.objects.filter(pk=settings.pk).update(asked_at=now.astimezone(UTC))


def _put(diary: Diary, due: Due, wishes: Wishes, now: datetime) -> None:
    """Write a reminder and its copy for every channel, unless it is there."""
    reminder, is_new = Reminder.objects.get_or_create(
        diary=diary,
        key=due.key,
        defaults={
            "kind": due.kind,
            "day": wishes.clock.day_at(due.due_at),
            "due_at": due.due_at,
            "until": due.until,
            "follows": due.follows,
        },
    )
    if is_new:
        reachable = Channel.objects.filter(diary=diary, on=True)
        Delivery.objects.bulk_create(
            Delivery(reminder=reminder, channel=channel, channel_name=channel.name, not_before=now)
            for channel in reachable
        )


def _hours_of_use(catalogue: Catalogue) -> int:
    rules = catalogue.rules.reminders
    return max(rules.session_useful_minutes.whole, rules.walk_useful_minutes.whole) // _HOUR
