"""The app as something to install: its manifest, its icons, and what the service worker keeps."""

import json
import re
import struct

import pytest
from django.test import Client, override_settings
from playwright.sync_api import expect

from mainstay.web.offline import keeping
from mainstay.web.train import guided
from tests.sync.device import wait_until, worked_for
from tests.web.conftest import MONDAY
from tests.web.test_guarding import OPEN


def kept(client):
    told = client.get("/sw.js").content.decode().partition("const MAINSTAY = ")[2]
    return json.loads(told.partition(";\n")[0])["keep"]


def content(answer):
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_everything_that_is_kept_is_there(client, diary):
    for address in kept(client):
        answer = client.get(address)
        assert answer.status_code == 200, address
        answer.close()


def test_the_shell_and_all_that_it_loads_are_kept(client, diary):
    shell = client.get("/train/").content.decode()
    loaded = re.findall(r'<(?:link|script)[^>]+(?:href|src)="(/static/[^"]+)"', shell)
    scripts = [address for address in loaded if address.endswith(".js")]
    assert scripts
    seen = set()
    while scripts:
        address = scripts.pop()
        if address in seen:
            continue
        seen.add(address)
        text = content(client.get(address)).decode()
        folder = address.rpartition("/")[0]
        imported = re.findall(r'(?:from|import\()\s*"(\.[^"]+)"', text)
        scripts += [resolved(folder, name) for name in imported]
    icons = {address for address in loaded if "/icons/" in address}
    assert {"/train/", *loaded, *seen} - icons <= set(kept(client))


def resolved(folder, name):
    """The address that a module means by another one's name."""
    while name.startswith("../"):
        folder, name = folder.rpartition("/")[0], name.removeprefix("../")
    return f"{folder}/{name.removeprefix('./')}"


def test_the_shell_tells_nothing_about_the_person(client, diary, travel):
    before = client.get("/train/").content
    diary.set_up(goal="dig the garden")
    diary.train(MONDAY)
    assert client.get("/train/").content == before


@override_settings(**OPEN)
def test_a_stranger_is_given_worker_and_manifest_and_no_page_to_sign_in(diary):
    client = Client(headers={"host": "coach.example"})
    for path, kind in (("/sw.js", "text/javascript"), ("/manifest.webmanifest", "application/manifest+json")):
        answer = client.get(path)
        assert (answer.status_code, answer["Content-Type"]) == (200, kind)


@pytest.mark.parametrize(
    ("name", "size"), [("192", 192), ("512", 512), ("maskable", 512), ("apple-touch", 180)]
)
def test_an_icon_has_the_size_that_it_says(client, diary, name, size):
    picture = content(client.get(f"/static/mainstay/icons/{name}.png"))
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture[16:24]) == (size, size)


def test_the_browser_would_install_it_and_it_starts_at_the_day(page, server):
    page.goto(f"{server.url}/today/")
    wait_until(lambda: worked_for(page))
    session = page.context.new_cdp_session(page)
    manifest = session.send("Page.getAppManifest")
    assert manifest["errors"] == []
    faults = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    # A test's window is a private one, in which nothing is installed.
    assert [fault["errorId"] for fault in faults] == ["in-incognito"]
    page.goto(server.url + json.loads(manifest["data"])["start_url"])
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize("part", ["shell", "pack"])
def test_whatever_the_shell_is_made_of_changes_the_version(monkeypatch, part):
    before = keeping.keep_version.__wrapped__()
    assert keeping.keep_version.__wrapped__() == before
    monkeypatch.setattr(keeping, part, lambda: "something else")
    assert keeping.keep_version.__wrapped__() != before


def test_a_changed_phrase_is_a_new_version(monkeypatch):
    before = keeping.keep_version.__wrapped__()
    changed = {**guided.phrases_in(), "play.pause": "Wait"}
    monkeypatch.setattr(guided, "phrases_in", lambda: changed)
    assert keeping.keep_version.__wrapped__() != before
