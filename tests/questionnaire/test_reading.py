"""A questionnaire that somebody brings is understood whole, or refused with every reason at once."""

from typing import Any

import pytest

from mainstay.exchange.questionnaire import Form, ItemKind, read_form
from tests.questionnaire.forms import CALCULATED, HIDDEN, bare, changed, choice, option

WORK: tuple[str | int, ...] = ("item", 1, "item")
DIG, WHY = (*WORK, 0), (*WORK, 3)


def form(data: bytes) -> Form:
    reading = read_form(data)
    assert reading.faults == ()
    assert reading.form is not None
    return reading.form


def refused(data: bytes) -> str:
    reading = read_form(data)
    assert reading.form is None
    assert reading.faults
    return "\n".join(fault.text for fault in reading.faults)


def test_everything_in_the_form_is_there_in_its_order():
    read = form(changed())
    assert [item.link_id for item in read.walk()] == [
        *("hello", "work", "dig", "kneel", "fun", "why", "hours", "beds", "name")
    ]
    assert (read.title, read.version, read.publisher) == ("How the garden goes", "1.0", "A neighbour")
    assert {item.kind for item in read.walk()} == set(ItemKind)


def test_its_licence_is_kept_to_the_letter():
    assert form(changed()).licence == "© A neighbour, for anybody who has a garden."


def test_a_file_without_a_licence_says_so():
    assert form(changed(copyright=None)).notes == ("The file names no licence. Use it only if you may.",)


def test_what_a_question_asks_for_is_read():
    items = {item.link_id: item for item in form(changed()).walk()}
    assert [(one.value, one.label, one.score) for one in items["dig"].options] == [
        ("never", "Never", 0),
        ("often", "Often", 1),
        ("always", "Always", 2.5),
    ]
    assert items["dig"].required
    assert not items["kneel"].required
    assert items["fun"].initial is True
    assert (items["hours"].lowest, items["hours"].highest) == (0, 168)
    assert [(one.question, one.answer) for one in items["why"].conditions] == [("fun", False)]


@pytest.mark.parametrize(
    ("fields", "slug"),
    [
        ({}, "my-garden-form"),
        ({"url": "https://example.org/Q/Rücken%202/"}, "rucken-202"),
        ({"url": None}, "gardenform"),
        ({"url": "", "name": "GärtenForm"}, "gartenform"),
        ({"url": None, "name": None}, "how-the-garden-goes"),
        ({"url": None, "name": None, "title": "庭"}, "questionnaire"),
        ({"url": "urn:x/" + "long-" * 40}, ("long-" * 40)[:60].strip("-")),
    ],
)
def test_its_name_in_the_diary_comes_from_its_address_its_name_or_its_title(fields, slug):
    assert form(changed(**fields)).slug == slug


def test_it_never_takes_the_name_of_one_of_our_own_measures():
    reading = read_form(changed(url="http://x/odi"), taken={"odi"})
    assert reading.form is not None
    assert reading.form.slug == "odi-questionnaire"


@pytest.mark.parametrize(
    ("path", "fields", "said"),
    [
        ((), {"resourceType": "Patient"}, "file: is not a FHIR Questionnaire"),
        ((), {"title": None, "name": None}, "Questionnaire.title: is missing"),
        ((), {"item": []}, "Questionnaire.item: holds no question"),
        ((), {"item": "none"}, "Questionnaire.item: is not a list"),
        ((), {"item": ["one"]}, "Questionnaire.item[0]: is not an object"),
        ((), {"title": 3}, "Questionnaire.title: is not text"),
        ((), {"modifierExtension": [{}]}, "Questionnaire.modifierExtension: changes what the rest means"),
        ((), {"implicitRules": "http://x"}, "Questionnaire.implicitRules: changes what the rest means"),
        (DIG, {"linkId": None}, "item[1].item[0].linkId: is missing"),
        (DIG, {"linkId": "beds"}, "Questionnaire.item: uses beds twice"),
        (DIG, {"type": "date"}, "item[1].item[0].type: is date, which is not supported"),
        (DIG, {"type": "open-choice"}, "is open-choice, which is not supported"),
        (DIG, {"type": ["choice"]}, "which is not supported"),
        (DIG, {"type": None}, "is None, which is not supported"),
        (DIG, {"text": None}, "item[1].item[0].text: is missing"),
        (DIG, {"required": "yes"}, "required: is neither true nor false"),
        (DIG, {"repeats": True}, "repeats: allows several answers"),
        (DIG, {"modifierExtension": [{}]}, "modifierExtension: changes what the item means"),
        (DIG, {"answerOption": None}, "item[1].item[0]: is a choice without answers"),
        (DIG, {"answerValueSet": "http://x"}, "answerValueSet: is a list kept elsewhere"),
        (DIG, {"answerOption": [{"valueDate": "2026-01-01"}, 3]}, "answerOption[1]: is not an object"),
        (DIG, {"answerOption": [{"valueReference": {}}]}, "is an answer that is not understood"),
        (DIG, {"answerOption": [option("a", "A"), option("a", "B")]}, "has the same answer twice"),
        (DIG, {"answerOption": [option("a", "A", 1), option("b", "B")]}, "scores some answers only"),
        (DIG, {"answerOption": [option("a", "A", float("nan"))]}, "is not a number that can be used"),
        (
            DIG,
            {"initial": [{"valueCoding": {"code": "sometimes"}}]},
            "does not fit a question of type choice",
        ),
        (DIG, {"initial": [{"valueBoolean": True}]}, "does not fit a question of type choice"),
        (DIG, {"initial": [{"valueString": "never"}] * 2}, "gives several first answers"),
        (
            WHY,
            {"enableWhen": [{"question": "x", "operator": "=", "answerBoolean": True}]},
            "is not a question",
        ),
        (
            WHY,
            {"enableWhen": [{"question": "work", "operator": "=", "answerBoolean": True}]},
            "is not a quest",
        ),
        (WHY, {"enableWhen": [{"question": "fun", "operator": "exists", "answerBoolean": True}]}, "use ="),
        (WHY, {"enableWhen": [{"question": "fun", "operator": "=", "answerInteger": 1}]}, "does not fit"),
        (WHY, {"enableBehavior": "some"}, "enableBehavior: is not told"),
    ],
)
def test_what_is_not_supported_is_named_with_its_place(path, fields, said):
    assert said in refused(changed(path, **fields))


