"""The key by which push services know this server (VAPID, RFC 8292).

It is made at first need and kept in the data folder. A browser signs up for this very key: with another
one every browser has to be asked again.
"""

from base64 import urlsafe_b64encode
from functools import cache
from typing import TYPE_CHECKING

from mainstay.diary import kept_secret

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

_FILE = "push-key"


@cache
def push_key() -> "EllipticCurvePrivateKey":
    """Return the private key."""
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    key = load_pem_private_key(kept_secret(_FILE, _new_key).encode(), password=None)
    assert isinstance(key, EllipticCurvePrivateKey)
    return key


def public_push_key() -> str:
    """Return the public key as a browser takes it (``applicationServerKey``): base64url without padding."""
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    point = push_key().public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return urlsafe_b64encode(point).decode().rstrip("=")


def _new_key() -> str:
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    key = ec.generate_private_key(ec.SECP256R1())
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
