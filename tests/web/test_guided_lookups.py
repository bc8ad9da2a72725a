"""What the page finds in a packet and writes from a state: its modules alone, in Playwright's Node."""

import json
import subprocess
from pathlib import Path

import pytest
from playwright._impl._driver import compute_driver_executable

MODULES = Path(__file__).resolve().parents[2] / "src/mainstay/web/static/mainstay/js/guide"
NODE = compute_driver_executable()[0]
ROW = "00000000000"
PACKET = {
    "after_morning": {"-": 0, "7": 1},
    "safety": [{"id": "nerves"}, {"id": "ill"}, {"id": "fall"}],
    "after_safety": [{"nnn": 0, "nny": -1, "unn": -2}, {"nnn": 1}],
    "check_ins": [
        {"": {"-": "0000011111A", "3": ROW}, "ache": {"-": ROW}},
        {"": {"-": "22222222222"}},
    ],
    "halts": [{"title": "fall"}, {"title": "unsure"}],
    "outcomes": [{"session": 0, "mode": "normal"}, {"session": None, "halt": 1, "mode": "locked"}]
    + [{"session": 1, "mode": "relief", "notes": ["gently"]}] * 34
    + [{"session": None, "mode": "rest"}],
    "sessions": [{"lines": ["a", "b"]}, {"lines": ["b"]}],
}


def run(body: str, **given: object) -> object:
    """Run a function body with the modules `day`, `writing` and `words` and some values at hand."""
    modules = {name: (MODULES / f"{name}.js").as_uri() for name in ("day", "writing", "words")}
    loads = "".join(f"const {name} = await import({json.dumps(at)});" for name, at in modules.items())
    values = "".join(f"const {name} = {json.dumps(value)};" for name, value in given.items())
    tells = f"console.log(JSON.stringify(await (async () => {{ {body} }})()));"
    script = f"{loads}{values}{tells}"
    done = subprocess.run(
        [NODE, "--input-type=module", "-e", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def told(morning=None, safety="nnn", symptom=None, usual=None, pain=0):
    words = {"n": "no", "y": "yes", "u": "unsure"}
    answers = dict(zip(("nerves", "ill", "fall"), (words[one] for one in safety), strict=True))
    return {"morning": morning, "safety": answers, "symptom": symptom, "usual": usual, "pain": pain}


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        (told(pain=4), {"mode": "normal", "session": 0, "halt": None}),
        (told(pain=5), {"mode": "locked", "session": None, "halt": "unsure"}),
        (told(pain=5, usual=3), {"mode": "normal", "session": 0, "halt": None}),
        (told(pain=5, symptom="ache"), {"mode": "normal", "session": 0, "halt": None}),
        (told(morning=7, pain=0), {"mode": "relief", "session": 1, "halt": None}),
        (told(pain=10), {"mode": "rest", "session": None, "halt": None}),
        (told(safety="nny"), {"mode": "locked", "session": None, "halt": "fall"}),
        (told(safety="unn"), {"mode": "locked", "session": None, "halt": "unsure"}),
    ],
)
def test_answers_lead_to_what_the_coach_decided(answers, found):
    outcome = run("return day.outcomeOf(packet, told)", packet=PACKET, told=answers)
    assert outcome["mode"] == found["mode"]
    assert outcome["halt"] == (found["halt"] and {"title": found["halt"]})
    assert outcome["session"] == (None if found["session"] is None else PACKET["sessions"][found["session"]])


FEEL = {
    "feel": {"usual": {"-": {"ache": "gggaaapppppp"[:11], "numbness": "u" * 11}}},
    "second_red": {"move": "end", "red": True},
}
LINE = {
    "feel": "usual",
    "hurts": {
        "g": {"move": "go-on", "red": False},
        "a": {"move": "gentler", "red": False},
        "p": {"move": "swap", "red": True},
        "u": {"move": "stop", "red": True},
    },
    "begun": {"p": {"move": "leave", "red": True}},
}


@pytest.mark.parametrize(
    ("symptom", "pain", "reds", "begun", "move"),
    [
        ("ache", 2, 0, False, "go-on"),
        ("ache", 3, 0, False, "gentler"),
        ("ache", 5, 1, False, "gentler"),
        ("ache", 6, 0, False, "swap"),
        ("ache", 6, 0, True, "leave"),
        ("ache", 6, 1, False, "end"),
        ("numbness", 1, 0, False, "stop"),
        ("numbness", 1, 1, True, "stop"),
    ],
)
def test_pain_is_answered_as_the_coach_said_before(symptom, pain, reds, begun, move):
    asked = {"symptom": symptom, "pain": pain, "usual": None, "reds": reds, "begun": begun}
    answer = run("return day.answerOf(packet, line, told)", packet=FEEL, line=LINE, told=asked)
    assert answer["move"] == move


