"""What tests of several rooms share: the machine's own browser."""

from typing import Any

import pytest

from dev import find_browser


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Drive the machine's own Chromium."""
    return {**browser_type_launch_args, "executable_path": find_browser(), "args": ["--no-sandbox"]}
