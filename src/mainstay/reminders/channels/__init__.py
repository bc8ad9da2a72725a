"""The ways a reminder reaches a person: Web Push, e-mail, and the services that apprise knows.

What each of them needs is large, and loaded where it is used. The addresses are in
:mod:`mainstay.reminders.channels.addresses`.
"""

from typing import TYPE_CHECKING

from mainstay.reminders.channels.addresses import (
    MailAddress,
    MailServer,
    PushAddress,
    Security,
    ServiceAddress,
    mail_address,
    push_address,
    service_address,
)
from mainstay.reminders.channels.answering import answered_key
from mainstay.reminders.channels.vapid import public_push_key
from mainstay.reminders.message import Message

if TYPE_CHECKING:
    from mainstay.reminders.models import Channel

__all__ = [
    "MailAddress",
    "MailServer",
    "PushAddress",
    "Security",
    "ServiceAddress",
    "answered_key",
    "mail_address",
    "public_push_key",
    "push_address",
    "send",
    "service_address",
]


def send(channel: "Channel", message: Message) -> None:
    """Hand a message over; return when it was taken.

    Raise :class:`~mainstay.reminders.Unreachable` where it may be taken later, and
    :class:`~mainstay.reminders.Refused` where it never will. A browser that has withdrawn is turned off.
    """
    if channel.kind == "push":
        _push(channel, message)
        return
    link = channel.diary.reminder_settings.origin
    link = link and link + message.url
    if channel.kind == "email":
        from mainstay.reminders.channels.mail import mail

        mail(mail_address(channel.address), message, link)
    else:
        from mainstay.reminders.channels.service import call_service

        call_service(service_address(channel.address), message, link)


def _push(channel: "Channel", message: Message) -> None:
    from mainstay.reminders.channels.push import Gone, push

    try:
        push(push_address(channel.address), message)
    except Gone:
        channel.on = False
        channel.save(update_fields=["on"])
        raise
