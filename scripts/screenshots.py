"""Take the pictures of the docs from the real app, in a real browser, with the example diary.

``python -m scripts.screenshots`` writes ``docs/screenshots``: pages of the README, and every state of a
guided session. ``--all DIR`` takes everything on every size, light and dark, to be looked at.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from dev import find_browser
from mainstay.catalogue import load_catalogue
from mainstay.coach import WEEKDAYS
from mainstay.diary import new_id, to_line
from mainstay.kernel import Event
from scripts.example_diary import three_weeks
from scripts.guided_tour import before, first, tour
from scripts.palette import fewer_colours

ROOT = Path(__file__).resolve().parent.parent
PORT = 8767
ADDRESS = f"http://127.0.0.1:{PORT}"
SIZES = {"phone": (390, 844), "small": (320, 640), "lying": (844, 390), "desktop": (1280, 800)}
PAGES = {
    "today": "/today/",
    "programme": "/programme/",
    "checkin": "/checkin/",
    "history": "/history/",
    "library": "/library/",
    "exercise": "/library/bird-dog/",
    "plank": "/library/front-plank/",
    "lessons": "/lessons/",
    "lesson": "/lessons/how-progress-goes/",
    "settings": "/settings/",
    "reminders": "/settings/reminders/",
    "flare": "/flare/",
}
README = {("today", "phone", "light"), ("programme", "phone", "dark")}
DARK = {"play-work", "hurts-kind", "rate"}
"""The states of a guided session that the docs show in the dark, too."""
DARK_BEFORE = {"halt-emergency"}
FIRST = ("gate", "morning", "rest")
"""The diaries whose first screen is a state of its own; each is served by its name."""


def events_for(state: str) -> Iterator[Event]:
    """Yield the diary of somebody who may train today; or whose first screen is one of ``FIRST``."""
    if state == "gate":
        return
    if state == "morning":
        start = date.today() - timedelta(days=2)
        yield from (event for event in three_weeks(start).events if event.at.date() == start)
        return
    yield from three_weeks(date.today() - timedelta(days=21)).events
    yield from ready_today(datetime.now(UTC) - timedelta(minutes=5), offset=state == "rest")


def ready_today(now: datetime, *, offset: int = 0) -> Iterator[Event]:
    """Yield what lets the example's person train so many days from now: all clear, and days that fit."""
    numbers = {"age": 44, "pain-now": 2}
    asked = [question for question in load_catalogue().asked_in("full") if question.asked_if is None]
    answers = {question.id: numbers.get(question.id, "no") for question in asked}
    yield _event("screening_answered", now, questions="example", scope="full", answers=answers)
    days = [WEEKDAYS[(now.weekday() + offset + day) % 7] for day in (0, 2, 4)]
    about = {"birth_year": 1982, "experience": "regular", "months_in_pain": 3, "session_minutes": 20}
    equipment = ["mat", "chair", "wall", "stick"]
    yield _event("profile_set", now + timedelta(seconds=1), **about, days=days, equipment=equipment)


def _event(kind: str, at: datetime, **fields: object) -> Event:
    return Event(new_id(at), kind, at, fields)


@contextmanager
def served(state: str = "") -> Iterator[None]:
    """Serve the app with three weeks of the example diary, the last of which ends today."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "MAINSTAY_DATA": folder}
        mainstay = Path(sys.executable).parent / "mainstay"
        diary = Path(folder) / "example.jsonl"
        diary.write_text("".join(f"{to_line(event)}\n" for event in events_for(state)), encoding="utf-8")
        subprocess.run([mainstay, "import", diary], env=environment, check=True)
        server = subprocess.Popen([mainstay, "serve", "--port", str(PORT)], env=environment)
        try:
            _wait()
            yield
        finally:
            server.terminate()
            server.wait(10)


def _wait() -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(f"{ADDRESS}/healthz", timeout=2)
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the server did not start")


def shots(browser: Browser, pages: dict[str, str], folder: Path, only: set[tuple[str, str, str]]) -> None:
    """Take each page at each size and in each theme that is wanted; all where ``only`` is empty."""
    for size, (width, height) in SIZES.items():
        for theme in ("light", "dark"):
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if theme == "dark" else "light",
            )
            page = context.new_page()
            for name, path in pages.items():
                if not only or (name, size, theme) in only:
                    page.goto(path if path.startswith("http") else ADDRESS + path)
                    page.evaluate("document.querySelectorAll('img').forEach(i => { i.loading = 'eager' })")
                    page.wait_for_load_state("networkidle")
                    page.screenshot(path=folder / f"{name}-{size}-{theme}.png", full_page=not only)
            context.close()


Only = set[str] | None


@contextmanager
def device(browser: Browser, size: str, theme: str) -> Iterator[Page]:
    """Give a page on one device."""
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if theme == "dark" else "light",
        timezone_id="UTC",
    )
    yield context.new_page()
    context.close()


def guided(browser: Browser, folder: Path, size: str, theme: str, only: Only = None) -> None:
    """Take every state of a guided session on one device; ``only`` some of them, by name."""
    with served(), device(browser, size, theme) as page:
        for number, name in enumerate(tour(page, ADDRESS), start=1):
            if only is None or name in only:
                page.screenshot(path=folder / f"guided-{number:02}-{name}-{size}-{theme}.png")


def disturbed(browser: Browser, folder: Path, size: str, theme: str, only: Only = None) -> None:
    """Take the screens on which nothing is trained, and those of a session that is disturbed."""
    for state in ("", *FIRST):
        if only is not None and state in FIRST and state not in only:
            continue
        with served(state), device(browser, size, theme) as page:
            for name in first(page, ADDRESS) if state else before(page, ADDRESS):
                shown = state or name
                if only is None or shown in only:
                    page.screenshot(path=folder / f"guided-{shown}-{size}-{theme}.png", full_page=True)


def main() -> None:
    """Take the pictures."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--all", type=Path)
    chosen = arguments.parse_args().all
    folder = chosen or ROOT / "docs" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    states: list[tuple[str, str, Only, Only]] = [
        ("phone", "light", None, None),
        ("phone", "dark", DARK, DARK_BEFORE),
    ]
    if chosen:
        states = [(size, theme, None, None) for size in SIZES for theme in ("light", "dark")]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        with served():
            shots(browser, PAGES, folder, set() if chosen else README)
        for size, theme, training, rest in states:
            guided(browser, folder, size, theme, training)
            disturbed(browser, folder, size, theme, rest)
        browser.close()
    for picture in folder.glob("*.png"):
        picture.write_bytes(fewer_colours(picture.read_bytes()))


if __name__ == "__main__":
    main()
