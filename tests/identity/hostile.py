"""Tokens nobody may get in with: each differs from a good one in what its name says."""

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from typing import Any

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from jose.backends.base import Key

Json = dict[str, Any]


def b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def text(value: Any) -> bytes:
    return value if isinstance(value, bytes) else json.dumps(value, separators=(",", ":")).encode()


class Forge:
    """Makes tokens with the real key, for claims that are wrong, and with keys that are not ours."""

    def __init__(self, private: Key, public: Key, kid: str, claims: Json) -> None:
        self._private = private
        self.pem = public.to_pem()
        self.kid = kid
        self.claims = claims
        self.header = {"alg": "ES256", "typ": "at+jwt", "kid": kid}
        self.stranger = ec.generate_private_key(ec.SECP256R1())

    def ours(self, header: Any = None, claims: Any = None) -> str:
        """Signed with the real key."""
        signed = self._signed(header, claims)
        return f"{signed}.{b64(self._private.sign(signed.encode()))}"

    def with_header(self, **changes: Any) -> str:
        return self.ours({name: value for name, value in (self.header | changes).items() if value is not ...})

    def with_claims(self, **changes: Any) -> str:
        return self.ours(
            None, {name: value for name, value in (self.claims | changes).items() if value is not ...}
        )

    def hmac(self, secret: bytes, algorithm: str = "HS256", **header: Any) -> str:
        """The public key, or nothing, used as a shared secret."""
        signed = self._signed(self.header | {"alg": algorithm} | header, None)
        return f"{signed}.{b64(hmac.new(secret, signed.encode(), hashlib.sha256).digest())}"

    def by_stranger(self, **header: Any) -> str:
        """A good signature by a key of the attacker's."""
        signed = self._signed(self.header | header, None)
        r, s = decode_dss_signature(self.stranger.sign(signed.encode(), ec.ECDSA(hashes.SHA256())))
        return f"{signed}.{b64(r.to_bytes(32, 'big') + s.to_bytes(32, 'big'))}"

    def by_rsa(self, bits: int) -> str:
        signed = self._signed(self.header | {"alg": "RS256"}, None)
        key = rsa.generate_private_key(65537, bits)
        return f"{signed}.{b64(key.sign(signed.encode(), padding.PKCS1v15(), hashes.SHA256()))}"

    def with_signature(self, signature: bytes, **header: Any) -> str:
        return f"{self._signed(self.header | header, None)}.{b64(signature)}"

    def public_jwk(self) -> Json:
        numbers = self.stranger.public_key().public_numbers()
        point = {"x": b64(numbers.x.to_bytes(32, "big")), "y": b64(numbers.y.to_bytes(32, "big"))}
        return {"kty": "EC", "crv": "P-256", "kid": self.kid, **point}

    def der(self) -> bytes:
        key = serialization.load_pem_public_key(self.pem)
        return key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)

    def _signed(self, header: Any, claims: Any) -> str:
        parts = (self.header if header is None else header, self.claims if claims is None else claims)
        return ".".join(b64(text(part)) for part in parts)


