"""Measures and self-tests: own words, whole schedules, named groups, and a lint that catches faults."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from mainstay.catalogue import ContentFault, Measure, MeasureKind, SelfTest, load_catalogue
from mainstay.catalogue.lint import content_faults
from mainstay.catalogue.outcome_rules import Fact
from mainstay.catalogue.reading import CONTENT
from tests.words.test_plain_words import AVOIDED

CATALOGUE = load_catalogue()
MEASURES, TESTS = list(CATALOGUE.measures.values()), list(CATALOGUE.tests.values())


NUMBERS = [measure for measure in MEASURES if measure.kind is MeasureKind.CLINICIAN]
SCALE_TO_NUMBER = ('kind = "scale"', 'kind = "clinician"')
WITH_CONDITION = ("when = []", 'when = [{ fact = "walks", below = 1 }]')


def words_of(record: Measure | SelfTest) -> Iterator[str]:
    """Yield every sentence; slugs and units of one word are no words for people."""

    def texts(value: object) -> Iterator[str]:
        if isinstance(value, str) and " " in value:
            yield value
        elif isinstance(value, dict):
            for one in value.values():
                yield from texts(one)
        elif isinstance(value, list | tuple):
            for one in value:
                yield from texts(one)

    yield from texts(msgspec.to_builtins(record))


@pytest.mark.parametrize("record", [*MEASURES, *TESTS], ids=lambda record: record.slug)
def test_no_words_of_a_measure_or_self_test_promise_frighten_or_blame(record: Measure | SelfTest):
    found = [text for text in words_of(record) for rule in AVOIDED if re.search(rule, text, re.IGNORECASE)]
    assert found == []


def test_everything_that_the_issue_asks_for_is_there():
    wanted = "pain-now pain-usual pain-average pain-worst own-activities change-since-start days-limited"
    assert {*wanted.split(), "sleep-disturbed", "confidence", "odi", "rmdq", "pseq"} <= set(
        CATALOGUE.measures
    )
    assert len(TESTS) == 7


@pytest.mark.parametrize("measure", NUMBERS, ids=lambda measure: measure.slug)
def test_a_score_from_a_clinician_is_a_number_field_without_a_word_of_its_questionnaire(measure: Measure):
    assert measure.asked is None
    assert "number" in measure.help
    assert measure.ask.startswith("The ")
    assert "?" not in measure.ask + measure.help


@pytest.mark.parametrize("measure", [m for m in MEASURES if m.asked], ids=lambda m: m.slug)
def test_own_questions_come_at_the_weeks_of_the_evidence_and_then_each_quarter(measure: Measure):
    assert measure.asked is not None
    weeks = (6, 12) if measure.kind is MeasureKind.CHANGE else (0, 6, 12)
    assert (measure.asked.weeks, measure.asked.then_every) == (weeks, 13)


@pytest.mark.parametrize("test", TESTS, ids=lambda test: test.slug)
def test_every_self_test_says_how_when_to_stop_and_whose_figure_shows_it(test: SelfTest):
    stops = " ".join(test.stop_rules)
    for sign in ("rises by 2", "reaches 5", "leg", "dizzy", "Stop whenever you want"):
        assert sign in stops
    assert test.steps
    assert test.set_up
    if test.exercise:
        assert CATALOGUE.exercises[test.exercise].rung(test.rung)
    else:
        assert test.slug == "fingertip-to-floor"


@pytest.mark.parametrize("test", [test for test in TESTS if test.endurance], ids=lambda test: test.slug)
def test_every_test_of_endurance_has_a_cap_of_two_minutes_or_of_the_study(test: SelfTest):
    assert test.cap_seconds is not None
    assert test.cap_seconds.value == (240 if test.slug == "prone-chest-raise" else 120)


def test_only_two_self_tests_are_open_to_people_who_should_take_care():
    careful = {test.slug for test in TESTS if len(test.open_to) > 1}
    assert careful == {"sit-to-stand-30s", "fingertip-to-floor"}


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("measures/odi.toml", 'source = "ostelo-2008"', 'source = "nobody"', "source names unknown nobody"),
        ("measures/odi.toml", "highest = 100", "highest = 0", "highest is 0"),
        ("measures/odi.toml", "step = 1", "step = 0", "step is 0"),
        ("measures/odi.toml", "[mic]\nvalue = 10", "[mic]\nvalue = 0", "mic.value is 0"),
        ("measures/odi.toml", 'slug = "odi"', 'slug = "ado"', "call it odi"),
        ("measures/odi.toml", "order = 110", "oder = 110", "order"),
        ("measures/pain-now.toml", '"pain_now"', '"pain_later"', "reported_as is pain_later"),
        ("measures/own-activities.toml", "activities = 3\n", "", "activities is 0"),
        ("measures/change-since-start.toml", '    "a little better",\n', "", "steps are 6"),
        (
            "measures/confidence.toml",
            'kind = "scale"',
            'kind = "clinician"',
            "asked is for our own questions",
        ),
        ("tests/front-plank.toml", 'rung = "toes"', 'rung = "nose"', "front-plank has no rung nose"),
        ("tests/front-plank.toml", '"pregnancy", ', '"good-mood", ', "unknown tag good-mood"),
        ("tests/front-plank.toml", '["clear"]', '["clinician"]', "opens it while the programme is locked"),
        ("tests/front-plank.toml", "spread = 72\n", "", "norms.0 has no range"),
        ("tests/front-plank.toml", 'sex = "female"', 'sex = "male"', "is for the same people"),
        ("tests/front-plank.toml", "from_age = 18", "from_age = 99", "norms.0 has no range"),
        ("tests/front-plank.toml", "[noise]\nvalue = 15", "[noise]\nvalue = 0", "noise.value is 0"),
        ("rules/suggestions.toml", 'fact = "walks"', 'fact = "moon"', "moon"),
        (
            "rules/suggestions.toml",
            "when = []",
            'when = [{ fact = "walks", below = 1 }]',
            "without a suggestion",
        ),
    ],
)
def test_the_lint_catches_what_is_planted(tmp_path: Path, file: str, old: str, new: str, said: str):
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    place = content / file
    text = place.read_text(encoding="utf-8")
    assert old in text
    place.write_text(text.replace(old, new, 1), encoding="utf-8")
    faults: tuple[ContentFault, ...] = content_faults(content)
    assert any(said in fault.problem or said in fault.remedy for fault in faults), faults


def test_suggestions_know_every_fact_and_use_most_of_them():
    used = {one.fact for rule in CATALOGUE.rules.suggestions for one in rule.when}
    assert set(Fact) == used
