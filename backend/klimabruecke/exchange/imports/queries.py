"""What can be asked of imports."""

from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from klimabruecke.core.http.answers import PRIVATE
from klimabruecke.core.language import Language
from klimabruecke.core.listing import Listing
from klimabruecke.core.records import no_such
from klimabruecke.exchange.imports.schemas import ImportDetailOut, ImportMappingOut, ImportOut
from klimabruecke.exchange.imports.tables import ImportFile, ImportJob, ImportMapping, ImportUndo
from klimabruecke.exchange.imports.texts import RULES

_SHOWN = {name: name for name in (*ImportDetailOut.model_fields,)} | {"file_sha256": "file_id"}


def _columns(out: type[Any]) -> list[Any]:
    return [getattr(ImportJob, _SHOWN[name]).label(name) for name in out.model_fields]


IMPORTS = Listing(
    ImportOut,
    select(*_columns(ImportOut)).where(col(ImportJob.deleted_at).is_(None)),
    resources=["import_job"],
    sorts={name: getattr(ImportJob, name) for name in ("created_at", "city_id")},
    filters={
        "city": lambda city: col(ImportJob.city_id) == city,
        "resource": lambda resource: col(ImportJob.resource) == resource,
        "state": lambda state: col(ImportJob.state) == state,
    },
    default_sort="-created_at",
    cache=PRIVATE,
)
MAPPINGS = Listing(
    ImportMappingOut,
    select(*(getattr(ImportMapping, name) for name in ImportMappingOut.model_fields)).where(
        col(ImportMapping.deleted_at).is_(None)
    ),
    resources=["import_mapping"],
    sorts={"created_at": ImportMapping.created_at},
    filters={"city": lambda city: col(ImportMapping.city_id) == city},
    default_sort="-created_at",
    cache=PRIVATE,
)
_IMPORT = select(*_columns(ImportDetailOut)).where(col(ImportJob.deleted_at).is_(None))


def import_detail(connection: Connection, import_id: str, language: Language) -> ImportDetailOut:
    """An import, its problems as sentences. Raises NotFound."""
    row = connection.execute(_IMPORT.where(col(ImportJob.id) == import_id)).one_or_none()
    if row is None:
        raise no_such("import_job")
    problems = [_problem(one, language) for one in row.problems]
    return ImportDetailOut.model_validate({**row._mapping, "problems": problems})


def _problem(stored: dict[str, Any], language: Language) -> dict[str, Any]:
    values = {name: _as_written(name, value) for name, value in stored["values"].items()}
    shown = {name: stored[name] for name in ("sheet", "row", "column", "rule", "severity")}
    detail = RULES[stored["rule"]].fill(**values).in_(language)[:2000]
    return {**shown, "detail": detail, "asks": _asks(stored)}


def _asks(stored: dict[str, Any]) -> list[str]:
    """What the mapping is asked about."""
    if stored["rule"] == "unknown_notation_key":
        return [stored["values"]["key"]]
    headings: list[str] = stored["values"].get("headings", [])
    return headings


def _as_written(name: str, value: Any) -> Any:
    """Nobody writes a year or a row with a point between thousands."""
    if isinstance(value, list):
        return tuple(str(one) for one in value)
    return str(value) if name in ("year", "asked", "other_year", "row") else value


def content(connection: Connection, file_id: str) -> bytes:
    """The bytes of a file."""
    found: bytes = connection.execute(
        select(col(ImportFile.content)).where(col(ImportFile.id) == file_id)
    ).scalar_one()
    return found


def undos(session: Session, import_id: str) -> list[ImportUndo]:
    """What an application found, the last record it wrote first."""
    found = select_rows(ImportUndo).where(ImportUndo.import_id == import_id)
    return list(session.exec(found.order_by(col(ImportUndo.id).desc())).all())
