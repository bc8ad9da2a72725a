"""Taking the diary along as text, and bringing one in."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from mainstay.diary import read_lines, store, to_line
from mainstay.web.desk import Desk, desk_of

_LARGEST = 20_000_000
_SHOWN = 20
_TOO_LARGE = "This file is larger than a diary can be (20 MB). Please check that it is the right one."
_UNREADABLE = "Nothing was brought in, because some lines cannot be read."


@require_safe
def export(request: HttpRequest) -> StreamingHttpResponse:
    """Send the diary: every event, one a line, those taken back as well."""
    desk = desk_of(request)
    response = StreamingHttpResponse(_lines(desk), content_type="application/jsonl; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="mainstay-diary-{desk.day.isoformat()}.jsonl"'
    return response


def _lines(desk: Desk) -> Iterator[str]:
    return (to_line(event) + "\n" for event in store.events_of(desk.diary))


@require_http_methods(["GET", "HEAD", "POST"])
def import_(request: HttpRequest) -> HttpResponse:
    """Add a diary file to this diary. A file with a fault is refused whole, and every fault is told."""
    if request.method != "POST":
        return render(request, "yours/import.html")
    page = _taken(desk_of(request), request)
    return render(request, "yours/import.html", page, status=422 if page.get("problem") else 200)


def _taken(desk: Desk, request: HttpRequest) -> dict[str, object]:
    file = request.FILES.get("diary")
    if file is None or not file.name:
        return {"problem": "Please choose a diary file first."}
    if file.size is None or file.size > _LARGEST:
        return {"problem": _TOO_LARGE}
    reading = read_lines(file.read(), file.name, desk.catalogue)
    if reading.faults:
        more = len(reading.faults) - _SHOWN
        texts = [fault.text for fault in reading.faults[:_SHOWN]]
        return {
            "problem": _UNREADABLE,
            "lines": texts,
            "more": max(0, more),
        }
    try:
        outcome = store.append(desk.diary, reading.events, desk.catalogue)
    except store.Conflict as conflict:
        return {"problem": f"Nothing was brought in: {conflict}"}
    return {"outcome": outcome, "warnings": [warning.text for warning in reading.warnings[:_SHOWN]]}
