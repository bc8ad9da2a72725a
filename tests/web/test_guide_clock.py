"""The player's clock, keys and voice in a real browser, without the pages around them."""

import json
import time
from math import ceil
from statistics import median

import pytest
from playwright.sync_api import expect

from tests.guide.playing import the_lines

MODULES = "/static/mainstay/js/guide"
SQUAT = the_lines()["squat/weight/3"]
OPTIONS = "{ sleepGapSeconds: 10, halfwayHoldSeconds: 20 }"


@pytest.fixture
def bench(page, live_server):
    """An empty page of the app, with a line at hand."""
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{live_server.url}/healthz")
    page.evaluate(f"() => {{ globalThis.line = {json.dumps(SQUAT)}; }}")
    yield page
    assert not faults


def until(page, condition, seconds=10):
    """Wait for a condition. (Playwright's own waiting needs `eval`, which the page's policy forbids.)"""
    end = time.monotonic() + seconds
    while not page.evaluate(condition):
        assert time.monotonic() < end, f"{condition} does not come true"
        time.sleep(0.02)


RUN = f"""
async () => {{
  const {{ run }} = await import('{MODULES}/clock.js');
  const {{ begin, cuesOf, reduce, viewOf }} = await import('{MODULES}/state.js');
  const at = performance.now();
  let state = reduce(begin({{ only: line }}, ['only'], {OPTIONS}), {{ type: 'start', at }});
  const now = {{ state: () => state, view: () => viewOf(state) }};
  globalThis.log = {{ ...now, at, shown: [], heard: [], last: at, gap: 0 }};
  globalThis.stop = run((now) => {{
    const [before, was] = [state, viewOf(state)];
    state = reduce(state, {{ type: 'tick', at: now }});
    const view = viewOf(state);
    const seen = [view.kind, view.number];
    if (view.kind !== was.kind || view.number !== was.number) log.shown.push([now - at, ...seen]);
    cuesOf(before, state).forEach(({{ sound }}) => log.heard.push([now - at, sound]));
    log.gap = Math.max(log.gap, now - log.last);
    log.last = now;
  }});
}}
"""
# Ready 5 s, then four repetitions of 3.3 s, each of 2 s down and 1.3 s up.
DUE = [1000, 2000, 3000, 4000, 5000, 8300, 11600, 14900]


def test_over_a_real_stretch_of_time_the_count_does_not_drift(bench):
    bench.evaluate(RUN)
    until(bench, "log.heard.filter(([, sound]) => sound === 'rep').length === 3", 30)
    shown, heard = bench.evaluate("[log.shown, log.heard]")
    late = [seen[0] - due for seen, due in zip(shown, DUE, strict=False)]
    assert [(kind, number) for _, kind, number in shown[:8]] == [
        *(("ready", number) for number in (4, 3, 2, 1)),
        *(("work", number) for number in (1, 2, 3, 4)),
    ]
    assert min(late) >= 0
    # How late a picture comes is the machine's; that it does not grow is the clock's.
    assert abs(median(late[4:]) - median(late[:4])) < 50
    reps = [at for at, sound in heard if sound == "rep"]
    assert [at for at, *_ in shown[5:8]] == reps


def test_a_page_that_stood_still_is_right_in_its_first_picture_and_asks_what_it_missed(bench):
    # A line of one-second parts, and a gap of two seconds that counts as sleep, so that nobody waits.
    bench.evaluate(
        "() => { line.parts.forEach((part) => { part.seconds = part.kind === 'rest' ? 60 : 1; }); }"
    )
    bench.evaluate(RUN.replace("sleepGapSeconds: 10", "sleepGapSeconds: 2"))
    bench.once("dialog", lambda dialog: (time.sleep(4), dialog.accept()))
    bench.evaluate("alert('The page stands still while this is open.')")
    until(bench, "log.gap > 2_000")
    at, _, number = bench.evaluate("log.shown.find(([, kind]) => kind === 'rest')")
    # The rest of a minute began at two seconds, while nobody looked.
    assert number == ceil(62 - at / 1000)
    assert number < 60
    sets = bench.evaluate("log.state().lines[0].sets")
    assert [(one["done"], one["asked"]) for one in sets] == [(None, True), (None, False)]


def test_three_minutes_of_sleep_are_over_within_one_picture(bench):
    bench.evaluate(RUN)
    bench.evaluate("""() => {
      const real = performance.now.bind(performance);
      performance.now = () => real() + 180_000;
    }""")
    until(bench, "log.gap > 179_000", 5)
    first = bench.evaluate("log.shown.find(([at]) => at > 180_000)")
    assert first[1] == "rating"
    assert all(one["asked"] for one in bench.evaluate("log.state().lines[0].sets"))


def test_jumps_of_the_wall_clock_change_nothing(bench):
    bench.evaluate(RUN)
    bench.evaluate("() => { let turn = 1; Date.now = () => (turn = -turn) * 86_400_000; }")
    until(bench, "log.shown.length >= 2")
    assert [seen[1:] for seen in bench.evaluate("log.shown.slice(0, 2)")] == [["ready", 4], ["ready", 3]]


def test_while_the_page_is_hidden_a_worker_keeps_the_beat(bench):
    bench.evaluate("() => { requestAnimationFrame = () => 0; }")
    bench.evaluate(RUN)
    until(bench, "log.shown.length >= 2")
    # Timers of a hidden page come once a second at best.
    assert bench.evaluate("log.gap") < 1000
    bench.evaluate("stop()")
    last = bench.evaluate("log.last")
    bench.wait_for_timeout(400)
    assert bench.evaluate("log.last") == last


