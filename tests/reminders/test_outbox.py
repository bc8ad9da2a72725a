"""What becomes of a reminder on its way."""

from datetime import timedelta

import pytest

from mainstay.diary import store
from mainstay.reminders import Kind, Refused, Unreachable
from mainstay.reminders.models import Channel, Delivery, Reminder, ReminderSettings
from mainstay.reminders.outbox import answer, go_on, log, prospect, send_test, settings_of, stop, zone_told
from mainstay.words import reminder_text
from tests.reminders.conftest import MONDAY, Desk

EIGHT = "session-2026-03-02"


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def test_a_reminder_goes_once_to_every_way_that_is_on(desk: Desk) -> None:
    desk.way("phone"), desk.way("mail"), desk.way("old phone", on=False)
    for _ in range(3):
        desk.look()
    assert [(name, message.key) for name, message in desk.got] == [("phone", EIGHT), ("mail", EIGHT)]


def test_nothing_is_made_before_its_time_or_while_nobody_can_be_reached(desk: Desk) -> None:
    desk.look()
    assert not Reminder.objects.exists()
    desk.way()
    assert desk.look(MONDAY - timedelta(microseconds=1)) == []
    assert [copy.state for copy in desk.look(MONDAY)] == ["sent"]


def test_a_way_that_cannot_be_reached_is_tried_again_after_twice_as_long_each_time(desk: Desk) -> None:
    channel, desk.trouble = desk.way(), Unreachable("The phone is away.")
    tried = []
    for second in (0, 29, 30, 89, 90, 209, 210, 400):
        if desk.look(MONDAY + timedelta(seconds=second)):
            tried.append(second)
    assert tried == [0, 30, 90, 210]
    assert Channel.objects.get(pk=channel.pk).problem == "The phone is away."
    desk.trouble = None
    desk.look(MONDAY + minutes(60))
    assert desk.keys == [EIGHT]
    assert Channel.objects.get(pk=channel.pk).problem == ""


def test_what_cannot_go_out_while_it_is_of_use_is_given_up_with_the_reason_last_told(desk: Desk) -> None:
    desk.way()
    desk.trouble = Unreachable("The phone is away.")
    for step in range(0, 300, 15):
        desk.look(MONDAY + minutes(step))
    (told,) = log(store.the_diary())
    assert (told.state, told.problem) == ("failed", "The phone is away.")
    desk.trouble = None
    assert desk.look() == []


def test_a_refusal_is_not_asked_again_and_says_why(desk: Desk) -> None:
    channel, desk.trouble = desk.way(), Refused("This phone has said no.")
    desk.look()
    desk.trouble = None
    assert desk.look(MONDAY + minutes(30)) == []
    (told,) = log(store.the_diary())
    assert (told.state, told.problem) == ("failed", "This phone has said no.")
    assert Channel.objects.get(pk=channel.pk).problem == "This phone has said no."


def test_the_text_of_an_unknown_fault_goes_nowhere_as_it_may_hold_secrets(desk: Desk, caplog) -> None:
    desk.way()
    desk.trouble = ValueError("https://somewhere/?token=s3cret")
    (copy,) = desk.look()
    assert copy.state == "due"
    assert "s3cret" not in caplog.text + copy.problem
    assert "ValueError" in caplog.text


@pytest.mark.parametrize(("late", "state"), [(240, "sent"), (240.1, "late")])
def test_a_server_that_was_off_still_sends_what_is_of_use_and_tells_what_is_not(
    desk: Desk, late: float, state: str
) -> None:
    desk.way()
    desk.look(MONDAY + minutes(late))
    (told,) = log(store.the_diary())
    assert told.state == state
    assert desk.keys == ([EIGHT] if state == "sent" else [])
    assert told.problem == ("" if state == "sent" else reminder_text("problem.late"))


def test_what_was_due_yesterday_is_yesterdays(desk: Desk) -> None:
    desk.way()
    desk.look(MONDAY + timedelta(days=1))
    assert not Reminder.objects.exists()


def taken_by_the_dead(desk: Desk, at: int = 0) -> None:
    """Leave a copy as a worker leaves it that dies while handing over."""
    desk.trouble = SystemExit()
    with pytest.raises(SystemExit):
        desk.look(MONDAY + minutes(at))
    desk.trouble = None


def test_what_a_dead_worker_held_is_handed_over_again_when_its_lease_is_over(desk: Desk) -> None:
    desk.way()
    taken_by_the_dead(desk)
    assert desk.look(MONDAY + timedelta(seconds=59)) == []
    desk.look(MONDAY + timedelta(seconds=60))
    assert desk.keys == [EIGHT]


def test_where_it_is_too_late_for_that_the_log_says_that_nobody_knows(desk: Desk) -> None:
    desk.way()
    taken_by_the_dead(desk)
    desk.look(MONDAY + minutes(241))
    (told,) = log(store.the_diary())
    assert (told.state, told.problem) == ("unknown", reminder_text("problem.unknown"))
    assert desk.got == []


