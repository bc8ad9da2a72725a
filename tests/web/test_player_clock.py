"""The player's clock, which is pure: a whole exercise is played in a moment, in the browser's own engine."""

import json

import pytest

MODULES = "/static/mainstay/js/player"
BIRD_DOG = {
    "sets": 2,
    "reps": 2,
    "hold_seconds": 3,
    "rest_seconds": 20,
    "sides": ["left", "right"],
    "tempo": [
        {"name": "reach", "breath": "out", "seconds": 1.5},
        {"name": "return", "breath": "in", "seconds": 1.5},
    ],
}
PLANK = {
    "sets": 2,
    "reps": None,
    "hold_seconds": 10,
    "rest_seconds": 30,
    "sides": [],
    "tempo": [{"name": "settle", "breath": "free", "seconds": 3}],
}
WALK = {
    "sets": 1,
    "reps": 3,
    "hold_seconds": None,
    "rest_seconds": 0,
    "sides": [],
    "tempo": [{"name": "walk", "breath": "free", "seconds": 60}],
}


@pytest.fixture
def run(page, live_server):
    """Run a function body in the browser with the clock's modules and a dose at hand."""
    page.goto(f"{live_server.url}/healthz")

    def call(body: str, dose: dict) -> object:
        load = (
            f"const t = await import('{MODULES}/timeline.js'); const s = await import('{MODULES}/state.js');"
        )
        return page.evaluate(f"async () => {{ {load} const dose = {json.dumps(dose)}; {body} }}")

    return call


def test_an_exercise_with_sides_changes_side_in_each_set_and_rests_between_sets(run):
    kinds = run("return t.timelineOf(dose).map((p) => [p.kind, p.set, p.side, p.seconds])", BIRD_DOG)
    assert kinds == [
        ["ready", 1, "left", 5],
        ["work", 1, "left", 12],
        ["change", 1, "right", 5],
        ["work", 1, "right", 12],
        ["rest", 2, "left", 20],
        ["work", 2, "left", 12],
        ["change", 2, "right", 5],
        ["work", 2, "right", 12],
    ]


def test_a_hold_follows_the_first_phase_of_its_repetition(run):
    beats = run("return t.beatsOf(dose).map((b) => [b.name, b.rep, b.seconds])", BIRD_DOG)
    assert beats[:3] == [["reach", 1, 1.5], ["hold", 1, 3], ["return", 1, 1.5]]
    assert len(beats) == 6


PLAY = """
const step = (state, action) => s.reduce(state, action);
let state = step(s.begin(dose), { type: 'start' });
const sounds = [];
const tick = (seconds) => {
  for (let i = 0; i < seconds * 10; i += 1) {
    const before = state;
    state = step(state, { type: 'tick', seconds: 0.1 });
    sounds.push(...s.soundsOf(before, state));
  }
};
"""


def test_played_to_its_end_every_set_is_done_as_asked(run):
    done, mode = run(PLAY + "tick(90); return [state.done, state.mode]", BIRD_DOG)
    asked = {"reps": 2, "hold_seconds": 3}
    sets = [(1, "left"), (1, "right"), (2, "left"), (2, "right")]
    assert done == [{"set": number, "side": side} | asked for number, side in sets]
    assert mode == "over"


def test_one_long_tick_is_worth_many_short_ones(run):
    short = run(PLAY + "tick(30); return [state.place, state.done]", BIRD_DOG)
    long = run(
        PLAY + "state = step(state, { type: 'tick', seconds: 30 }); return [state.place, state.done]",
        BIRD_DOG,
    )
    assert short == long


def test_a_pause_stops_the_clock(run):
    paused = PLAY + "tick(7); state = step(state, { type: 'pause' }); const a = state.at; tick(60); "
    assert run(paused + "return a === state.at", BIRD_DOG) is True


@pytest.mark.parametrize(("seconds", "reps"), [(5 + 1, 0), (5 + 6.5, 1), (5 + 11, 1)])
def test_ending_a_set_early_counts_only_whole_repetitions(run, seconds, reps):
    done = run(
        PLAY + f"tick({seconds}); state = step(state, {{ type: 'next' }}); return state.done", BIRD_DOG
    )
    assert [one["reps"] for one in done] == [reps]


@pytest.mark.parametrize(("seconds", "held"), [(5 + 2, 0), (5 + 3 + 7.5, 7)])
def test_ending_a_hold_early_counts_the_seconds_held(run, seconds, held):
    done = run(PLAY + f"tick({seconds}); state = step(state, {{ type: 'next' }}); return state.done", PLANK)
    assert done == [{"set": 1, "side": "", "reps": None, "hold_seconds": held}]


def test_skipping_a_rest_is_not_a_set(run):
    done = run(
        PLAY + "tick(5 + 13 + 1); state = step(state, { type: 'next' }); return state.done.length", PLANK
    )
    assert done == 1


def test_the_clock_begins_at_the_first_set_that_is_not_done(run):
    first = run(
        "return s.begin(dose, (set) => set === 1).parts.slice(0, 2).map((p) => [p.kind, p.set, p.side])",
        BIRD_DOG,
    )
    assert first == [["ready", 2, "left"], ["work", 2, "left"]]
    assert run("return s.begin(dose, () => true).mode", BIRD_DOG) == "over"


def test_each_change_has_its_own_sound(run):
    sounds = run(PLAY + "tick(5 + 12 + 5 + 12 + 1); return sounds", BIRD_DOG)
    first_side = ["count", "count", "count", "work", "hold", "phase", "rep", "hold", "phase", "change"]
    assert sounds == [*first_side, "count", "count", "count", *first_side[3:-1], "rest"]


def test_repetitions_count_up_and_holds_count_down(run):
    see = "const v = s.viewOf(state); return [v.name, v.number, v.counts, v.rep, v.of]"
    assert run(PLAY + f"tick(5 + 1); {see}", BIRD_DOG) == ["reach", 1, "reps", 1, 2]
    assert run(PLAY + f"tick(5 + 2); {see}", BIRD_DOG) == ["hold", 3, "seconds", 1, 2]
    assert run(PLAY + f"tick(5 + 7); {see}", BIRD_DOG) == ["reach", 2, "reps", 2, 2]


def test_a_walk_counts_its_whole_time_down(run):
    view = run(PLAY + "tick(5 + 61); return s.viewOf(state)", WALK)
    assert (view["number"], view["walk"]) == (119, True)


def test_an_hour_of_minutes_is_shown_in_minutes(run, page):
    texts = page.evaluate(
        f"import('{MODULES}/dial.js').then((d) => [5, 59, 60, 119, 600].map((n) => d.clockText(n)))"
    )
    assert texts == ["5", "59", "1:00", "1:59", "10:00"]
