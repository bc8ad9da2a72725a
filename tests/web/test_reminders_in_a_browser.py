"""Reminders in a real browser: the page, a message that is pushed to it, and the buttons on it."""

import json
import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from mainstay.diary import store
from mainstay.reminders import outbox
from mainstay.reminders.channels.answering import answer_token
from mainstay.reminders.models import Channel, Reminder
from tests.channels.conftest import data_in
from tests.channels.push_service import Browser
from tests.web.conftest import MONDAY

KEY = "session-2026-03-02"
SHOWN = """async () => (await (await navigator.serviceWorker.ready).getNotifications()).map((one) => (
  {title: one.title, body: one.body, tag: one.tag, actions: one.actions.map((each) => each.title)}))"""
# No protocol presses a notification's button: the worker is handed the very event that the browser would.
PRESS = """async (action) => {
  const [notification] = await self.registration.getNotifications();
  const waits = [];
  const event = new NotificationEvent("notificationclick", {notification, action});
  event.waitUntil = (work) => waits.push(work);
  self.dispatchEvent(event);
  await Promise.allSettled(waits);
}"""
# The browser cannot reach a push service from here: this is what its own would have given out.
SUBSCRIBED = """(told) => {
  PushManager.prototype.subscribe = async function (options) {
    if (!options.userVisibleOnly || options.applicationServerKey.length < 80) throw new Error("not so");
    return {toJSON: () => told};
  };
}"""


@pytest.fixture(autouse=True)
def own_folder(tmp_path):
    """A data folder of this test, for the key that push services know."""
    with data_in(tmp_path):
        yield


@pytest.fixture
def pushed(page):
    """Push a message to the worker, as the browser's own push service does."""
    page.evaluate("navigator.serviceWorker.register('/sw.js').then(() => navigator.serviceWorker.ready)")
    session = page.context.new_cdp_session(page)
    found: list[str] = []

    def note(told):
        found.extend(one["registrationId"] for one in told["registrations"])

    session.on("ServiceWorker.workerRegistrationUpdated", note)
    session.send("ServiceWorker.enable")
    for _ in range(100):
        if found:
            break
        page.wait_for_timeout(20)

    def push(told):
        address = {"origin": page.url.split("/settings")[0], "registrationId": found[-1]}
        session.send("ServiceWorker.deliverPushMessage", {**address, "data": json.dumps(told)})
        for _ in range(100):
            shown = page.evaluate(SHOWN)
            if told["body"] in [one["body"] for one in shown]:
                return shown
            page.wait_for_timeout(20)
        raise AssertionError("it is not shown")

    return push


def test_a_reminder_is_set_up_pushed_and_answered(trainee, page, diary, accessible, request):
    page.context.grant_permissions(["notifications"], origin=trainee.address)
    page.goto(f"{trainee.address}/settings/reminders/")

    # What and when, by keys alone.
    page.get_by_role("checkbox", name="A session").focus()
    page.keyboard.press("Space")
    page.get_by_label("What comes just before?").fill("After breakfast")
    page.get_by_role("button", name="Save").press("Enter")
    expect(page.get_by_role("status").filter(has_text="Saved.")).to_be_focused()
    assert diary.person.profile.cue == "After breakfast"

    # This browser.
    told = Browser().subscription("https://push.example.org/abc")
    keys = {"p256dh": told["p256dh"], "auth": told["auth"]}
    page.evaluate(SUBSCRIBED, {"endpoint": told["endpoint"], "keys": keys})
    page.get_by_label("What you call this device").fill("My phone")
    page.get_by_role("button", name="Allow notifications here").click()
    expect(page.get_by_role("heading", name="My phone")).to_be_visible()
    page.get_by_role("button", name="Make an address").click()
    expect(page.get_by_label("Its address, shown this once")).to_have_value(re.compile(r"\.ics$"))
    accessible()

    # A message, its copy, and what is pressed on it while nothing but the worker runs.
    push = request.getfixturevalue("pushed")
    reminder = Reminder.objects.create(
        diary=store.the_diary(),
        key=KEY,
        kind="session",
        day=MONDAY.date(),
        due_at=MONDAY,
        until=MONDAY + timedelta(hours=8),
    )
    message = {"key": KEY, "title": "Mainstay", "body": "Time for what you planned.", "url": "/today/"}
    message["answer"] = answer_token(KEY)
    push(message | {"body": "The first copy."})
    assert push(message) == [
        {
            "title": "Mainstay",
            "body": "Time for what you planned.",
            "tag": KEY,
            "actions": ["In an hour", "Not today"],
        }
    ]
    worker = page.context.service_workers[0]
    worker.evaluate(PRESS, "later")
    reminder.refresh_from_db()
    assert reminder.answer == "later"
    assert page.evaluate(SHOWN) == []

    # Without a connection the press is not lost in silence.
    push(message)
    page.context.set_offline(True)
    worker.evaluate(PRESS, "not_today")
    [again] = page.evaluate(SHOWN)
    assert "did not reach your server" in again["body"]
    assert not again["actions"]
    page.context.set_offline(False)

    # A click brings Today.
    worker.evaluate(PRESS, "")
    expect(page).to_have_url(f"{trainee.address}/today/")
    assert Channel.objects.get().name == "My phone"
    assert outbox.settings_of(store.the_diary()).session
