"""The browser's player and the terminal's are the same machine, whatever happens to them."""

from collections import Counter

from tests.guide.playing import in_browser_code, in_terminal_code
from tests.guide.walks import KINDS, walk

WALKS = 600


def test_six_hundred_random_sessions_are_the_same_in_both_at_every_step() -> None:
    plays = [walk(seed) for seed in range(WALKS)]
    reached: Counter[tuple[str, str]] = Counter()
    for seed, (play, browser) in enumerate(zip(plays, in_browser_code(plays), strict=True)):
        terminal = in_terminal_code(play)
        for number, (one, other) in enumerate(zip(browser, terminal, strict=True)):
            assert one == other, f"walk {seed}, step {number}: {play['actions'][max(0, number - 1)]}"
        reached.update(("mode", step["view"]["mode"]) for step in terminal)
        reached.update(("kind", step["view"]["kind"]) for step in terminal)
        reached.update(("over", line["over"]) for step in terminal for line in step["state"]["lines"])
        reached.update(("sound", str(cue["sound"])) for step in terminal for cue in step["cues"])
        reached.update(
            ("set", "asked")
            for step in terminal
            for line in step["state"]["lines"]
            for one in line["sets"]
            if one["asked"]
        )
        reached.update(("action", action["type"]) for action in play["actions"])
    wanted = {
        "mode": ("waiting", "running", "paused", "rating", "over"),
        "kind": ("ready", "work", "change", "rest", "rating", "over"),
        "over": ("", "done", "skipped", "halted"),
        "sound": (
            *("ready", "count", "work", "rep", "phase", "hold", "halfway", "end", "change", "finish"),
            "None",
        ),
        "set": ("asked",),
        "action": (*set(KINDS), "enough"),
    }
    for sort, names in wanted.items():
        for name in names:
            assert reached[sort, name] >= 5, f"the walks hardly reach {sort} {name!r}"


def test_no_random_session_loses_a_set_that_was_done_or_leaves_its_timeline() -> None:
    for seed in range(WALKS):
        play = walk(seed)
        before: set[tuple[str, int, str]] = set()
        for step, action in zip(in_terminal_code(play)[1:], play["actions"], strict=True):
            lines, view = step["state"]["lines"], step["view"]
            done = {(x["key"], one["set"], one["side"]) for x in lines for one in x["sets"] if one["done"]}
            if action["type"] not in ("set", "replace"):
                assert done >= before, f"walk {seed} lost a set at {action}"
            before = done
            assert 0 <= view["share"] <= 1
            assert 0 <= view["way"] <= 1
            assert 0 <= view["progress"] <= 1
            assert view["left"] >= 0
