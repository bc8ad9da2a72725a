"""Taking the diary along as text, and bringing one in, or what another app has counted."""

from collections.abc import Iterator
from typing import BinaryIO, cast

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from mainstay.diary import read_lines, store, to_line
from mainstay.exchange.imports import Kind, kind_of
from mainstay.web import clock
from mainstay.web.desk import Desk, desk_of
from mainstay.web.yours.walks import bring_walks

_LARGEST = 20_000_000
_LARGEST_EXPORT = 4_000_000_000
_SHOWN = 20
_NO_FILE = "Please choose a file first."
_TOO_LARGE = "This file is larger than a diary can be (20 MB). Please check that it is the right one."
_TOO_LARGE_EXPORT = "This file is larger than 4 GB. Please use “mainstay import” at the command line."
_UNREADABLE = "Nothing was brought in, because some lines cannot be read."

Page = dict[str, object]


@require_safe
def export(request: HttpRequest) -> StreamingHttpResponse:
    """Send the diary: every event, one a line, those taken back as well."""
    desk = desk_of(request)
    response = StreamingHttpResponse(_lines(desk), content_type="application/jsonl; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="mainstay-diary-{desk.day.isoformat()}.jsonl"'
    return response


def _lines(desk: Desk) -> Iterator[str]:
    return (to_line(event) + "\n" for event in store.events_of(desk.diary))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def import_(request: HttpRequest) -> HttpResponse:
    """Add a diary, or walks from another app, to this diary; a diary with a fault is refused whole.

    An export of another app may have a gigabyte: it goes to a file and never into memory. That has to be
    said before the token in the form is read, so that the check of the token comes after it.
    """
    if int(request.META.get("CONTENT_LENGTH") or 0) > _LARGEST_EXPORT:
        return render(request, "yours/import.html", {"problem": _TOO_LARGE_EXPORT}, status=422)
    request.upload_handlers = [TemporaryFileUploadHandler(request)]
    return _import(request)


@csrf_protect
def _import(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "yours/import.html")
    page = _taken(desk_of(request), request)
    return render(request, "yours/import.html", page, status=422 if page.get("problem") else 200)


def _taken(desk: Desk, request: HttpRequest) -> Page:
    file = request.FILES.get("diary")
    if file is None or not file.name or file.file is None:
        return {"problem": _NO_FILE}
    opened = cast(BinaryIO, file.file)
    kind = kind_of(opened)
    if kind is Kind.DIARY:
        return _diary(desk, file)
    zone = clock.now(request).tzinfo
    return bring_walks(desk, opened, file.name, kind, zone, skip_faulty="skip" in request.POST)


def _diary(desk: Desk, file: "UploadedFile[bytes]") -> Page:
    if file.size is None or file.size > _LARGEST:
        return {"problem": _TOO_LARGE}
    reading = read_lines(file.read(), file.name or "", desk.catalogue)
    if reading.faults:
        more = len(reading.faults) - _SHOWN
        texts = [fault.text for fault in reading.faults[:_SHOWN]]
        return {"problem": _UNREADABLE, "lines": texts, "more": max(0, more)}
    try:
        outcome = store.append(desk.diary, reading.events, desk.catalogue)
    except store.Conflict as conflict:
        return {"problem": f"Nothing was brought in: {conflict}"}
    return {"outcome": outcome, "warnings": [warning.text for warning in reading.warnings[:_SHOWN]]}
