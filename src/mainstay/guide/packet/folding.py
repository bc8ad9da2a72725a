"""A packet as it travels: what repeats in it is said once. ``js/packet.js`` unfolds it again.

Most of a packet's weight is the same answers under many exercises, and the same beats in each repetition.
"""

from typing import Any

Json = dict[str, Any]
_ANSWERED = ("hurts", "begun")


def folded(packet: Json) -> Json:
    """Return a packet with the answers of its lines in one list, and the beats of one repetition a line.

    A line's ``hurts`` and ``begun`` then hold places in ``answers``, and ``reps`` says how often its beats
    come; a packet without lines is left as it is.
    """
    answers: list[Json] = []
    lines = {key: _line(line, answers) for key, line in packet["lines"].items()}
    return {**packet, "lines": lines, "answers": answers} if lines else packet


def _line(line: Json, answers: list[Json]) -> Json:
    told = {name: {kind: _place(one, answers) for kind, one in line[name].items()} for name in _ANSWERED}
    beats = [beat for beat in line["beats"] if beat["rep"] == 1]
    return {**line, **told, "beats": beats, "reps": line["beats"][-1]["rep"]}


def _place(answer: Json, answers: list[Json]) -> int:
    place = next((number for number, one in enumerate(answers) if one == answer), len(answers))
    if place == len(answers):
        answers.append(answer)
    return place
