"""The words on the charts."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from mainstay.words.vocabulary import ENGLISH, words_in

if TYPE_CHECKING:
    from mainstay.charts import Captions


def chart_captions(language: str = ENGLISH) -> "Captions":
    """Return the words that charts are drawn with; each chart's texts are keyed ``chart.text``."""
    # Loaded here: most words are said without a chart.
    from mainstay.charts import Captions

    tables = words_in(language).table("charts")
    said = dict(tables["said"])
    for name, texts in tables.items():
        if isinstance(texts, Mapping) and name != "said":
            said |= {f"{name}.{key}": text for key, text in texts.items()}
    return Captions(tuple(tables["months"]), tuple(tables["weekdays"]), tables["day"], said)
