"""Access tokens (RFC 9068), signed with ES256. Everything that verifies a token goes through here.

python-jose on its own accepts what must not be accepted (tokens without an end, of another type, with
unknown critical headers, with trailing bits that change nothing) and leaks exceptions that are no JWTError;
so what a token may look like is decided here, and every refusal is the same ``BadToken``.
"""

import base64
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import orjson
from jose import jws

from klimabruecke.core.http.route import strict_json
from klimabruecke.core.ids import new_id
from klimabruecke.core.security.keys import ALGORITHM, SigningKeys

ISSUER = AUDIENCE = "klimabruecke"
TYPE = "at+jwt"
LEEWAY_SECONDS = 60
MAX_SECONDS = 3600
MAX_LENGTH = 4096

_SHAPE = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")
_TEXTS = ("iss", "sub", "jti")
_MOMENTS = ("iat", "exp", "nbf")


class BadToken(Exception):
    """The token is not one of ours, or no longer valid. Why is nobody's business but the log's."""


def sign(keys: SigningKeys, claims: Mapping[str, Any], now: datetime, seconds: int) -> str:
    """A token with these claims (``sub`` and what the issuer adds), valid for some seconds."""
    issued = int(now.timestamp())
    whole = {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "iat": issued,
        "exp": issued + seconds,
        "jti": new_id(),
        **claims,
    }
    headers = {"typ": TYPE, "kid": keys.kid}
    token: str = jws.sign(orjson.dumps(whole), keys.private, headers=headers, algorithm=ALGORITHM)
    return token


def verify(keys: SigningKeys, token: str, now: datetime) -> dict[str, Any]:
    """The claims of a token that is ours and valid now. Raises BadToken for any other."""
    try:
        return _verify(keys, token, now.timestamp())
    except BadToken:
        raise
    except Exception as malformed:
        # python-jose lets JWKError, ValueError, OverflowError and more out: all of them mean the same.
        raise BadToken("malformed") from malformed


def _verify(keys: SigningKeys, token: str, now: float) -> dict[str, Any]:
    if len(token) > MAX_LENGTH or not _SHAPE.fullmatch(token):
        raise BadToken("shape")
    header, _, _ = (_exact(part) for part in token.split("."))
    key = _key(keys, strict_json(header))
    claims = strict_json(jws.verify(token, key, algorithms=[ALGORITHM]))
    if not isinstance(claims, dict):
        raise BadToken("claims")
    _check_names(claims)
    _check_times(claims, now)
    return claims


def _exact(part: str) -> bytes:
    """Decoded base64url that would be encoded to the same text: spare bits make no second token."""
    raw = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
    if base64.urlsafe_b64encode(raw).rstrip(b"=").decode() != part:
        raise BadToken("encoding")
    return raw


def _key(keys: SigningKeys, header: Any) -> Any:
    """The key is found by its id among ours; the header decides nothing."""
    if not isinstance(header, dict) or header.keys() != {"alg", "typ", "kid"}:
        raise BadToken("header")
    kid = header["kid"]
    if header["alg"] != ALGORITHM or header["typ"] != TYPE or not isinstance(kid, str):
        raise BadToken("header")
    if kid not in keys.public:
        raise BadToken("kid")
    return keys.public[kid]


def _check_names(claims: Mapping[str, Any]) -> None:
    if any(not isinstance(claims.get(name), str) or not claims[name] for name in _TEXTS):
        raise BadToken("claims")
    if claims["iss"] != ISSUER or claims.get("aud") != AUDIENCE:
        raise BadToken("issuer or audience")


def _check_times(claims: Mapping[str, Any], now: float) -> None:
    for name in _MOMENTS:
        moment = claims.get(name, 1 if name == "nbf" else None)
        if isinstance(moment, bool) or not isinstance(moment, int) or not 0 < moment < 2**40:
            raise BadToken(name)
    if now >= claims["exp"] + LEEWAY_SECONDS or claims["exp"] - claims["iat"] > MAX_SECONDS:
        raise BadToken("expired or too long")
    if max(claims["iat"], claims.get("nbf", 0)) > now + LEEWAY_SECONDS:
        raise BadToken("not yet valid")
