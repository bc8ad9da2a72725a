"""The API keeps what its OpenAPI document says, whatever is sent: schemathesis against the running app."""

import http.cookiejar
import json
import re
import subprocess
import sys
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

from tests.sync.serving import Server

SAM = ("sam", "correct horse battery")
TOOL = str(Path(sys.executable).with_name("schemathesis"))
# A run is 12 seconds at most, whatever the machine.
OPTIONS = ("--max-examples=25", "--max-time=12", "--seed=4", "--generation-database=none", "--no-color")
# The login is given; and packets of other days than this week's are rightly not there.
GIVEN = ("--generation-with-security-parameters=false", "--warnings=off")


@pytest.fixture
def opened(tmp_path):
    """An open server, and the headers of somebody who is signed in."""
    server = Server(tmp_path / "data", login=SAM)
    server.start()
    yield server, headers_of(server)
    server.kill()


def headers_of(server: Server) -> dict[str, str]:
    """Sign in as a browser does."""
    jar = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    page = browser.open(f"{server.url}/enter/").read().decode()
    (token,) = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    form = {"csrfmiddlewaretoken": token, "username": SAM[0], "password": SAM[1], "next": "/healthz"}
    browser.open(f"{server.url}/enter/", urllib.parse.urlencode(form).encode())
    hello = json.load(browser.open(f"{server.url}/api/v1/hello"))
    cookie = "; ".join(f"{one.name}={one.value}" for one in jar)
    return {"X-CSRFToken": hello["csrf"], "Cookie": cookie}


def test_the_running_api_keeps_its_own_description(opened):
    server, headers = opened
    given = [f"--header={name}: {value}" for name, value in headers.items()]
    command = (TOOL, "run", f"{server.url}/api/v1/openapi.json", *given, *OPTIONS, *GIVEN)
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=120, check=False, cwd=server.folder
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Tested: 8" in done.stdout


def test_the_description_is_openapi_3_1_and_leads_to_no_other_host(client, diary):
    text = client.get("/api/v1/openapi.json").content.decode()
    assert json.loads(text)["openapi"].startswith("3.1")
    assert re.findall(r"https?://[^\s\"]+", text) == []
    assert client.get("/api/v1/docs").status_code == 404


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("0001-01-01", 404),
        ("1899-12-31", 404),
        ("1900-01-01", 200),
        ("2199-11-01", 200),
        ("2199-11-02", 404),
        ("9999-12-31", 404),
    ],
)
@pytest.mark.parametrize("question", ["today?on", "plan?on", "progress?on", "events?since"])
def test_a_day_is_answered_to_the_edges_of_our_centuries(client, diary, question, day, status):
    assert client.get(f"/api/v1/{question}={day}").status_code == status
