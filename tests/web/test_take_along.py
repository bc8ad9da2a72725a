"""What there is to take along, and what can be brought in from other apps."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from icalendar import Calendar
from pypdf import PdfReader

from mainstay.catalogue import load_catalogue
from mainstay.diary import store
from mainstay.exchange.chronicle import account, calendar_bytes, csv_text, flat, read_csv
from tests.exchange.people import course
from tests.imports.apple import HEART, export, steps, walk
from tests.web.looking import stored
from tests.web.test_progress import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def written(travel):
    diary = course(6)
    stored(diary.events)
    travel(diary.events[-1].at + timedelta(hours=2))
    return diary


def made(client, kind):
    answer = client.get(f"/progress/report/{kind}/")
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]
    return answer.content


@pytest.mark.parametrize("kind", ["clinician", "exercises"])
def test_pages_on_paper_are_tagged_pdf(client, written, kind):
    reader = PdfReader(io.BytesIO(made(client, kind)))
    assert reader.pages
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_the_table_and_the_calendar_are_those_of_the_command_line(client, written):
    events = store.events_of(store.the_diary())
    whole = account(load_catalogue(), events, written.events[-1].day)
    text = made(client, "csv").decode()
    assert text == csv_text(flat(whole.events, whole.decisions))
    assert len(read_csv(text)) > 100
    calendar = made(client, "calendar")
    assert calendar == calendar_bytes(whole)
    assert Calendar.from_ical(calendar).walk("VEVENT")


def test_the_record_is_a_bundle_that_says_who_told_it(client, written):
    bundle = json.loads(made(client, "fhir"))
    assert bundle["resourceType"] == "Bundle"


def test_an_unknown_document_is_not_there(client, written):
    assert client.get("/progress/report/gold/").status_code == 404


# --- Walks from other apps ----------------------------------------------------------------------------------

RECORDS = (
    walk("2026-02-03 09:00:00 +0000", "2026-02-03 09:31:00 +0000", 31),
    steps("2026-02-04 09:00:00 +0000", "2026-02-04 09:20:00 +0000", 2200),
)


def bring_in(client, data, name="export.xml", **more):
    return client.post("/settings/import/", {"diary": SimpleUploadedFile(name, data), **more})


def apple(*records):
    return "".join(export(records or RECORDS)).encode()


def zipped(data):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("apple_health_export/export.xml", data)
    return made.getvalue()


@pytest.mark.parametrize("data", [apple(), zipped(apple())], ids=["xml", "zip"])
def test_walks_of_another_app_join_the_diary_once(client, diary, travel, data):
    diary.set_up()
    page = text_of(bring_in(client, data))
    assert "Done: 2 walks or days added" in page
    walks = diary.told("walk_logged")
    assert sorted(one["minutes"] for one in walks)[-1] == 31
    again = text_of(bring_in(client, data))
    assert "0 walks or days added" in again
    assert "2 were here already" in again
    assert diary.told("walk_logged") == walks


def test_a_file_with_a_bad_record_is_refused_until_it_may_be_left_out(client, diary, travel):
    diary.set_up()
    data = apple(*RECORDS, steps("2026-02-05 09:00:00 +0000", "2026-02-05 09:20:00 +0000", "many"))
    page = bring_in(client, data)
    assert page.status_code == 422
    assert "many" in text_of(page)
    assert diary.told("walk_logged") == []
    assert "1 record left out" in text_of(bring_in(client, data, skip="yes"))
    assert len(diary.told("walk_logged")) == 2


def test_a_file_that_is_nothing_known_is_refused(client, diary, travel):
    diary.set_up()
    for data in (b"\x00\x01\x02", zipped(b"nothing")[:-10], b"<HealthData>"):
        page = bring_in(client, data)
        assert page.status_code == 422
    assert diary.told("walk_logged") == []


def test_a_large_export_is_read_though_no_diary_could_be_so_large(client, diary, travel):
    diary.set_up()
    data = apple(*RECORDS, *(HEART for _ in range(50_000)))
    assert len(data) > 20_000_000
    assert "Done: 2 walks or days added" in text_of(bring_in(client, data))
    page = bring_in(client, b'{"kind": "walk_logged"}\n' * 1_000_000, "diary.jsonl")
    assert "larger than a diary can be" in text_of(page)


def test_bringing_in_needs_the_token_of_the_form(diary):
    strict = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
    assert bring_in(strict, apple()).status_code == 403
    assert diary.told("walk_logged") == []
    token = (
        strict.get("/settings/import/")
        .content.decode()
        .split('csrfmiddlewaretoken" value="')[1]
        .split('"')[0]
    )
    assert bring_in(strict, apple(), csrfmiddlewaretoken=token).status_code == 200