def test_an_expression_that_decides_what_is_asked_is_refused():
    url = CALCULATED.replace("calculatedExpression", "enableWhenExpression")
    assert "decides by an expression" in refused(changed(WHY, extension=[{"url": url}]))


def test_every_fault_is_named_at_once():
    said = refused(bare({"type": "date"}, {"linkId": "a", "type": "choice", "text": "A?"}, "x", title=None))
    for problem in ("[0].linkId", "[0].type", "[1]: is a choice without answers", "[2]: is not an", "title"):
        assert problem in said


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b"3", b"null", b"\xff\xfe", b'{"resourceType": "Questionnaire"', b"[" * 100_000],
)
def test_what_is_no_questionnaire_at_all_is_refused_and_never_breaks(data):
    assert refused(data).startswith("file: ")


def test_a_file_of_more_than_a_megabyte_is_refused_unread():
    assert "larger than 1 MB" in refused(b" " * 1_000_001)


def test_items_may_be_nested_and_not_without_end():
    def nested(depth: int) -> dict[str, Any]:
        item: dict[str, Any] = {"linkId": "q", "type": "boolean", "text": "?"}
        for level in range(depth):
            item = {"linkId": f"g{level}", "type": "group", "text": "G", "item": [item]}
        return item

    assert form(bare(nested(8)))
    assert "nested more than 8 deep" in refused(bare(nested(9)))


def test_five_hundred_items_are_taken_and_one_more_is_not():
    items = [{"linkId": f"q{n}", "type": "boolean", "text": "?"} for n in range(501)]
    assert form(bare(*items[:500]))
    assert "more than 500 items" in refused(bare(*items))


@pytest.mark.parametrize("pairs", [(("a", "a"),), (("a", "b"), ("b", "a")), (("group", "a"),)])
def test_questions_that_wait_for_themselves_are_refused(pairs):
    items = {name: {"linkId": name, "type": "boolean", "text": "?"} for name in ("a", "b")}
    group = {"linkId": "group", "type": "group", "text": "G", "item": list(items.values())}
    for name, on in pairs:
        one = {**items, "group": group}[name]
        one["enableWhen"] = [{"question": on, "operator": "=", "answerBoolean": True}]
    assert "waits for itself" in refused(bare(group))


def test_a_condition_may_name_a_later_question():
    first = {"linkId": "a", "type": "boolean", "text": "?"}
    first["enableWhen"] = [{"question": "b", "operator": "=", "answerInteger": 3}]
    assert form(bare(first, {"linkId": "b", "type": "integer", "text": "?"}))


def test_several_conditions_say_whether_all_or_any_must_hold():
    rows = [{"question": "a", "operator": "=", "answerBoolean": value} for value in (True, False)]
    a = {"linkId": "a", "type": "boolean", "text": "?"}
    b = {"linkId": "b", "type": "boolean", "text": "?", "enableWhen": rows}
    assert "enableBehavior: is not told" in refused(bare(a, b))
    assert [item.any_condition for item in form(bare(a, {**b, "enableBehavior": "any"})).items] == [
        False,
        True,
    ]


def test_a_calculated_field_is_left_out_and_that_is_said():
    total = {"linkId": "total", "type": "decimal", "extension": [{"url": CALCULATED, "valueExpression": {}}]}
    read = form(bare(choice("a", "A?"), total, copyright="mine"))
    assert [item.asked for item in read.items] == [True, False]
    assert any("expressions in the file are not evaluated" in note for note in read.notes)


def test_a_form_that_only_calculates_says_that_its_answers_are_kept_without_a_score():
    total = {"linkId": "total", "type": "decimal", "extension": [{"url": CALCULATED, "valueExpression": {}}]}
    read = form(bare({"linkId": "a", "type": "integer", "text": "?"}, total, copyright="mine"))
    assert not read.is_scored
    assert any("the answers are kept without one" in note for note in read.notes)


def test_a_hidden_field_is_not_asked():
    hidden = {"linkId": "h", "type": "string", "required": True, "extension": [{"url": HIDDEN}]}
    assert not form(bare(choice("a", "A?"), hidden)).items[1].asked


@pytest.mark.parametrize("key", ["extension", "answerOption", "enableWhen", "initial", "item"])
@pytest.mark.parametrize("value", [3, "x", {}, [3], [[]], [{"url": 3}], [{}], True])
def test_strange_json_in_any_list_never_breaks_the_reading(key, value):
    reading = read_form(changed(DIG, **{key: value}))
    assert (reading.form is None) == bool(reading.faults)
