"""Something else in the place of an exercise that has just been stopped."""

from collections.abc import Mapping
from typing import Any

from mainstay.catalogue import Catalogue
from mainstay.coach import Today
from mainstay.exchange import session_json
from mainstay.web.train.lines import need_in
from mainstay.web.train.sitting import Sitting

Json = dict[str, Any]


def plan_with_swap(catalogue: Catalogue, sitting: Sitting, slug: str, now: Today) -> Json | None:
    """Return the session's plan with a stand-in right behind the stopped exercise.

    ``now`` is the day as the coach plans it after the stop. None where it has nothing for the same need
    that the session does not already hold.
    """
    stopped = sitting.line(slug)
    planned = session_json(catalogue, now.session)
    if stopped is None or not stopped.need or planned is None:
        return None
    stand_in = _for_need(planned, stopped.need, {line.slug for line in sitting.lines})
    return None if stand_in is None else _inserted(sitting.plan, slug, stand_in)


def _for_need(planned: Json, need: str, known: set[str]) -> Json | None:
    items: list[Json] = [item for block in planned["blocks"] for item in block["items"]]
    fit = (item for item in items if need_in(item["why"]) == need and item["exercise"] not in known)
    return next(fit, None)


def _inserted(plan: Mapping[str, Any], slug: str, stand_in: Json) -> Json:
    blocks = []
    for block in plan["blocks"]:
        items: list[Json] = []
        for item in block["items"]:
            items += [item, stand_in] if item["exercise"] == slug else [item]
        blocks.append({**block, "items": items})
    return {**plan, "blocks": blocks}
