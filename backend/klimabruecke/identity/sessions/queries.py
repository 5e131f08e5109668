"""One's own account."""

from sqlalchemy import Connection, select
from sqlmodel import col

from klimabruecke.identity.callers import Caller
from klimabruecke.identity.schemas import shown
from klimabruecke.identity.sessions.schemas import Me
from klimabruecke.identity.tables import User


def own_account(connection: Connection, caller: Caller) -> Me:
    known = select(col(User.display_name), col(User.email)).where(col(User.id) == caller.id)
    row = connection.execute(known).one()
    return Me(id=caller.id, display_name=row.display_name, email=row.email, roles=shown(caller.rights))
