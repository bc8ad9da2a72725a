"""Names of single things: exercises, needs, symptoms, grades, sources and the words beside a number."""

from mainstay.catalogue import Catalogue, Topic
from mainstay.kernel import Block, Direction, Equipment, Grade, Position, Symptom, Trouble
from mainstay.words.vocabulary import ENGLISH, capital, plain, words_in


def exercise_text(catalogue: Catalogue, slug: str) -> str:
    """Return an exercise's name; one that the catalogue no longer has is called by its slug."""
    exercise = catalogue.exercises.get(slug)
    return exercise.name if exercise else capital(plain(slug))


def tag_text(catalogue: Catalogue, tag: str) -> str:
    """Return the label of a precaution."""
    labels = {known.id: known.label for known in catalogue.rules.precautions}
    return labels.get(tag) or capital(plain(tag))


def question_text(catalogue: Catalogue, slug: str) -> str:
    """Return a safety question as it is asked; its id where it is not asked any more."""
    question = catalogue.questions.get(slug)
    return question.ask if question else plain(slug)


def source_text(catalogue: Catalogue, source_id: str, language: str = ENGLISH) -> str:
    """Return a short citation, or nothing where no source is named."""
    own = words_in(language).table("names", "source").get(source_id)
    source = catalogue.sources.get(source_id)
    return str(own) if own else (source.title if source else plain(source_id))


def grade_text(grade: Grade, language: str = ENGLISH) -> str:
    """Return how well a value is known, in plain words."""
    return words_in(language).name("grade", grade.value)


def topic_text(topic: Topic, language: str = ENGLISH) -> str:
    """Return what some lessons are about, as a heading."""
    return capital(words_in(language).name("topic", topic.value))


def need_text(name: str, language: str = ENGLISH) -> str:
    """Return what a need of the week is for, as a label."""
    return capital(words_in(language).name("need", name))


def block_text(block: Block, language: str = ENGLISH) -> str:
    """Return the name of a part of the session, as a label."""
    return capital(words_in(language).name("block", block.value))


def phase_text(phase: str, language: str = ENGLISH) -> str:
    """Return the name of a part of the programme, as a label."""
    return capital(words_in(language).name("phase", phase))


def symptom_text(symptom: Symptom, language: str = ENGLISH) -> str:
    """Return a symptom as the choice that a person picks."""
    return capital(words_in(language).name("symptom", symptom.value))


def equipment_text(equipment: Equipment, language: str = ENGLISH) -> str:
    """Return a thing to train with, as a label."""
    return capital(words_in(language).name("equipment", equipment.value))


def position_text(position: Position, language: str = ENGLISH) -> str:
    """Return how the body is placed, as a label."""
    return capital(words_in(language).name("position", position.value))


def trouble_text(trouble: Trouble, language: str = ENGLISH) -> str:
    """Return a position or strain that a person may want to avoid, as a label."""
    return capital(words_in(language).name("trouble", trouble.value))


def direction_text(direction: Direction, language: str = ENGLISH) -> str:
    """Return a way of loading the back, as a label."""
    return capital(words_in(language).name("direction", direction.value))


def pain_word(pain: int, language: str = ENGLISH) -> str:
    """Return the word beside a pain of 0 to 10."""
    return words_in(language).name("pain", str(pain))


def effort_word(effort: int, language: str = ENGLISH) -> str:
    """Return the word beside an effort of 0 to 10."""
    return words_in(language).name("effort", str(effort))
