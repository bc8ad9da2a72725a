"""Web Push (RFC 8030): to a browser, by way of its maker's push service, encrypted so that only it can read.

A push service is told nothing but when, and to which browser. ``MAINSTAY_PUSH_SERVICE`` names, as
``https://push.example``, a push service of one's own in the house; all others have to be on the internet.
"""

import json
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric import ec
from py_vapid import Vapid02
from pywebpush import WebPushException, webpush
from requests import RequestException, Response, Session, TooManyRedirects
from requests.exceptions import InvalidSchema

from mainstay.reminders.channels.addresses import PushAddress
from mainstay.reminders.channels.answering import answer_token
from mainstay.reminders.channels.outside import one_way_session, outside_session
from mainstay.reminders.channels.vapid import push_key
from mainstay.reminders.message import Kind, Message, Refused, Unreachable

OWN_SERVICE = "MAINSTAY_PUSH_SERVICE"

_CONNECT_SECONDS, _ANSWER_SECONDS = 5, 10
_TOPIC = 32
_POINT, _SECRET = 65, 16

_NO_ADDRESS = "This is not what a browser gives out for notifications."
_GONE = "This browser does not take notifications any more. Please allow them again on that device."
_OTHER_KEY = "This browser knows another server. Please allow notifications again on that device."
_NOT_TAKEN = "The browser’s push service did not take it (it said {code})."
_SILENT = "The browser’s push service could not be reached."
_BUSY = "The browser’s push service is busy (it said {code})."


class Gone(Refused):
    """The browser has withdrawn; nothing sent to it will arrive again."""


def check_push_address(address: PushAddress) -> None:
    """Raise Refused for what no browser would have given out."""
    parts = urlsplit(address.endpoint)
    try:
        point, secret = _decoded(address.p256dh), _decoded(address.auth)
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    except ValueError:
        raise Refused(_NO_ADDRESS) from None
    own = _is_own_service(address.endpoint)
    if not (own or (parts.scheme == "https" and parts.hostname and not parts.username)):
        raise Refused(_NO_ADDRESS)
    if len(point) != _POINT or len(secret) != _SECRET:
        raise Refused(_NO_ADDRESS)


def push(address: PushAddress, message: Message) -> None:
    """Hand a message to the browser's push service; a copy takes the place of the one before."""
    try:
        _posted(address, message)
    except WebPushException as error:
        raise _answer(error.response) from None
    except (InvalidSchema, TooManyRedirects):
        # No push service is spoken to in the open, or leads elsewhere.
        raise Refused(_NO_ADDRESS) from None
    except (RequestException, OSError):
        raise Unreachable(_SILENT) from None


def _posted(address: PushAddress, message: Message) -> None:
    webpush(
        {"endpoint": address.endpoint, "keys": {"p256dh": address.p256dh, "auth": address.auth}},
        data=_payload(message),
        vapid_private_key=Vapid02(push_key()),
        vapid_claims={"sub": address.contact},
        timeout=(_CONNECT_SECONDS, _ANSWER_SECONDS),
        ttl=message.ttl,
        headers={"Topic": _topic(message.key), "Urgency": _urgency(message.kind)},
        requests_session=_session(address.endpoint),
    )


def _payload(message: Message) -> str:
    """What the service worker shows; the token lets it answer though nobody is signed in any more."""
    told: dict[str, str] = {
        "key": message.key,
        "title": message.title,
        "body": message.body,
        "url": message.url,
    }
    if message.again:
        told["answer"] = answer_token(message.key)
    return json.dumps(told)


def _topic(key: str) -> str:
    return urlsafe_b64encode(sha256(key.encode()).digest()).decode()[:_TOPIC]


def _urgency(kind: Kind) -> str:
    """A session is for now; a phone that sleeps to save its battery need not wake for a break."""
    return "normal" if kind is Kind.BREAK else "high"


def _answer(response: Response | None) -> Exception:
    """Return what a push service's answer means."""
    if response is None:
        return Refused(_NO_ADDRESS)
    code = response.status_code
    if code in (404, 410):
        return Gone(_GONE)
    if code in (401, 403):
        return Refused(_OTHER_KEY)
    if code == 429 or code >= 500:
        return Unreachable(_BUSY.format(code=code))
    return Refused(_NOT_TAKEN.format(code=code))


def _session(endpoint: str) -> Session:
    return one_way_session() if _is_own_service(endpoint) else outside_session()


def _is_own_service(endpoint: str) -> bool:
    own = os.environ.get(OWN_SERVICE, "").rstrip("/")
    parts = urlsplit(endpoint)
    return bool(own) and f"{parts.scheme}://{parts.netloc}" == own


def _decoded(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
