"""Setting a page with typst: data in, tagged PDF out. No network, and no fonts but typst's own."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

_TEMPLATES = Path(__file__).with_name("templates")
_OVERFLOW = "more than one page"


class NoRoom(Exception):
    """What was to be set does not fit where it must."""


def pdf(template: str, data: Mapping[str, Any], on: date) -> bytes:
    """Return the PDF/UA-1 of a template; raise NoRoom where it asked for one page and there is more.

    The data go in as JSON and are set as plain text, so that nothing in them is ever taken for markup. The
    same data give the same bytes: the file is dated ``on``.
    """
    # Loaded here: 30 MB of typesetter are no use to any other command.
    import typst

    try:
        made: bytes = typst.compile(
            _TEMPLATES / template,
            root=_TEMPLATES,
            sys_inputs={"data": json.dumps(data)},
            pdf_standards="ua-1",
            ignore_system_fonts=True,
            timestamp=datetime.combine(on, time(), UTC),
        )
    except typst.TypstError as error:
        if _OVERFLOW in str(error):
            raise NoRoom(template) from None
        raise
    return made
