"""Without a network, in a real browser: a week on the device, and events safe before they are sent."""

import random
import shutil
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

import mainstay
from tests.sync.device import add, cached, forget, setting, unsaved, wait_until, worked_for
from tests.sync.serving import Server

RUNS = 20
SOURCE = Path(mainstay.__file__).resolve().parent


def prepare(page: Page, server: Server) -> None:
    """Open the day's page and wait until the device can do without the server."""
    page.goto(f"{server.url}/today/")
    wait_until(lambda: bool(setting(page, "prepared")))


def open_shell(context: BrowserContext, server: Server) -> Page:
    """Open the guided session in a new tab."""
    page = context.new_page()
    page.goto(f"{server.url}/train/")
    return page


def test_a_week_is_on_the_device_and_its_fourth_day_opens_without_the_server(page, context, server):
    prepare(page, server)
    server.kill()
    page.close()
    later = context.new_page()
    later.clock.set_fixed_time(datetime.now() + timedelta(days=3))
    later.goto(f"{server.url}/train/")
    expect(
        later.get_by_text("Does anything of this", exact=False).or_(later.locator("fieldset")).first
    ).to_be_visible()


def test_without_the_server_every_page_leads_to_training(page, server):
    prepare(page, server)
    server.kill()
    page.goto(f"{server.url}/library/")
    assert page.url == f"{server.url}/train/"
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_of_the_person_only_walk_breaks_and_habits_are_in_the_browsers_caches_until_the_device_forgets(
    page, server
):
    prepare(page, server)
    for path in ("/", "/today/", "/programme/", "/history/", "/settings/", "/library/", "/api/v1/today"):
        page.goto(f"{server.url}{path}")
    page.goto(f"{server.url}/library/bird-dog/")
    kept = cached(page)
    assert "/train/" in kept
    assert any(path.startswith("/library/") for path in kept)
    impersonal = ("/static/", "/library/", "/lessons/", "/train/", "/manifest.webmanifest")
    personal = {path for path in kept if not path.startswith(impersonal)}
    assert {path for path in personal if not path.endswith(".svg")} == {"/walk/", "/breaks/", "/habits/"}
    assert all(path.startswith("/habits/") for path in personal if path.endswith(".svg"))
    assert [
        path for path in kept if path.startswith("/library/") and not path.endswith((".svg", ".json"))
    ] == []
    forget(page)
    assert not cached(page) & {"/walk/", "/breaks/", "/habits/"}


def disturb(random_: random.Random, context: BrowserContext, server: Server, page: Page) -> Page:
    """Let something happen to a device; return the page that is open afterwards."""
    match random_.choice(("cut", "back", "closed", "reloaded", "second tab", "killed")):
        case "cut":
            context.set_offline(True)
        case "back":
            context.set_offline(False)
        case "closed":
            page.close()
            return open_shell(context, server)
        case "reloaded":
            page.reload()
        case "second tab":
            return open_shell(context, server)
        case "killed" if random_.random() < 0.4:
            server.kill()
            server.start()
    return page


def test_in_twenty_runs_through_the_browser_nothing_is_lost_or_doubled(page, context, server):
    page.goto(f"{server.url}/today/")
    wait_until(lambda: worked_for(page))
    for seed in range(RUNS):
        random_, made = random.Random(seed), []
        page = open_shell(context, server)
        for _ in range(5):
            page = disturb(random_, context, server, page)
            made += add(page, *(random_.randint(1, 60) for _ in range(random_.randint(1, 8))))
        context.set_offline(False)
        for other in context.pages[:-1]:
            other.close()
        # Not every run broke off the network; the longest wait between two tries is for no test.
        page.evaluate("dispatchEvent(new Event('online'))")
        wait_until(lambda page=page: unsaved(page) == 0)
        there = Counter(event["id"] for event in server.told("walk_logged"))
        assert [there[event["id"]] for event in made] == [1] * len(made), f"seed {seed}"


@pytest.mark.parametrize("days", [-1, 1])
def test_a_device_whose_clock_is_a_day_off_writes_the_real_time(page, server, days):
    page.clock.set_fixed_time(datetime.now() + timedelta(days=days))
    page.goto(f"{server.url}/today/")
    wait_until(lambda: setting(page, "skew") is not None)
    (event,) = add(page, 10)
    wait_until(lambda: unsaved(page) == 0)
    assert server.told("walk_logged")[0]["id"] == event["id"]
    assert abs(datetime.fromisoformat(event["at"]) - datetime.now(UTC)) < timedelta(minutes=1)


@pytest.fixture
def other(browser: Browser, browser_context_args: dict[str, Any]):
    """Another device of the same person."""
    context = browser.new_context(**browser_context_args)
    yield context.new_page()
    context.close()


def test_two_devices_that_were_offline_merge(page, context, server, other):
    pages = (page, other)
    for device in pages:
        device.goto(f"{server.url}/today/")
        wait_until(lambda device=device: setting(device, "diary") is not None)
        device.context.set_offline(True)
    made = [
        add(device, minutes) + add(device, minutes + 1)
        for device, minutes in zip(pages, (10, 20), strict=True)
    ]
    assert server.told("walk_logged") == []
    for device in pages[::-1]:
        device.context.set_offline(False)
        wait_until(lambda device=device: unsaved(device) == 0)
    ids = [event["id"] for event in server.told("walk_logged")]
    assert sorted(ids) == sorted(event["id"] for events in made for event in events)


def test_a_new_version_waits_until_the_session_is_over_and_then_takes_its_place(page, context, tmp_path):
    shutil.copytree(SOURCE, tmp_path / "code" / "mainstay", ignore=shutil.ignore_patterns("__pycache__"))
    server = Server(tmp_path / "data", source=tmp_path / "code")
    server.start()
    try:
        server.set_up()
        upgrade_during_a_session(page, context, server, tmp_path / "code")
    finally:
        server.kill()


def upgrade_during_a_session(page: Page, context: BrowserContext, server: Server, code: Path) -> None:
    page.goto(f"{server.url}/today/")
    wait_until(lambda: worked_for(page))
    session = open_shell(context, server)
    (first,) = shells(page)
    server.kill()
    with (code / "mainstay/web/static/mainstay/mainstay.css").open("a") as style:
        style.write("\n:root { --upgraded: yes; }\n")
    server.start()
    page.goto(f"{server.url}/today/")
    wait_until(lambda: len(shells(page)) == 2)
    session.reload()
    assert upgraded(session) == "", "a session that runs keeps the version it began with"
    session.close()
    wait_until(lambda: alone_after_reload(page))
    assert first not in shells(page)
    assert upgraded(open_shell(context, server)) == "yes"


def alone_after_reload(page: Page) -> bool:
    """Open the day's page once more; each time the new version asks whether a session is still open."""
    # Each time it also asks for the packets of a week, one after the other of a server that has one thread.
    page.reload(wait_until="domcontentloaded", timeout=60_000)
    page.wait_for_timeout(1_500)
    return len(shells(page)) == 1


def shells(page: Page) -> list[str]:
    """The versions of the shell that are on the device."""
    names: list[str] = page.evaluate("caches.keys()")
    return [name for name in names if name.startswith("mainstay-shell-")]


def upgraded(page: Page) -> str:
    """What the style that is in use says of the upgrade."""
    style = "getComputedStyle(document.documentElement).getPropertyValue('--upgraded')"
    return str(page.evaluate(style)).strip()
