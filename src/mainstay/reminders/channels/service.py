"""The many services that apprise reaches: ntfy, Telegram, Matrix, Gotify, Signal and others.

apprise is large: it is imported where somebody uses it, and nowhere else.
"""

import re
from typing import TYPE_CHECKING

from mainstay.reminders.channels.addresses import ServiceAddress
from mainstay.reminders.message import Message, Refused, Unreachable

if TYPE_CHECKING:
    from apprise import AppriseAsset, AppriseResult
    from apprise.plugins.base import NotifyBase

_SECONDS = 15
_UNKNOWN = (
    "This is not an address of a service that is known here. It begins with the service’s name, "
    "such as ntfy://my-topic or tgram://token/chat."
)
_NOT_TAKEN = "{name} did not take it (it said {code}). Please look at the address once more."
_SILENT = "{name} could not be reached."

# What a service says to an address that will be as wrong tomorrow.
_FOR_GOOD = {400, 401, 403, 404, 405, 410, 413, 422}
_CODE = re.compile(r"error=(\d{3})\b")


def service_name(address: ServiceAddress) -> str:
    """Return the name of the service an address is for; raise Refused where there is none."""
    return str(_plugin(address).service_name)


def call_service(address: ServiceAddress, message: Message, link: str) -> None:
    """Hand a message to a service."""
    from apprise import Apprise

    plugin = _plugin(address)
    caller = Apprise(asset=plugin.asset)
    caller.add(plugin)
    body = "\n\n".join(part for part in (message.body, link) if part)
    result = caller.notify(body=body, title=message.title)
    if not _went(result):
        raise _failure(str(plugin.service_name), result)


def _plugin(address: ServiceAddress) -> "NotifyBase":
    from apprise import Apprise

    found = Apprise.instantiate(address.url, asset=_asset())
    if found is None:
        raise Refused(_UNKNOWN)
    return found


def _asset() -> "AppriseAsset":
    from apprise import AppriseAsset, PersistentStoreMode

    return AppriseAsset(
        app_id="Mainstay",
        app_desc="Mainstay",
        app_url="",
        # The phone would fetch the pictures from a third party.
        image_url_mask="",
        image_url_logo="",
        # A redirect could lead where nobody meant to send it.
        http_redirects=False,
        pgp_autogen=False,
        pem_autogen=False,
        storage_mode=PersistentStoreMode.MEMORY,
        service_timeout=_SECONDS,
    )


def _went(result: "AppriseResult") -> bool:
    """Whether it arrived: the last attempt says so, whatever an address declares to be optional."""
    last = [service.attempts[-1] for service in result if service.attempts]
    return bool(last) and all(last)


def _failure(name: str, result: "AppriseResult") -> Exception:
    codes = [int(code) for entry in result.logs() for code in _CODE.findall(entry.message)]
    if any(code in _FOR_GOOD for code in codes):
        return Refused(_NOT_TAKEN.format(name=name, code=codes[-1]))
    return Unreachable(_SILENT.format(name=name))
