"""Receiving files and deciding on imports. What takes long is left to the jobs (see ``work``)."""

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from fastapi import Depends, Form, Request
from sqlmodel import Session

from klimabruecke.cities.queries import check_city
from klimabruecke.core.changes import context
from klimabruecke.core.db import database
from klimabruecke.core.errors import NotFound
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
    upload_refused,
)
from klimabruecke.exchange.imports.schemas import ImportApplicationIn, ImportIn, ImportMappingIn
from klimabruecke.exchange.imports.tables import ImportFile, ImportJob, ImportMapping
from klimabruecke.exchange.imports.uploads import found_upload, plain_name, put_together

CHECK, APPLY, REVERSE = "import_check", "import_apply", "import_reverse"
UNDO_FOR = timedelta(days=30)
NO_ROWS = {"new": 0, "changed": 0, "unchanged": 0, "rejected": 0}


@dataclass(frozen=True)
class Arrival:
    """A request for an import whose file is a table; what is in it is not known yet."""

    asked: ImportIn
    content: bytes
    file_name: str
    sha256: str
    encoding: Encoding | None

    @property
    def fingerprint(self) -> dict[str, object]:
        """What tells this request from another one."""
        return {**self.asked.model_dump(exclude={"file"}), "file": self.sha256, "name": self.file_name}


def received(request: Request, asked: Annotated[ImportIn, Form(media_type="multipart/form-data")]) -> Arrival:
    """The file, looked at from outside, before anybody waits for a turn to write. Raises Invalid."""
    content, name = _content(request, asked)
    try:
        document = opened(content)
    except Refused as refused:
        raise file_refused(refused, "/file" if asked.upload_id is None else "/upload_id") from refused
    return Arrival(asked, content, name, hashlib.sha256(content).hexdigest(), document.encoding)


def _content(request: Request, asked: ImportIn) -> tuple[bytes, str]:
    """The bytes and the name of the file that came along, or of one that came in pieces. Raises Invalid."""
    if bool(asked.file) != (asked.upload_id is None):
        raise upload_refused("/file", "file_or_upload")
    if asked.upload_id is None:
        return asked.file.file.read(MAX_FILE_BYTES + 1), plain_name(asked.file.filename or "")
    caller: Principal = request.state.caller
    with database(request).reading() as connection:
        try:
            upload = found_upload(connection, caller.id, asked.upload_id)
        except NotFound as unknown:
            raise upload_refused("/upload_id", "unknown_upload") from unknown
        if upload.received_bytes < upload.size_bytes:
            raise upload_refused("/upload_id", "upload_incomplete")
        return put_together(connection, upload.id), upload.file_name


Received = Annotated[Arrival, Depends(received)]


def create_import(session: Session, principal: Principal, arrival: Arrival) -> ImportJob:
    """Keep the file and have it checked. Raises Invalid."""
    asked = arrival.asked
    check_city(session, asked.city_id, "/city_id")
    if asked.mapping_id is not None:
        mapping = session.get(ImportMapping, asked.mapping_id)
        if mapping is None or mapping.city_id != asked.city_id:
            raise unknown_mapping()
    _keep_file(session, arrival)
    job = ImportJob(
        id=new_id(),
        file_id=arrival.sha256,
        file_name=arrival.file_name,
        encoding=arrival.encoding,
        rows=NO_ROWS,
        actor_kind=principal.kind,
        **asked.model_dump(exclude={"file", "upload_id"}),
    )
    session.add(job)
    session.flush()
    _have_done(session, principal, job, CHECK)
    return job


def _keep_file(session: Session, arrival: Arrival) -> None:
    """Once; one that was emptied when nothing could be undone any more is filled again."""
    kept = session.get(ImportFile, arrival.sha256)
    if kept is None:
        size = len(arrival.content)
        session.add(ImportFile(id=arrival.sha256, size_bytes=size, content=arrival.content))
    elif not kept.content:
        kept.content = arrival.content
    session.flush()


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
