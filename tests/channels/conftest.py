"""Somebody with a diary and a way to be reached, and messages to send them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mainstay.diary import store
from mainstay.reminders import Kind, Message
from mainstay.reminders.channels import vapid
from mainstay.reminders.models import Channel, ReminderSettings
from tests.channels.push_service import Heard, listening

SESSION = Message("session-2026-03-02", Kind.SESSION, "Time to train", "Your session waits.", "/today/", 7200)
TEST = Message("test-1", Kind.TEST, "It works", "This is a test.", "/today/", 60, again=False)


@pytest.fixture
def service() -> Iterator[Heard]:
    """A service on loopback that takes everything."""
    with listening() as heard:
        yield heard


@contextmanager
def data_in(folder: Path) -> Iterator[Path]:
    """Keep the data in a folder for a while, and with it the key for push services."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MAINSTAY_DATA", str(folder))
        patch.setenv("MAINSTAY_SECRET_KEY", "only for tests")
        vapid.push_key.cache_clear()
        yield folder
        vapid.push_key.cache_clear()


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path) -> Iterator[Path]:
    """A data folder of this test, with no key in it."""
    with data_in(tmp_path) as folder:
        yield folder


@pytest.fixture
def channel_to(db: None) -> Callable[..., Channel]:
    """Make a channel of the person of this machine, who opens the app at https://coach.example."""

    def made(kind: str, **address: object) -> Channel:
        diary = store.the_diary()
        ReminderSettings.objects.update_or_create(diary=diary, defaults={"origin": "https://coach.example"})
        return Channel.objects.create(diary=diary, kind=kind, name="Mine", address=address)

    return made
