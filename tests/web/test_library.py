"""Every exercise can be found and read, and says why it is or is not in the plan."""

import pytest

from mainstay.catalogue import load_catalogue
from mainstay.web.library.filters import filters, found

EXERCISES = load_catalogue().exercises


@pytest.fixture(autouse=True)
def monday(travel):
    """The coach plans for a Monday."""


def test_the_library_shows_every_exercise_before_there_is_a_profile(client, diary):
    page = client.get("/library/").content.decode()
    assert all(f'href="/library/{slug}/"' in page for slug in EXERCISES)


@pytest.mark.parametrize("slug", list(EXERCISES))
def test_every_exercise_has_its_page(client, diary, slug):
    diary.set_up()
    answer = client.get(f"/library/{slug}/")
    assert answer.status_code == 200
    exercise = EXERCISES[slug]
    page = answer.content.decode()
    assert exercise.name in page
    assert page.count('class="rung') >= len(exercise.rungs)
    assert "your programme" in page


def test_an_unknown_exercise_is_not_found(client, diary):
    assert client.get("/library/handstand/").status_code == 404


def test_filters_narrow_and_their_numbers_are_true():
    exercises = EXERCISES.values()
    wanted = {"role": "glute", "q": ""}
    (position,) = [f for f in filters(exercises, wanted) if f.name == "position"]
    assert position.options
    for option in position.options:
        assert len(found(exercises, wanted | {"position": option.value})) == option.count


def test_nothing_to_hand_finds_what_needs_nothing():
    few = found(EXERCISES.values(), {"equipment": "nothing"})
    assert few
    assert all(any(not rung.equipment for rung in exercise.rungs) for exercise in few)


@pytest.mark.parametrize("word", ["bird dog", "BIRD", "quadruped"])
def test_an_exercise_is_found_by_name_and_by_other_names(word):
    assert EXERCISES["bird-dog"] in found(EXERCISES.values(), {"q": word})


def test_a_filter_that_fits_nothing_says_so(client, diary):
    assert "Nothing fits" in client.get("/library/?q=handstand").content.decode()


def test_the_ladder_shows_where_the_person_stands(client, diary):
    diary.set_up()
    assert "You are here" not in client.get("/library/bird-dog/").content.decode()
    from tests.web.conftest import MONDAY

    diary.write("set_performed", MONDAY, session="s", exercise="bird-dog", rung="leg-only", set=1)
    assert "You are here" in client.get("/library/bird-dog/").content.decode()


def test_a_veto_and_its_end_are_the_persons_own(client, diary):
    diary.set_up()
    client.post("/library/bird-dog/", {"wish": "exclude"})
    assert "bird-dog" in diary.person.progression.excluded
    assert "Take it in again" in client.get("/library/bird-dog/").content.decode()
    client.post("/library/bird-dog/", {"wish": "include"})
    assert "bird-dog" not in diary.person.progression.excluded


def test_a_wish_that_was_not_offered_changes_nothing(client, diary):
    diary.set_up()
    client.post("/library/bird-dog/", {"wish": "delete"})
    assert not diary.told("exercise_excluded")


def test_what_a_clinician_has_to_open_offers_no_wish(client, diary):
    diary.set_up()
    page = client.get("/library/nerve-glide/").content.decode()
    assert "until a clinician" in page
    assert 'name="wish"' not in page
