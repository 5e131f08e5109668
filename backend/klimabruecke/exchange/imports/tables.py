"""Stored imports, the files they came in, what people said about such files, and what was there before."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, LargeBinary, UniqueConstraint
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
    """What people answered about files of a city: which column is what, what a key or a word means."""

    __tablename__ = "import_mapping"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (CheckConstraint("unit IN ('kg', 't', 'kt')", name="unit"),)

    id: str = Field(primary_key=True, max_length=36)
    city_id: str = Field(foreign_key="city.id", max_length=80, index=True)
    columns: dict[str, str] = Field(sa_type=JsonText)
    notation_keys: dict[str, str] = Field(sa_type=JsonText)
    words: dict[str, str] = Field(default_factory=dict, sa_type=JsonText)
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
        CheckConstraint("resource IN ('inventories', 'measures', 'activities')", name="resource"),
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
    """What an application found in a record: enough to put it back as it was.

    ``writings`` is how often it was written when the import was done: after that it was somebody else.
    """

    __tablename__ = "import_undo"
    __data_class__: ClassVar[DataClass] = "internal"

    id: str = Field(primary_key=True, max_length=36)
    import_id: str = Field(foreign_key="import_job.id", max_length=36, index=True)
    city_id: str = Field(foreign_key="city.id", max_length=80)
    record_id: str = Field(max_length=80)
    was_made: bool
    writings: int
    before: Any = Field(sa_type=JsonText)


class ImportKey(Row, table=True):
    """What a city's files call a record that has no identifier of its own people would know."""

    __tablename__ = "import_key"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (UniqueConstraint("city_id", "resource", "external_id"),)

    id: str = Field(primary_key=True, max_length=36)
    city_id: str = Field(foreign_key="city.id", max_length=80)
    resource: str = Field(max_length=20)
    external_id: str = Field(max_length=200)
    record_id: str = Field(max_length=80)


class Upload(Row, table=True):
    """A file on its way in pieces, so that a broken line costs one piece and not the whole."""

    __tablename__ = "upload"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (CheckConstraint("received_bytes BETWEEN 0 AND size_bytes", name="received_bytes"),)

    id: str = Field(primary_key=True, max_length=36)
    owner_id: str = Field(max_length=36, index=True)
    file_name: str = Field(max_length=200)
    size_bytes: int = Field(gt=0)
    received_bytes: int = 0
    expires_at: datetime = Field(sa_type=UtcDateTime, index=True)


class UploadPiece(Row, table=True):
    """Bytes of an upload, from ``starts_at_byte`` on; gone with the upload."""

    __tablename__ = "upload_piece"
    __data_class__: ClassVar[DataClass] = "internal"
    __data_classes__: ClassVar[dict[str, DataClass]] = {"content": "personal"}
    __table_args__: Any = (UniqueConstraint("upload_id", "starts_at_byte"),)

    id: str = Field(primary_key=True, max_length=36)
    upload_id: str = Field(foreign_key="upload.id", max_length=36)
    starts_at_byte: int
    content: bytes = Field(sa_type=LargeBinary)
