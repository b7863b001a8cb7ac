"""Sealing: words closed with a key that stands in no memory, so that nobody who has the memory reads them too early."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.hpke import Suite

# Raw keys of X25519 (RFC 7748): 32 bytes, in settings as hexadecimal digits.
KEY_BYTES = 32
# All boxes are as long as the next multiple of this: how much was said tells what was said.
BLOCK = 4096
_LENGTH = 4
_PURPOSE = b"forumbot partner's view 1\0"


class WrongKey(Exception):
    """This key does not open what was sealed: it belongs to another round, or is damaged."""


@dataclass(frozen=True)
class Sealing:
    """The keys of partners' views. ``public`` closes; ``private`` opens (None: it is kept elsewhere until then)."""

    public: bytes
    private: bytes | None = field(default=None, repr=False)

    @property
    def name(self) -> str:
        """By which key something was closed, in a short word."""
        return key_name(self.public)


def new_key() -> bytes:
    """A fresh private key."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    return X25519PrivateKey.generate().private_bytes_raw()


def public_of(private: bytes) -> bytes:
    """The public key that belongs to a private one."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def key_name(public: bytes) -> str:
    """A short word for a key, which tells nothing of it."""
    return hashlib.sha256(public).hexdigest()[:16]


def close(public: bytes, words: bytes, *, about: str) -> bytes:
    """Words in a box that only the private key opens, and only as being ``about`` the same: hybrid public key
    encryption (RFC 9180), with a key of its own each time, so that the same words never look alike."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

    told = len(words).to_bytes(_LENGTH, "big") + words
    padded = told + b"\0" * (-len(told) % BLOCK)
    return bytes(_suite().encrypt(padded, X25519PublicKey.from_public_bytes(public), _PURPOSE + about.encode()))


def opened(private: bytes, box: bytes, *, about: str) -> bytes:
    """The words in a box.

    Raises WrongKey where the key is another one, the box was changed, or is about something else.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    try:
        key = X25519PrivateKey.from_private_bytes(private)
        padded = bytes(_suite().decrypt(box, key, _PURPOSE + about.encode()))
    except (InvalidTag, ValueError) as error:
        raise WrongKey from error
    length = int.from_bytes(padded[:_LENGTH], "big")
    return padded[_LENGTH : _LENGTH + length]


def _suite() -> Suite:
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