def other_last_letter(token: str) -> str:
    """The same signature in another spelling: the last letter of 86 has four bits to spare."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    return token[:-1] + letters[letters.index(token[-1]) ^ 1]


def _now() -> int:
    return int(time.time())


_KEYS: dict[str, Callable[[Forge], str]] = {
    "no algorithm": lambda f: f.with_signature(b"", alg="none"),
    "no algorithm, capitals": lambda f: f.with_signature(b"", alg="NONE"),
    "no algorithm but a signature": lambda f: f.with_header(alg="none"),
    "public key as secret, PEM": lambda f: f.hmac(f.pem),
    "public key as secret, DER": lambda f: f.hmac(f.der()),
    "public key as secret, JWK": lambda f: f.hmac(json.dumps(f.public_jwk()).encode()),
    "empty secret": lambda f: f.hmac(b""),
    "one letter as secret": lambda f: f.hmac(b"x"),
    "key id as secret": lambda f: f.hmac(f.kid.encode()),
    "HMAC that says ES256": lambda f: f.hmac(f.pem, "ES256"),
    "another key under our id": lambda f: f.by_stranger(),
    "another key under its own id": lambda f: f.by_stranger(kid="mine"),
    "key in the header": lambda f: f.by_stranger(jwk=f.public_jwk()),
    "address of keys in the header": lambda f: f.by_stranger(jku="https://evil.example/keys.json"),
    "certificate in the header": lambda f: f.by_stranger(x5c=["MIIB"]),
    "RSA of 1024 bits": lambda f: f.by_rsa(1024),
    "RSA of 2048 bits": lambda f: f.by_rsa(2048),
    "signature of zeros": lambda f: f.with_signature(bytes(64)),
    "no signature": lambda f: f.with_signature(b""),
    "signature in DER": lambda f: f.with_signature(f.stranger.sign(b"x", ec.ECDSA(hashes.SHA256()))),
    "signature cut off": lambda f: f.ours()[:-4],
    "signature in another spelling": lambda f: other_last_letter(f.ours()),
    "claims changed afterwards": lambda f: f.ours().replace(".ey", ".eY", 1),
}
_HEADERS: dict[str, Callable[[Forge], str]] = {
    "another ES algorithm": lambda f: f.with_header(alg="ES384"),
    "algorithm as a list": lambda f: f.with_header(alg=["ES256"]),
    "no type": lambda f: f.with_header(typ=...),
    "type JWT": lambda f: f.with_header(typ="JWT"),
    "type of an id token": lambda f: f.with_header(typ="id+jwt"),
    "unknown critical header": lambda f: f.with_header(crit=["exp"]),
    "unencoded payload": lambda f: f.with_header(b64=False, crit=["b64"]),
    "no key id": lambda f: f.with_header(kid=...),
    "unknown key id": lambda f: f.with_header(kid="unknown"),
    "key id as a number": lambda f: f.with_header(kid=0),
    "key id as a path": lambda f: f.with_header(kid="../../etc/passwd"),
    "key id as SQL": lambda f: f.with_header(kid="' OR 1=1 --"),
    "header is a list": lambda f: f.ours([1]),
    "header is no JSON": lambda f: f.ours(b"{"),
    "header says things twice": lambda f: f.ours(
        b'{"alg":"none","alg":"ES256","typ":"at+jwt","kid":"' + f.kid.encode() + b'"}'
    ),
    "encrypted, compressed": lambda _: ".".join((b64(b'{"alg":"dir","zip":"DEF"}'), *["AAAA"] * 4)),
}
_CLAIMS: dict[str, Callable[[Forge], str]] = {
    **{
        f"{name} is missing": lambda f, name=name: f.with_claims(**{name: ...})  # type: ignore[misc]
        for name in ("iss", "sub", "aud", "exp", "iat", "jti")
    },
    "another issuer": lambda f: f.with_claims(iss="https://evil.example"),
    "issuer as a list": lambda f: f.with_claims(iss=["klimabruecke"]),
    "another audience": lambda f: f.with_claims(aud="other"),
    "our audience among others": lambda f: f.with_claims(aud=["other", "klimabruecke"]),
    "subject as a number": lambda f: f.with_claims(sub=1),
    "empty subject": lambda f: f.with_claims(sub=""),
    "token id as a number": lambda f: f.with_claims(jti=1),
    "expired": lambda f: f.with_claims(exp=_now() - 61, iat=_now() - 600),
    "expiry as text": lambda f: f.with_claims(exp=str(_now() + 600)),
    "expiry as a fraction": lambda f: f.with_claims(exp=_now() + 600.5),
    "expiry as a truth": lambda f: f.with_claims(exp=True),
    "expiry never": lambda f: f.ours(
        None, text(f.claims).replace(str(f.claims["exp"]).encode(), b"Infinity")
    ),
    "expiry in the year 10,000": lambda f: f.with_claims(exp=253_402_300_800),
    "expiry beyond numbers": lambda f: f.with_claims(exp=2**70),
    "negative expiry": lambda f: f.with_claims(exp=-1),
    "valid for two hours": lambda f: f.with_claims(exp=_now() + 7200),
    "issued tomorrow": lambda f: f.with_claims(iat=_now() + 86_400, exp=_now() + 87_000),
    "not valid before tomorrow": lambda f: f.with_claims(nbf=_now() + 86_400),
    "claims are a list": lambda f: f.ours(None, [1]),
    "claims are no JSON": lambda f: f.ours(None, b"exp"),
    "claims say things twice": lambda f: f.ours(None, text(f.claims)[:-1] + b',"sub":"other"}'),
    "claims without end": lambda f: f.ours(None, b'{"sub":' + b"[" * 900 + b"]" * 900 + b"}"),
    "an unknown session": lambda f: f.with_claims(sid="0193b6b0-0000-7000-8000-000000000000"),
    "no session": lambda f: f.with_claims(sid=...),
    "session as a number": lambda f: f.with_claims(sid=1),
    "somebody else's session": lambda f: f.with_claims(sub="0193b6b0-0000-7000-8000-000000000000"),
    "a client that does not exist": lambda f: f.with_claims(sid=..., scope="plans:read"),
}
_SHAPES: dict[str, Callable[[Forge], str]] = {
    "nothing but points": lambda _: "..",
    "a word": lambda _: "token",
    "two parts": lambda f: f.ours().rpartition(".")[0],
    "four parts": lambda f: f"{f.ours()}.AAAA",
    "padding": lambda f: f"{f.ours()}==",
    "letters outside the alphabet": lambda f: f.ours().replace(".", ".+", 1),
    "a space inside": lambda f: f.ours().replace(".", ". ", 1),
    "16 kB": lambda f: f.with_claims(more="x" * 12_000),
    "60 kB": lambda _: "A" * 60_000,
}
HOSTILE = _KEYS | _HEADERS | _CLAIMS | _SHAPES
