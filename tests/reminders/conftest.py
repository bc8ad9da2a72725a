"""A person who wants reminders, and a worker whose clock and receiver the test holds."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from mainstay.diary import store
from mainstay.reminders import Message
from mainstay.reminders.models import Channel, Delivery, ReminderSettings
from mainstay.reminders.outbox import Carrier, settings_of
from tests.web.conftest import Diary, diary, travel

__all__ = ["diary", "travel"]

MONDAY = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


@dataclass
class Desk:
    """Wishes, ways and what arrived. The clock stands until the test moves it."""

    diary: Diary
    now: datetime = MONDAY
    got: list[tuple[str, Message]] = field(default_factory=list)
    trouble: BaseException | None = None

    def wish(self, **wishes: object) -> None:
        """Say what is wanted, since long ago."""
        settings_of(store.the_diary())
        since = {"changed_at": MONDAY - timedelta(days=30), "zone": "UTC"}
        ReminderSettings.objects.update(**since | wishes)

    def way(self, name: str = "phone", **told: object) -> Channel:
        """Add a way to reach the person."""
        fields = {"kind": "push", "address": {}} | told
        return Channel.objects.create(diary=store.the_diary(), name=name, **fields)

    @property
    def carrier(self) -> Carrier:
        """A worker."""
        return Carrier(self._take, lambda: self.now)

    def look(self, at: datetime | None = None) -> list[Delivery]:
        """Let the worker look, at a moment if one is given."""
        self.now = at or self.now
        return list(self.carrier.round())

    @property
    def keys(self) -> list[str]:
        """The keys of what arrived, in order."""
        return [message.key for _, message in self.got]

    def _take(self, channel: Channel, message: Message) -> None:
        if self.trouble:
            raise self.trouble
        self.got.append((channel.name, message))


@pytest.fixture
def desk(diary: Diary) -> Desk:
    """Somebody who trains on Mondays, Wednesdays and Fridays and wants to be reminded at eight."""
    diary.set_up(MONDAY - timedelta(hours=3))
    made = Desk(diary)
    made.wish(session=True)
    return made
