"""What a person's own days say: differences with an interval, and mostly "can't tell yet".

Each question compares two kinds of days or weeks of one person's diary. See
``docs/explanation/own-data-insight.md`` for the method. SciPy is loaded when the first question is answered.
"""

from mainstay.insight.answer import Insight, Verdict, insights
from mainstay.insight.questions import QUESTIONS, Sample, samples

__all__ = ["QUESTIONS", "Insight", "Sample", "Verdict", "insights", "samples"]
