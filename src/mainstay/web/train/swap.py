"""Something else in the place of an exercise that has just been stopped."""

from typing import Any

from mainstay.catalogue import Catalogue
from mainstay.coach import Item
from mainstay.exchange import item_json
from mainstay.guide.sitting import Sitting

Json = dict[str, Any]


def plan_with(catalogue: Catalogue, sitting: Sitting, slug: str, stand_in: Item) -> Json:
    """Return the session's plan with a stand-in right behind the exercise that was stopped."""
    blocks = []
    for block in sitting.plan["blocks"]:
        items: list[Json] = []
        for item in block["items"]:
            items += [item, item_json(catalogue, stand_in)] if item["exercise"] == slug else [item]
        blocks.append({**block, "items": items})
    return {**sitting.plan, "blocks": blocks}