def test_a_worker_that_comes_back_after_its_lease_says_nothing(desk: Desk) -> None:
    desk.way()
    taken_by_the_dead(desk)
    slow = Delivery.objects.select_related("reminder", "channel").get()
    desk.look(MONDAY + minutes(1))
    desk.trouble = Refused("too late to say")
    desk.carrier.hand_over(slow)
    assert Delivery.objects.get().state == "sent"


@pytest.mark.parametrize(
    ("happens", "why"),
    [
        ("begins", "begun"),
        ("numb", "locked"),
        ("off", "off"),
        ("channel off", "no-channel"),
        ("quiet", "quiet"),
        ("not today", "not-today"),
        ("later", "later"),
    ],
)
def test_a_copy_that_waits_is_dropped_when_it_is_no_longer_wanted(desk: Desk, happens: str, why: str) -> None:
    channel, desk.trouble = desk.way(), Unreachable("away")
    desk.look()
    desk.trouble, there, soon = None, store.the_diary(), MONDAY + minutes(5)
    match happens:
        case "begins":
            desk.diary.write("session_started", soon, session="00000000-0000-7000-8000-000000000001")
        case "numb":
            desk.diary.write("day_checked_in", soon, pain_now=2, symptom="numbness")
        case "off":
            desk.wish(session=False)
        case "channel off":
            Channel.objects.filter(pk=channel.pk).update(on=False)
        case "quiet":
            desk.wish(quiet_from="08:04", quiet_to="09:00")
        case _:
            assert answer(there, EIGHT, happens.replace(" ", "_"), soon)
    (copy,) = desk.look(soon)
    assert (copy.state, copy.problem) == ("dropped", reminder_text(f"problem.{why}"))
    assert desk.got == []


def test_in_an_hour_brings_it_once_more_however_often_it_is_pressed(desk: Desk) -> None:
    desk.way()
    desk.look()
    for pressed in (3, 4):
        assert answer(store.the_diary(), EIGHT, "later", MONDAY + minutes(pressed))
    for at in (62.9, 63, 64, 200):
        desk.look(MONDAY + minutes(at))
    assert desk.keys == [EIGHT, f"{EIGHT}-n2"]
    assert answer(store.the_diary(), f"{EIGHT}-n2", "not_today", desk.now)
    desk.look(MONDAY + minutes(300))
    assert len(desk.got) == 2


@pytest.mark.parametrize(("key", "what"), [(EIGHT, "whenever"), ("session-2026-03-03", "later")])
def test_an_answer_that_nobody_offers_or_to_what_was_never_sent_changes_nothing(
    desk: Desk, key: str, what: str
) -> None:
    desk.way()
    desk.look()
    assert not answer(store.the_diary(), key, what, desk.now)


def remind_on(desk: Desk, *days: float) -> None:
    for day in days:
        if day == 14:
            # The safety questions have come back; on a day without a reminder they are no answer to one.
            desk.diary.answer_all_clear(MONDAY + timedelta(days=13))
        desk.look(MONDAY + timedelta(days=day))


def test_after_three_that_nothing_followed_it_asks_once_and_is_silent(desk: Desk) -> None:
    desk.way()
    desk.wish(session=True, walk=True)
    remind_on(desk, 0, 2, 4)
    assert [message.kind for _, message in desk.got if message.kind is not Kind.WALK] == [Kind.SESSION] * 3
    remind_on(desk, 7, 9, 11, 14)
    asked = [message for _, message in desk.got if message.kind is Kind.ASK]
    assert len(asked) == 1
    assert not asked[0].again
    assert asked[0].url == "/settings/reminders/"
    assert desk.got[-1][1] == asked[0]
    assert settings_of(store.the_diary()).asked_at == MONDAY + timedelta(days=7)


def test_anything_noted_after_a_reminder_or_pressed_on_it_counts_as_an_answer(desk: Desk) -> None:
    desk.way()
    remind_on(desk, 0, 2)
    desk.diary.write("habit_done", MONDAY + timedelta(days=2, hours=10), habit="posture-change")
    remind_on(desk, 4, 7)
    assert answer(store.the_diary(), "session-2026-03-09", "not_today", desk.now)
    remind_on(desk, 9, 11, 14)
    assert [message.kind for _, message in desk.got] == [Kind.SESSION] * 7
    remind_on(desk, 16)
    assert desk.got[-1][1].kind is Kind.ASK


def test_whoever_says_go_on_is_reminded_again_and_three_more_are_needed_to_ask(desk: Desk) -> None:
    desk.way()
    remind_on(desk, 0, 2, 4, 7)
    go_on(store.the_diary(), MONDAY + timedelta(days=7, hours=3))
    remind_on(desk, 7 + 4 / 24)
    assert len(desk.got) == 4, "what was due before the answer is not made up for"
    remind_on(desk, 9, 11, 14, 16)
    assert [message.kind for _, message in desk.got[4:]] == [Kind.SESSION] * 3 + [Kind.ASK]


