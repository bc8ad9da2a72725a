"""The numbers the coach goes by. Every one is data, with its unit, source and grade."""

from dataclasses import dataclass

from mainstay.catalogue.lesson import LessonRules, MomentRule
from mainstay.catalogue.outcome_rules import InsightRules, MilestoneRule, OutcomeRules, SuggestionRule
from mainstay.kernel import Amount, Block, Grade, Role, Trouble


@dataclass(frozen=True, slots=True)
class PainRules:
    """The traffic light: pain 0-10 during, after and next morning, beside the usual level."""

    green_max: Amount
    green_rise: Amount
    red_min: Amount
    red_rise: Amount
    settled_rise: Amount
    unsettled_rise: Amount
    settle_days: Amount
    soreness_days: Amount
    usual_memory_days: Amount
    relief_usual: Amount
    reds_for_referral: Amount
    red_window_days: Amount
    reds_end_session: Amount


@dataclass(frozen=True, slots=True)
class ProgressRules:
    """When an exercise moves up or down its ladder."""

    good_sessions: Amount
    min_days: Amount
    effort_max: Amount
    effort_down: Amount
    ambers_down: Amount
    poor_forms_down: Amount
    red_steps: Amount
    amber_steps: Amount
    unclear_steps: Amount
    remove_days: Amount
    ups_per_session: Amount
    ups_per_week: Amount
    load_rise_week: Amount
    deload_weeks: Amount
    deload_volume: Amount


@dataclass(frozen=True, slots=True)
class GapRules:
    """What days without training change."""

    keep_days: Amount
    one_step_days: Amount
    two_steps_days: Amount
    one_step: Amount
    two_steps: Amount
    long_volume: Amount
    rescreen_days: Amount


@dataclass(frozen=True, slots=True)
class FlareRules:
    """A worsening above the usual level: its trigger, its relief and the ramp back."""

    rise: Amount
    hours: Amount
    relief_days: Amount
    volume: Amount
    hold_max: Amount
    load_rank_max: Amount
    end_rise: Amount
    ramp_first: Amount
    ramp_second: Amount
    reports_min: Amount
    memory_days: Amount
    refer_days: Amount


@dataclass(frozen=True, slots=True)
class LoadRules:
    """How much load on the spine is allowed, by how irritable the back is."""

    acute_months: Amount
    subacute_months: Amount
    acute_cap: Amount
    subacute_cap: Amount
    stable_cap: Amount
    caution_cap: Amount
    top_rank: Amount
    top_green_days: Amount
    opt_in_pain_max: Amount


@dataclass(frozen=True, slots=True)
class ProvocationRules:
    """When a direction counts as provoking, and for how long."""

    demand_min: Amount
    bad_days: Amount
    lasts_days: Amount


@dataclass(frozen=True, slots=True)
class PlanRules:
    """The shape of a session and a week."""

    sessions_a_week: Amount
    regular_sessions_a_week: Amount
    strength_days_min: Amount
    first_day_exercises: Amount
    first_week_exercises: Amount
    later_exercises: Amount
    session_exercises: Amount
    first_week_days: Amount
    change_over_seconds: Amount
    side_change_seconds: Amount
    long_phase_seconds: Amount
    sleep_gap_seconds: Amount
    halfway_hold_seconds: Amount
    swaps_offered: Amount
    in_programme_bonus: Amount
    in_programme_days: Amount
    item_share_max: Amount


@dataclass(frozen=True, slots=True)
class WalkingRules:
    """How walking grows and eases, and what counts as walking in a day of steps that another app counted."""

    cadence_min: Amount
    default_minutes: Amount
    goal_minutes: Amount
    goal_days: Amount
    ramp: Amount
    days_to_grow: Amount
    day_share: Amount
    brisk_weeks: Amount
    red_steps: Amount
    leg_steps: Amount
    flare_steps: Amount
    keep_weeks: Amount
    week_steps: Amount
    relief_minutes: Amount
    relief_bouts: Amount


@dataclass(frozen=True, slots=True)
class WarmUpRule:
    """The warm-up's length for sessions of at least ``from_minutes``."""

    from_minutes: int
    seconds: int
    source: str
    grade: Grade


@dataclass(frozen=True, slots=True)
class NeedRule:
    """Something a week should hold: a role (and for stretches a direction), and its worth a session."""

    name: str
    role: Role
    block: Block
    worth: tuple[int, ...]
    source: str
    grade: Grade
    direction: str = ""


@dataclass(frozen=True, slots=True)
class Precaution:
    """A fact about a person that rules out or changes exercises.

    ``avoids`` are the positions and strains that it closes altogether; ``care`` marks those that lower
    the load cap.
    """

    id: str
    label: str
    ask: str
    note: str = ""
    avoids: tuple[Trouble, ...] = ()
    care: bool = False


@dataclass(frozen=True, slots=True)
class HabitRules:
    """How often there are breaks and stretches, and how long a set-up that was looked at is left alone."""

    break_from_minutes: Amount
    break_minutes: Amount
    break_seconds: Amount
    look_again_days: Amount
    stretches_a_day: Amount


@dataclass(frozen=True, slots=True)
class ReminderRules:
    """When reminders fall silent, how long each is of use, and the hours of breaks where none are chosen."""

    unanswered_max: Amount
    later_minutes: Amount
    session_useful_minutes: Amount
    walk_useful_minutes: Amount
    break_useful_minutes: Amount
    break_from_hour: Amount
    break_to_hour: Amount
    session_runs_minutes: Amount


@dataclass(frozen=True, slots=True)
class Rules:
    """All of them."""

    pain: PainRules
    progress: ProgressRules
    gap: GapRules
    flare: FlareRules
    load: LoadRules
    provocation: ProvocationRules
    plan: PlanRules
    walking: WalkingRules
    habits: HabitRules
    reminders: ReminderRules
    insight: InsightRules
    warm_up: tuple[WarmUpRule, ...]
    needs: tuple[NeedRule, ...]
    precautions: tuple[Precaution, ...]
    outcomes: OutcomeRules
    suggestions: tuple[SuggestionRule, ...]
    milestones: tuple[MilestoneRule, ...]
    lessons: LessonRules
    moments: tuple[MomentRule, ...]
