"""What can be asked of deputies."""

from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from klimabruecke.core.db import Database
from klimabruecke.core.errors import NotFound
from klimabruecke.core.http.answers import NO_STORE
from klimabruecke.core.listing import Listing
from klimabruecke.core.prepared import Prepared
from klimabruecke.identity.callers import Caller
from klimabruecke.identity.deputies.schemas import DeputyOut
from klimabruecke.identity.errors import NotDeputy
from klimabruecke.identity.queries import rights_of
from klimabruecke.identity.tables import Deputy, User

_PRINCIPAL, _DEPUTY = aliased(User, name="principal"), aliased(User, name="standing_in")
_NAMES: dict[str, Any] = {
    "user_name": col(_PRINCIPAL.display_name).label("user_name"),
    "deputy_name": col(_DEPUTY.display_name).label("deputy_name"),
}
_DEPUTIES = (
    select(*(_NAMES[name] if name in _NAMES else getattr(Deputy, name) for name in DeputyOut.model_fields))
    .select_from(Deputy)
    .join(_PRINCIPAL, col(_PRINCIPAL.id) == col(Deputy.user_id))
    .join(_DEPUTY, col(_DEPUTY.id) == col(Deputy.deputy_user_id))
    .where(col(Deputy.deleted_at).is_(None))
)
_STANDING_IN = Prepared(
    select(col(Deputy.id))
    .where(
        col(Deputy.deleted_at).is_(None),
        col(Deputy.user_id) == bindparam("user_id"),
        col(Deputy.deputy_user_id) == bindparam("deputy_user_id"),
        col(Deputy.starts_on) <= bindparam("today"),
        col(Deputy.ends_on) >= bindparam("today"),
    )
    .limit(1)
)

DEPUTIES = Listing(
    DeputyOut,
    _DEPUTIES,
    resources=["deputy", "user"],
    sorts={"starts_on": Deputy.starts_on},
    filters={
        "on": lambda day: (col(Deputy.starts_on) <= day) & (col(Deputy.ends_on) >= day),
        "concerning": lambda person: or_(col(Deputy.user_id) == person, col(Deputy.deputy_user_id) == person),
    },
    default_sort="-starts_on",
    cache=NO_STORE,
)


def deputy(connection: Connection, caller: Caller, deputy_id: str) -> DeputyOut:
    """One entry, for the two people it concerns and for administrators. Raises NotFound."""
    row = connection.execute(_DEPUTIES.where(col(Deputy.id) == deputy_id)).one_or_none()
    if row is None or not (caller.has_role("admin") or caller.id in (row.user_id, row.deputy_user_id)):
        raise NotFound
    return DeputyOut.model_validate(dict(row._mapping))


class Principal(NamedTuple):
    """Somebody who is stood in for: with the rights they have themselves."""

    caller: Caller
    name: str


def principals_of(connection: Connection, user_id: str, on: date) -> list[Principal]:
    """Whom a person stands in for on a day; not in turn whom those stand in for."""
    today = _DEPUTIES.where(
        col(Deputy.deputy_user_id) == user_id, col(Deputy.starts_on) <= on, col(Deputy.ends_on) >= on
    )
    names = {row.user_id: row.user_name for row in connection.execute(today.order_by(col(Deputy.id)))}
    return [
        Principal(Caller("person", principal, rights_of(connection, principal)), name)
        for principal, name in names.items()
    ]


async def standing_in(db: Database, caller: Caller, for_id: str) -> Caller:
    """The caller as the deputy of a person. Raises NotDeputy where they are not today."""
    today = db.clock().date()
    if not await db.rows(_STANDING_IN, user_id=for_id, deputy_user_id=caller.id, today=today):
        raise NotDeputy
    return replace(caller, acting_for=for_id)
