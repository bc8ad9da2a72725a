"""Golden examples of what is said between sessions: missed sessions, walks and habits of the day."""

from mainstay.kernel import Reason


def reason(code: str, **numbers: int | str) -> Reason:
    return Reason(code, tuple(numbers.items()), "mainstay-product")


BETWEEN = [
    (
        reason("session-moved", day="2026-03-02", to="2026-03-03"),
        "The session of Monday 2 March moves to Tuesday 3 March.",
    ),
    (
        reason("session-let-go", day="2026-03-02"),
        "The session of Monday 2 March is let go: no day of yours leaves rest around it this week. "
        "That is fine, and nothing is lost.",
    ),
    (
        reason("walk-begins", minutes=10),
        "Begin with 10 minutes at an easy pace, or with less if that is what is easy. "
        "Tell us your own easy minutes at any time.",
    ),
    (
        reason("walk-own-minutes", minutes=15),
        "These are your own easy minutes. From here the walk grows by about a tenth a week.",
    ),
    (
        reason("walk-not-yet"),
        "No walk is asked for while no minutes are easy. When some are, tell us how many.",
    ),
    (
        reason("walk-grown", days=4, was=10, minutes=11),
        "You walked on 4 days last week, so it grows from 10 to 11 minutes.",
    ),
    (
        reason("walk-stays", minutes=12),
        "The walk stays at 12 minutes. Walk as often as suits you; it grows when there is room for it.",
    ),
    (reason("walk-goal", minutes=30), "30 minutes is as long as this walk is meant to be."),
    (
        reason("walk-brisk", weeks=2),
        "The length has been there for 2 weeks, so the pace may grow: "
        "you can still talk, but would not want to sing.",
    ),
    (
        reason("walk-held-morning", pain=3, usual=2, minutes=12),
        "The morning after a walk pain was 3, your usual is 2. The walk stays at 12 minutes for now.",
    ),
    (
        reason("walk-back-morning", pain=4, usual=2, minutes=10),
        "The morning after a walk pain was 4, your usual is 2. The walk goes back to 10 minutes for now.",
    ),
    (
        reason("walk-back-leg", minutes=8),
        "You felt something in a leg around a walk, so it goes back to 8 minutes. "
        "If that stays or grows, ask a professional.",
    ),
    (
        reason("walk-back-flare", minutes=9),
        "After the flare-up the walk begins again at 9 minutes.",
    ),
    (
        reason("walk-back-weeks", minutes=10),
        "It has been a while since the last walk you noted, so it begins again at 10 minutes.",
    ),
    (
        reason("walk-short-relief", bouts=3),
        "On gentle days short bouts are enough: 3 bouts or so through the day, each as short as you like.",
    ),
    (
        reason("walk-short-leg", bouts=3),
        "You felt something in a leg today: short bouts are enough, 3 bouts or so, "
        "and none if they bring it on.",
    ),
    (reason("habit-break", minutes=45), "After about 45 minutes of sitting a change is welcome."),
    (
        reason("habit-position"),
        "Every position is fine for a while; many people find taking turns the most comfortable.",
    ),
    (
        reason("habit-one-at-a-time"),
        "One thing to look at, whenever it suits you. The next comes when this one is done.",
    ),
    (
        reason("habit-stretch", times=2),
        "Only if you like, twice a day at most. Nothing depends on it.",
    ),
]