def test_whoever_says_stop_hears_nothing_more(desk: Desk) -> None:
    desk.way()
    desk.wish(session=True, walk=True, breaks=True)
    stop(store.the_diary(), MONDAY)
    remind_on(desk, 0, 2, 4)
    assert desk.got == []
    assert settings_of(store.the_diary()).asked_at is None


def test_the_words_are_discreet_until_the_person_says_otherwise(desk: Desk) -> None:
    desk.diary.write("profile_set", MONDAY - minutes(5), **profile(desk, cue="after breakfast"))
    desk.way()
    desk.look()
    desk.wish(session=True, discreet=False)
    desk.look(MONDAY + timedelta(days=2))
    (_, closed), (_, open_) = desk.got
    assert "breakfast" not in closed.title + closed.body
    assert open_.body.startswith("After breakfast: 20 minutes")
    assert (closed.ttl, closed.url, closed.again) == (240 * 60, "/today/", True)


def profile(desk: Desk, **told: object) -> dict[str, object]:
    (before,) = desk.diary.told("profile_set")
    return before | told


def test_breaks_come_by_the_persons_minutes_and_hours(desk: Desk) -> None:
    hours = {"from": "09:00", "to": "10:30"}
    told = profile(desk, break_minutes=30, break_hours=hours)
    desk.diary.write("profile_set", MONDAY - minutes(5), **told)
    desk.way()
    desk.wish(session=False, breaks=True)
    for step in range(0, 180, 10):
        desk.look(MONDAY + minutes(step))
    assert [key[-5:-1] for key in desk.keys] == ["0930", "1000", "1030"]
    desk.diary.write("profile_set", MONDAY + minutes(200), **told | {"break_minutes": 0})
    seen = prospect(store.the_diary(), MONDAY + timedelta(days=1))
    assert seen is not None
    assert seen.agenda.dues == ()


def test_the_first_zone_told_is_no_journey_and_the_next_one_is(desk: Desk) -> None:
    there = store.the_diary()
    desk.wish(zone="")
    for zone, kept, since in (
        ("Europe/Berlin", "Europe/Berlin", None),
        ("Nowhere/Atall", "Europe/Berlin", None),
        ("Asia/Tokyo", "Asia/Tokyo", MONDAY),
        ("Asia/Tokyo", "Asia/Tokyo", MONDAY),
    ):
        zone_told(there, zone, MONDAY)
        settings = settings_of(there)
        assert (settings.zone, settings.zone_since) == (kept, since)


def test_a_journey_seen_by_the_pages_moves_the_reminders(desk: Desk, client, travel) -> None:
    travel(MONDAY)
    desk.wish(zone="Europe/London")
    for zone in ("Europe/London", "Asia/Tokyo"):
        client.cookies["tz"] = zone
        client.get("/today/")
        assert settings_of(store.the_diary()).zone == zone


def test_a_test_is_sent_at_once_and_stands_in_the_log(desk: Desk, monkeypatch) -> None:
    channel = desk.way()
    monkeypatch.setattr("mainstay.reminders.outbox.trying.Carrier", lambda: desk.carrier)
    assert send_test(channel, MONDAY) == ""
    desk.trouble = Unreachable("The phone is away.")
    assert send_test(channel, MONDAY + minutes(1)) == "The phone is away."
    (later, first) = log(store.the_diary())
    assert (first.kind, first.state, later.problem) == (Kind.TEST, "sent", "The phone is away.")
    assert desk.got[0][1].title == reminder_text("test.title")


def test_the_log_is_on_the_persons_clock_newest_first_and_outlives_the_way(desk: Desk) -> None:
    channel = desk.way()
    desk.wish(session=True, zone="Asia/Tokyo", session_time="17:00")
    remind_on(desk, 0, 2)
    channel.delete()
    told = log(store.the_diary())
    assert [(one.at.isoformat(), one.channel) for one in told] == [
        ("2026-03-04T17:00:00+09:00", "phone"),
        ("2026-03-02T17:00:00+09:00", "phone"),
    ]
    assert len(log(store.the_diary(), limit=1)) == 1


def test_what_is_old_is_forgotten_and_a_look_is_noted(desk: Desk) -> None:
    desk.way()
    desk.look()
    assert settings_of(store.the_diary()).looked_at == MONDAY
    desk.look(MONDAY + minutes(4))
    assert settings_of(store.the_diary()).looked_at == MONDAY
    remind_on(desk, 91)
    assert not Reminder.objects.filter(key=EIGHT).exists()


def test_deleting_the_diary_deletes_wishes_addresses_and_the_log(desk: Desk) -> None:
    desk.way(address={"secret": "s3cret"})
    desk.look()
    store.delete_everything(store.the_diary())
    left = [model.objects.exists() for model in (ReminderSettings, Channel, Reminder, Delivery)]
    assert left == [False] * 4
