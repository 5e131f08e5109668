"""Making, approving and ending service clients."""

from typing import NamedTuple

from sqlmodel import Session

from klimabruecke.audit import actions as audit
from klimabruecke.core.changes import context
from klimabruecke.core.errors import NotFound
from klimabruecke.core.ids import new_id
from klimabruecke.identity.approvals import actions as approvals
from klimabruecke.identity.callers import Caller
from klimabruecke.identity.clients.queries import RESOURCE
from klimabruecke.identity.clients.schemas import ServiceClientIn, ServiceClientPatch
from klimabruecke.identity.errors import NO_CLIENT, NotPending
from klimabruecke.identity.sessions.families import new_token, token_hash
from klimabruecke.identity.tables import Approval, ServiceClient
from klimabruecke.identity.users.actions import require_cities

PREFIX_LENGTH = 10


class IssuedClient(NamedTuple):
    """A service client with the secret that is kept nowhere else."""

    row: ServiceClient
    secret: str


def propose_client(session: Session, new: ServiceClientIn, proposer: Caller | None) -> IssuedClient:
    """A client that gets no tokens before another administrator approves it; from the command line, at once.

    Raises Invalid for a city that does not exist.
    """
    require_cities(session, [("/city", new.city)])
    secret = f"kbs_{new_token()}"
    client = ServiceClient(
        id=new_id(),
        name=new.name,
        city_id=new.city,
        area=new.area,
        scopes=sorted(set(new.scopes)),
        secret_hash=token_hash(secret),
        secret_prefix=secret[:PREFIX_LENGTH],
        status="proposed" if proposer else "active",
        expires_on=new.expires_on,
    )
    session.add(client)
    session.flush()
    approvals.propose(session, RESOURCE, client.id, client.city_id, proposer)
    return IssuedClient(client, secret)


def approve_client(session: Session, client_id: str, approver: Caller) -> Approval:
    """Raises NotFound, NotPending or SecondPersonRequired."""
    client = locked_client(session, client_id)
    if client.status != "proposed":
        raise NotPending
    approval = approvals.approve(session, RESOURCE, client.id, approver)
    client.status = "active"
    audit.name(session, client, "approve")
    return approval


def update_client(session: Session, client_id: str, change: ServiceClientPatch) -> None:
    client = locked_client(session, client_id)
    if "name" in change.model_fields_set:
        client.name = change.name
    if "expires_on" in change.model_fields_set:
        client.expires_on = change.expires_on
    if "status" in change.model_fields_set:
        revoke(session, client)


def revoke(session: Session, client: ServiceClient) -> None:
    """End a client for good; its tokens are refused from the commit on."""
    client.status = "revoked"
    audit.name(session, client, "revoke")


def delete_client(session: Session, client_id: str) -> None:
    """End a client and take it out of the list; the trail keeps it."""
    client = locked_client(session, client_id)
    client.status, client.deleted_at = "revoked", context(session).clock()


def locked_client(session: Session, client_id: str) -> ServiceClient:
    client = session.get(ServiceClient, client_id, with_for_update=True)
    if client is None or client.deleted_at is not None:
        raise NotFound.among(*NO_CLIENT)
    return client
