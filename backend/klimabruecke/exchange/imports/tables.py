"""Stored imports, the files they came in, what people said about such files, and what was there before."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, LargeBinary
from sqlmodel import Field

from klimabruecke.core.tables import DataClass, Row
from klimabruecke.core.types import JsonText, UtcDateTime


class ImportFile(Row, table=True):
    """A file by its content: the same bytes are kept once. A city's file may name people."""

    __tablename__ = "import_file"
    __data_class__: ClassVar[DataClass] = "internal"
    __data_classes__: ClassVar[dict[str, DataClass]] = {"content": "personal"}

    id: str = Field(primary_key=True, max_length=64)
    size_bytes: int = Field(gt=0)
    content: bytes = Field(sa_type=LargeBinary)


class ImportMapping(Row, table=True):
    """What people answered about files of a city: which column is what, what a key or a unit means."""

    __tablename__ = "import_mapping"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (CheckConstraint("unit IN ('kg', 't', 'kt')", name="unit"),)

    id: str = Field(primary_key=True, max_length=36)
    city_id: str = Field(foreign_key="city.id", max_length=80, index=True)
    columns: dict[str, str] = Field(sa_type=JsonText)
    notation_keys: dict[str, str] = Field(sa_type=JsonText)
    unit: str | None = Field(default=None, max_length=2)
    standard: str | None = Field(default=None, max_length=20)


class ImportJob(Row, table=True):
    """A file on its way into the records of a city: read, judged, shown, taken over, perhaps undone.

    ``rows`` and ``totals`` are those of the preview; from the application on, those of what was done. The
    actor is who asked for the last step: the trail names them for what is done in their name later.
    """

    __tablename__ = "import_job"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (
        CheckConstraint("resource IN ('inventories')", name="resource"),
        CheckConstraint(
            "state IN ('uploaded', 'validating', 'needs_mapping', 'previewed', 'applied', 'quarantined',"
            " 'refused', 'failed', 'reversed')",
            name="state",
        ),
        CheckConstraint("progress_percent BETWEEN 0 AND 100", name="progress_percent"),
    )

    id: str = Field(primary_key=True, max_length=36)
    city_id: str = Field(foreign_key="city.id", max_length=80, index=True)
    resource: str = Field(max_length=20)
    year: int | None = None
    dry_run: bool
    file_id: str = Field(foreign_key="import_file.id", max_length=64, index=True)
    file_name: str = Field(max_length=200)
    mapping_id: str | None = Field(default=None, foreign_key="import_mapping.id", max_length=36)
    state: str = Field(default="uploaded", max_length=20)
    progress_percent: int = 0
    layout: str | None = Field(default=None, max_length=20)
    encoding: str | None = Field(default=None, max_length=20)
    rows: dict[str, int] = Field(sa_type=JsonText)
    totals_before_kg: dict[str, int] = Field(default_factory=dict, sa_type=JsonText)
    totals_after_kg: dict[str, int] = Field(default_factory=dict, sa_type=JsonText)
    problems: list[dict[str, Any]] = Field(default_factory=list, sa_type=JsonText)
    inventory_ids: list[str] = Field(default_factory=list, sa_type=JsonText)
    reason: str | None = Field(default=None, max_length=1000)
    actor_kind: str = Field(max_length=20)
    actor_id: str | None = Field(default=None, max_length=36)
    acting_for_id: str | None = Field(default=None, max_length=36)
    applied_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ImportUndo(Row, table=True):
    """What an application found in an inventory: enough to put it back as it was."""

    __tablename__ = "import_undo"
    __data_class__: ClassVar[DataClass] = "internal"

    id: str = Field(primary_key=True, max_length=36)
    import_id: str = Field(foreign_key="import_job.id", max_length=36, index=True)
    city_id: str = Field(foreign_key="city.id", max_length=80)
    inventory_id: str = Field(max_length=36)
    made_inventory: bool
    writings: int
    before: Any = Field(sa_type=JsonText)
