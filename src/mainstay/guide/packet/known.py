"""What a packet is made from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from mainstay.catalogue import Catalogue
from mainstay.coach import Decision, Person
from mainstay.guide.links import NOWHERE, Links
from mainstay.kernel import Event


@dataclass(frozen=True, slots=True)
class Known:
    """A person at a moment.

    ``events`` are the standing events of the last days in the diary's order, ``decisions`` what they led
    to; ``now`` is the person's own clock; ``version`` names code and content, ``diary`` whose it is.
    """

    catalogue: Catalogue
    person: Person
    events: Sequence[Event]
    decisions: Sequence[Decision]
    now: datetime
    diary: str
    version: str
    links: Links = NOWHERE
