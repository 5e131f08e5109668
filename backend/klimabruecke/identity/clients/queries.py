"""What can be asked of the service clients."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import col

from klimabruecke.core.errors import NotFound
from klimabruecke.core.http.answers import NO_STORE
from klimabruecke.core.listing import Listing
from klimabruecke.identity.clients.schemas import ServiceClientOut
from klimabruecke.identity.errors import NO_CLIENT
from klimabruecke.identity.tables import Approval, ServiceClient, ServiceClientUse

RESOURCE = "service_client"

_ELSEWHERE: dict[str, Any] = {
    "city": col(ServiceClient.city_id).label("city"),
    "last_used_on": col(ServiceClientUse.last_used_on),
    "proposed_by": col(Approval.proposed_by),
    "approved_by": col(Approval.approved_by),
}
_CLIENTS = (
    select(
        *(
            _ELSEWHERE[name] if name in _ELSEWHERE else getattr(ServiceClient, name)
            for name in ServiceClientOut.model_fields
        )
    )
    .select_from(ServiceClient)
    .outerjoin(ServiceClientUse, col(ServiceClientUse.client_id) == col(ServiceClient.id))
    .outerjoin(
        Approval, (col(Approval.resource_id) == col(ServiceClient.id)) & (col(Approval.resource) == RESOURCE)
    )
    .where(col(ServiceClient.deleted_at).is_(None))
)
_NAMES = select(col(ServiceClient.id), col(ServiceClient.name), col(ServiceClient.expires_on)).where(
    col(ServiceClient.deleted_at).is_(None)
)

SERVICE_CLIENTS = Listing(
    ServiceClientOut,
    _CLIENTS,
    resources=["service_client", "approval"],
    sorts={name: getattr(ServiceClient, name) for name in ("name", "created_at")},
    filters={
        "city": lambda city: col(ServiceClient.city_id) == city,
        "status": lambda status: col(ServiceClient.status) == status,
        "prefix": lambda prefix: col(ServiceClient.secret_prefix) == prefix,
    },
    cache=NO_STORE,
)


def proposed(connection: Connection, ids: Collection[str]) -> Sequence[Any]:
    """Those of these service clients that are still proposed: id and name."""
    still = _NAMES.where(col(ServiceClient.id).in_(ids), col(ServiceClient.status) == "proposed")
    return connection.execute(still.order_by(col(ServiceClient.id))).all()


def expiring(connection: Connection, on: date, until: date) -> Sequence[Any]:
    """Service clients in use whose last day is not over and not after ``until``: id, name and last day."""
    soon = _NAMES.where(
        col(ServiceClient.status) == "active",
        col(ServiceClient.expires_on) >= on,
        col(ServiceClient.expires_on) <= until,
    )
    return connection.execute(soon.order_by(col(ServiceClient.expires_on), col(ServiceClient.id))).all()


def service_client(connection: Connection, client_id: str) -> ServiceClientOut:
    """One service client. Raises NotFound."""
    row = connection.execute(_CLIENTS.where(col(ServiceClient.id) == client_id)).one_or_none()
    if row is None:
        raise NotFound.among(*NO_CLIENT)
    return ServiceClientOut.model_validate(dict(row._mapping))