KEYS = f"""
async () => {{
  const {{ listenToKeys }} = await import('{MODULES}/keys.js');
  document.body.innerHTML = '<button id="one">One</button><input id="field"><p id="told"></p>';
  globalThis.letters = true;
  const told = document.querySelector('#told');
  document.querySelector('#one').onclick = () => {{ told.textContent += 'clicked '; }};
  globalThis.stop = listenToKeys((command) => {{ told.textContent += `${{command}} `; }}, () => letters);
}}
"""


def test_the_keys_command_the_player_but_not_where_something_else_needs_them(bench):
    bench.evaluate(KEYS)
    told = bench.locator("#told")
    for key in ("Space", "ArrowRight", "ArrowLeft", "d", "H", "Control+d", "x"):
        bench.keyboard.press(key)
    expect(told).to_have_text("toggle next back done hurts")
    bench.locator("#one").focus()
    bench.keyboard.press("Space")
    bench.keyboard.press("d")
    expect(told).to_have_text("toggle next back done hurts clicked done")
    bench.locator("#field").focus()
    for key in ("Space", "ArrowLeft", "d"):
        bench.keyboard.press(key)
    expect(told).to_have_text("toggle next back done hurts clicked done")


def test_single_letters_can_be_turned_off_and_the_others_stay(bench):
    bench.evaluate(KEYS)
    bench.evaluate("() => { letters = false; }")
    for key in ("d", "h", "Space"):
        bench.keyboard.press(key)
    expect(bench.locator("#told")).to_have_text("toggle")
    bench.evaluate("stop()")
    bench.keyboard.press("Space")
    expect(bench.locator("#told")).to_have_text("toggle")


def test_media_keys_have_something_to_play_and_lead_to_the_player(bench):
    bench.evaluate("""() => {
      globalThis.handlers = {};
      navigator.mediaSession.setActionHandler = (name, handler) => { handlers[name] = handler; };
    }""")
    bench.evaluate(f"""async () => {{
      const {{ takeMediaKeys }} = await import('{MODULES}/keys.js');
      globalThis.told = [];
      globalThis.media = takeMediaKeys((command) => told.push(command));
      document.body.innerHTML = '<button>Start</button>';
      document.querySelector('button').onclick = () => media.playing(true, 'Bird dog');
    }}""")
    with bench.expect_response("**/silence.flac") as answer:
        bench.get_by_role("button").click()
    assert answer.value.ok
    bench.evaluate(
        "() => ['play', 'pause', 'nexttrack', 'previoustrack'].forEach((name) => handlers[name]())"
    )
    assert bench.evaluate("told") == ["start", "pause", "next", "back"]
    assert bench.evaluate(
        "[navigator.mediaSession.playbackState, navigator.mediaSession.metadata.title]"
    ) == [
        "playing",
        "Bird dog",
    ]
    bench.evaluate("media.stop()")
    assert bench.evaluate("[handlers.play, navigator.mediaSession.playbackState]") == [None, "none"]


def test_the_silence_really_is_six_seconds_of_sound_that_the_browser_can_play(bench):
    length = bench.evaluate("""() => new Promise((done, failed) => {
      const audio = new Audio('/static/mainstay/silence.flac');
      audio.onloadedmetadata = () => done(audio.duration);
      audio.onerror = () => failed(new Error(audio.error.message));
    })""")
    assert 5.5 < length < 6.5


LOCK = """() => {
  globalThis.asked = 0;
  globalThis.released = 0;
  const lock = { release: async () => { released += 1; }, addEventListener() {} };
  const request = async () => { asked += 1; return lock; };
  Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true });
}"""


def test_the_screen_stays_on_while_it_is_wanted_and_again_after_a_look_elsewhere(bench):
    bench.evaluate(LOCK)
    bench.evaluate(f"async () => {{ globalThis.awake = await import('{MODULES}/awake.js'); }}")
    assert bench.evaluate("[awake.canStayAwake()]") == [True]
    assert bench.evaluate("awake.keepAwake(true)") is True
    assert bench.evaluate("awake.keepAwake(true).then(() => asked)") == 1
    hide = "Object.defineProperty(document, 'hidden', { value: %s, configurable: true })"
    for hidden in ("true", "false"):
        bench.evaluate(f"() => {{ {hide % hidden}; document.dispatchEvent(new Event('visibilitychange')); }}")
    until(bench, "asked === 2")
    assert bench.evaluate("awake.keepAwake(false)") is False
    assert bench.evaluate("released") == 1


def test_a_screen_that_cannot_be_kept_on_is_no_fault(bench):
    bench.evaluate(
        "() => Object.defineProperty(navigator, 'wakeLock', { value: { request: () => Promise.reject() } })"
    )
    asked = f"import('{MODULES}/awake.js').then((awake) => awake.keepAwake(true))"
    assert bench.evaluate(asked) is False


def test_the_browsers_own_voice_is_used_only_where_it_is_on_the_device(bench):
    """Headless Chromium has no voices; what is said is written down by a stub in the synthesis's place."""
    said = bench.evaluate(f"""async () => {{
      const {{ makeVoice }} = await import('{MODULES}/voice.js');
      const told = [];
      speechSynthesis.speak = (words) => told.push(words.text);
      const empty = makeVoice().say('Get ready.');
      speechSynthesis.getVoices = () => [{{ name: 'Far', lang: 'en-GB', localService: false }}];
      const far = makeVoice().say('Get ready.');
      return [empty, far, told];
    }}""")
    assert said == [False, False, []]


@pytest.mark.parametrize(("address", "allowed"), [("/train/", "(self)"), ("/today/", "()")])
def test_only_the_player_may_ask_for_the_microphone(client, diary, travel, address, allowed):
    diary.set_up()
    policy = client.get(address).headers["Permissions-Policy"]
    assert f"microphone={allowed}," in policy
    assert "camera=()" in policy
