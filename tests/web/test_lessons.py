"""Lessons: found, read with what they rest on, offered where their question arises, and read offline."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from mainstay.catalogue import LessonFact, Topic, load_catalogue
from mainstay.kernel import Grade, Source
from mainstay.web.lessons.book import book_text
from mainstay.web.lessons.notes import address_of, noted
from mainstay.web.lessons.templatetags.lessons import lesson_on
from tests.web.conftest import MONDAY
from tests.web.test_days import text_of

CATALOGUE = load_catalogue()
LESSONS = CATALOGUE.lessons
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def monday(travel):
    """It is a Monday."""


@pytest.mark.parametrize("slug", LESSONS)
def test_every_claim_is_marked_in_the_text_and_leads_to_its_source(slug):
    lesson = LESSONS[slug]
    text = noted(CATALOGUE, lesson)
    pieces = [piece for paragraph in text.paragraphs for piece in paragraph]
    assert ["".join(p.text for p in paragraph) for paragraph in text.paragraphs] == [
        paragraph.text for paragraph in lesson.paragraphs
    ]
    marked = [piece for piece in pieces if piece.note]
    assert len(marked) == len(lesson.claims)
    assert [piece.place for piece in marked] == list(range(1, len(marked) + 1))
    by_number = {note.number: note for note in text.notes}
    assert all(by_number[piece.note].grade == piece.grade for piece in marked)
    assert sorted(place for note in text.notes for place in note.places) == [p.place for p in marked]
    assert {letter for letter, _ in text.grades} == {claim.grade for claim in lesson.claims}


@pytest.mark.parametrize("slug", LESSONS)
def test_every_note_of_a_page_has_its_place_and_the_way_back(client, diary, slug):
    page = client.get(f"/lessons/{slug}/").content.decode()
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert {target for target in re.findall(r'href="#([^"]+)"', page) if target != "main"} <= set(ids)


def test_the_anchors_of_the_book_are_its_own(client, diary):
    ids = re.findall(r'\bid="([^"]+)"', book_text())
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', book_text())) <= set(ids)
    assert client.get("/lessons/all/").content.decode() == book_text()


@pytest.mark.parametrize(
    ("where", "address"),
    [
        ("Lancet 2024;404:134-44, doi 10.1016/S0140-6736(24)00755-4", "https://doi.org/10.1016/S0140-6736(24)00755-4"),
        ("Cochrane CD009790.pub2", "https://doi.org/10.1002/14651858.CD009790.pub2"),
        ("NICE guideline NG59", "https://www.nice.org.uk/guidance/NG59"),
        ("girft-interactivepathways.org.uk", "https://girft-interactivepathways.org.uk"),
        ("Spine 1999;24:755-62", ""),
        ("Details not given in our notes", ""),
    ],
)  # fmt: skip
def test_a_source_leads_to_where_it_can_be_read_as_far_as_we_know(where, address):
    assert address_of(Source("x", "X", where, "2026-11-20")) == address


def test_our_own_decision_and_our_own_summary_are_told_apart(client, diary):
    both = next(
        lesson
        for lesson in LESSONS.values()
        if {(c.source, c.grade) for c in lesson.claims}
        >= {("mainstay-product", Grade.P), ("mainstay-product", Grade.D)}
    )
    page = text_of(client.get(f"/lessons/{both.slug}/"))
    assert "A decision of this product" in page
    assert "Our own summary of what is commonly taught" in page


def test_the_shelf_has_every_lesson_under_its_topic(client, diary):
    page = client.get("/lessons/").content.decode()
    assert all(f'href="/lessons/{slug}/"' in page for slug in LESSONS)
    assert {lesson.topic for lesson in LESSONS.values()} == set(Topic)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Are sit-ups bad for my back?", "sit-ups"),
        ("pillow", "sleep"),
        ("supplements", "food-and-supplements"),
    ],
)
def test_a_question_finds_its_lesson(client, diary, words, first):
    page = client.get("/lessons/", {"q": words}).content.decode()
    assert re.findall(r'class="shelf-line[^"]*" href="/lessons/([^/]+)/"', page)[0] == first


def test_a_word_that_no_lesson_has_says_so_and_is_not_markup(client, diary):
    page = client.get("/lessons/", {"q": "<b>xylophone</b>"}).content.decode()
    assert "No lesson speaks of" in page
    assert "<b>xylophone" not in page


def test_reading_is_noted_once_a_day_and_can_be_taken_back(client, diary, travel):
    diary.set_up()
    assert client.post("/lessons/walking/")["Location"] == "/lessons/walking/"
    client.post("/lessons/walking/")
    assert diary.told("lesson_read") == [{"lesson": "walking"}]
    assert "You read this today" in text_of(client.get("/lessons/walking/"))
    client.post("/lessons/walking/", {"back": "1"})
    assert diary.told("lesson_read") == []
    client.post("/lessons/walking/")
    travel(MONDAY + 2 * DAY)
    assert "You read it on Monday 2 March" in text_of(client.get("/lessons/walking/"))
    client.post("/lessons/walking/", {"back": "1"})
    assert len(diary.told("lesson_read")) == 1, "only what was noted today is taken back"


def test_an_unknown_lesson_is_not_found_and_notes_nothing(client, diary):
    assert client.get("/lessons/handstands/").status_code == 404
    assert client.post("/lessons/handstands/").status_code == 404
    assert client.get("/lessons/walking/muscles.svg").status_code == 404
    assert diary.told("lesson_read") == []


def test_the_lesson_of_the_muscles_shows_them(client, diary):
    page = client.get("/lessons/anatomy/").content.decode()
    [address] = re.findall(r'src="(/lessons/[^"]+)"', page)
    drawn = client.get(address)
    assert drawn.status_code == 200
    assert "multifidus" in drawn.content.decode()


def test_today_brings_one_lesson_until_it_is_read(client, diary, travel):
    diary.set_up()
    first = next(iter(LESSONS.values()))
    assert first.title in text_of(client.get("/today/"))
    client.post(f"/lessons/{first.slug}/")
    page = client.get("/today/").content.decode()
    assert not any(f"/lessons/{slug}/" in page for slug in LESSONS)
    assert "Fits now" not in text_of(client.get("/lessons/"))


def test_a_flare_up_brings_its_lesson_at_once(client, diary):
    diary.set_up()
    diary.write("lesson_read", MONDAY, lesson="walking")
    diary.write("flare_reported", MONDAY)
    assert LESSONS["flare-ups"].title in text_of(client.get("/today/"))


@pytest.mark.parametrize(
    ("fact", "slug"),
    [
        ("flare", "flare-ups"),
        ("stopped", "stop-rules"),
        ("nerve", "nerve-symptoms"),
        ("locked", "when-to-see-someone"),
    ],
)
def test_a_page_that_raises_a_question_leads_to_its_lesson(fact, slug):
    assert reverse("lesson", args=[slug]) in lesson_on(fact)


def test_a_fact_that_no_moment_names_leads_nowhere_and_one_that_is_none_is_a_slip():
    named = {moment.fact for moment in CATALOGUE.rules.moments}
    assert all(bool(lesson_on(fact)) == (fact in named) for fact in LessonFact)
    with pytest.raises(ValueError, match="sunshine"):
        lesson_on("sunshine")


def test_the_pages_on_flare_ups_and_of_the_plank_lead_to_their_lessons(client, diary):
    diary.set_up()
    assert 'href="/lessons/flare-ups/"' in client.get("/flare/").content.decode()
    assert 'href="/lessons/planks/"' in client.get("/library/front-plank/").content.decode()
    assert 'href="/lessons/sit-ups/"' in client.get("/library/?q=sit-up").content.decode()
    assert "/lessons/sit-ups/" not in client.get("/library/?q=bird").content.decode()


def test_a_clinicians_verdict_comes_with_a_lesson_and_an_emergency_without_one(client, diary):
    diary.set_up()
    diary.write("screening_answered", MONDAY, questions="t", scope="full", answers={"below-knee": "new"})
    told = 'href="/lessons/when-to-see-someone/"'
    assert told in client.get("/safety/result/").content.decode()
    assert told in client.get("/today/").content.decode()
    answers = {"saddle-numbness": "yes"}
    diary.write("screening_answered", MONDAY + DAY / 24, questions="t", scope="full", answers=answers)
    assert "/lessons/" not in client.get("/safety/result/").content.decode()
    assert told not in client.get("/today/").content.decode()


def test_lessons_are_found_while_typing_read_and_kept_for_a_day_without_network(
    page, live_server, diary, no_faults, accessible
):
    diary.set_up()
    page.goto(f"{live_server.url}/lessons/")
    accessible()
    page.get_by_role("searchbox").fill("sit-ups")
    expect(page.get_by_role("status")).to_contain_text("the best first")
    expect(page).to_have_url(f"{live_server.url}/lessons/?q=sit-ups")
    page.locator(".shelf-line").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(LESSONS["sit-ups"].title)
    accessible()
    page.get_by_role("link", name=re.compile("^Source 1, grade")).first.click()
    expect(page.locator(".notes > :target")).to_be_visible()
    page.goto(f"{live_server.url}/today/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    page.context.set_offline(True)
    page.goto(f"{live_server.url}/lessons/sleep/")
    expect(page).to_have_url(f"{live_server.url}/lessons/all/#sleep")
    expect(page.locator("#sleep")).to_be_in_viewport()
    page.context.set_offline(False)
