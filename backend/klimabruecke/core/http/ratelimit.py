"""Requests to the API per minute and client address, in this process's memory.

The interface's own files do not count: opening one page fetches dozens of them.

A courtesy limit against a script that loops; limits that must hold across restarts and workers
(sign-in, tokens) are kept in the database instead.
"""

import ipaddress
import time
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from starlette.types import Scope


class Use(NamedTuple):
    """What is left after this request, and whose it was."""

    client: str
    exhausted: bool
    headers: tuple[tuple[bytes, bytes], ...]
    retry_after: Mapping[str, str]


class RateLimit:
    """Counts requests per client and minute; ``X-Forwarded-For`` is believed from the named proxies only."""

    def __init__(self, requests_per_minute: int, trusted_proxies: str = "") -> None:
        self._limit = requests_per_minute
        self._policy = f'"minute";q={requests_per_minute};w=60'.encode()
        self._proxies = frozenset(proxy.strip() for proxy in trusted_proxies.split(",") if proxy.strip())
        self._minute = 0
        self._used: Counter[str] = Counter()

    def use(self, scope: Scope) -> Use:
        client = self._client(scope)
        if not scope["path"].startswith("/api/"):
            return Use(client, False, (), {})
        minute, second = divmod(int(time.time()), 60)
        if minute != self._minute:
            # A new Counter each minute, so that nobody's address is kept longer than it counts.
            self._minute, self._used = minute, Counter()
        self._used[client] += 1
        left, seconds = self._limit - self._used[client], 60 - second
        headers = (
            (b"ratelimit-policy", self._policy),
            (b"ratelimit", f'"minute";r={max(left, 0)};t={seconds}'.encode()),
        )
        return Use(client, left < 0, headers, {"Retry-After": str(seconds)})

    def _client(self, scope: Scope) -> str:
        address = scope["client"][0] if scope.get("client") else "unknown"
        if address not in self._proxies:
            return _group(address) if ":" in address else address
        # Several lines are one list: a proxy may append a line of its own to what the client sent.
        told = [value for name, value in scope["headers"] if name == b"x-forwarded-for"]
        return _group(told[-1].decode("latin-1").rpartition(",")[2].strip() if told else address)


def _group(address: str) -> str:
    """One client is one IPv4 address or one IPv6 network of /64, which is what a household gets."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    return str(parsed) if parsed.version == 4 else str(ipaddress.ip_network((parsed, 64), strict=False))
