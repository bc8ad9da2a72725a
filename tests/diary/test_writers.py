"""Two writers at once: no event is lost, none is doubled, and the state is that of all of them."""

import subprocess
import sys
from threading import Barrier, Thread

import pytest
from django.db import connection, connections

from mainstay import coach
from mainstay.catalogue import load_catalogue
from mainstay.diary import to_line
from mainstay.diary.store import Diary, append, decisions_of, events_of, person_of, the_diary
from tests.diary.courses import written

pytest_plugins = ["tests.postgres"]
pytestmark = pytest.mark.usefixtures("store")

WRITERS = 4


def at_once(work) -> list:
    """Do the same work in several threads, each with a connection of its own, starting together."""
    barrier, outcomes = Barrier(WRITERS), []

    def one(number: int) -> None:
        try:
            barrier.wait()
            outcomes.append(work(number))
        except Exception as error:
            outcomes.append(error)
        finally:
            connections["default"].close()

    threads = [Thread(target=one, args=(number,)) for number in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def test_writers_with_the_same_and_with_different_events_lose_and_double_nothing(django_db_blocker):
    diary, events = Diary.objects.create(), written(17, days=12)

    def write(number: int) -> int:
        mine = [event for place, event in enumerate(events) if place % 3 != number % 3]
        return sum(append(diary, [event]).accepted for event in mine)

    outcomes = at_once(write)
    assert sum(outcomes) == len(events)
    assert len(list(events_of(diary))) == len(events)
    folded = coach.fold(load_catalogue(), events)
    assert person_of(diary) == folded.person
    assert decisions_of(diary) == folded.decisions


def test_whoever_starts_the_diary_of_this_machine_first_starts_it_for_all():
    Diary.objects.filter(pk=the_diary().pk).delete()
    events = written(17, days=1)
    outcomes = at_once(lambda number: append(the_diary(), [events[number]]).accepted)
    assert outcomes == [1] * WRITERS
    assert list(events_of(the_diary())) == sorted(events[:WRITERS], key=lambda event: event.key)


WRITER = """
import sys
from django.conf import settings
from mainstay.diary import database_settings, read_lines
settings.configure(
    INSTALLED_APPS=["mainstay.diary.apps.DiaryConfig"], DATABASES=database_settings(sys.argv[1]), USE_TZ=True
)
import django
django.setup()
from mainstay.diary.store import append, the_diary
for event in read_lines(sys.stdin.read(), "test").events:
    append(the_diary(), [event])
"""


@pytest.fixture
def address(store, request) -> str:
    Diary.objects.filter(pk=the_diary().pk).delete()
    return (
        request.getfixturevalue("postgres_url") if store == "postgresql" else connection.settings_dict["NAME"]
    )


def test_two_processes_can_write_one_diary(address):
    events = written(23, days=4)
    command = (sys.executable, "-c", WRITER, address)
    writers = [subprocess.Popen(command, stdin=subprocess.PIPE, text=True) for _ in range(2)]
    for writer, mine in zip(writers, (events, events[::-1]), strict=True):
        writer.stdin.write("\n".join(map(to_line, mine)))
        writer.stdin.close()
    assert [writer.wait() for writer in writers] == [0, 0]
    assert {event.id for event in events_of(the_diary())} == {event.id for event in events}
    assert person_of(the_diary()) == coach.fold(load_catalogue(), events).person
