"""Measures on their pages: what is due, activities of one's own, scores from a clinician, a brought form."""

import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mainstay.catalogue import MeasureKind, load_catalogue
from tests.questionnaire.forms import GARDEN
from tests.web.conftest import MONDAY
from tests.web.test_progress import text_of

MEASURES = load_catalogue().measures
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def ready(diary, travel):
    diary.set_up()


def told(diary):
    return {one["measure"]: one for one in diary.told("measure_answered")}


def activities(*pairs):
    posted = {}
    for place, (name, points) in enumerate(pairs, start=1):
        posted[f"own-activities-{place}"] = name
        posted[f"own-activities-{place}-points"] = points
    return posted


def test_only_what_was_answered_is_written_and_zero_is_an_answer(client, diary):
    answer = client.post("/progress/measures/", {"pain-average": "0", "confidence": "7"})
    assert answer["Location"] == "/progress/measures/"
    assert told(diary) == {
        "pain-average": {"measure": "pain-average", "score": 0},
        "confidence": {"measure": "confidence", "score": 7},
    }


def test_answering_nothing_asks_for_one_answer(client, diary):
    page = client.post("/progress/measures/", {})
    assert page.status_code == 422
    assert "Please answer at least one question" in text_of(page)
    assert told(diary) == {}


def test_activities_are_named_by_the_person_and_scored_by_their_mean(client, diary):
    posted = activities(("putting on socks", "3"), ("an  hour at the desk", "6"), ("", ""))
    client.post("/progress/measures/own-activities/", posted)
    assert told(diary)["own-activities"] == {
        "measure": "own-activities",
        "score": 4.5,
        "answers": {"putting on socks": 3, "an hour at the desk": 6},
    }


def test_the_same_activities_come_back(client, diary, travel):
    client.post("/progress/measures/own-activities/", activities(("socks", "3"), ("desk", "6")))
    travel(MONDAY + 42 * DAY)
    page = client.get("/progress/measures/own-activities/").content.decode()
    assert 'value="socks"' in page
    assert 'value="desk"' in page
    assert "socks: 3" in page


@pytest.mark.parametrize(
    ("pairs", "fault"),
    [
        ([("", "4")], "Please say in a few words"),
        ([("socks", "")], "Please choose a number for it"),
        ([("socks", "4"), ("socks", "5")], "This activity is here twice"),
        ([("socks", "11")], "Please choose one of the answers"),
    ],
)
def test_half_an_activity_is_asked_for_again_and_nothing_is_written(client, diary, pairs, fault):
    page = client.post("/progress/measures/own-activities/", activities(*pairs))
    assert page.status_code == 422
    assert fault in text_of(page)
    assert told(diary) == {}


CLINICIAN = [m for m in MEASURES.values() if m.kind is MeasureKind.CLINICIAN]


@pytest.mark.parametrize("measure", CLINICIAN, ids=lambda measure: measure.slug)
def test_a_score_from_a_clinician_is_taken_within_its_range_alone(client, diary, measure):
    address = f"/progress/measures/{measure.slug}/"
    for text in (str(measure.lowest), str(measure.highest)):
        assert client.post(address, {measure.slug: text}).status_code == 302
    assert told(diary)[measure.slug]["score"] == measure.highest
    for text in (str(measure.lowest - measure.step), str(measure.highest + measure.step), "lots", "nan"):
        assert client.post(address, {measure.slug: text}).status_code == 422
    assert len(diary.told("measure_answered")) == 2


def test_a_comma_is_a_point(client, diary):
    decimal = next(m for m in CLINICIAN if m.step < 1)
    client.post(f"/progress/measures/{decimal.slug}/", {decimal.slug: "41,5"})
    assert told(diary)[decimal.slug]["score"] == 41.5


@pytest.mark.parametrize("slug", list(MEASURES))
def test_every_measure_has_its_page(client, slug):
    page = client.get(f"/progress/measures/{slug}/")
    assert page.status_code == 200
    assert MEASURES[slug].name in text_of(page)


def test_what_was_not_answered_in_its_time_is_said_to_be_missing(client, diary, travel):
    diary.train(MONDAY)
    client.post("/progress/measures/", {"pain-average": "4"})
    travel(MONDAY + 80 * DAY)
    assert "not answered in week 6" in text_of(client.get("/progress/measures/"))


# --- A questionnaire of the person's own ------------------------------------------------------------------


def bring(client, form):
    data = form if isinstance(form, bytes) else json.dumps(form).encode()
    return client.post("/progress/measures/bring/", {"questionnaire": SimpleUploadedFile("form.json", data)})


def names(page):
    """The names of the form's fields, in order."""
    found = []
    for part in page.content.decode().split('name="q')[1:]:
        name = "q" + part.split('"')[0]
        if name not in found:
            found.append(name)
    return found


def test_a_brought_questionnaire_shows_its_licence_and_is_in_the_diary(client, diary):
    page = client.get(bring(client, GARDEN)["Location"])
    assert "© A neighbour" in text_of(page)
    assert "How often did you dig?" in text_of(page)
    assert diary.told("questionnaire_added")[0]["resource"] == GARDEN
    assert "How the garden goes" in text_of(client.get("/progress/measures/"))


def test_its_answers_are_scored_as_it_says(client, diary):
    address = bring(client, GARDEN)["Location"]
    asked = client.get(address)
    dig, kneel, *_ = names(asked)
    form = {"asked": hidden(asked), dig: "often", kneel: "always"}
    done = client.post(address, form)
    assert "Your score is 3.5" in text_of(done)
    assert diary.told("measure_answered")[0]["score"] == 3.5


def hidden(page):
    return page.content.decode().split('name="asked" value="')[1].split('"')[0]


def test_a_question_that_follows_from_an_answer_is_asked_before_anything_is_written(client, diary):
    address = bring(client, GARDEN)["Location"]
    asked = client.get(address)
    dig, kneel, fun, *_ = names(asked)
    assert "Why not?" not in text_of(asked)
    page = client.post(address, {"asked": hidden(asked), dig: "often", kneel: "often", fun: "no"})
    assert "Why not?" in text_of(page)
    assert diary.told("measure_answered") == []


def test_what_has_to_be_answered_is_asked_again(client, diary):
    address = bring(client, GARDEN)["Location"]
    asked = client.get(address)
    _, kneel, *_ = names(asked)
    page = client.post(address, {"asked": hidden(asked), kneel: "often"})
    assert page.status_code == 422
    assert "Has to be answered" in text_of(page)


@pytest.mark.parametrize(
    "form", [b"not json", {"resourceType": "Patient"}, {**GARDEN, "item": []}, b" " * 300_000], ids=str
)
def test_what_is_no_usable_questionnaire_is_refused_with_reasons(client, diary, form):
    page = bring(client, form)
    assert page.status_code == 422
    assert diary.told("questionnaire_added") == []


def test_a_questionnaire_can_be_taken_out_and_its_answers_stay(client, diary):
    address = bring(client, GARDEN)["Location"]
    asked = client.get(address)
    dig, kneel, *_ = names(asked)
    client.post(address, {"asked": hidden(asked), dig: "often", kneel: "always"})
    assert client.post(f"{address}remove/")["Location"] == "/progress/measures/"
    assert client.get(address).status_code == 404
    assert len(diary.told("measure_answered")) == 1
