"""A mail server on loopback that keeps what it takes; with a certificate of its own where that is wanted."""

import asyncio
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

USER, PASSWORD = b"coach", b"a word of mine"


@dataclass
class Box:
    """What arrived, and what the server says when a recipient or a letter is offered."""

    port: int = 0
    letters: list[EmailMessage] = field(default_factory=list)
    to_recipient: str = "250 OK"
    to_letter: str = "250 OK"

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, to: str, options: Any) -> str:
        if self.to_recipient.startswith("250"):
            envelope.rcpt_tos.append(to)
        return self.to_recipient

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.to_letter.startswith("250"):
            letter = message_from_bytes(envelope.content, policy=policy.default)
            assert isinstance(letter, EmailMessage)
            self.letters.append(letter)
        return self.to_letter


def _may_enter(server: Any, session: Any, envelope: Any, mechanism: str, told: Any) -> AuthResult:
    known = isinstance(told, LoginPassword) and (told.login, told.password) == (USER, PASSWORD)
    # None handled: the server itself says that the name and password are wrong.
    return AuthResult(success=known, handled=False)


@contextmanager
def open_box(certificate: Path | None = None, *, tls: bool = False) -> Iterator[Box]:
    """Take mail on a port of loopback: in the open, by STARTTLS with a certificate, or by TLS at once."""
    box, loop = Box(), asyncio.new_event_loop()
    context = None
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
    by_starttls = context if not tls else None
    ready = threading.Event()

    def server() -> SMTP:
        return SMTP(
            box,
            hostname="localhost",
            tls_context=by_starttls,
            require_starttls=bool(by_starttls),
            authenticator=_may_enter,
            # It does not see that all of the connection is encrypted.
            auth_require_tls=not tls,
            loop=loop,
        )

    def run() -> None:
        asyncio.set_event_loop(loop)
        at = loop.run_until_complete(loop.create_server(server, "127.0.0.1", 0, ssl=context if tls else None))
        box.port = at.sockets[0].getsockname()[1]
        ready.set()
        loop.run_forever()
        at.close()
        loop.run_until_complete(at.wait_closed())
        loop.close()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    ready.wait(5)
    try:
        yield box
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(5)


def certificate_in(folder: Path) -> Path:
    """Write a certificate for loopback, signed by itself, and its key, into one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "certificate.pem"
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(private + made.public_bytes(Encoding.PEM))
    return file
