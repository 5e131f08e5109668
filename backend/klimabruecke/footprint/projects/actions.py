"""Making and changing cooperation projects."""

from typing import Any

from sqlmodel import Session, select

from klimabruecke.audit import actions as audit
from klimabruecke.cities.queries import check_cities
from klimabruecke.core.ids import new_id
from klimabruecke.core.records import InUse, buried, bury, change
from klimabruecke.footprint.deps import Principal, require_write
from klimabruecke.footprint.projects.schemas import CooperationProjectIn, CooperationProjectPatch
from klimabruecke.footprint.projects.tables import CooperationProject
from klimabruecke.footprint.refusals import refused


def create_project(
    session: Session, principal: Principal, asked: CooperationProjectIn, *, demo: bool = False
) -> CooperationProject:
    require_write(principal, asked.city_ids)
    project = CooperationProject(id=new_id(), demo=demo, **asked.model_dump())
    _check(session, project)
    session.add(project)
    session.flush()
    return project


def update_project(
    session: Session, principal: Principal, project: CooperationProject, patch: CooperationProjectPatch
) -> None:
    """Who moves a project to other cities must be allowed to write for those as well."""
    given = patch.given()
    require_write(principal, given.get("city_ids", project.city_ids))
    change(project, given)
    _check(session, project)
    session.flush()


def delete_project(session: Session, project: CooperationProject, *dependents: Any) -> None:
    """Raises InUse while a living row of the ``dependents`` tables names the project."""
    for table in dependents:
        naming = select(table.id).where(table.project_id == project.id, table.deleted_at.is_(None))
        if session.exec(naming.limit(1)).first() is not None:
            raise InUse
    bury(session, project)
    session.flush()


def restore_project(session: Session, principal: Principal, project_id: str) -> CooperationProject:
    """Bring back a deleted project. Raises NotFound, Forbidden, NotDeleted, TooLateToRestore."""
    project = buried(session, CooperationProject, project_id)
    require_write(principal, project.city_ids)
    audit.restore(session, project)
    session.flush()
    return project


def _check(session: Session, project: CooperationProject) -> None:
    if project.title_de is None and project.title_en is None:
        raise refused("/title_de", "title_missing")
    if project.starts_on and project.ends_on and project.ends_on < project.starts_on:
        raise refused("/ends_on", "ends_before_start")
    check_cities(session, project.city_ids, lambda place: f"/city_ids/{place}")
