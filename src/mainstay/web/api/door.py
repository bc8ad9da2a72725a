"""The door of the API: who may come in, and how every refusal looks."""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.renderers import JSONRenderer
from ninja.security import SessionAuth

_ABOUT = (
    "Of the same origin and the same login as the pages; a POST carries the token that `hello` gave in "
    "`X-CSRFToken`. Every refusal is an object with `problem`, and `faults` where there are several."
)
_STRANGER = "Please sign in first; what is on this device stays there."
_TOKEN = "The CSRF token is missing or too old; ask `hello` for another one."
_LARGE = "This is more than one request may carry; send it in smaller parts."


class SameOrigin(SessionAuth):
    """Lets in who could also open the pages; a change carries the CSRF token, login or not."""

    def authenticate(self, request: HttpRequest, key: str | None) -> bool:
        """Return whether the person is signed in, or need not be."""
        return not settings.OPEN or request.user.is_authenticated


class Compact(JSONRenderer):
    """JSON without what only a person would read it for; a packet is a kilobyte smaller, compressed."""

    json_dumps_params = {"separators": (",", ":"), "ensure_ascii": False}


api = NinjaAPI(
    renderer=Compact(),
    title="Mainstay",
    version="1",
    description=_ABOUT,
    auth=SameOrigin(),
    # The documents' page of the framework would load its parts from another host.
    docs_url=None,
    urls_namespace="api",
)


def refusal(request: HttpRequest, status: int, problem: str, faults: list[str] | None = None) -> HttpResponse:
    """Answer that a request was not taken, and why."""
    told: dict[str, Any] = {"problem": problem}
    return api.create_response(request, told | ({"faults": faults} if faults else {}), status=status)


@api.exception_handler(Http404)
def _missing(request: HttpRequest, error: Http404) -> HttpResponse:
    return refusal(request, 404, str(error) or "There is nothing here.")


@api.exception_handler(AuthenticationError)
def _stranger(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return refusal(request, 401, _STRANGER)


@api.exception_handler(RequestDataTooBig)
def _too_large(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
    return refusal(request, 413, _LARGE)


@api.exception_handler(HttpError)
def _refused(request: HttpRequest, error: HttpError) -> HttpResponse:
    told = _TOKEN if error.status_code == 403 else f"{error}."
    return refusal(request, error.status_code, told)


@api.exception_handler(ValidationError)
def _misshapen(request: HttpRequest, error: ValidationError) -> HttpResponse:
    faults = [f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors]
    return refusal(request, 422, "This request has not the shape that the API takes.", faults)
