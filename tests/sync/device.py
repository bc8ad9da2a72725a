"""A device: a browser page that runs the app's own modules, and what is in its store."""

import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

_MODULES = "/static/mainstay/js"
_ADD = f"""async (walks) => {{
    const {{ open }} = await import("{_MODULES}/store.js");
    const {{ newEvent }} = await import("{_MODULES}/event.js");
    const events = walks.map((minutes) => newEvent("walk_logged", {{ minutes }}));
    await (await open()).add(events);
    return events;
}}"""
_UNSAVED = f'async () => (await (await import("{_MODULES}/store.js")).open()).unsaved()'
_SETTING = f'async (name) => (await (await import("{_MODULES}/store.js")).open()).setting(name)'
_FORGET = f'async () => (await (await import("{_MODULES}/store.js")).open()).forgetAll()'
_CACHED = """async () => {
    const names = await caches.keys();
    const caches_ = await Promise.all(names.map((name) => caches.open(name)));
    const kept = await Promise.all(caches_.map((cache) => cache.keys()));
    return kept.flat().map((request) => new URL(request.url).pathname);
}"""


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait up to a minute. The page's own way of waiting needs ``eval``, which the app forbids."""
    for _ in range(1200):
        if holds():
            return
        time.sleep(0.05)
    raise TimeoutError("it did not come to pass")


def add(page: Page, *walks: int) -> list[dict[str, Any]]:
    """Write walks down on the device, as the player writes its events; return the events."""
    events: list[dict[str, Any]] = page.evaluate(_ADD, list(walks))
    return events


def unsaved(page: Page) -> int:
    """How many events are on the device alone."""
    number: int = page.evaluate(_UNSAVED)
    return number


def setting(page: Page, name: str) -> Any:
    """A setting of the device."""
    return page.evaluate(_SETTING, name)


def forget(page: Page) -> None:
    """Have the device forget everything, as it does when the person signs out."""
    page.evaluate(_FORGET)


def cached(page: Page) -> set[str]:
    """The addresses of everything that is in the browser's caches."""
    return set(page.evaluate(_CACHED))


def worked_for(page: Page) -> bool:
    """Whether a service worker serves the page."""
    return bool(page.evaluate("navigator.serviceWorker.controller !== null"))
