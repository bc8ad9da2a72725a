"""Where data is kept, and how an address becomes Django's settings."""

import stat
import sys
from pathlib import Path

import pytest

from mainstay.diary import data_folder, database_settings, make_data_folder


@pytest.fixture(autouse=True)
def nothing_chosen(monkeypatch):
    for name in ("MAINSTAY_DATA", "MAINSTAY_DATABASE_URL", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)


def test_data_is_kept_where_the_person_says(monkeypatch, tmp_path):
    monkeypatch.setenv("MAINSTAY_DATA", str(tmp_path / "mine"))
    assert data_folder() == tmp_path / "mine"


@pytest.mark.parametrize(
    ("platform", "environment", "place"),
    [
        ("linux", {}, ".local/share/mainstay"),
        ("linux", {"XDG_DATA_HOME": "/data"}, "/data/mainstay"),
        ("linux", {"XDG_DATA_HOME": "relative"}, ".local/share/mainstay"),
        ("darwin", {}, "Library/Application Support/Mainstay"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/Mainstay"),
    ],
)
def test_otherwise_it_is_kept_where_the_platform_keeps_such_things(monkeypatch, platform, environment, place):
    monkeypatch.setattr(sys, "platform", platform)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert data_folder() == Path.home() / place


def test_the_data_folder_is_closed_to_others_even_where_it_was_open(monkeypatch, tmp_path):
    folder = tmp_path / "far" / "away"
    monkeypatch.setenv("MAINSTAY_DATA", str(folder))
    for _ in range(2):
        assert make_data_folder() == folder
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        folder.chmod(0o755)


def test_without_an_address_it_is_a_file_in_the_data_folder_and_nothing_is_made(monkeypatch, tmp_path):
    monkeypatch.setenv("MAINSTAY_DATA", str(tmp_path / "mine"))
    assert database_settings()["default"]["NAME"] == str(tmp_path / "mine" / "mainstay.sqlite3")
    assert not (tmp_path / "mine").exists()


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/srv/a b.sqlite3", "/srv/a b.sqlite3"),
        (Path("/srv/diary"), "/srv/diary"),
        ("sqlite:////srv/a%20b.sqlite3", "/srv/a b.sqlite3"),
        ("sqlite:///here.sqlite3", "here.sqlite3"),
    ],
)
def test_a_path_or_a_sqlite_address_names_a_file(address, name):
    settings = database_settings(address)["default"]
    assert settings["NAME"] == name
    assert settings["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_a_postgresql_address_is_read_with_all_its_parts(monkeypatch):
    monkeypatch.setenv("MAINSTAY_DATABASE_URL", "postgres://me:p%40ss@db.example:5433/back?sslmode=require")
    settings = database_settings()["default"]
    assert settings["ENGINE"] == "django.db.backends.postgresql"
    names = ("NAME", "USER", "PASSWORD", "HOST", "PORT")
    assert [settings[name] for name in names] == ["back", "me", "p@ss", "db.example", "5433"]
    assert settings["OPTIONS"] == {"sslmode": "require"}


def test_another_kind_of_database_is_refused_in_words():
    with pytest.raises(ValueError, match=r"mysql:// is no database Mainstay knows; use sqlite:///PATH or"):
        database_settings("mysql://me@here/back")
