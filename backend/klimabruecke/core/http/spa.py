"""Serves the built single-page app from memory: precompressed, validated, its script hash in the CSP."""

import base64
import hashlib
import mimetypes
import re
from dataclasses import dataclass, field
from pathlib import Path

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse, Response
from starlette.types import Receive, Scope, Send

from klimabruecke.core import errors
from klimabruecke.core.http.route import best_offer
from klimabruecke.core.language import Bilingual, preferred_language
from klimabruecke.core.problems import problem_response

FALLBACK = "/200.html"
WORKER = "/service-worker.js"
WORKER_POLICY = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'"
TRUSTED_TYPES = "svelte-trusted-html kb-service-worker"
DOORS: dict[str, Bilingual] = {
    "/openapi.json": Bilingual("/api/v1/openapi.json", "/api/v1/openapi.json"),
    "/docs": Bilingual("/entwickler", "/en/developers"),
    "/favicon.ico": Bilingual("/favicon.svg", "/favicon.svg"),
}
"""Addresses people and tools try first, and where the thing is, by language."""
IMMUTABLE = "/_app/immutable/"
_ENCODINGS = {".br": "br", ".gz": "gzip"}
_INLINE_SCRIPT = re.compile(rb"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)


@dataclass
class _File:
    media_type: str
    cache: str
    csp: str | None
    variants: dict[str, bytes] = field(default_factory=dict)


class SinglePageApp:
    """Answers GET and HEAD for every path that is not the API's; unknown pages get the app's shell."""

    def __init__(self, directory: Path) -> None:
        self._files: dict[str, _File] = {}
        for path in sorted(directory.rglob("*")) if directory.is_dir() else []:
            if path.is_file():
                self._read(directory, path)

    def _read(self, directory: Path, path: Path) -> None:
        address = "/" + path.relative_to(directory).as_posix()
        encoding = _ENCODINGS.get(path.suffix, "identity")
        address = address.removesuffix(path.suffix) if encoding != "identity" else address
        content = path.read_bytes()
        found = self._files.get(address)
        if found is None:
            media_type = mimetypes.guess_type(address)[0] or "application/octet-stream"
            cache = "public, max-age=31536000, immutable" if address.startswith(IMMUTABLE) else "no-cache"
            policy = WORKER_POLICY if address == WORKER else None
            found = self._files[address] = _File(media_type, cache, policy)
        found.variants[encoding] = content
        if encoding == "identity" and found.media_type == "text/html":
            found.csp = content_security_policy(content)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = self._response(scope)
        await response(scope, receive, send)

    def _response(self, scope: Scope) -> Response:
        if scope["method"] not in ("GET", "HEAD"):
            return problem_response(HTTPConnection(scope), errors.METHOD_NOT_ALLOWED)
        path = scope["path"]
        if door := DOORS.get(path):
            address = door.in_(preferred_language(HTTPConnection(scope)))
            return RedirectResponse(address, 302, {"Vary": "Accept-Language"})
        found = self._files.get(path)
        if found is None and path != "/api" and not path.startswith(("/api/", "/_app/")):
            found = self._files.get(FALLBACK)
        if found is None:
            return problem_response(HTTPConnection(scope), errors.NOT_FOUND)
        return _answer(found, Headers(scope=scope))


def _answer(found: _File, headers: Headers) -> Response:
    encoding = _encoding(found, headers.get("accept-encoding", ""))
    content = found.variants[encoding]
    tag = f'"{hashlib.blake2b(content, digest_size=12).hexdigest()}"'
    answer = {"ETag": tag, "Cache-Control": found.cache, "Vary": "Accept-Encoding"}
    if found.csp:
        answer["Content-Security-Policy"] = found.csp
    if encoding != "identity":
        answer["Content-Encoding"] = encoding
    if tag in (part.strip().removeprefix("W/") for part in headers.get("if-none-match", "").split(",")):
        return Response(status_code=304, headers=answer)
    return Response(content, media_type=found.media_type, headers=answer)


def _encoding(found: _File, accepted: str) -> str:
    for encoding in ("br", "gzip"):
        if encoding in found.variants and best_offer(accepted, (encoding,)) and accepted:
            return encoding
    return "identity"


def content_security_policy(page: bytes) -> str:
    """The policy of one page: its own inline scripts by hash, nothing from anywhere else."""
    hashes = [
        "'sha256-" + base64.b64encode(hashlib.sha256(script).digest()).decode() + "'"
        for script in _INLINE_SCRIPT.findall(page)
    ]
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *hashes)),
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            f"trusted-types {TRUSTED_TYPES}",
        )
    )
