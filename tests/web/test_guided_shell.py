"""The shell of the guided session: the same for everybody, small, and of use without JavaScript."""

import gzip
import json
import re
from pathlib import Path

from django.contrib.staticfiles import finders

from mainstay.web.train.scripts import pack

KILOBYTE = 1000


def packed(text: bytes) -> int:
    return len(gzip.compress(text, 6))


def test_the_shell_tells_nothing_about_the_person(client, diary, travel):
    empty = client.get("/train/").content
    diary.set_up(goal="lift my grandchild")
    assert client.get("/train/").content == empty


def test_without_scripts_the_shell_leads_to_the_plain_form(client, diary):
    page = client.get("/train/").content.decode()
    told = re.search(r"<noscript>(.*?)</noscript>", page, re.DOTALL)
    assert told
    assert 'href="/checkin/"' in told[1]


def test_the_shell_carries_every_word_of_its_scripts(client, diary):
    page = client.get("/train/").content.decode()
    phrases = json.loads(re.search(r'<script id="phrases"[^>]*>(.*?)</script>', page, re.DOTALL)[1])
    asked = set(re.findall(r'\b(say|count)\("([a-z.-]+)"', pack()))
    assert len(asked) > 100
    for by, key in asked:
        assert (key if by == "say" else f"{key}.many") in phrases, key


def test_the_scripts_come_in_one_file_that_is_asked_for_again_only_when_it_changed(client, diary):
    answer = client.get("/train/guided.js")
    assert answer.headers["Content-Type"] == "text/javascript"
    again = client.get("/train/guided.js", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_the_microphone_may_be_asked_for_here_and_nowhere_else(client, diary):
    assert "microphone=(self)" in client.get("/train/").headers["Permissions-Policy"]
    assert "microphone=()" in client.get("/checkin/", follow=True).headers["Permissions-Policy"]


def test_the_shell_with_its_scripts_and_styles_stays_small(client, diary):
    styles = [finders.find(f"mainstay/{name}.css") for name in ("mainstay", "guide")]
    sizes = [packed(client.get("/train/").content), packed(pack().encode())]
    sizes += [packed(Path(path).read_bytes()) for path in styles]
    assert sum(sizes) < 52 * KILOBYTE
