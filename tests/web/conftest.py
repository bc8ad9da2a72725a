"""A person in front of the pages: Django's client for what they say, a real browser for what they do."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from axe_playwright_python.sync_playwright import Axe
from django.core.signals import request_finished, request_started
from django.test import Client
from playwright.sync_api import Page

from mainstay.catalogue import load_catalogue
from mainstay.coach import Item, Person, today
from mainstay.diary import new_id, store
from mainstay.exchange import session_json
from mainstay.kernel import Event
from tests.web.guided import Trainee

# Playwright runs an event loop in the test's thread; the database is used beside it, never inside.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
os.environ.setdefault("MAINSTAY_SECRET_KEY", "only for tests")

MONDAY = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
PROFILE: dict[str, Any] = {
    "birth_year": 1982,
    "experience": "new",
    "months_in_pain": 0,
    "session_minutes": 20,
    "days": ["mon", "wed", "fri"],
    "equipment": ["mat", "chair", "wall"],
}


@dataclass
class Diary:
    """The diary of this test's person, for writing beside the pages and looking into."""

    def write(self, kind: str, at: datetime, **fields: object) -> Event:
        """Append one event."""
        event = Event(new_id(at), kind, at, fields)
        store.append(store.the_diary(), [event])
        return event

    def told(self, kind: str) -> list[dict[str, Any]]:
        """Return the fields of all standing events of a kind."""
        events = store.events_of(store.the_diary(), standing=True)
        return [dict(event.fields) for event in events if event.kind == kind]

    @property
    def person(self) -> Person:
        """The person as the store has them."""
        return store.person_of(store.the_diary())

    def answer_all_clear(self, at: datetime = MONDAY) -> None:
        """Answer every safety question so that nothing stands in the way."""
        self.write("screening_answered", at, questions="test", scope="full", answers=all_clear())

    def train(self, at: datetime, *, effort: int = 5, pain: int = 2) -> str:
        """Do the day's session as planned and rate it; return its id."""
        catalogue, session = load_catalogue(), new_id(at)
        planned = today(catalogue, self.person, at.date()).session
        assert planned, "there is nothing to train on this day"
        at = self._next(at)
        self.write("day_checked_in", at, pain_now=2)
        self.write("session_started", self._next(at), session=session, plan=session_json(catalogue, planned))
        for item in planned.items:
            for number in range(1, item.dose.sets + 1):
                for side in item.sides or (None,):
                    self.write("set_performed", at := self._next(at), **_done(session, item, number, side))
            rating = {"session": session, "exercise": item.exercise, "effort": effort, "pain": pain}
            self.write("exercise_rated", at := self._next(at), **rating)
        self.write("session_finished", self._next(at), session=session, effort=effort, pain_after=pain)
        return session

    @staticmethod
    def _next(at: datetime) -> datetime:
        return at + timedelta(seconds=2)

    def set_up(self, at: datetime = MONDAY, **profile: object) -> None:
        """Make the person ready to train, just before ``at``."""
        self.answer_all_clear(at - timedelta(minutes=2))
        self.write("profile_set", at - timedelta(minutes=1), **(PROFILE | profile))


def _done(session: str, item: Item, number: int, side: str | None) -> dict[str, Any]:
    amounts = {"reps": item.dose.reps, "hold_seconds": item.dose.hold_seconds, "side": side}
    told = {"session": session, "exercise": item.exercise, "rung": item.rung, "set": number}
    return told | {name: value for name, value in amounts.items() if value is not None}


def all_clear() -> dict[str, Any]:
    """Answers to the full set that find nothing."""
    numbers = {"age": 44, "pain-now": 2}
    asked = load_catalogue().asked_in("full")
    return {q.id: numbers.get(q.id, "no") for q in asked if q.asked_if is None}


@pytest.fixture
def diary(db: None) -> Diary:
    """An empty diary."""
    return Diary()


@pytest.fixture
def client() -> Client:
    """Django's client, which checks CSRF as a browser would meet it and is in London."""
    made = Client(headers={"host": "localhost"})
    made.cookies["tz"] = "Europe/London"
    return made


Travel = Callable[[datetime], None]


@pytest.fixture
def travel() -> Iterator[Travel]:
    """Go to a moment; the clock runs on from there. The test begins on a Monday morning."""
    with time_machine.travel(MONDAY, tick=True) as traveller:
        yield traveller.move_to


@pytest.fixture(scope="session")
def base_url() -> None:
    """Write addresses in full. (The plugin's own fixture is of a shape that pytest warns about.)"""


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A phone held by somebody in London."""
    phone = {"viewport": {"width": 390, "height": 844}, "timezone_id": "Europe/London", "locale": "en-GB"}
    return {**browser_context_args, **phone, "reduced_motion": "reduce"}


@pytest.fixture(autouse=True)
def nothing_under_way(request: pytest.FixtureRequest) -> Iterator[None]:
    """Leave the page and wait for the server before the database is emptied.

    A page that saves quietly may still be doing so when its test is over.
    """
    if "live_server" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("live_server")
    page: Page = request.getfixturevalue("page")
    under_way: set[int] = set()
    begin, finish = _counted(under_way)
    yield
    for one in page.context.pages:
        one.goto("about:blank")
    for _ in range(3000):
        if not under_way:
            break
        time.sleep(0.01)
    request_started.disconnect(begin)
    request_finished.disconnect(finish)
    assert not under_way, "the server is still busy half a minute after the test"


def _counted(under_way: set[int]) -> tuple[Callable[..., None], Callable[..., None]]:
    """Keep the threads that answer a request in a set, from the request's first moment to its last."""

    def begin(**_: Any) -> None:
        under_way.add(threading.get_ident())

    def finish(**_: Any) -> None:
        under_way.discard(threading.get_ident())

    request_started.connect(begin)
    request_finished.connect(finish)
    return begin, finish


@pytest.fixture
def accessible(page: Page) -> Callable[[], None]:
    """Check the open page: axe finds nothing in light or dark, and nothing is lost at 320 pixels."""

    def check() -> None:
        size = page.viewport_size
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found = Axe().run(page)
            assert found.violations_count == 0, f"{page.url} in {scheme}\n{found.generate_report()}"
        page.set_viewport_size({"width": 320, "height": 640})
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wider <= 0, f"{page.url} is {wider} px wider than 320 px"
        page.emulate_media(color_scheme="light")
        page.set_viewport_size(size)

    return check


@pytest.fixture
def no_faults(page: Page) -> Iterator[None]:
    """Collect what the page complains of: nothing, in the end, but a network that was cut."""
    told: list[str] = []
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("console", lambda line: told.append(line.text) if line.type == "error" else None)
    yield
    assert not [text for text in told if "net::ERR_" not in text]


@pytest.fixture
def trainee(page: Page, live_server: Any, diary: Diary, travel: Travel, no_faults: None) -> Trainee:
    """Somebody ready for a first session of ten minutes."""
    diary.set_up(experience="returning", session_minutes=10)
    return Trainee(page, live_server.url, travel, MONDAY)
