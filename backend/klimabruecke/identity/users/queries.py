"""What can be asked of the accounts."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, exists, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlmodel import col

from klimabruecke.core.errors import NotFound
from klimabruecke.core.http.answers import NO_STORE
from klimabruecke.core.listing import Listing, contains
from klimabruecke.core.types import JsonText
from klimabruecke.identity.callers import EVERY_CITY
from klimabruecke.identity.errors import NO_USER
from klimabruecke.identity.tables import Membership, User
from klimabruecke.identity.users.schemas import ColleagueOut, UserOut


class memberships(ColumnElement[Any]):  # noqa: N801 - rendered as SQL of each database
    """The roles of the account of the row, as JSON."""

    type = JsonText()
    inherit_cache = True


_ROLES = """(SELECT coalesce({as_text}, '[]') FROM (
  SELECT role, coalesce(city_id, '*') AS city, area FROM membership
  WHERE membership.user_id = "user".id AND membership.deleted_at IS NULL ORDER BY membership.id
) AS held)"""


@compiles(memberships, "sqlite")
def _sqlite(_: memberships, __: SQLCompiler, **___: Any) -> str:
    return _ROLES.format(as_text="json_group_array(json_object('role', role, 'city', city, 'area', area))")


@compiles(memberships, "postgresql")
def _postgresql(_: memberships, __: SQLCompiler, **___: Any) -> str:
    one = "json_build_object('role', role, 'city', city, 'area', area)"
    return _ROLES.format(as_text=f"CAST(json_agg({one}) AS text)")


_COMPUTED: dict[str, Any] = {
    "password_set": col(User.password_hash).is_not(None).label("password_set"),
    "memberships": memberships().label("memberships"),
}
_COLUMNS: list[Any] = [
    _COMPUTED[name] if name in _COMPUTED else getattr(User, name) for name in UserOut.model_fields
]
_USERS = select(*_COLUMNS).where(col(User.deleted_at).is_(None))


def _holds(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(
        col(Membership.user_id) == col(User.id), col(Membership.deleted_at).is_(None), condition
    )


def _in_city(city: Any) -> ColumnElement[bool]:
    everywhere = col(Membership.city_id).is_(None)
    return _holds((col(Membership.city_id) == city) | (everywhere & (city == EVERY_CITY)))


USERS = Listing(
    UserOut,
    _USERS,
    resources=["user", "membership"],
    sorts={name: getattr(User, name) for name in ("email", "display_name", "created_at")},
    filters={
        "status": lambda status: col(User.status) == status,
        "role": lambda role: _holds(col(Membership.role) == role),
        "city": _in_city,
        "q": lambda text: contains(text, User.email, User.display_name),
    },
    cache=NO_STORE,
)


COLLEAGUES = Listing(
    ColleagueOut,
    select(
        *(_COMPUTED[name] if name in _COMPUTED else getattr(User, name) for name in ColleagueOut.model_fields)
    ).where(
        col(User.deleted_at).is_(None), col(User.status) == "active", col(User.password_hash).is_not(None)
    ),
    resources=["user", "membership"],
    sorts={"display_name": User.display_name},
    filters={"role": lambda role: _holds(col(Membership.role) == role), "city": _in_city},
    default_sort="display_name",
    cache=NO_STORE,
)


def user(connection: Connection, user_id: str) -> UserOut:
    """One account. Raises NotFound."""
    row = connection.execute(_USERS.where(col(User.id) == user_id)).one_or_none()
    if row is None:
        raise NotFound.among(*NO_USER)
    return UserOut.model_validate(dict(row._mapping))
