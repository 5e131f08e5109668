"""Naming deputies. Everybody names their own; administrators name them for anybody."""

from datetime import date

from sqlmodel import Session

from klimabruecke.core.changes import context
from klimabruecke.core.errors import FieldError, Invalid, NotFound
from klimabruecke.core.ids import new_id
from klimabruecke.core.validation import sentence
from klimabruecke.identity.callers import Caller
from klimabruecke.identity.deputies.schemas import DeputyIn, DeputyPatch
from klimabruecke.identity.errors import Forbidden
from klimabruecke.identity.tables import Deputy, User


def create_deputy(session: Session, caller: Caller, new: DeputyIn) -> Deputy:
    """Raises Forbidden for who does it for somebody else, Invalid for people and days that do not fit."""
    named = Deputy(
        id=new_id(),
        user_id=new.user_id or caller.id,
        deputy_user_id=new.deputy_user_id,
        starts_on=new.starts_on,
        ends_on=new.ends_on,
    )
    _require_own(caller, named)
    if named.user_id != caller.id:
        _require_active(session, named.user_id, "/user_id")
    _check(session, named)
    if named.ends_on < _today(session):
        raise _refused("/ends_on", "ends_in_the_past")
    session.add(named)
    session.flush()
    return named


def update_deputy(session: Session, named: Deputy, change: DeputyPatch) -> None:
    """Raises Invalid for people and days that do not fit."""
    for name in change.model_fields_set:
        setattr(named, name, getattr(change, name))
    with session.no_autoflush:
        _check(session, named)
    session.flush()


def delete_deputy(session: Session, named: Deputy) -> None:
    named.deleted_at = context(session).clock()
    session.flush()


def locked_deputy(session: Session, caller: Caller, deputy_id: str) -> Deputy:
    """Raises NotFound for who may not know of it, and Forbidden for the deputy: others decide on them."""
    named = session.get(Deputy, deputy_id, with_for_update=True)
    if named is None or named.deleted_at is not None:
        raise NotFound
    if not caller.has_role("admin") and caller.id not in (named.user_id, named.deputy_user_id):
        raise NotFound
    _require_own(caller, named)
    return named


def _require_own(caller: Caller, named: Deputy) -> None:
    if not caller.has_role("admin") and caller.id != named.user_id:
        raise Forbidden


def _check(session: Session, named: Deputy) -> None:
    if named.deputy_user_id == named.user_id:
        raise _refused("/deputy_user_id", "deputy_is_oneself")
    if named.ends_on < named.starts_on:
        raise _refused("/ends_on", "ends_before_start")
    _require_active(session, named.deputy_user_id, "/deputy_user_id")


def _require_active(session: Session, user_id: str, pointer: str) -> None:
    user = session.get(User, user_id)
    if user is None or user.deleted_at is not None or user.status != "active":
        raise _refused(pointer, "unknown_user")


def _refused(pointer: str, code: str) -> Invalid:
    return Invalid(FieldError(pointer, code, sentence(code)))


def _today(session: Session) -> date:
    return context(session).clock().date()
