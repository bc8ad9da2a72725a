"""Take the pictures of the README from the real app, in a real browser, with the example diary.

``python -m scripts.screenshots`` writes ``docs/screenshots``; ``--all DIR`` takes every page at phone and
desktop size, light and dark, to be looked at.
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
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from dev import find_browser
from mainstay.diary import to_line
from scripts.example_diary import three_weeks

ROOT = Path(__file__).resolve().parent.parent
PORT = 8767
ADDRESS = f"http://127.0.0.1:{PORT}"
SIZES = {"phone": (390, 844), "desktop": (1280, 900)}
PAGES = {
    "today": "/today/",
    "programme": "/programme/",
    "checkin": "/checkin/",
    "history": "/history/",
    "library": "/library/",
    "exercise": "/library/bird-dog/",
    "plank": "/library/front-plank/",
    "settings": "/settings/",
    "flare": "/flare/",
}
README = {("today", "phone", "light"), ("player", "phone", "light"), ("programme", "phone", "dark")}


@contextmanager
def served() -> Iterator[None]:
    """Serve the app with three weeks of the example diary, the last of which ends today."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "MAINSTAY_DATA": folder}
        mainstay = Path(sys.executable).parent / "mainstay"
        diary = Path(folder) / "example.jsonl"
        events = three_weeks(date.today() - timedelta(days=21)).events
        diary.write_text("".join(f"{to_line(event)}\n" for event in events), encoding="utf-8")
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


def start_session(page: Page) -> str:
    """Check in with pain 2 and nothing unusual, and return the address of the player."""
    page.goto(f"{ADDRESS}/checkin/")
    page.locator('input[name="pain_now"][value="2"]').check()
    for question in ("today-nerves", "today-unwell", "today-fall"):
        page.locator(f'input[name="{question}"][value="no"]').check()
    with page.expect_navigation():
        page.locator("main form .button").last.click()
    if "/train/" not in page.url:
        with page.expect_navigation():
            page.locator("main form .button").last.click()
    return page.url


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


def main() -> None:
    """Take the pictures."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--all", type=Path)
    chosen = arguments.parse_args().all
    folder = chosen or ROOT / "docs" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    with served(), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        pages = {**PAGES, "player": start_session(browser.new_page())}
        shots(browser, pages, folder, set() if chosen else README)
        browser.close()


if __name__ == "__main__":
    main()
