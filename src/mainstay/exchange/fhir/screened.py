"""The safety questions as a Questionnaire of our own, and each time they were answered."""

from mainstay.catalogue import Question
from mainstay.exchange.fhir.coding import BASE, LOCAL, Json
from mainstay.exchange.fhir.writer import Writer
from mainstay.kernel import Event

_URL = f"{BASE}/Questionnaire/safety"
_YES_NO = (("yes", "Yes"), ("no", "No"), ("unsure", "Not sure"))


def add_screening(writer: Writer) -> None:
    """Add the Questionnaire, and a QuestionnaireResponse for each set of answers."""
    answered = writer.account.of("screening_answered")
    if not answered:
        return
    questions = writer.account.catalogue.questions
    version = writer.account.catalogue.version
    writer.add(
        "Questionnaire",
        ("questionnaire",),
        url=_URL,
        version=version,
        status="active",
        title="Safety questions of Mainstay",
        subjectType=["Patient"],
        item=[_item(question) for question in questions.values()],
    )
    for event in answered:
        _add_response(writer, event)


def _item(question: Question) -> Json:
    item: Json = {"linkId": question.id, "text": question.ask}
    if question.kind == "number":
        return item | {"type": "integer"}
    options = [{"valueCoding": _coding(question, value)} for value in _choices(question)]
    return item | {"type": "choice", "answerOption": options}


def _choices(question: Question) -> dict[str, str]:
    """The answers that may be picked, by value; not sure can always be said."""
    named = {choice.value: choice.label for choice in question.choices}
    return named | {"unsure": dict(_YES_NO)["unsure"]} if named else dict(_YES_NO)


def _coding(question: Question, value: str) -> Json:
    return {"system": LOCAL, "code": f"answer-{value}", "display": _choices(question).get(value, value)}


def _add_response(writer: Writer, event: Event) -> None:
    questions = writer.account.catalogue.questions
    answers = event.fields["answers"]
    known = [question for question in questions.values() if question.id in answers]
    writer.add(
        "QuestionnaireResponse",
        ("answers", event.id),
        questionnaire=_URL,
        status="completed",
        subject=writer.person,
        authored=event.at.isoformat(),
        author=writer.person,
        source=writer.person,
        item=[_answered(question, answers[question.id]) for question in known] or None,
    )


def _answered(question: Question, answer: str | float) -> Json:
    value: Json
    if isinstance(answer, str):
        value = {"valueCoding": _coding(question, answer)}
    elif isinstance(answer, int):
        value = {"valueInteger": answer}
    else:
        value = {"valueDecimal": answer}
    return {"linkId": question.id, "text": question.ask, "answer": [value]}
