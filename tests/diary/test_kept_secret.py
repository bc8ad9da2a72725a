"""Secrets of this server: made once, whole, and readable for their owner alone."""

import stat
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from threading import Barrier

import pytest

from mainstay.diary import kept_secret


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A data folder of this test."""
    monkeypatch.setenv("MAINSTAY_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def test_a_secret_is_made_once_and_read_from_then_on(folder):
    numbers = count()
    made = [kept_secret("word", lambda: f"secret {next(numbers)}") for _ in range(3)]
    assert made == ["secret 0"] * 3
    assert stat.S_IMODE((folder / "word").stat().st_mode) == 0o600
    assert [path.name for path in folder.iterdir()] == ["word"]


def test_of_many_who_need_it_at_once_all_get_the_one_that_was_first(folder):
    numbers, start = count(), Barrier(8)

    def make():
        start.wait(5)
        return f"secret {next(numbers)}"

    with ThreadPoolExecutor(8) as many:
        got = list(many.map(lambda _: kept_secret("word", make), range(8)))
    assert len(set(got)) == 1
    assert next(numbers) == 8, "every one of them made a secret, and one was kept"
    assert [path.name for path in folder.iterdir()] == ["word"]
