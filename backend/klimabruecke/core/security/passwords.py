"""Passwords: what is accepted, how they are kept, and what checking one may cost.

Argon2id with 19 MiB and two passes, as the OWASP Password Storage Cheat Sheet asks for at least. At most two
are computed at a time, so that a flood of sign-ins cannot take all processors; a sign-in for an unknown
address costs the same as one for a known address.
"""

import asyncio
import gzip
import re
import unicodedata
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

from pwdlib import PasswordHash
from pwdlib.exceptions import PwdlibError
from pwdlib.hashers.argon2 import Argon2Hasher
from starlette.concurrency import run_in_threadpool

from klimabruecke.core.errors import Busy

MEMORY_KIB, PASSES, LANES = 19_456, 2, 1
MIN_LENGTH, MAX_LENGTH = 12, 128
AT_A_TIME = 2
WAIT_SECONDS = 10

_COMMON = Path(__file__).parent / "data" / "common_passwords.txt.gz"
_ROWS = ("abcdefghijklmnopqrstuvwxyz", "qwertzuiopü+", "asdfghjklöä#", "qwertyuiop[]", "asdfghjkl;'\\")
_EDGES = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_ARGON2 = PasswordHash((Argon2Hasher(time_cost=PASSES, memory_cost=MEMORY_KIB, parallelism=LANES),))


def hash_password(password: str) -> str:
    """The text to keep instead of the password; takes some 30 ms and 19 MiB."""
    return _ARGON2.hash(_normal(password))


def check_password(password: str, kept: str | None) -> tuple[bool, str | None]:
    """Whether it is the password that was kept; a new text to keep where the old one is weaker than today's.

    Without a kept text the same work is done on a hash nobody knows the password of.
    """
    try:
        right, better = _ARGON2.verify_and_update(_normal(password), kept or _nobodys())
    except PwdlibError:
        return False, None
    return (right, better) if kept else (False, None)


class PasswordDesk:
    """Hashing for requests: in a thread, two at a time; who waits longer than ten seconds is sent away."""

    def __init__(self) -> None:
        self._places = asyncio.Semaphore(AT_A_TIME)

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """One of the two places. Raises Busy after ten seconds in the queue."""
        try:
            await asyncio.wait_for(self._places.acquire(), WAIT_SECONDS)
        except TimeoutError as waited:
            raise Busy from waited
        try:
            yield
        finally:
            self._places.release()

    async def hash(self, password: str) -> str:
        async with self.place():
            return await run_in_threadpool(hash_password, password)


def is_guessable(password: str, about: Iterable[str] = ()) -> bool:
    """Whether it stands among the common passwords, or is one with digits around it, or one repeated.

    ``about`` are words an attacker would try for this account: the parts of its address and its name.
    """
    folded = unicodedata.normalize("NFKC", password).casefold()
    core = _EDGES.sub("", folded)
    guesses = {folded, core, _repeated(folded), _repeated(core)} - {""}
    if len(_repeated(folded)) < 4 or any(folded in row or folded[::-1] in row for row in _ROWS):
        return True
    return any(guess in common_passwords() for guess in guesses) or bool(guesses & _words(about))


@cache
def common_passwords() -> frozenset[str]:
    """The passwords that are tried first; where they come from stands beside the file."""
    with gzip.open(_COMMON, "rt", encoding="utf-8") as opened:
        return frozenset(line.rstrip("\n") for line in opened)


def _words(about: Iterable[str]) -> set[str]:
    found = {"klimabrücke", "klimabruecke"}
    for text in about:
        folded = unicodedata.normalize("NFKC", text).casefold()
        found |= {folded, folded.replace(" ", ""), folded.partition("@")[0], *re.split(r"[\W_]+", folded)}
    return found - {""}


def _repeated(text: str) -> str:
    """The shortest part the text is a repetition of: ``abab`` is ``ab`` twice."""
    place = (text + text).find(text, 1)
    return text[:place]


def _normal(password: str) -> str:
    """Umlauts typed on another machine may arrive decomposed; they are the same password."""
    return unicodedata.normalize("NFC", password)


@cache
def _nobodys() -> str:
    return hash_password("the password of nobody, for accounts that do not exist")
