"""A questionnaire that a person brings: read, answered, scored where it says how, its licence shown."""

from mainstay.exchange.questionnaire.answering import Answers, Kept, answers_amiss, kept, score, shown
from mainstay.exchange.questionnaire.form import Answer, Form, FormFault, Item, ItemKind, Option
from mainstay.exchange.questionnaire.reading import FormReading, read_form

__all__ = [
    "Answer",
    "Answers",
    "Form",
    "FormFault",
    "FormReading",
    "Item",
    "ItemKind",
    "Kept",
    "Option",
    "answers_amiss",
    "kept",
    "read_form",
    "score",
    "shown",
]
