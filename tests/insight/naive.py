"""The careless look: Student's t-test on the same days, as if each were evidence of its own."""

from collections.abc import Iterable
from datetime import date

import numpy as np
from scipy.stats import ttest_ind

from mainstay.catalogue import Catalogue
from mainstay.insight import samples
from mainstay.insight.days import days_of
from mainstay.kernel import Event


def naive_claims(catalogue: Catalogue, events: Iterable[Event], on: date) -> list[str]:
    """The questions for which a t-test would claim a link, at the same level and as well corrected."""
    rules = catalogue.rules.insight
    asked = {name: s for name, s in samples(catalogue, days_of(rules, events, on)).items() if s.enough}
    level = rules.level.value / max(len(asked), 1)
    return [name for name, s in asked.items() if naive_p(s.pain, s.with_it) < level]


def naive_p(pain: Iterable[float], with_it: Iterable[bool]) -> float:
    """The p-value of a t-test."""
    values, kind = np.array(list(pain), float), np.array(list(with_it), bool)
    return float(ttest_ind(values[kind], values[~kind]).pvalue)
