"""Lessons: every claim rests on something, and nothing is claimed that may not be."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
import rtoml

from mainstay.catalogue import ContentFault, Lesson, find_lessons, load_catalogue
from mainstay.catalogue.lint import content_faults
from mainstay.catalogue.reading import CONTENT
from mainstay.catalogue.refusing import Refusal, refused_faults
from mainstay.figure import muscle_map

CATALOGUE = load_catalogue()
LESSONS = list(CATALOGUE.lessons.values())
REFUSED = msgspec.convert(rtoml.load(CONTENT / "refused.toml")["refused"], list[Refusal])
ROWS = {row["id"]: row for row in rtoml.load(CONTENT / "articles.toml")["rows"]}
# The claims that the evidence notes list as never to be repeated (ARTICLES §5), by their rows.
NEVER = re.findall(
    r"\S+",
    "B-17 A-07 C-04 B-02 B-06 B-08 A-15 B-12 B-21 A-08 A-10 B-36 A-33 C-18 A-23 A-05 A-43 A-47 C-23 A-04",
)
# The column “avoid” of EVIDENCE §j, as it stands there.
AVOID = (
    "treats low back pain",
    "cures low back pain",
    "relieves low back pain",
    "heals low back pain",
    "Mainstay diagnoses the pain",
    "a clinically proven app",
    "fixes the cause",
    "protects your discs",
    "You have cauda equina",
    "You do not have cauda equina",
    "safe for you",
    "safe load",
    "correct form guaranteed",
    "monitors your condition",
)
TOPICS = re.findall(
    r"\S+",
    """
    pain-and-soreness stop-rules how-progress-goes hold-before-load braces sit-ups planks
    discs-and-deep-muscles bed-rest lifting sitting sleep walking food-and-supplements flare-ups
    when-to-see-someone nerve-symptoms working-with-a-clinician anatomy
    """,
)
Change = Callable[[str], str]


def faults_after(folder: Path, name: str, change: Change) -> list[ContentFault]:
    content = folder / "content"
    shutil.copytree(CONTENT, content)
    file = content / name
    before = file.read_text(encoding="utf-8")
    after = change(before)
    assert after != before, "the case changes nothing"
    file.write_text(after, encoding="utf-8")
    return [fault for fault in content_faults(content) if fault.file == file.name]


def swap(old: str, new: str) -> Change:
    return lambda text: text.replace(old, new, 1)


def without_claims(text: str) -> str:
    head, tail = text.split("claims = [", 1)
    return f"{head}claims = []\n{tail.split(']', 1)[1]}"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (without_claims, "claims is empty"),
        (swap('source = "kovacs-2003"', 'source = "kovacz-2003"'), "names kovacz-2003"),
        (swap('grade = "B"', 'grade = "E"'), "is not one of"),
        (swap(', grade = "B"', ""), "is a required property"),
        (
            swap('says = "In a trial with 313 people', 'says = "In a trial with 312 people'),
            "does not stand once",
        ),
        (swap("A short night makes", "For 70 per cent a short night makes"), "70 stands outside every claim"),
        (swap("A short night makes", "For most, a short night makes"), ""),
        (swap('see = ["sitting"', 'see = ["siting"'), "names siting"),
        (swap('see = ["sitting"', 'see = ["sleep"'), "is no other lesson"),
        (swap('summary = "', 'sumary = "'), "sumary"),
        (swap("A short night makes", "A calm word. " * 30), "have 2"),
        (swap("A short night makes", "A short, " * 30), ""),
        (swap("A short night makes pain louder", "A medium bed heals your back"), "says “heals your back”"),
    ],
)
def test_the_lint_catches_a_lesson_that_may_not_ship(tmp_path: Path, change: Change, said: str) -> None:
    faults = faults_after(tmp_path, "lessons/sleep.toml", change)
    assert bool(faults) == bool(said)
    assert not said or any(said in fault.problem for fault in faults), faults


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("lessons/sit-ups.toml", swap('rung = "full"', 'rung = "fool"'), "has no rung fool"),
        ("rules/moments.toml", swap('lesson = "planks"', 'lesson = "plonks"'), "names unknown plonks"),
        ("rules/moments.toml", swap('exercise = "front-plank"\n', ""), "goes with the fact done"),
        ("rules/moments.toml", swap("below = 14", "below = 0"), "leaves no days"),
        ("rules/moments.toml", swap('source = "nice-ng59"', 'source = "nice"'), "names unknown nice"),
        (
            "exercises/bridge.toml",
            swap('summary = "', 'summary = "It protects your discs. '),
            "protects your discs",
        ),
        ("words/en.toml", swap('trained-today = "', 'trained-today = "You are safe. '), "You are safe"),
        ("words/player.toml", swap(' = "', ' = "Experts agree. '), "Experts agree"),
        ("combinations.toml", swap('text = "', 'text = "You have an infection. '), "You have an infection"),
        ("refused.toml", swap("'\\bamnesia\\b'", "'\\bamnesia('"), "cannot be read"),
        ("refused.toml", swap("'\\bamnesia\\b'", "'forgetful'"), "is not caught"),
        ("refused.toml", swap("'\\bamnesia\\b'", "'buttocks'"), "is caught"),
    ],
)
def test_the_lint_catches_it_with_its_file(tmp_path: Path, name: str, change: Change, said: str) -> None:
    faults = faults_after(tmp_path, name, change)
    assert any(said in fault.problem for fault in faults), faults


def test_every_topic_that_was_asked_for_has_its_lesson() -> None:
    assert set(TOPICS) <= set(CATALOGUE.lessons)
    assert [lesson.order for lesson in LESSONS] == list(range(1, len(LESSONS) + 1))


def test_every_row_of_the_claims_that_are_never_repeated_is_refused() -> None:
    told = {row for refusal in REFUSED for row in refusal.rows}
    assert set(NEVER) - told == set()
    assert told <= set(ROWS) | {"evidence-j"}


@pytest.mark.parametrize("phrase", AVOID)
def test_every_phrase_that_the_evidence_notes_avoid_is_refused(phrase: str) -> None:
    assert list(refused_faults({"text": f"It is so: {phrase}."}, REFUSED, may_mention=True))


@pytest.mark.parametrize("refusal", REFUSED, ids=lambda refusal: refusal.id)
def test_a_refusal_catches_its_examples_and_spares_what_is_near(refusal: Refusal) -> None:
    assert all(refusal.found_in(text, may_mention=True) for text in refusal.says)
    assert not any(refusal.found_in(text, may_mention=True) for text in refusal.spares)


HARMLESS = [
    "If you have cancer in your past, tell a clinician.",
    "Do you have a heart condition?",
    "For comfort only, never a diagnosis.",
    "The best set is the one you can do slowly.",
    "Start with no load; one kilogram more comes later.",
    "Draw your shoulder blades down and back; let the hips drop.",
    "Stop if pain becomes sharp, or travels down a leg.",
    "Switch sides, then turn off the light.",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_plain_words_are_let_be_everywhere(text: str) -> None:
    assert not list(refused_faults({"text": text}, REFUSED, may_mention=False))


def test_what_a_lesson_may_speak_of_is_refused_elsewhere(tmp_path: Path) -> None:
    asked = "Which supplement helps my back?"
    assert asked in CATALOGUE.lessons["food-and-supplements"].asks
    assert faults_after(tmp_path, "words/en.toml", swap('trained-today = "', f'trained-today = "{asked} '))


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_no_lesson_names_the_advert(lesson: Lesson) -> None:
    assert "keyslim" not in msgspec.json.encode(lesson).decode().casefold()


def test_the_map_of_the_anatomy_can_be_drawn() -> None:
    drawn = [lesson.figure for lesson in LESSONS if lesson.figure and lesson.figure.muscles]
    assert len(drawn) == 1
    assert muscle_map(drawn[0].muscles, drawn[0].also).startswith("<svg")


RULES = CATALOGUE.rules
NUMBERS = [
    ("pain-and-soreness", f"Up to {RULES.pain.green_max.whole} of 10"),
    ("pain-and-soreness", f"From {RULES.pain.red_min.whole}"),
    ("stop-rules", f"climbs to {RULES.pain.red_min.whole} of 10"),
    ("stop-rules", f"rests it for {RULES.progress.remove_days.whole} days"),
    ("how-progress-goes", f"by week {RULES.outcomes.look_week.whole} the coach"),
    ("how-progress-goes", f"by week {RULES.outcomes.refer_week.whole} it suggests"),
    (
        "flare-ups",
        f"{100 * RULES.flare.ramp_first.value:.0f} per cent, then {100 * RULES.flare.ramp_second.value:.0f}",
    ),
    ("flare-ups", {3: "three gentle days"}[RULES.flare.relief_days.whole]),
]


@pytest.mark.parametrize(("slug", "said"), NUMBERS)
def test_what_a_lesson_says_of_the_coach_is_what_the_rules_say(slug: str, said: str) -> None:
    assert said in CATALOGUE.lessons[slug].text


SEARCHES = [
    ("mattress", "sleep"),
    ("slipped disc", "discs-and-deep-muscles"),
    ("MRI scan", "discs-and-deep-muscles"),
    ("sciatica", "nerve-symptoms"),
    ("Sciática", "nerve-symptoms"),
    ("my toes tingle", "nerve-symptoms"),
    ("supplements", "food-and-supplements"),
    ("drops", "food-and-supplements"),
    ("back brace", "braces"),
    ("standing desk", "sitting"),
    ("crunches", "sit-ups"),
    ("situps", "sit-ups"),
    ("am I sore?", "pain-and-soreness"),
    ("lay in bed", "bed-rest"),
    ("laundry", "lifting"),
    ("how do I make a habit", "keeping-at-it"),
    ("multifidus", "anatomy"),
    ("when should I see a doctor", "when-to-see-someone"),
]


@pytest.mark.parametrize(("words", "first"), SEARCHES)
def test_a_search_finds_the_lesson_first(words: str, first: str) -> None:
    found = find_lessons(LESSONS, words)
    assert found
    assert found[0].slug == first


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_a_lesson_is_found_by_its_own_questions(lesson: Lesson) -> None:
    for question in lesson.asks:
        assert lesson in find_lessons(LESSONS, question)[:3], question


def test_a_word_that_is_nowhere_finds_nothing_and_no_word_finds_all() -> None:
    assert find_lessons(LESSONS, "xylophone") == ()
    assert find_lessons(LESSONS, "what is my back") == tuple(LESSONS)
    assert find_lessons(reversed(LESSONS), "") == tuple(LESSONS)
