"""Receiving files and deciding on imports. What takes long is left to the jobs (see ``work``)."""

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from fastapi import Depends, Form
from sqlmodel import Session

from klimabruecke.cities.queries import check_city
from klimabruecke.core.changes import context
from klimabruecke.core.ids import new_id
from klimabruecke.core.jobs import enqueue
from klimabruecke.core.records import change
from klimabruecke.exchange.deps import Principal
from klimabruecke.exchange.imports.container import MAX_FILE_BYTES, Encoding, Refused, opened
from klimabruecke.exchange.imports.refusals import (
    ImportNotReady,
    file_refused,
    reason_needed,
    unknown_mapping,
)
from klimabruecke.exchange.imports.schemas import ImportApplicationIn, ImportIn, ImportMappingIn
from klimabruecke.exchange.imports.tables import ImportFile, ImportJob, ImportMapping

CHECK, APPLY, REVERSE = "import_check", "import_apply", "import_reverse"
UNDO_FOR = timedelta(days=30)
NO_ROWS = {"new": 0, "changed": 0, "unchanged": 0, "rejected": 0}


@dataclass(frozen=True)
class Upload:
    """A request for an import whose file is a table; what is in it is not known yet."""

    asked: ImportIn
    content: bytes
    sha256: str
    encoding: Encoding | None

    @property
    def fingerprint(self) -> dict[str, object]:
        """What tells this request from another one."""
        return {**self.asked.model_dump(exclude={"file"}), "file": self.sha256, "name": self.file_name}

    @property
    def file_name(self) -> str:
        """The name without its folders; what browsers send is not to be trusted further than for showing."""
        name = (self.asked.file.filename or "").replace("\\", "/").rpartition("/")[2]
        return "".join(letter for letter in name if letter.isprintable())[:200] or "-"


def received(asked: Annotated[ImportIn, Form(media_type="multipart/form-data")]) -> Upload:
    """The file, looked at from outside, before anybody waits for the database. Raises Invalid."""
    content = asked.file.file.read(MAX_FILE_BYTES + 1)
    try:
        document = opened(content)
    except Refused as refused:
        raise file_refused(refused) from refused
    return Upload(asked, content, hashlib.sha256(content).hexdigest(), document.encoding)


Received = Annotated[Upload, Depends(received)]


def create_import(session: Session, principal: Principal, upload: Upload) -> ImportJob:
    """Keep the file and have it checked. Raises Invalid."""
    asked = upload.asked
    check_city(session, asked.city_id, "/city_id")
    if asked.mapping_id is not None:
        mapping = session.get(ImportMapping, asked.mapping_id)
        if mapping is None or mapping.city_id != asked.city_id:
            raise unknown_mapping()
    if session.get(ImportFile, upload.sha256) is None:
        size = len(upload.content)
        session.add(ImportFile(id=upload.sha256, size_bytes=size, content=upload.content))
        session.flush()
    job = ImportJob(
        id=new_id(),
        file_id=upload.sha256,
        file_name=upload.file_name,
        encoding=upload.encoding,
        rows=NO_ROWS,
        actor_kind=principal.kind,
        **asked.model_dump(exclude={"file"}),
    )
    session.add(job)
    session.flush()
    _have_done(session, principal, job, CHECK)
    return job


def answer_import(session: Session, principal: Principal, job: ImportJob, asked: ImportMappingIn) -> None:
    """Keep the answers for files of this city and check the import anew. Raises ImportNotReady."""
    if job.state not in ("needs_mapping", "previewed", "quarantined"):
        raise ImportNotReady("no_longer_asked")
    mapping = ImportMapping(id=new_id(), city_id=job.city_id, **asked.model_dump())
    session.add(mapping)
    session.flush()
    change(job, {"mapping_id": mapping.id, "state": "uploaded", "progress_percent": 0})
    _have_done(session, principal, job, CHECK)


def apply_import(session: Session, principal: Principal, job: ImportJob, asked: ImportApplicationIn) -> None:
    """Have it taken over, all or nothing. Raises ImportNotReady, Invalid."""
    if job.state not in ("previewed", "quarantined"):
        raise ImportNotReady("not_previewed")
    if not any(job.rows[kind] for kind in ("new", "changed", "unchanged")):
        raise ImportNotReady("nothing_to_take")
    if job.state == "quarantined" and asked.reason is None:
        raise reason_needed()
    change(job, {"reason": asked.reason})
    _have_done(session, principal, job, APPLY)


def reverse_import(session: Session, principal: Principal, job: ImportJob) -> None:
    """Have it undone. Raises ImportNotReady."""
    if job.state != "applied" or job.applied_at is None:
        raise ImportNotReady("not_applied")
    if job.applied_at + UNDO_FOR < context(session).clock():
        raise ImportNotReady("too_late")
    _have_done(session, principal, job, REVERSE)


def _have_done(session: Session, principal: Principal, job: ImportJob, kind: str) -> None:
    actor = principal.actor
    change(job, {"actor_kind": actor.kind, "actor_id": actor.id, "acting_for_id": actor.acting_for_id})
    enqueue(session, kind, job.id)
    session.flush()
