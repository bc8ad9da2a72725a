"""Adding mail and other services: a form each, and its address is not shown again."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from mainstay.reminders import Refused, outbox
from mainstay.reminders.channels import Security, ServiceAddress
from mainstay.reminders.models import Channel, ReminderSettings
from mainstay.web.desk import desk_of
from mainstay.web.forms import Asked, Typed, choices, summary
from mainstay.web.reminders.page import origin_of, say

_NAME, _ADDRESS = 100, 1000
_TEXTS = ("to", "sender", "host", "port", "user")
_WAYS = (
    ("tls", "TLS from the start (most often port 465)"),
    ("starttls", "STARTTLS (most often port 587)"),
    ("none", "None, for a mail server in your own house"),
)
_PORTS = range(1, 65536)
_NO_MAIL = "Please write an e-mail address, such as me@example.org."
_NO_HOST = "Please write the mail server’s name, such as mail.example.org."
_NO_PORT = "Please write a number from 1 to 65535."
_NO_WAY = "Please choose one."
_OPEN_WORD = "A password only travels encrypted. Please choose TLS or STARTTLS, or leave it empty."


@dataclass(frozen=True, slots=True)
class _Mail:
    """The form for mail as it was filled in; without ``own`` the server of the environment is used."""

    own: bool
    texts: Mapping[str, str] = field(default_factory=dict)
    security: str = "tls"
    password: str = ""

    @property
    def faults(self) -> dict[str, str]:
        """What is wrong, by field."""
        found = {} if _is_mail(self.texts["to"]) else {"to": _NO_MAIL}
        return found | self._server_faults() if self.own else found

    def _server_faults(self) -> dict[str, str]:
        port = self.texts["port"]
        checks = {
            "sender": (_is_mail(self.texts["sender"]), _NO_MAIL),
            "host": (bool(self.texts["host"]) and not set(self.texts["host"]) & set("/@ "), _NO_HOST),
            "port": (port.isascii() and port.isdigit() and int(port) in _PORTS, _NO_PORT),
            "security": (self.security in tuple(Security), _NO_WAY),
            "password": (self.security != Security.NONE or not self.password, _OPEN_WORD),
        }
        return {name: fault for name, (fine, fault) in checks.items() if not fine}

    @property
    def address(self) -> dict[str, object]:
        """The address as a channel keeps it."""
        if not self.own:
            return {"to": self.texts["to"], "server": None}
        server = {name: self.texts[name] for name in ("host", "sender", "user")}
        more = {"port": int(self.texts["port"]), "security": self.security, "password": self.password}
        return {"to": self.texts["to"], "server": server | more}


@require_http_methods(["GET", "HEAD", "POST"])
def email(request: HttpRequest) -> HttpResponse:
    """Ask for a mailbox and the server that brings mail there."""
    own = not os.environ.get("MAINSTAY_MAIL")
    told = _read_mail(request.POST, own=own)
    if request.method == "POST" and not told.faults:
        return _added(request, "email", f"E-mail to {told.texts['to']}", told.address)
    faults = told.faults if request.method == "POST" else {}
    return _form(request, "reminders/email.html", _mail_fields(told, faults))


@require_http_methods(["GET", "HEAD", "POST"])
def service(request: HttpRequest) -> HttpResponse:
    """Ask for a service's address."""
    url, name = (request.POST.get(part, "").strip() for part in ("url", "name"))
    fault = ""
    if request.method == "POST":
        from mainstay.reminders.channels.service import service_name

        try:
            known = service_name(ServiceAddress(url[:_ADDRESS]))
        except Refused as refusal:
            fault = str(refusal)
        else:
            return _added(request, "service", name[:_NAME] or known, {"url": url})
    fields: list[Typed | Asked] = [
        Typed("url", "The service’s address", value=url, fault=fault, most=_ADDRESS),
        Typed("name", "What you call it", value=name, most=_NAME, optional=True),
    ]
    return _form(request, "reminders/service.html", fields)


def _form(request: HttpRequest, template: str, fields: list[Typed | Asked]) -> HttpResponse:
    faults = summary(fields)
    page = {"fields": fields, "faults": faults}
    return render(request, template, page, status=422 if faults else 200)


def _added(request: HttpRequest, kind: str, name: str, address: dict[str, object]) -> HttpResponse:
    diary = desk_of(request).diary
    settings = outbox.settings_of(diary)
    ReminderSettings.objects.filter(pk=settings.pk).update(origin=origin_of(request))
    Channel.objects.create(diary=diary, kind=kind, name=name[:_NAME], address=address)
    say(request, "good", f"{name} is added. A test shows whether it works.")
    return redirect(reverse("reminders") + "#ways")


def _read_mail(posted: QueryDict, *, own: bool) -> _Mail:
    texts = {name: posted.get(name, "").strip()[:_ADDRESS] for name in _TEXTS}
    return _Mail(own, texts, posted.get("security", "tls"), posted.get("password", ""))


def _mail_fields(told: _Mail, faults: Mapping[str, str]) -> list[Typed | Asked]:
    """Return the questions; a password that was typed is not sent back."""

    def typed(name: str, label: str, kind: str = "text", hint: str = "") -> Typed:
        value = told.texts.get(name, "")
        return Typed(name, label, kind=kind, value=value, fault=faults.get(name, ""), hint=hint)

    to = typed("to", "Send it to", "email")
    if not told.own:
        return [to]
    return [
        to,
        typed("sender", "Your mailbox that sends it", "email", hint="May be the same address."),
        typed("host", "Its server for sending (SMTP)", hint="Your mail provider’s help names it."),
        typed("port", "Port"),
        Asked(
            "security",
            "Encryption",
            choices(_WAYS, (told.security,)),
            shape="tiles one",
            fault=faults.get("security", ""),
        ),
        typed("user", "Name to sign in with"),
        typed(
            "password",
            "Password",
            "password",
            hint="Many providers give out a password of its own for an app. It is kept on this server alone.",
        ),
    ]


def _is_mail(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True
