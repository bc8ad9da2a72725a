"""Answers to a questionnaire: what is shown, what is amiss, the score, and how it is kept."""

import pytest

from mainstay.diary import read_records
from mainstay.exchange.questionnaire import Form, answers_amiss, kept, read_form, score, shown
from tests.questionnaire.forms import bare, changed, choice


def form(data: bytes) -> Form:
    read = read_form(data).form
    assert read is not None
    return read


GARDEN = form(changed())
FULL = {"dig": "often", "kneel": "always", "fun": True, "hours": 3.5, "beds": 4, "name": "Home"}


def ids(read: Form, answers: dict) -> list[str]:
    return [item.link_id for item in shown(read, answers) if item.kind.is_question]


def test_a_question_with_a_condition_is_shown_while_it_holds():
    assert "why" in ids(GARDEN, {"fun": False})
    assert "why" not in ids(GARDEN, {"fun": True})
    assert "why" not in ids(GARDEN, {})


@pytest.mark.parametrize(("given", "is_shown"), [(2, True), (2.0, True), (3, False), (True, False)])
def test_a_condition_compares_numbers_as_numbers_and_yes_is_not_one(given, is_shown):
    first = {"linkId": "a", "type": "decimal", "text": "?"}
    when = [{"question": "a", "operator": "=", "answerDecimal": 2}]
    second = {"linkId": "b", "type": "boolean", "text": "?", "enableWhen": when}
    assert ("b" in ids(form(bare(first, second)), {"a": given})) == is_shown


@pytest.mark.parametrize(("behaviour", "is_shown"), [("all", False), ("any", True)])
def test_all_or_any_of_the_conditions(behaviour, is_shown):
    asked = [{"linkId": name, "type": "boolean", "text": "?"} for name in "ab"]
    when = [{"question": name, "operator": "=", "answerBoolean": True} for name in "ab"]
    last = {"linkId": "c", "type": "boolean", "text": "?", "enableWhen": when, "enableBehavior": behaviour}
    assert ("c" in ids(form(bare(*asked, last)), {"a": True, "b": False})) == is_shown


def test_what_stands_in_a_group_that_is_not_shown_is_not_shown_either():
    asked = {"linkId": "a", "type": "boolean", "text": "?"}
    when = [{"question": "a", "operator": "=", "answerBoolean": True}]
    group = {"linkId": "g", "type": "group", "text": "G", "enableWhen": when, "item": [choice("b", "B?")]}
    read = form(bare(asked, group))
    assert ids(read, {"a": False}) == ["a"]
    assert ids(read, {"a": True}) == ["a", "b"]


def test_the_answer_of_a_question_that_is_not_shown_counts_as_none():
    asked = {"linkId": "a", "type": "boolean", "text": "?"}
    b = {"linkId": "b", "type": "boolean", "text": "?"}
    c = {"linkId": "c", "type": "boolean", "text": "?"}
    b["enableWhen"] = [{"question": "a", "operator": "=", "answerBoolean": True}]
    c["enableWhen"] = [{"question": "b", "operator": "=", "answerBoolean": True}]
    read = form(bare(asked, b, c))
    assert ids(read, {"a": True, "b": True}) == ["a", "b", "c"]
    assert ids(read, {"a": False, "b": True}) == ["a"]


def test_good_answers_have_no_faults():
    assert answers_amiss(GARDEN, FULL) == ()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"dig": None}, "dig: has to be answered"),
        ({"dig": "sometimes"}, "dig: is not one of the answers"),
        ({"dig": 1}, "dig: is not of type choice"),
        ({"fun": "yes"}, "fun: is not of type boolean"),
        ({"fun": 1}, "fun: is not of type boolean"),
        ({"beds": 1.5}, "beds: is not of type integer"),
        ({"beds": True}, "beds: is not of type integer"),
        ({"hours": float("nan")}, "hours: is not of type decimal"),
        ({"hours": -0.1}, "hours: is outside the range"),
        ({"hours": 168.1}, "hours: is outside the range"),
        ({"name": "x" * 4001}, "name: is longer than 4000"),
        ({"colour": "red"}, "colour: is not a question of this form"),
        ({"work": "x"}, "work: is not a question of this form"),
    ],
)
def test_an_answer_that_does_not_fit_is_named(changes, said):
    answers = {key: value for key, value in {**FULL, **changes}.items() if value is not None}
    assert [fault.text for fault in answers_amiss(GARDEN, answers) if said in fault.text]


@pytest.mark.parametrize("hours", [0, 168])
def test_the_ends_of_a_range_belong_to_it(hours):
    assert answers_amiss(GARDEN, {**FULL, "hours": hours}) == ()


def test_a_required_question_that_is_not_shown_need_not_be_answered():
    when = [{"question": "a", "operator": "=", "answerBoolean": True}]
    read = form(
        bare(
            {"linkId": "a", "type": "boolean", "text": "?"}, choice("b", "B?", required=True, enableWhen=when)
        )
    )
    assert answers_amiss(read, {"a": False}) == ()
    assert [fault.where for fault in answers_amiss(read, {"a": True})] == ["b"]


def test_the_score_is_the_sum_of_the_ordinal_values():
    assert score(GARDEN, FULL) == 3.5
    assert score(GARDEN, {"dig": "never", "kneel": "never"}) == 0


def test_part_of_a_sum_is_no_score():
    assert score(GARDEN, {"dig": "often"}) is None


def test_a_scored_question_that_is_not_shown_is_not_part_of_the_sum():
    when = [{"question": "a", "operator": "=", "answerCoding": {"code": "often"}}]
    read = form(bare(choice("a", "A?"), choice("b", "B?", enableWhen=when)))
    assert score(read, {"a": "always"}) == 2.5
    assert score(read, {"a": "often"}) is None
    assert score(read, {"a": "often", "b": "often"}) == 2


def test_a_scored_form_is_kept_as_a_measure_with_the_answers_that_were_shown():
    result = kept(GARDEN, {**FULL, "why": "an answer from before"})
    assert result.kind == "measure_answered"
    assert result.fields == {"measure": "my-garden-form", "score": 3.5, "answers": FULL}


def test_without_a_score_the_answers_are_kept_and_none_is_made_up():
    result = kept(GARDEN, {"dig": "often"})
    assert result.kind == "questionnaire_answered"
    assert result.score is None
    assert result.fields == {
        "questionnaire": "my-garden-form",
        "title": "How the garden goes",
        "answers": {"dig": "often"},
    }


@pytest.mark.parametrize("answers", [FULL, {"dig": "often"}, {}])
def test_what_is_kept_is_a_line_that_the_diary_takes(answers):
    result = kept(GARDEN, answers)
    line = {
        "id": "0197a3c4-5b6d-7e8f-9a0b-000000000001",
        "kind": result.kind,
        "at": "2026-03-02T08:00:00+01:00",
    }
    assert read_records([{**line, **result.fields}], "test").faults == ()
