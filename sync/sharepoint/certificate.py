"""The certificate by which forumbot signs in to the site: when it ends."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sync.workspace import SignInFailed


def ends(pem: Path) -> datetime:
    """The last moment of the first certificate in a PEM file. Raises SignInFailed where there is none to be read."""
    from cryptography import x509

    try:
        found = x509.load_pem_x509_certificates(pem.read_bytes())
    except OSError as error:
        raise SignInFailed(f"the certificate file: {error.strerror}") from error
    except ValueError as error:
        raise SignInFailed("the certificate file holds no certificate that can be read") from error
    return found[0].not_valid_after_utc
