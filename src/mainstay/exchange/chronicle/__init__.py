"""The diary as series: one walk through it, and from that charts, a flat table and a calendar."""

from mainstay.exchange.chronicle.account import Account, account, sessions_of
from mainstay.exchange.chronicle.agenda import Agenda, agenda_bytes, calendar_bytes
from mainstay.exchange.chronicle.drawn import (
    adherence_of,
    climbs_of,
    days_trained,
    holds_of,
    pain_of,
    planned_days,
    self_tests_in,
    self_tests_of,
    walking_of,
)
from mainstay.exchange.chronicle.flat import NotOurs, Value, csv_text, flat, read_csv
from mainstay.exchange.chronicle.kept import Day, Kept, Moved, Red, joined, kept_of
from mainstay.exchange.chronicle.ledger import Ledger, flares_from
from mainstay.exchange.chronicle.months import month_text, months_joined, months_version
from mainstay.exchange.chronicle.sessions import Done, sessions_in

__all__ = [
    "Account",
    "Agenda",
    "Day",
    "Done",
    "Kept",
    "Ledger",
    "Moved",
    "NotOurs",
    "Red",
    "Value",
    "account",
    "adherence_of",
    "agenda_bytes",
    "calendar_bytes",
    "climbs_of",
    "csv_text",
    "days_trained",
    "flares_from",
    "flat",
    "holds_of",
    "joined",
    "kept_of",
    "month_text",
    "months_joined",
    "months_version",
    "pain_of",
    "planned_days",
    "read_csv",
    "self_tests_in",
    "self_tests_of",
    "sessions_in",
    "sessions_of",
    "walking_of",
]
