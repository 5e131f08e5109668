"""Signing keys: a file of EC private keys (P-256, PEM). The first signs, all of them verify.

To change the key, run ``klimabruecke key add`` and restart: the new key signs, the one before still verifies
the tokens that are out, which expire within ten minutes.
"""

import base64
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

import orjson
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from jose import jwk
from jose.backends.base import Key

ALGORITHM = "ES256"
_END = b"-----END PRIVATE KEY-----"


class KeyFileError(ValueError):
    """The file of signing keys is missing or damaged; the sentence says what to do."""


@dataclass(frozen=True)
class SigningKeys:
    """The key that signs, and the public keys that verify, by key id."""

    kid: str
    private: Key
    public: dict[str, Key]


def generate_key_file(path: Path) -> None:
    """Write a new key, readable by its owner only; a file that is there already stays as it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = _draft(path, new_key())
    try:
        # A link fails where another process was quicker; both then read the same key.
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def add_key(path: Path) -> int:
    """Put a new key before the one that signs now; keys older than that go. Gives how many there are then."""
    kept = _parts(path)[:1] if path.exists() else []
    _draft(path, b"".join([new_key(), *kept])).replace(path)
    return 1 + len(kept)


def _draft(path: Path, content: bytes) -> Path:
    """A file beside ``path``, on disk and readable by its owner only."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())
    return draft


def new_key() -> bytes:
    return ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def read_key_file(path: Path) -> SigningKeys:
    """Raises KeyFileError for a file that cannot be read or holds anything but P-256 keys."""
    try:
        keys = [serialization.load_pem_private_key(part, None) for part in _parts(path)]
    except (OSError, ValueError, TypeError) as damaged:
        raise _unusable(path) from damaged
    elliptic = [key for key in keys if isinstance(key, ec.EllipticCurvePrivateKey)]
    if not elliptic or len(elliptic) < len(keys) or any(key.curve.name != "secp256r1" for key in elliptic):
        raise _unusable(path)
    public = {_kid(key.public_key()): jwk.construct(_pem(key.public_key()), ALGORITHM) for key in elliptic}
    signing = elliptic[0].private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return SigningKeys(_kid(elliptic[0].public_key()), jwk.construct(signing, ALGORITHM), public)


def _parts(path: Path) -> list[bytes]:
    return [part.strip() + b"\n" + _END + b"\n" for part in path.read_bytes().split(_END) if part.strip()]


def _unusable(path: Path) -> KeyFileError:
    return KeyFileError(
        f"{path} holds no signing key. Name the file in KB_SIGNING_KEY_FILE and run `klimabruecke key add`."
    )


def _pem(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


def _kid(key: ec.EllipticCurvePublicKey) -> str:
    """The thumbprint of RFC 7638: the same key has the same id on every machine."""
    numbers = key.public_numbers()
    point = {"crv": "P-256", "kty": "EC", "x": _b64(numbers.x), "y": _b64(numbers.y)}
    return base64.urlsafe_b64encode(hashlib.sha256(orjson.dumps(point)).digest()).rstrip(b"=").decode()


def _b64(number: int) -> str:
    return base64.urlsafe_b64encode(number.to_bytes(32, "big")).rstrip(b"=").decode()
