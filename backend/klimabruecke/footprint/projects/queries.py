"""What can be asked of cooperation projects."""

from sqlalchemy import Connection, bindparam, select
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from klimabruecke.core.http.answers import PRIVATE
from klimabruecke.core.listing import Listing, contains
from klimabruecke.core.records import no_such
from klimabruecke.footprint.filters import names_city
from klimabruecke.footprint.projects.schemas import CooperationProjectOut
from klimabruecke.footprint.projects.tables import CooperationProject
from klimabruecke.footprint.refusals import ProjectDeleted, refused

_PROJECTS = select(*(getattr(CooperationProject, name) for name in CooperationProjectOut.model_fields)).where(
    col(CooperationProject.deleted_at).is_(None)
)
_KEPT = (
    select_rows(CooperationProject)
    .where(
        col(CooperationProject.id) == bindparam("project_id"), col(CooperationProject.deleted_at).is_(None)
    )
    .with_for_update(read=True)
)

PROJECTS = Listing(
    CooperationProjectOut,
    _PROJECTS,
    resources=["cooperation_project"],
    sorts={
        name: getattr(CooperationProject, name) for name in ("title_de", "title_en", "starts_on", "status")
    },
    filters={
        "city": lambda city: names_city(CooperationProject.city_ids, city),
        "status": lambda status: col(CooperationProject.status) == status,
        "q": lambda text: contains(
            text, CooperationProject.title_de, CooperationProject.title_en, CooperationProject.note
        ),
    },
    cache=PRIVATE,
)


def project(connection: Connection, project_id: str) -> CooperationProjectOut:
    row = connection.execute(_PROJECTS.where(col(CooperationProject.id) == project_id)).one_or_none()
    if row is None:
        raise no_such("cooperation_project")
    return CooperationProjectOut.model_validate(dict(row._mapping))


def named_project(session: Session, project_id: str, pointer: str = "/project_id") -> CooperationProject:
    """The project a body names, kept from being deleted meanwhile. Raises Invalid where there is none."""
    project = _held(session, project_id)
    if project is None:
        raise refused(pointer, "unknown_project")
    return project


def hold_project(session: Session, project_id: str) -> None:
    """Keep the project of a record that comes back from being deleted meanwhile. Raises ProjectDeleted."""
    if _held(session, project_id) is None:
        raise ProjectDeleted


def _held(session: Session, project_id: str) -> CooperationProject | None:
    return session.exec(_KEPT, params={"project_id": project_id}).one_or_none()


def cities_of(session: Session, project_id: str) -> list[str]:
    """The cities of a project, also of one that was deleted meanwhile."""
    return session.get_one(CooperationProject, project_id).city_ids
