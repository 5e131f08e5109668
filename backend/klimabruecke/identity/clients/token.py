"""The token endpoint: client credentials for an access token (RFC 6749, section 4.4)."""

import base64
import binascii
import hmac
import re
from typing import NamedTuple
from urllib.parse import unquote_plus

from sqlmodel import Session

from klimabruecke.audit import actions as audit
from klimabruecke.core.changes import Actor, act_as, bump, context, table_of, upsert
from klimabruecke.core.errors import DomainError
from klimabruecke.identity import attempts
from klimabruecke.identity.attempts import Attempt
from klimabruecke.identity.clients.schemas import TokenForm
from klimabruecke.identity.errors import InvalidClient, InvalidScope, UnsupportedGrantType
from klimabruecke.identity.sessions.families import token_hash
from klimabruecke.identity.tables import ServiceClient, ServiceClientUse

_ID = re.compile(r"[0-9a-f-]{36}")


class Granted(NamedTuple):
    """A client and what it may do with the token."""

    client_id: str
    scope: str


class Credentials(NamedTuple):
    """What a program says it is, and its secret."""

    client_id: str
    secret: str


def credentials_of(form: TokenForm, authorization: str | None) -> Credentials:
    """From HTTP Basic or the form, never from both. Raises InvalidClient."""
    scheme, _, encoded = (authorization or "").partition(" ")
    if scheme.lower() != "basic":
        return Credentials(form.client_id or "", form.client_secret or "")
    try:
        decoded = base64.b64decode(encoded, validate=True).decode()
    except (binascii.Error, ValueError) as damaged:
        raise InvalidClient from damaged
    client_id, _, secret = decoded.partition(":")
    given = Credentials(unquote_plus(client_id), unquote_plus(secret))
    if form.client_secret is not None or form.client_id not in (None, given.client_id):
        raise InvalidClient
    return given


def grant(session: Session, given: Credentials, form: TokenForm, address: str) -> Granted | DomainError:
    """What the client gets, or why it gets nothing.

    A refusal is returned instead of raised, so that the attempt stays counted. Raises TooManyAttempts.
    """
    attempt = Attempt(f"client {given.client_id}", address)
    attempts.begin(session, attempt)
    client = _proved(session, given)
    if client is None:
        return InvalidClient()
    attempts.succeed(session, attempt)
    if form.grant_type != "client_credentials":
        return UnsupportedGrantType()
    scopes = client.scopes if form.scope is None else sorted(set(form.scope.split()))
    if not scopes or not set(scopes) <= set(client.scopes):
        return InvalidScope()
    act_as(session, Actor("client", client.id))
    audit.record(session, "sign_in", "service_client", client.id, client.city_id)
    _note_use(session, client.id)
    return Granted(client.id, " ".join(scopes))


def _proved(session: Session, given: Credentials) -> ServiceClient | None:
    """The client these credentials belong to, if it is approved and valid."""
    client = session.get(ServiceClient, given.client_id) if _ID.fullmatch(given.client_id) else None
    known = client.secret_hash if client else token_hash("")
    if not hmac.compare_digest(known, token_hash(given.secret)) or client is None:
        return None
    today = context(session).clock().date()
    is_valid = client.status == "active" and (client.expires_on is None or client.expires_on >= today)
    return client if is_valid else None


def _note_use(session: Session, client_id: str) -> None:
    """Keep the day, not the moment: that is enough to find clients nobody uses any more."""
    today = context(session).clock().date()
    table = table_of(ServiceClientUse)
    used = upsert(session, table).values(client_id=client_id, last_used_on=today)
    used = used.on_conflict_do_update(
        index_elements=["client_id"], set_={"last_used_on": today}, where=table.c.last_used_on != today
    )
    if session.connection().execute(used).rowcount:
        bump(session, ["service_client"])
