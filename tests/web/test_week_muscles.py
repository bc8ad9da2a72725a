"""The programme's page shows what the week works, as a map and in words."""

from xml.etree import ElementTree

import pytest

from mainstay.catalogue import load_catalogue
from mainstay.coach import plan
from mainstay.kernel import Muscle
from mainstay.web.day.muscles import _PARTS, week_muscles
from tests.web.conftest import MONDAY

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(autouse=True)
def monday(travel):
    """The coach plans for a Monday."""


@pytest.fixture
def sessions(diary):
    diary.set_up()
    week = plan(load_catalogue(), diary.person, MONDAY.date()).week
    return [day.session for day in week if day.session]


def test_every_muscle_belongs_to_one_part_of_the_body():
    told = [muscle for muscles in _PARTS.values() for muscle in muscles]
    assert sorted(told) == sorted(Muscle)


def test_a_part_counts_the_sessions_that_are_mainly_for_it(sessions):
    found = week_muscles(load_catalogue(), sessions)
    assert 0 < found.parts[0].sessions <= len(sessions)
    assert [part.sessions for part in found.parts] == sorted((p.sessions for p in found.parts), reverse=True)
    one = week_muscles(load_catalogue(), sessions[:1])
    assert {part.sessions for part in one.parts} == {1}


def test_a_week_without_sessions_has_no_map():
    assert week_muscles(load_catalogue(), []) is None


def test_the_map_is_titled_and_names_every_muscle_with_its_sessions(client, sessions):
    answer = client.get(week_muscles(load_catalogue(), sessions).address)
    root = ElementTree.fromstring(answer.content)
    assert root.findtext(f"{SVG}title") == "The week's working muscles, front and back"
    assert "gluteus maximus: mainly in" in root.findtext(f"{SVG}desc")
    assert "immutable" in answer.headers["Cache-Control"]


@pytest.mark.parametrize(
    "query", ["wishbone=1.0", "calves=0.0", "calves=-1.2", "calves=a", "calves=1", "calves=999.0"]
)
def test_a_map_of_what_is_not_there_is_not_found(client, db, query):
    assert client.get(f"/library/week.svg?{query}").status_code == 404


def test_the_page_tells_it_in_words_too(page, live_server, diary, accessible):
    diary.set_up()
    page.goto(f"{live_server.url}/programme/")
    card = page.get_by_role("region", name="What the week works")
    assert "Sessions: " in card.get_by_role("img").get_attribute("alt")
    assert "session" in card.get_by_role("listitem").first.inner_text()
    card.get_by_role("img").scroll_into_view_if_needed()
    accessible()
