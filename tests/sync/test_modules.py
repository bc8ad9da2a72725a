"""The browser's modules that need no browser, tested in the Node that Playwright brings."""

import subprocess
from pathlib import Path

import pytest
from playwright._impl._driver import compute_driver_executable

HERE = Path(__file__).resolve().parent


@pytest.mark.parametrize("file", sorted(path.name for path in HERE.glob("*.test.mjs")))
def test_modules_in_node(file):
    node = compute_driver_executable()[0]
    command = (node, "--no-warnings", "--test", "--test-reporter=spec", str(HERE / file))
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
