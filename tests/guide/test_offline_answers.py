"""What a device decides offline is what the server would have decided, for random people on random days."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from mainstay import coach
from mainstay.kernel import Role
from tests.coach.diaries import Diary, train_as_told
from tests.coach.living import catalogue
from tests.coach.strategies import Life, lived, lives
from tests.guide.offline import Json, Situation, played_offline, played_on_server, plays_in

LIVES = 14
MORNINGS_OF_A_LIFE = 2
PLAYS_OF_A_MORNING = 70
PLAYS_OF_THE_DARING = 150
SUPERMAN = 9
"""Its place in the session of the daring."""
MOVES = {move.value for move in coach.Move}
KINDS = {kind.value for kind in coach.Kind}
Played = list[tuple[Json, Json, Json]]
"""The play, what the device made of it, and what the server did."""


@cache
def drawn() -> tuple[Life, ...]:
    """Draw lives; the same ones in every run."""
    found: list[Life] = []

    @seed(20261121)
    @settings(
        max_examples=LIVES,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(lives())
    def draw(life: Life) -> None:
        found.append(life)

    draw()
    return tuple(found)


def mornings_of(life: Life, chance: Random) -> Iterator[Situation]:
    """Yield some mornings of a life as they were before anything was told."""
    events = list(coach.standing_events(lived(life).diary.events))
    starts = [n for n, event in enumerate(events) if event.kind == "day_checked_in"]
    for start in chance.sample(starts, min(MORNINGS_OF_A_LIFE, len(starts))):
        told = events[:start]
        silent = [n for n, event in enumerate(told) if event.kind == "morning_after"][-1:]
        if chance.random() < 0.5:
            told = [event for n, event in enumerate(told) if n not in silent]
        yield Situation(catalogue(), coach.fold(catalogue(), told).person, events[start].at)


def the_daring() -> Situation:
    """Return somebody who chose superman after six good weeks: it has a rule of its own, and is rare."""
    diary = Diary(catalogue())
    diary.begin(experience="regular", months_in_pain=0)
    # One session more, so that it is superman's turn.
    for day in (*range(0, 42, 7), 37):
        train_as_told(diary, day, pain=1, morning=1)
    for slug, exercise in catalogue().exercises.items():
        if Role.EXTENSOR_ENDURANCE in exercise.roles:
            kind = "exercise_included" if exercise.off_by_default else "exercise_excluded"
            diary.write(kind, 41, 9, exercise=slug)
    planned = coach.today(catalogue(), diary.person, diary.day(42)).session
    assert planned
    assert planned.items[SUPERMAN].exercise == "superman"
    return Situation(catalogue(), diary.person, datetime.combine(diary.day(42), time(8), UTC))


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """Play some hundred days on both sides."""
    folder: Path = tmp_path_factory.mktemp("offline")
    chance = Random(4)
    situations = [the_daring(), *(one for life in drawn() for one in mornings_of(life, chance))]
    packets = [situation.packet() for situation in situations]
    plays = [*plays_in(situations[0], packets[0], 0, PLAYS_OF_THE_DARING, chance, [SUPERMAN, SUPERMAN + 1])]
    plays += [
        play
        for place, (situation, packet) in enumerate(zip(situations, packets, strict=True))
        if not packet["gate"] and not packet["rest"]
        for play in plays_in(situation, packet, place, PLAYS_OF_A_MORNING, chance)
    ]
    device = played_offline(packets, plays, folder)
    server = [played_on_server(situations[play["packet"]], play) for play in plays]
    return list(zip(plays, device, server, strict=True))


def test_the_answers_before_a_session_lead_to_the_session_of_the_server(played: Played) -> None:
    for play, device, server in played:
        for part in ("halt", "mode", "notes", "plan"):
            assert device[part] == server[part], (part, play["told"])
    assert len(played) >= 300


def test_every_answer_to_what_hurts_is_the_servers(played: Played) -> None:
    count = 0
    for play, device, server in played:
        assert len(device["answers"]) == len(server["answers"]), play
        for step, offline, online in zip(play["steps"], device["answers"], server["answers"], strict=False):
            for part in offline:
                assert offline[part] == online[part], (part, step, play["told"])
            count += 1
    assert count >= 1000


def test_the_days_reach_everything_that_can_be_answered(played: Played) -> None:
    reached: Counter[str] = Counter()
    for play, _, server in played:
        answers = server["answers"]
        reached.update(f"move {answer['move']}" for answer in answers)
        reached.update(f"kind {answer['kind']}" for answer in answers)
        reached.update([f"mode {server['mode']}"])
        reached.update(["halt"] if server["halt"] else [])
        reached.update(["morning told"] if play["told"]["morning"] is not None else [])
        reached.update(["two"] if len(answers) == 2 else ["three"] if len(answers) == 3 else [])
        reached.update(["stand-in"] if any(answer["instead"] for answer in answers) else [])
    wanted = {
        *(f"move {move}" for move in MOVES),
        *(f"kind {kind}" for kind in KINDS),
        *(f"mode {mode}" for mode in ("normal", "relief", "ramp", "locked", "first-day")),
        *("halt", "morning told", "two", "three", "stand-in"),
    }
    missing = sorted(wanted - set(reached))
    assert not missing, f"never reached: {missing}; reached: {dict(reached.most_common())}"