@pytest.mark.parametrize(
    ("shown", "instead"), [([], "plank"), (["plank"], "bridge"), (["plank", "bridge"], None)]
)
def test_what_stands_in_is_the_best_that_the_session_does_not_show_yet(shown, instead):
    lines = {slug: {"exercise": slug} for slug in ("plank", "bridge")}
    answer = {"over": True, "instead": "plank", "others": ["bridge"]}
    body = "return day.standIn(answer, lines, new Set(shown))"
    found = run(body, answer=answer, lines=lines, shown=shown)
    assert found == (instead and {"exercise": instead})


def test_an_exercise_that_was_stopped_here_rests_until_the_server_has_heard_of_it():
    lines = {"a": {"exercise": "bridge"}, "b": {"exercise": "squat"}}
    plan = {"minutes": 9, "blocks": [{"items": [{"exercise": "bridge"}]}, {"items": [{"exercise": "squat"}]}]}
    found = run(
        "return day.without(packet, packet.sessions[0], halted)",
        packet={"lines": lines, "sessions": [{"lines": ["a", "b"], "plan": plan}]},
        halted=[{"exercise": "bridge", "date": "2026-03-02"}],
    )
    assert found["left"] == ["a"]
    assert found["session"]["lines"] == ["b"]
    assert found["session"]["plan"]["blocks"] == [{"items": [{"exercise": "squat"}]}]


DONE = {"reps": 6, "hold_seconds": None, "load_kg": None}
WRITE = """
    let n = 0;
    const make = (kind, fields) => ({ id: `e${n += 1}`, kind, ...fields });
    const line = { rung: "full", targets: { reps: 6 } };
    const of = (sets) => ({ lines: [{ exercise: "bridge", sets }] });
    const step = (sets, logged) => writing.setEvents(of(sets), "s", logged, () => line, make);
"""


def test_a_set_is_written_once_and_put_right_by_taking_it_back():
    body = WRITE + (
        "const one = (done) => [{ set: 1, side: 'left', done }];"
        "const first = step(one(done), {}); const again = step(one(done), first.logged);"
        "const right = step(one({ ...done, reps: 4 }), first.logged);"
        "const gone = step(one(null), right.logged);"
        "return [first.events, again.events, right.events, gone.events, gone.logged]"
    )
    first, again, right, gone, logged = run(body, done=DONE)
    asked = {"session": "s", "exercise": "bridge", "rung": "full", "set": 1, "side": "left"}
    assert first == [{"id": "e1", "kind": "set_performed", **asked, "reps": 6, "target": {"reps": 6}}]
    assert again == []
    assert [event["kind"] for event in right] == ["event_retracted", "set_performed"]
    assert (right[0]["event"], right[1]["reps"]) == ("e1", 4)
    assert [event["kind"] for event in gone] == ["event_retracted"]
    assert logged == {}


def test_what_a_device_wrote_is_known_again_after_its_corrections():
    events = [
        {"id": "a", "kind": "set_performed", "exercise": "bridge", "rung": "full", "set": 1, "reps": 6},
        {"id": "b", "kind": "event_retracted", "event": "a"},
        {"id": "c", "kind": "set_performed", "exercise": "bridge", "rung": "full", "set": 1, "reps": 5},
    ]
    logged = run("return writing.loggedIn(events)", events=events)
    assert logged == {"bridge/1/": {"id": "c", "rung": "full", "amounts": {"reps": 5}}}


@pytest.mark.parametrize(
    ("stays", "items"), [(True, ["squat", "bridge", "plank"]), (False, ["squat", "plank"])]
)
def test_a_plan_shows_what_takes_the_place_of_an_exercise(stays, items):
    plan = {"blocks": [{"block": "strength", "items": [{"exercise": "squat"}, {"exercise": "bridge"}]}]}
    body = "return writing.planWith(plan, 'bridge', { exercise: 'plank' }, stays)"
    found = run(body, plan=plan, stays=stays)
    assert [item["exercise"] for item in found["blocks"][0]["items"]] == items


@pytest.mark.parametrize(
    ("seconds", "shown"), [(5, "5"), (59, "59"), (60, "1:00"), (119, "1:59"), (600, "10:00")]
)
def test_from_one_minute_on_the_clock_shows_minutes(seconds, shown):
    assert run("return words.clockText(seconds)", seconds=seconds) == shown
