"""Golden examples of why a lesson is offered."""

from mainstay.kernel import Reason


def of_moment(code: str) -> Reason:
    return Reason(code, (("days", 1),), "mainstay-product")


LESSONS = [
    (Reason("lesson-of-the-week", (("unread", 20),), "mainstay-product"), "This week’s lesson."),
    (
        of_moment("moment-locked"),
        "Some of your answers mean speaking to a professional first. This is about whom to see, and when.",
    ),
    (
        of_moment("moment-nerve"),
        "You felt something that can come from a nerve. This is what it may mean, and what comes next.",
    ),
    (
        of_moment("moment-referred"),
        "Your back answered strongly more than once. This is about asking someone to look at it with you.",
    ),
    (
        of_moment("moment-flare"),
        "You are in a flare-up, or have just had one. This is what tends to help.",
    ),
    (
        of_moment("moment-stopped"),
        "Something made you stop lately. This is when to stop, and what happens then.",
    ),
    (
        of_moment("moment-soreness"),
        "You told of sore muscles. This is how to tell soreness from back pain.",
    ),
    (
        of_moment("moment-cleared"),
        "You have been to see someone. This is how to make the most of it.",
    ),
    (
        of_moment("moment-week-two"),
        "You are in your second week: this is what to expect, and when.",
    ),
    (
        of_moment("moment-stepped-up"),
        "One of your exercises has grown. This is why it grew in the way it did.",
    ),
    (
        of_moment("moment-sitting"),
        "You told us that sitting bothers your back.",
    ),
    (
        of_moment("moment-short-night"),
        "You told of a short night.",
    ),
    (
        of_moment("moment-planked"),
        "You have done planks lately.",
    ),
    (
        of_moment("moment-hinged"),
        "You have practised the hinge. This is what is known about bending and lifting.",
    ),
    (
        of_moment("moment-walked"),
        "You have been walking. This is what it can do.",
    ),
]
