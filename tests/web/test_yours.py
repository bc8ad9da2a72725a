"""Settings: what was told, the diary as a file, and deleting everything."""

import json
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from mainstay.coach import Person
from tests.web.conftest import MONDAY


def exported(client):
    response = client.get("/settings/export/")
    assert "mainstay-diary-2026-03-02.jsonl" in response["Content-Disposition"]
    return b"".join(response.streaming_content)


def bring_in(client, data):
    return client.post("/settings/import/", {"diary": SimpleUploadedFile("mine.jsonl", data)})


def test_settings_show_what_was_told(client, diary, travel):
    diary.set_up(provoked_by=["flexion"], goal="dig the garden", precautions=["knee-pain"])
    page = client.get("/settings/").content.decode()
    for told in (
        "20 minutes",
        "Monday, Wednesday, Friday",
        "Bending forward",
        "dig the garden",
        "Sore knees",
    ):
        assert told in page


def test_settings_have_a_page_before_anything_was_told(client, diary):
    assert client.get("/settings/").status_code == 200


def test_a_diary_taken_along_comes_back_the_same(client, diary, travel):
    diary.set_up()
    diary.train(MONDAY)
    slip = diary.write("flare_reported", MONDAY + timedelta(hours=1))
    diary.write("event_retracted", MONDAY + timedelta(hours=2), event=slip.id)
    person, lines = diary.person, exported(client)
    assert len(lines.splitlines()) > 10
    assert json.loads(lines.splitlines()[0])["kind"] == "screening_answered"
    client.post("/settings/delete/", {"sure": "yes"})
    assert exported(client) == b""
    assert "events added" in bring_in(client, lines).content.decode()
    assert exported(client) == lines
    assert diary.person == person


def test_bringing_in_what_is_there_doubles_nothing(client, diary, travel):
    diary.set_up()
    lines = exported(client)
    assert "0 events added, 2 were here already" in bring_in(client, lines).content.decode()
    assert exported(client) == lines


def test_a_faulty_diary_is_refused_whole_with_every_fault(client, diary, travel):
    diary.set_up()
    good = exported(client)
    client.post("/settings/delete/", {"sure": "yes"})
    page = bring_in(client, good + b'{"kind": "walk_logged"}\nnot json\n')
    assert page.status_code == 422
    assert "line 3" in page.content.decode()
    assert "line 4" in page.content.decode()
    assert exported(client) == b""


def test_a_diary_that_says_something_else_under_a_known_id_is_refused(client, diary, travel):
    diary.set_up()
    changed = exported(client).replace(b'"session_minutes":20', b'"session_minutes":30')
    assert changed != exported(client)
    assert bring_in(client, changed).status_code == 422
    assert diary.told("profile_set")[0]["session_minutes"] == 20


def test_no_file_is_asked_for(client, diary):
    assert client.post("/settings/import/").status_code == 422


def test_everything_is_deleted_only_when_the_box_is_ticked(client, diary, travel):
    diary.set_up()
    assert client.post("/settings/delete/").status_code == 422
    assert diary.told("profile_set")
    client.get("/safety/")
    client.post("/safety/history/", {"pregnancy": "no"})
    assert client.post("/settings/delete/", {"sure": "yes"})["Location"] == "/"
    assert not diary.told("profile_set")
    assert diary.person == Person()
    assert 'value="no" checked' not in client.get("/safety/history/").content.decode()
