"""The same person in front of the app as in the tests of the pages, and a server that can be killed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.sync.serving import Server
from tests.web.conftest import (
    accessible,
    base_url,
    browser_context_args,
    client,
    diary,
    nothing_under_way,
    travel,
)

__all__ = [
    "accessible",
    "base_url",
    "browser_context_args",
    "client",
    "diary",
    "nothing_under_way",
    "travel",
]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server of this test's own, with a person who may train every day."""
    made = Server(tmp_path / "data")
    made.start()
    made.set_up()
    yield made
    made.kill()


@pytest.fixture(autouse=True)
def impatient(request: pytest.FixtureRequest) -> None:
    """Let a test of the browser fail soon."""
    if "context" in request.fixturenames:
        context: BrowserContext = request.getfixturevalue("context")
        context.set_default_timeout(20_000)
