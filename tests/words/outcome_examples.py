"""Golden examples of what is said about measures, self-tests and the week."""

from mainstay.kernel import Reason


def reason(code: str, **numbers: float | str) -> Reason:
    return Reason(code, tuple(numbers.items()), "mainstay-product")


OUTCOMES = [
    # Measures.
    (
        reason("too-few-answers", answers=0),
        "To see a change takes two answers some time apart; so far there is none.",
    ),
    (
        reason("too-few-answers", answers=1),
        "To see a change takes two answers some time apart; so far there is one.",
    ),
    (
        reason("no-limits-known"),
        "Nobody has worked out how large a change counts here, so it is shown and not judged.",
    ),
    (
        reason("other-activities"),
        "The activities are others than at the start, so they cannot be set beside each other.",
    ),
    (reason("no-difference", score=3), "It is 3, the same as at the start."),
    (
        reason("change-is-noise", change=1, limit=1.77),
        "It differs by 1. Less than 1.77 can be chance, so we cannot tell yet.",
    ),
    (reason("better-but-small", change=5, limit=10), "Better by 5; from 10 up it is called a change."),
    (reason("worse-but-small", change=1.9, limit=2), "Worse by 1.9; from 2 up it is called a change."),
    (
        reason("better-but-small-share", change=2, percent=28, limit=30),
        "Better by 2, which is 28 % of the start; from 30 % up it is called a change.",
    ),
    (reason("change-better", change=5.5, limit=5), "Better by 5.5; from 5 up it is called a change."),
    (
        reason("change-better-both", change=3, percent=50, limit=2, share=30),
        "Better by 3, which is 50 % of the start; 2 and 30 % are needed to call it a change.",
    ),
    (reason("change-worse", change=2, limit=2), "Worse by 2; from 2 up it is called a change."),
    (reason("said-better", step=6, of=7), "You chose step 6 of 7: clearly better, in your own view."),
    (reason("said-worse", step=2, of=7), "You chose step 2 of 7: clearly worse, in your own view."),
    (reason("said-in-between", step=4, of=7), "You chose step 4 of 7, which is too near the middle to tell."),
    # Self-tests.
    (
        reason("too-few-results", results=1),
        "To see a change takes two results some weeks apart; so far there is one.",
    ),
    (
        reason("within-noise", change=8, noise=15, unit="s"),
        "The difference is 8 seconds; less than 15 can be chance.",
    ),
    (
        reason("beyond-noise", change=20, noise=15, unit="s"),
        "Better by 20 seconds; from 15 up it is more than chance.",
    ),
    (
        reason("beyond-noise-less", change=3, noise=2, unit="of 5"),
        "Behind the start by 3 of 5 tries; from 2 up it is more than chance.",
    ),
    (
        reason("sides-differ", left=60, right=38, unit="s", weaker="right", dates=2),
        "Left 60, right 38: the right side was behind on the last 2 dates, by more than chance.",
    ),
    (reason("test-not-cleared"), "This test is for days when nothing in your safety answers calls for care."),
    (reason("test-questions-first"), "Please answer the safety questions that are open first."),
    (reason("test-in-flare"), "Self-tests wait until the flare-up has passed."),
    (reason("test-pain", pain=5, limit=4), "Pain is 5; self-tests are for days with 4 or less."),
    (reason("test-check-in"), "Check in first: self-tests are for days with little pain."),
    (
        reason("test-after-start", days=7),
        "Self-tests begin 7 days after your first session, once the movements feel familiar.",
    ),
    (reason("test-due-on", day="2026-03-30"), "It comes back on Monday 30 March."),
    # When to look again.
    (
        reason("look-little-change", weeks=6, percent=12),
        "After 6 weeks your answers are 12 % better. Look at the plan: time, days, what bothers you.",
    ),
    (
        reason("refer-little-change", weeks=12, percent=0),
        "After 12 weeks your answers are 0 % better. A physiotherapist or doctor can look at it afresh.",
    ),
    (
        reason("refer-lasting", pain=5, weeks=12),
        "After 12 weeks the average pain is 5. Pain that lasts is a good reason to see a professional.",
    ),
    (
        reason("refer-limited", days=4, answers=2),
        "Your back held you back on 4 days of the week, twice in a row. A professional can help with that.",
    ),
    (
        reason("refer-recurring", flares=3, days=84),
        "There were 3 flare-ups in 84 days. What keeps coming back is worth showing to a professional.",
    ),
    (
        reason("refer-rising", before=2, now=4.5, weeks=2),
        "Pain has been about 4.5 for 2 weeks, and 2 before that. A professional is a good person to ask.",
    ),
    # The week.
    (
        reason("week-not-begun"),
        "Your programme has not begun yet. Whenever you are ready, one or two exercises are enough.",
    ),
    (
        reason("week-on-target", sessions=4, target=3),
        "You trained 4 times this week. Around 3 times is the idea, so that is plenty.",
    ),
    (
        reason("week-in-part", sessions=1, target=3),
        "You trained once this week; around 3 times is the idea. Every session counts.",
    ),
    (
        reason("week-so-far", sessions=2, target=3),
        "You have trained twice so far; around 3 times a week is the idea.",
    ),
    (
        reason("week-without"),
        "There was no session this week. Such weeks happen; the plan picks up from where you are.",
    ),
    (
        reason("week-with-flare", sessions=2),
        "It was a week with a flare-up, and you trained twice. In such a week anything is enough.",
    ),
    (
        reason("week-in-flare"),
        "It was a week with a flare-up. No session was needed; gentle movement is enough in such a week.",
    ),
    (reason("week-paused"), "The programme was paused this week, so nothing was asked of you."),
    (reason("week-walks", walks=1, minutes=20), "You noted one walk, 20 minutes in all."),
    (reason("week-habits", times=1), "You did one small thing for your back between sessions."),
    (reason("week-habits", times=7), "You did 7 small things for your back between sessions."),
    (reason("week-walks", walks=3, minutes=55), "You noted 3 walks, 55 minutes in all."),
    (
        reason("week-pain", pain=2, before=3.5),
        "Pain at your check-ins was about 2; the week before it was 3.5.",
    ),
    (reason("week-pain-alone", pain=0), "Pain at your check-ins was about 0."),
    (
        reason("next-sessions", sessions=3, day="2026-03-30"),
        "The days ahead hold 3 sessions; the next is on Monday 30 March.",
    ),
    # The one suggestion.
    (
        reason("suggest-questions"),
        "Please answer the safety questions, or note a clinician’s go-ahead. Then the plan goes on.",
    ),
    (
        reason("suggest-professional"),
        "Make an appointment with a physiotherapist or doctor, and take your report along.",
    ),
    (
        reason("suggest-look"),
        "Look through what you told about yourself: time, days, what bothers you. The plan follows it.",
    ),
    (
        reason("suggest-gentle"),
        "Keep moving a little and often: small walks and the gentle set are enough for now.",
    ),
    (
        reason("suggest-short-session"),
        "Choose one day and one exercise. Five minutes count, and a week off changes little.",
    ),
    (
        reason("suggest-cue"),
        "Tie a session to something you do anyway: “after breakfast on Monday, I unroll the mat”.",
    ),
    (
        reason("suggest-mornings"),
        "Tell how the morning after feels. Without it, an exercise stays where it is.",
    ),
    (
        reason("suggest-measures"),
        "A few questions about how things are going are open. They take two minutes.",
    ),
    (
        reason("suggest-self-test"),
        "On a good day, try one of the self-tests. It shows what training alone does not.",
    ),
    (reason("suggest-walk"), "Add one easy walk, as short as you like, and note it."),
    (reason("suggest-carry-on"), "Carry on as you are. Steady weeks like this one are how strength builds."),
    # What may be expected.
    (
        reason("expect-learning"),
        "The first two to four weeks go mostly into learning: movements grow steadier before much else.",
    ),
    (
        reason("expect-acute"),
        "New back pain mostly settles with time; exercise was not shown to make that any quicker.",
    ),
    (
        reason("expect-modest"),
        "Exercise helps many people with long-lasting back pain a little to moderately, over weeks.",
    ),
    (
        reason("expect-six-weeks"),
        "Six weeks is a fair time for a first look; studies mostly compare at six and at twelve weeks.",
    ),
    (
        reason("expect-not-everyone"),
        "Exercise does not help everyone, and that is nobody’s doing. Then the plan deserves a look.",
    ),
    (
        reason("expect-twelve-weeks"),
        "Muscle and tendon take eight to twelve weeks of steady work, so this is a good moment to compare.",
    ),
    (
        reason("expect-long-run"),
        "From here on it is about keeping it up: in studies, exercise went with fewer new episodes.",
    ),
]
