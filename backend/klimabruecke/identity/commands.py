"""Accounts and service clients from the command line; each function gives the lines to show.

Whoever may run these can also read the database: no second person is asked.
"""

from sqlalchemy import select
from sqlmodel import Session, col

from klimabruecke.core.errors import NotFound
from klimabruecke.identity.clients import actions as clients
from klimabruecke.identity.clients.schemas import ServiceClientIn
from klimabruecke.identity.queries import rights_of
from klimabruecke.identity.schemas import MembershipIn
from klimabruecke.identity.sessions.actions import email_key
from klimabruecke.identity.tables import ServiceClient, User
from klimabruecke.identity.users import actions as users
from klimabruecke.identity.users.schemas import Purpose, UserIn, UserPatch

Lines = list[str]


def add_user(session: Session, email: str, name: str, role: str, city: str, area: str) -> Lines:
    """Make an account and show the link by which the person sets a password."""
    held = MembershipIn.model_validate({"role": role, "city": city, "area": area})
    user = users.create_user(session, UserIn(email=email, display_name=name, memberships=[held]))
    return [f"Account {user.id} was made.", *_link(session, user)]


def list_users(session: Session) -> Lines:
    """Show the accounts with their roles."""
    found = session.scalars(select(User).where(col(User.deleted_at).is_(None)).order_by(col(User.email_key)))
    return [f"{user.email}  {user.status}  {_roles(session, user)}  {user.id}" for user in found]


def suspend_user(session: Session, email: str) -> Lines:
    """Suspend an account: its sessions end, it cannot sign in."""
    users.update_user(session, _user(session, email).id, UserPatch(status="suspended"))
    return [f"{email} is suspended and signed out."]


def link_user(session: Session, email: str) -> Lines:
    """Show a new link by which the person sets a password; older ones end."""
    return _link(session, _user(session, email))


def add_client(session: Session, name: str, city: str, area: str, scope: list[str]) -> Lines:
    """Make a service client and show its secret, once."""
    asked_for = {"name": name, "city": city, "area": area, "scopes": scope}
    client, secret = clients.propose_client(session, ServiceClientIn.model_validate(asked_for), None)
    return [f"client_id      {client.id}", f"client_secret  {secret}"]


def list_clients(session: Session) -> Lines:
    """Show the service clients."""
    living = select(ServiceClient).where(col(ServiceClient.deleted_at).is_(None))
    found = session.scalars(living.order_by(col(ServiceClient.name), col(ServiceClient.id)))
    return [
        f"{one.id}  {one.status}  {one.city_id}/{one.area}  {' '.join(one.scopes)}  {one.name}"
        for one in found
    ]


def revoke_client(session: Session, client_id: str) -> Lines:
    """End a service client for good; its tokens are refused at once."""
    client = clients.locked_client(session, client_id)
    clients.revoke(session, client)
    return [f"{client.name} is revoked."]


def _user(session: Session, email: str) -> User:
    found = session.scalars(select(User).where(col(User.email_key) == email_key(email))).one_or_none()
    if found is None:
        raise NotFound
    return found


def _link(session: Session, user: User) -> Lines:
    purpose: Purpose = "reset" if user.password_hash else "invitation"
    link, token = users.issue_link(session, user.id, purpose)
    until = link.expires_at.strftime("%Y-%m-%d %H:%M UTC")
    return [f"Pass this link on; it works once, until {until}:", f"/passwort#{token}"]


def _roles(session: Session, user: User) -> str:
    held = rights_of(session.connection(), user.id)
    return ", ".join(f"{right.role} {right.city}/{right.area}" for right in held) or "no role"
