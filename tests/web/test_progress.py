"""Progress: the honest answer, the charts with their tables, the weeks, and what went wrong."""

import re
from datetime import timedelta
from html import unescape

import pytest

from mainstay.catalogue import load_catalogue
from tests.exchange.people import course, worst
from tests.web.conftest import MONDAY
from tests.web.looking import stored

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
PAGES = ("", "exercises/", "week/", "own-days/", "measures/", "tests/", "report/")


def text_of(answer):
    """The words of a page, without what a screen reader would not say either."""
    page = re.sub(r"<(svg|style|script).*?</\1>", "", answer.content.decode(), flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def answers(diary, day, *scores):
    """Answer the leading measures: average pain, and the mean of the activities, of which there is one."""
    pain, activity = scores
    diary.write("measure_answered", MONDAY + day * DAY, measure="pain-average", score=pain)
    points = {"answers": {"digging": activity}}
    diary.write("measure_answered", MONDAY + day * DAY, measure="own-activities", score=activity, **points)


@pytest.mark.parametrize("path", PAGES)
def test_before_anything_was_told_progress_leads_to_the_beginning(client, diary, path):
    assert client.get(f"/progress/{path}")["Location"] == "/"


@pytest.mark.parametrize("path", PAGES)
def test_on_the_first_day_every_page_is_there(client, diary, travel, path):
    diary.set_up()
    assert client.get(f"/progress/{path}").status_code == 200


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ((6, 3), None, "There is a start to compare with"),
        ((6, 3), (3, 7), "Yes, by what you told"),
        ((4, 7), (6, 4), "Not so far"),
        ((6, 3), (5, 4), "Cannot tell yet"),
        ((6, 7), (3, 4), "In one way yes, in another no"),
    ],
)
def test_is_it_working_is_answered_by_what_was_told(client, diary, travel, first, last, said):
    diary.set_up()
    answers(diary, 0, *first)
    if last:
        answers(diary, 42, *last)
    travel(MONDAY + 43 * DAY)
    assert said in text_of(client.get("/progress/"))


def test_without_an_answer_it_is_too_early_to_say(client, diary, travel):
    diary.set_up()
    page = text_of(client.get("/progress/"))
    assert "Too early to say" in page
    assert "There is nothing to draw yet" in page


def test_the_rule_stands_beside_the_answer(client, diary, travel):
    diary.set_up()
    answers(diary, 0, 6, 3)
    answers(diary, 42, 3, 7)
    travel(MONDAY + 43 * DAY)
    page = text_of(client.get("/progress/"))
    assert "Smallest change worth naming" in page
    assert load_catalogue().sources["ostelo-2008"].title in page


def test_what_is_due_is_offered_and_no_more_once_it_is_answered(client, diary, travel):
    diary.set_up()
    due = [m for m in load_catalogue().measures.values() if m.asked and 0 in m.asked.weeks]
    assert f"{len(due)} questions about how things are" in text_of(client.get("/progress/"))
    for one in due:
        diary.write("measure_answered", MONDAY, measure=one.slug, score=one.lowest)
    assert "questions about how things are" not in text_of(client.get("/progress/"))


def test_a_zero_is_drawn_and_a_day_without_an_answer_is_not(client, diary, travel):
    diary.set_up()
    diary.write("day_checked_in", MONDAY, pain_now=0)
    diary.write("day_checked_in", MONDAY + 2 * DAY, pain_now=3)
    travel(MONDAY + 3 * DAY)
    table = client.get("/progress/").content.decode().split("<tbody>")[1].split("</tbody>")[0]
    assert [row.split("</th>")[0] for row in table.split('<th scope="row">')[1:]] == [
        "2 Mar 2026",
        "4 Mar 2026",
    ]
    assert "<td>0</td><td>0</td><td>0</td>" in table


@pytest.mark.django_db
class TestAfterMonths:
    """A diary of fourteen weeks."""

    @pytest.fixture(autouse=True)
    def told(self, travel):
        diary = course(14)
        stored(diary.events)
        travel(diary.events[-1].at + timedelta(hours=3))

    @pytest.mark.parametrize("span", ["weeks", "year", "all", "nonsense"])
    def test_every_chart_has_its_table_for_every_span(self, client, span):
        page = client.get(f"/progress/?span={span}").content.decode()
        for slug in ("pain", "calendar", "walking", "tests"):
            card = page.split(f'id="chart-{slug}"')[1].split("</section>")[0]
            assert card.count("<svg") == 2
            assert card.count("<th scope=") > 5
            assert "<tbody><tr>" in card

    def test_exercises_have_their_ladders_and_holds(self, client):
        page = client.get("/progress/exercises/?span=all").content.decode()
        assert 'id="chart-ladders"' in page
        assert 'id="chart-holds"' in page
        assert "Bird dog" in text_of(client.get("/progress/exercises/?span=all"))

    def test_no_chart_carries_a_style_that_the_policy_would_drop(self, client):
        for path in ("/progress/", "/progress/exercises/"):
            page = client.get(path).content.decode()
            assert "<style" not in page
            assert not re.search(r"<[^>]+\sstyle=", page)

    def test_the_last_week_is_told_and_the_ones_before_it_can_be_opened(self, client):
        page = client.get("/progress/week/")
        assert "Week 13" in text_of(page)
        assert "One suggestion" in text_of(page)
        links = re.findall(r'href="(/progress/week/2026[^"]+)"', page.content.decode())
        assert len(set(links)) == 12
        for number, link in zip(range(12, 9, -1), links[-12:], strict=False):
            assert f"Week {number}" in text_of(client.get(link))

    def test_milestones_say_what_may_be_expected(self, client):
        page = client.get("/progress/week/").content.decode()
        link = re.search(r'href="([^"]+)">Week 6</a>', page.split('class="milestones"')[1])
        assert "What may honestly be expected" in text_of(client.get(link[1]))

    def test_a_week_before_the_beginning_or_ahead_is_not_there(self, client):
        for day in ("2025-12-31", "2030-01-01", "yesterday", "2026-13-01"):
            assert client.get(f"/progress/week/{day}/").status_code == 404

    def test_own_days_mostly_cannot_tell_and_say_how_sure_they_are(self, client):
        page = text_of(client.get("/progress/own-days/"))
        assert "tell" in page
        assert "Things that go together need not cause each other" in page


@pytest.mark.django_db
def test_what_went_wrong_is_counted_and_told(client, travel):
    diary = worst()
    stored(diary.events)
    travel(diary.events[-1].at + timedelta(hours=3))
    page = text_of(client.get("/progress/?span=all"))
    found = re.search(r"(\d+) strong responses? to an exercise, (\d+) flare-ups?", page)
    assert found
    assert int(found[1]) > 3
    assert int(found[2]) >= 4
    assert "professional" in page


@pytest.mark.django_db
def test_a_person_s_words_stay_words(client, travel):
    diary = course(2)
    name = "<b>dig</b> & 'sow'"
    diary.write("measure_answered", 13, 20, measure="own-activities", score=3, answers={name: 3})
    diary.write("measure_answered", 13, 20.1, measure="<i>odd", score=3)
    stored(diary.events)
    travel(diary.events[-1].at + timedelta(hours=1))
    page = client.get("/progress/measures/own-activities/").content.decode()
    assert "<b>dig" not in page
    assert "&lt;b&gt;dig" in page
