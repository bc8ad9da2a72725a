"""Who may ask: addresses, logins, headers and forms."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client, override_settings

from mainstay.web import accounts, hosts
from mainstay.web.settings import MIDDLEWARE

PAGES = (
    "/",
    "/safety/right-now/",
    "/today/",
    "/programme/",
    "/history/",
    "/settings/",
    "/settings/reminders/",
    "/library/",
    "/healthz",
)
LOGIN = "django.contrib.auth.middleware.LoginRequiredMiddleware"
OPEN = {
    "OPEN": True,
    "ALLOWED_HOSTS": ["*"],
    "KNOWN_HOSTS": hosts.known_hosts({"MAINSTAY_HOSTS": "https://coach.example"}),
    "MIDDLEWARE": [*MIDDLEWARE, LOGIN],
}


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:8000", "[::1]:8000"])
def test_this_machine_is_answered_by_its_own_names(diary, host):
    assert Client(headers={"host": host}).get("/").status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "192.168.1.20", "127.0.0.1.nip.io"]
)
def test_a_name_pointed_here_by_somebody_else_is_refused(diary, host):
    assert Client(headers={"host": host}).get("/").status_code == 400


@pytest.mark.parametrize("host", ["192.168.1.20:8000", "[fd00::1]:8000", "coach.example", "localhost"])
@override_settings(**OPEN)
def test_an_open_app_answers_addresses_and_named_hosts_after_a_login(diary, host):
    client = Client(headers={"host": host})
    page = client.get("/today/")
    assert page.status_code == 302
    assert page["Location"].startswith("/enter/")
    assert client.get("/enter/").status_code == 200
    assert client.get("/healthz").status_code == 200


@override_settings(**OPEN)
def test_an_open_app_refuses_other_names_and_repeats_nothing(diary):
    page = Client(headers={"host": "evil.example"}).get("/")
    assert page.status_code == 400
    assert b"evil" not in page.content
    assert b"MAINSTAY_HOSTS" in page.content


@override_settings(**OPEN)
def test_a_login_opens_the_app_and_leaving_closes_it(diary):
    accounts.set_login("sam", "correct horse battery")
    client = Client(headers={"host": "coach.example"})
    wrong = client.post("/enter/", {"username": "sam", "password": "wrong"})
    assert "do not fit together" in wrong.content.decode()
    client.post("/enter/", {"username": "sam", "password": "correct horse battery"})
    assert client.get("/settings/").status_code == 200
    client.post("/leave/")
    assert client.get("/settings/").status_code == 302


def test_a_password_can_be_set_anew(diary):
    assert not accounts.has_login()
    accounts.set_login("sam", "correct horse battery")
    accounts.set_login("sam", "another horse battery")
    assert accounts.has_login()
    assert User.objects.get().check_password("another horse battery")


@pytest.mark.parametrize("password", ["", "short", "password123"])
def test_a_weak_password_is_refused_with_words(password):
    assert accounts.password_faults(password)


def test_a_good_password_has_no_faults():
    assert accounts.password_faults("correct horse battery") == []


@pytest.mark.parametrize(
    ("environment", "secure"),
    [
        ({}, False),
        ({"MAINSTAY_HOSTS": "coach.example"}, False),
        ({"MAINSTAY_HOSTS": "https://coach.example/, https://b.example"}, True),
        ({"MAINSTAY_HOSTS": "https://coach.example, b.example"}, False),
    ],
)
def test_cookies_are_kept_to_tls_where_every_named_address_is(environment, secure):
    assert hosts.is_only_secure(environment) is secure


@pytest.mark.parametrize(
    ("environment", "is_open"),
    [
        ({}, False),
        ({"MAINSTAY_OPEN": ""}, False),
        ({"MAINSTAY_OPEN": "1"}, True),
        ({"MAINSTAY_HOSTS": "https://coach.example"}, True),
        ({"MAINSTAY_HOSTS": " , "}, False),
    ],
)
def test_a_login_is_asked_for_wherever_others_may_come_from(environment, is_open):
    assert hosts.is_open(environment) is is_open


def test_named_hosts_are_known_with_and_without_scheme_and_port():
    known = hosts.known_hosts({"MAINSTAY_HOSTS": "https://Coach.example:8443, b.example"})
    assert {"coach.example", "b.example"} <= known
    assert hosts.secure_origins({"MAINSTAY_HOSTS": "https://Coach.example:8443"}) == [
        "https://coach.example:8443"
    ]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_safe_headers_and_nothing_inline_or_from_elsewhere(client, diary, travel, path):
    diary.set_up()
    page = client.get(path, follow=True)
    policy = page["Content-Security-Policy"]
    for rule in ("default-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "object-src 'none'"):
        assert rule in policy
    assert "unsafe" not in policy
    assert page["Referrer-Policy"] == "same-origin"
    assert page["X-Content-Type-Options"] == "nosniff"
    assert page["X-Frame-Options"] == "DENY"
    assert page["Cache-Control"] == "no-store"
    html = page.content.decode()
    assert not re.search(r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=", html)
    assert not re.search(r"(?:src|href|action)=\"(?:https?:)?//", html)


def test_a_form_from_elsewhere_is_refused_kindly(diary):
    strict = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
    page = strict.post("/flare/", {}, headers={"origin": "https://evil.example"})
    assert page.status_code == 403
    assert "Nothing was written down" in page.content.decode()
    assert not diary.told("flare_reported")


def test_a_page_that_is_not_there_says_so_kindly(client, diary):
    page = client.get("/nowhere/")
    assert page.status_code == 404
    assert "There is no such page" in page.content.decode()


def test_a_fault_of_ours_tells_that_the_diary_is_safe(diary, monkeypatch):
    client = Client(raise_request_exception=False, headers={"host": "localhost"})
    monkeypatch.setattr("mainstay.web.start.welcome.desk_of", lambda request: 1 / 0)
    page = client.get("/")
    assert page.status_code == 500
    assert "What is in your diary is safe" in page.content.decode()


@pytest.mark.parametrize(
    ("used_as", "guarded"), [("script", False), ("worker", True), ("serviceworker", True)]
)
def test_a_workers_script_says_what_the_worker_may_do(client, db, used_as, guarded):
    answer = client.get("/static/mainstay/js/guide/ticker.js", headers={"sec-fetch-dest": used_as})
    answer.close()
    assert answer.status_code == 200
    assert ("Content-Security-Policy" in answer.headers) is guarded
