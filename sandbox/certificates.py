"""Certificates of the sandbox: one that the service signs in with, and one authority for its https servers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID


def make_client_certificate(file: Path, *, days: int = 730) -> x509.Certificate:
    """Write a key and a certificate of its own signing as one PEM ``file`` and answer the certificate.

    Valid for so many ``days`` of real time; two years, as an app's certificate is, where not said otherwise.
    """
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "forumbot")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=days))
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.touch(mode=0o600)
    file.write_bytes(secret + certificate.public_bytes(serialization.Encoding.PEM))
    return certificate


def make_server_certificate(authority: Path, server: Path) -> None:
    """Write a fresh authority's certificate to ``authority``, and to ``server`` a key and chain for localhost."""
    made = trustme.CA()
    made.cert_pem.write_to_path(str(authority))
    server.touch(mode=0o600)
    made.issue_cert("localhost", "127.0.0.1").private_key_and_cert_chain_pem.write_to_path(str(server))
