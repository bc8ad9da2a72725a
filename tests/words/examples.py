"""Golden examples: one reason of every shape that the coach gives, and what is said of it."""

from mainstay.kernel import Reason
from tests.words.between_examples import BETWEEN
from tests.words.lesson_examples import LESSONS
from tests.words.outcome_examples import OUTCOMES


def reason(code: str, **numbers: int | str) -> Reason:
    return Reason(code, tuple(numbers.items()), "mainstay-product")


NOT_A_START = "None of its versions is a good place to start for you at present."

EXAMPLES = [
    # What may be prescribed at all.
    (
        reason("locked", unlock="nerve-glide"),
        "Nerve glides stay closed until a clinician opens them for you.",
    ),
    (
        reason("contraindicated", tag="osteoporosis"),
        "It is left out because of what you told us: “Thin bones”.",
    ),
    (reason("equipment-missing", equipment="band"), "It needs an exercise band, which is not on your list."),
    (
        reason("position-avoided", position="wrists"),
        "It means leaning on your hands, which you asked to avoid.",
    ),
    (
        reason("provoked", direction="flexion", demand=2),
        "Bending forward bothers your back at the moment, so this one waits.",
    ),
    (
        reason("load-cap", load_rank=5, cap=4),
        "Its load on the back ranks 5 of 5; up to 4 is the plan for now.",
    ),
    # During a session.
    (
        reason("reds-end-session", reds=2, limit=2),
        "Your back answered strongly to 2 exercises today; from 2 on the session ends, whatever is left.",
    ),
    (reason("stands-in"), "It takes the place of another exercise today."),
    (reason("one-step-easier"), "It is one step easier than planned, for today."),
    (
        reason("one-step-harder"),
        "It is one step harder than planned, for today. Your ladder itself stays where it is.",
    ),
    # Today.
    (
        reason("no-profile"),
        "Tell us a little about you first: your time, your days and what you have to hand.",
    ),
    (reason("trained-today"), "You have trained today. Rest is part of the plan."),
    (
        reason("not-a-training-day"),
        "Today is not one of your training days. Easy walking is welcome.",
    ),
    (
        reason("refer-reds", days=7, reds=2),
        "Your back answered strongly twice in 7 days. A physiotherapist or doctor is a good person to ask.",
    ),
    (
        reason("refer-flare", days=8),
        "This flare-up began 8 days ago. A physiotherapist or doctor is a good person to ask.",
    ),
    (
        reason("flare-relief", day=0),
        "Your flare-up began today. These days are for gentle movement, and they pass.",
    ),
    (
        reason("flare-relief", day=2),
        "Your flare-up began 2 days ago. These days are for gentle movement, and they pass.",
    ),
    (
        reason("pain-relief", pain=7, limit=6),
        "Pain is 7 today; from 6 up we keep to gentle movement.",
    ),
    (
        reason("flare-ramp", percent=70),
        "After a flare-up we build up in steps: today 70 % of the usual amount.",
    ),
    (reason("gap-ramp", percent=100), "After a break we build up in steps: today the usual amount."),
    (reason("easy-week", weeks=6), "Every sixth week is an easy one, and this is it."),
    (
        reason("nothing-at-all"),
        "No exercise fits within your limits at present, so there is none today. "
        "What else your day holds stays as it is.",
    ),
    (
        reason("nothing-fits", need="hinge"),
        "Nothing fits bending from the hips within your limits at present, so it is left out for now.",
    ),
    # Screening.
    (reason("not-screened"), "Before you start, please answer the safety questions."),
    (
        reason("rescreen-nerve"),
        "You felt something that can come from a nerve. Please answer the safety questions again first.",
    ),
    (
        reason("rescreen-red"),
        "The last session had a pain that stopped something. "
        "Please answer the safety questions again before you start.",
    ),
    (
        reason("quick-check-due"),
        "In a flare-up, please answer the quick safety questions before you start.",
    ),
    (
        reason("rescreen-gap"),
        "It has been a while since you trained. Please answer the safety questions again first.",
    ),
    (
        reason("unanswered", question="pain-now", clearance="clinician"),
        "A safety question is still open: “How strong is the pain in your back right now?”",
    ),
    (
        reason("pain-now", question="pain-now", clearance="caution"),
        "That is a good deal of pain, so we keep things short and gentle. "
        "Stop any exercise that makes it clearly worse.",
    ),
    # Why an exercise is in the session, or is not.
    (
        reason("warm-up-first"),
        "A few minutes of easy movement come first, so that nothing starts cold.",
    ),
    (reason("fills-role", need="lateral"), "It is here for steady sides."),
    (
        reason("in-your-programme"),
        "It is in your programme already, and keeping it lets you build on it.",
    ),
    (reason("ladder-step", rung="Leg only", step=2, of=4), "You are on “Leg only”, step 2 of 4."),
    (
        reason("fewer-sets-to-fit", sets=1, asked=2),
        "1 set instead of 2, so that the session fits your time.",
    ),
    (reason("your-veto", why="it bores me"), "You asked to leave this one out: “it bores me”."),
    (
        reason("your-veto", why=""),
        "You asked to leave this one out. You can bring it back at any time.",
    ),
    (reason("your-veto"), "You asked to leave this one out. You can bring it back at any time."),
    (
        reason("off-by-default"),
        "This one is demanding, so it stays off until you choose it yourself.",
    ),
    (reason("pain-above-opt-in", pain=3, limit=2), "It is used while pain is at most 2; yours is 3."),
    (
        reason("pain-above-opt-in", pain="unknown", limit=2),
        "It is used while pain is at most 2. Check in first, and we can see.",
    ),
    (reason("resting", until="2026-03-03"), "It is resting until Tuesday 3 March."),
    (reason("not-in-normal"), NOT_A_START),
    (reason("not-in-ramp"), NOT_A_START),
    (reason("not-in-deload"), NOT_A_START),
    (
        reason("not-in-relief"),
        "Gentle days use only the easiest exercises, and this is not one of them.",
    ),
    (
        reason("no-need"),
        "This week’s plan has no gap for it. It has its place elsewhere, such as a warm-up or a walk.",
    ),
    (reason("in-plan", need="glute"), "It is in your plan this week, for strong hips."),
    (
        reason("others-first", need="glute", instead="bridge", worth_less=3),
        "For strong hips, Bridge comes first this week.",
    ),
    (
        reason("others-first", need="glute", instead="", worth_less=3),
        "This week’s time goes to other things before strong hips.",
    ),
    # How the back answered.
    (
        reason("red-symptom", symptom="sharp"),
        "You felt a sharp pain. That is a sign to stop this one, whatever the number.",
    ),
    (
        reason("red-pain", pain=6, limit=6),
        "Pain was 6; from 6 up we stop, whatever is usual for you.",
    ),
    (
        reason("red-rise", pain=5, usual=2, limit=3),
        "Pain was 5, your usual is 2; from 5 up we stop.",
    ),
    (reason("green-pain", pain=0, limit=3), "Pain was 0; up to 3 counts as fine."),
    (
        reason("green-usual", pain=5, usual=4, limit=1),
        "Pain was 5, your usual is 4; up to 5 counts as fine.",
    ),
    (
        reason("amber-pain", pain=4, usual=2, limit=3),
        "Pain was 4, your usual is 2; up to 3 counts as fine.",
    ),
    (
        reason("amber-pain", pain=5, usual=3, limit=3),
        "Pain was 5, your usual is 3; up to 4 counts as fine.",
    ),
    (reason("amber-pain", pain=5, limit=3), "Pain was 5; up to 3 counts as fine."),
    (reason("after", pain=2, limit=6), "Pain after the session was 2. Nothing changes for that."),
    (
        reason("red-after", pain=5, usual=2, limit=3),
        "Pain after the session was 5, your usual is 2. That is a sign to ease off a little.",
    ),
    (
        reason("red-after", pain=6, limit=6),
        "Pain after the session was 6. That is a sign to ease off a little.",
    ),
    (
        reason("settled", pain=2, usual=2, limit=0),
        "The next morning pain was 2, your usual is 2: it had settled.",
    ),
    (
        reason("amber-morning", pain=3, usual=2, limit=0),
        "The next morning pain was 3, your usual is 2; up to 2 counts as settled.",
    ),
    (
        reason("red-morning", pain=4, usual=2, limit=2),
        "The next morning pain was 4, your usual is 2; from 4 up we ease off.",
    ),
    (
        reason("morning-unknown"),
        "We do not know how the next morning felt, so we stay here once more.",
    ),
    (
        reason("usual-unknown", pain=3),
        "The next morning pain was 3. We do not know your usual yet, so we stay here once more.",
    ),
    (
        reason("skipped-pain"),
        "You left it out because it hurt. Thank you for telling us; we take that as a sign to go gently.",
    ),
    (
        reason("any-rise-stops", pain=3, usual=2),
        "Pain was 3, your usual is 2. This one is demanding, so with any rise it goes off for now.",
    ),
    # Steps.
    (
        reason("good-sessions", good=2, days=5),
        "Two good sessions in a row and 5 days at this step: time for the next one.",
    ),
    (
        reason("more-good-sessions", good=1, needed=2),
        "One good session so far; 2 in a row bring a step up.",
    ),
    (
        reason("more-good-sessions", good=0, needed=2),
        "No good session yet; 2 in a row bring a step up.",
    ),
    (
        reason("more-days", days=1, needed=5),
        "1 day at this step so far; the next one comes after at least 5.",
    ),
    (
        reason("one-step-a-session", limit=1),
        "Each session brings at most one step up, and another exercise had its turn.",
    ),
    (
        reason("two-steps-a-week", limit=2),
        "There are at most two steps up in any seven days, so this one waits its turn.",
    ),
    (
        reason("weekly-load-cap", percent=31, limit=20),
        "With this step the week would add 31 % load; the plan allows 20 %, so it waits.",
    ),
    (
        reason("top-of-ladder"),
        "This is the highest step open to you; staying on it is fine.",
    ),
    (reason("easiest-already"), "It is already at its easiest step, so it stays there."),
    (
        reason("effort-above", effort=7, limit=5),
        "Effort was 7; a step up comes after sessions at 5 or less.",
    ),
    (reason("effort-high", effort=9, limit=8), "Effort was 9; from 8 up we make it easier."),
    (
        reason("form-unsure"),
        "Form was not certain this time, so we stay until it feels steady.",
    ),
    (
        reason("form-poor", times=2),
        "Good form was hard to keep twice in a row, so we make it easier.",
    ),
    (
        reason("incomplete"),
        "Part of the planned amount is still to come, so we stay here once more. That is fine.",
    ),
    (
        reason("other-rung", rung="arm-only"),
        "You did another version than the planned one, so this session does not count towards a step up.",
    ),
    (
        reason("mode-relief"),
        "It was a gentle day, which is for easing off and does not count towards a step up.",
    ),
    (
        reason("mode-ramp"),
        "It was a session on the way back, which does not count towards a step up yet.",
    ),
    (reason("mode-deload"), "It was an easy week, so everything stays where it is."),
    (
        reason("gap", days=10),
        "It has been 10 days since your last session, so we begin a little lower.",
    ),
    # Measures, self-tests and the week.
    *OUTCOMES,
    # Between sessions.
    *BETWEEN,
    *LESSONS,
]
