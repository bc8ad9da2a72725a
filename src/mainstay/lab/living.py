"""A virtual person lives with the real coach, day by day, through the diary's own events."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta, timezone
from typing import Any

from mainstay import coach
from mainstay.catalogue import Catalogue
from mainstay.lab.life import Life, Seen
from mainstay.lab.person import Body, Chance, Kind, Model, load_model, traits_of
from mainstay.lab.profile import Answers, all_answers, facts_of, profile_of, short_answers
from mainstay.lab.training import Session
from mainstay.lab.whims import whim
from mainstay.lab.writing import Pen, points

_WEEK = 7
_HALF_YEAR = 182
_NOT_CLEARED = 35
_SIGNS: tuple[Answers, ...] = (
    {"today-nerves": "yes"},
    {"today-nerves": "unsure"},
    {"today-fall": "yes"},
    {"today-unwell": "unsure"},
)
_FULL_SIGNS: tuple[Answers, ...] = (
    {"saddle-numbness": "unsure"},
    {"bladder-bowel": "yes"},
    {"both-legs": "yes"},
    {"fever-unwell": "yes"},
    {"below-knee": "new"},
    {"recent-trauma": "yes"},
    {"leg-weakness": "worse"},
)
_HOURS = (-8, -5, 0, 0, 1, 1, 2, 5.5, 9)


Watch = Callable[[int, Body], None]
"""Is shown the body at the end of each day, counted from 0."""


def live(
    catalogue: Catalogue,
    seed: int,
    number: int,
    weeks: int,
    model: Model | None = None,
    watch: Watch = lambda _, __: None,
) -> Life:
    """Return the life of the person of this number under this seed; the same on every machine."""
    model = model or load_model()
    traits = traits_of(model, seed, number)
    lots = Chance(seed, number)
    zone = timezone(timedelta(hours=lots.one_of(_HOURS)))
    living = _Living(Pen(catalogue, number, zone), Body(model, traits, lots))
    living.begin()
    for offset in range(weeks * _WEEK):
        living.day(offset)
        watch(offset, living.body)
    pen = living.pen
    told = tuple(dict.fromkeys(living.advised))
    return Life(
        seed, number, traits.kind, weeks, tuple(pen.events), tuple(living.seen), tuple(pen.decisions), told
    )


@dataclass(slots=True)
class _Living:
    """A person between their back and their diary."""

    pen: Pen
    body: Body
    facts: Answers = field(default_factory=dict)
    profile: dict[str, Any] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)
    advised: list[str] = field(default_factory=list)
    session: str = ""
    away_until: int = 0
    sees_someone: int = 0
    usual: int | None = None

    def begin(self) -> None:
        """Answer the questions, and say who one is; some leave an answer open at first."""
        lots = self.body.lots
        self.facts = facts_of(self.body.traits, lots)
        self.profile = profile_of(self.pen.catalogue, self.body.traits, lots)
        self.pen.turn_to(0)
        self.pen.at(6.5)
        signs = lots.one_of(_FULL_SIGNS) if lots.happens(self.body.traits.red_flags / 20) else {}
        left_open = lots.happens(0.02) and self.body.traits.kind is not Kind.WELL
        self._full(signs, left_open=left_open)
        self.pen.write("profile_set", **self.profile)

    def day(self, offset: int) -> None:
        """Live one day."""
        if offset:
            self.pen.turn_to(offset)
        flares = self.body.wake()
        lots, own = self.body.lots, self.body.traits
        if lots.happens(own.travels / _HALF_YEAR) and offset >= self.away_until:
            travel = self.body.model.travel_days
            self.away_until = offset + lots.whole(int(travel.low), int(travel.high))
        self._morning(flares)
        if offset < self.away_until:
            self.session = ""
            return
        self._before()
        self._train_or_look()
        self._evening()

    # --- The morning ---

    def _morning(self, flares: bool) -> None:
        lots, own, pen = self.body.lots, self.body.traits, self.pen
        pen.at(6.6)
        if self.session and lots.happens(own.answers):
            pain = lots.whole(0, 10) if own.kind is Kind.TAPPING else points(self.body.pain - own.hidden)
            pen.write("morning_after", session=self.session, pain=pain)
        self.session = ""
        if flares and lots.happens(self.body.model.flare_told.value):
            pen.write("flare_reported")
        elif pen.person.progression.flare and self.body.flare < 1 and lots.happens(0.15):
            pen.write("flare_ended")
        if lots.happens(self.body.model.whims.value) and own.kind is not Kind.WELL:
            self.profile = whim(pen, lots, self.profile)

    # --- Before training ---

    def _before(self) -> None:
        lots, own, pen = self.body.lots, self.body.traits, self.pen
        pen.at(7.5)
        if lots.happens(own.red_flags / _HALF_YEAR):
            self._sign()
        standing = pen.standing()
        if standing.locked or standing.full_set_due:
            self._unlock(standing)
        if lots.happens(own.answers):
            self._check_in()
        if pen.offset % 42 == 0 and lots.happens(own.answers):
            pen.write("measure_answered", measure="pain-average", score=points(self.body.pain - own.hidden))

    def _sign(self) -> None:
        lots, pen = self.body.lots, self.pen
        if lots.happens(0.5):
            answers = short_answers(pen.catalogue, lots.one_of(_SIGNS))
            pen.write("screening_answered", scope="short", questions="1", answers=answers)
        elif lots.happens(0.5):
            self._full(lots.one_of(_FULL_SIGNS))
        else:
            pen.write("day_checked_in", pain_now=points(self.body.pain), symptom="numbness")

    def _full(self, signs: Answers, *, left_open: bool = False) -> None:
        pain = points(self.body.pain - self.body.traits.hidden)
        known = {**self.facts, **signs}
        answers = all_answers(self.pen.catalogue, self.profile["birth_year"], pain, known)
        if left_open:
            del answers[self.body.lots.one_of(sorted(answers))]
        self.pen.write("screening_answered", scope="full", questions="1", answers=answers)

    def _unlock(self, standing: coach.Screening) -> None:
        """Do what the app asks for: answer the questions, and see somebody where that is needed."""
        lots, own, pen = self.body.lots, self.body.traits, self.pen
        if standing.clearance.locks:
            if not self.sees_someone:
                self.sees_someone = pen.offset + (lots.whole(0, 9) if own.seeks_help else _NOT_CLEARED)
            if pen.offset < self.sees_someone:
                return
            self.sees_someone = 0
            pen.write("clinician_cleared", by="Dr Example", on=pen.day.isoformat(), unlocks=self._unlocks())
            self._full({})
        elif lots.happens(own.answers):
            self._full({})

    def _unlocks(self) -> list[str]:
        return list(self.body.lots.some_of(("nerve-glide", "repeated-extension"), 0.2))

    def _check_in(self) -> None:
        lots, own = self.body.lots, self.body.traits
        if own.kind is Kind.TAPPING:
            told: dict[str, Any] = {"pain_now": lots.whole(0, 10)}
            if lots.happens(0.4):
                told["pain_usual"] = lots.whole(0, 10)
        else:
            told = {"pain_now": points(self.body.pain - own.hidden)}
            if lots.happens(0.3):
                told["pain_usual"] = points(own.level - own.hidden)
            if own.kind is not Kind.WELL and lots.happens(0.08):
                told["symptom"] = lots.one_of(("ache", "soreness"))
        self.pen.write("day_checked_in", **told)

    # --- Training ---

    def _train_or_look(self) -> None:
        lots, own, pen = self.body.lots, self.body.traits, self.pen
        pen.at(8.5)
        if not lots.happens(own.shows_up):
            if lots.happens(0.2):
                self._look(coach.outlook_on(pen.catalogue, pen.person, pen.day))
            return
        if lots.happens(0.5 * own.answers):
            answers = short_answers(pen.catalogue, {})
            pen.write("screening_answered", scope="short", questions="1", answers=answers)
        today = pen.today()
        self.seen.append(Seen(len(pen.events), today))
        self._advice()
        halted = pen.standing().full_set_due and not own.overdoes
        if today.session and today.session.items and not halted:
            pen.at(9)
            session = Session(pen, self.body, pen.new_id(salt=1))
            session.train(today.session)
            self.session, self.body.trained = session.id, self.body.trained + 1

    def _look(self, outlook: coach.Outlook) -> None:
        """Look at a day without training on it; a day with a session to choose is left alone."""
        if outlook.setting is None:
            self.seen.append(Seen(len(self.pen.events), outlook.today))

    def _advice(self) -> None:
        """Look at the results now and then, as the weekly review does."""
        if self.pen.offset % 42 != 0 or not self.pen.offset:
            return
        pen = self.pen
        standing = coach.standing_events(pen.events)
        results = coach.results_on(pen.catalogue, pen.person, standing, pen.day)
        self.advised += [reason.code for reason in results.advice]

    def _evening(self) -> None:
        lots, own, pen = self.body.lots, self.body.traits, self.pen
        pen.at(19)
        if lots.happens(0.4 * own.shows_up):
            pen.write("walk_logged", minutes=lots.whole(1, 45))
        if lots.happens(0.1):
            pen.write("habit_done", habit="mobility-break", count=lots.whole(1, 5))
