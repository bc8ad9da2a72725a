"""A second language is a second file; what it lacks is said in English."""

from pathlib import Path

import pytest
import rtoml

from mainstay.words.vocabulary import FOLDER, Words, words_in

GERMAN = {
    "names": {"pain": {"0": "kein Schmerz"}},
    "units": {"days": {"1": "1 Tag", "other": "{n} Tage"}},
    "reasons": {"trained-today": "Heute hast du schon trainiert."},
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "en.toml").write_text((FOLDER / "en.toml").read_text())
    (tmp_path / "de.toml").write_text(rtoml.dumps(GERMAN))
    (tmp_path / "de-AT.toml").write_text(rtoml.dumps({"names": {"pain": {"1": "a bissl"}}}))
    return tmp_path


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["no pain", "only just there", "2 days"]),
        ("de", ["kein Schmerz", "only just there", "2 Tage"]),
        ("de-AT", ["kein Schmerz", "a bissl", "2 Tage"]),
        ("tlh", ["no pain", "only just there", "2 days"]),
        ("../../secret", ["no pain", "only just there", "2 days"]),
    ],
)
def test_a_language_speaks_for_itself_where_it_can(folder: Path, language: str, expected: list[str]) -> None:
    words = words_in(language, folder)
    assert [words.name("pain", "0"), words.name("pain", "1"), words.count("days", 2)] == expected


def test_sentences_are_replaced_one_by_one(folder: Path) -> None:
    german = words_in("de", folder)
    assert german.choices("reasons", "trained-today") == ("Heute hast du schon trainiert.",)
    assert german.choices("reasons", "gap") == words_in("en", folder).choices("reasons", "gap")


def test_the_file_is_read_once() -> None:
    assert words_in("en") is words_in("en")


def test_a_count_takes_the_form_of_its_number_or_the_general_one() -> None:
    words = Words("xx", {"units": {"days": {"0": "none", "1": "one", "other": "{n} many"}}})
    assert [words.count("days", n) for n in (0, 1, 2, 1.5)] == ["none", "one", "2 many", "1.5 many"]
