"""Reading text or bytes as a file that was chosen."""

from datetime import date
from io import BytesIO
from zoneinfo import ZoneInfo

from mainstay.exchange.imports import Imported, Terms, kind_of, read_import
from mainstay.kernel import Event

BERLIN = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 11, 1)
CADENCE = 60.0


def read(content: bytes | str, zone: ZoneInfo | None = BERLIN, today: date = TODAY) -> Imported:
    file = BytesIO(content.encode() if isinstance(content, str) else content)
    return read_import(file, kind_of(file), Terms("chosen", zone, today, CADENCE))


def told(events: tuple[Event, ...]) -> list[tuple[str, float, int | None]]:
    """Each event as its local day, its minutes and its steps."""
    return [(str(e.day), e.fields["minutes"], e.fields.get("steps")) for e in events]
