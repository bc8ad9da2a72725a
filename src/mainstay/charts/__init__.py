"""Small charts as SVG, each with its table: pain, ladders, holds, self-tests, a calendar, walking.

Frozen records in, text out; nothing is read, nothing is loaded. A chart says what it shows in a title and a
description, tells things apart by shape and dash as well as by colour, leaves gaps where nothing was told,
and draws 0 as what it is: an answer.
"""

from mainstay.charts.adherence import Adherence, Deed, adherence_calendar
from mainstay.charts.courses import Course, Courses, Level, courses_chart
from mainstay.charts.holds import Held, holds_chart
from mainstay.charts.ladders import Climb, Move, ladders_chart
from mainstay.charts.pain import Pain, pain_chart
from mainstay.charts.paint import Theme, stylesheet
from mainstay.charts.ramp import Ramp, ramp_chart
from mainstay.charts.self_tests import Norm, SelfTested, self_tests_chart
from mainstay.charts.series import Captions, Point, Span
from mainstay.charts.table import Chart, Table
from mainstay.charts.view import NARROW, WIDE, Size, View
from mainstay.charts.walking import Walking, walking_chart

__all__ = [
    "NARROW",
    "WIDE",
    "Adherence",
    "Captions",
    "Chart",
    "Climb",
    "Course",
    "Courses",
    "Deed",
    "Held",
    "Level",
    "Move",
    "Norm",
    "Pain",
    "Point",
    "Ramp",
    "SelfTested",
    "Size",
    "Span",
    "Table",
    "Theme",
    "View",
    "Walking",
    "adherence_calendar",
    "courses_chart",
    "holds_chart",
    "ladders_chart",
    "pain_chart",
    "ramp_chart",
    "self_tests_chart",
    "stylesheet",
    "walking_chart",
]
