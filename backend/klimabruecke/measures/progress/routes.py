"""The addresses of the progress of a measure: tasks, indicators, updates.

They are read by whoever may read the measure, and written by whoever may write it.
"""

from typing import Annotated, Any

from fastapi import Path, Request
from sqlalchemy import Connection
from sqlmodel import Session
from starlette.responses import Response

from klimabruecke.core.db import ReadDep, SessionDep, settle, small_read
from klimabruecke.core.http.answers import created_response, etag, item_response, made_at
from klimabruecke.core.http.preconditions import IfMatchHeader
from klimabruecke.core.http.records import require_seen, tag_of, written_response
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.records import bury, locked
from klimabruecke.core.types import RecordId
from klimabruecke.measures.deps import HOUSE, Anyone, Principal, Writer, reach_of, require_write
from klimabruecke.measures.measures.routes import MeasureId
from klimabruecke.measures.measures.tables import Measure
from klimabruecke.measures.progress import actions, queries
from klimabruecke.measures.progress.queries import Kept
from klimabruecke.measures.progress.schemas import (
    MeasureIndicatorIn,
    MeasureIndicatorOut,
    MeasureIndicatorPatch,
    MeasureIndicators,
    MeasureTaskIn,
    MeasureTaskOut,
    MeasureTaskPatch,
    MeasureTasks,
    MeasureUpdateIn,
    MeasureUpdateOut,
    MeasureUpdates,
)
from klimabruecke.measures.progress.tables import MeasureIndicator, MeasureTask, MeasureUpdate

router = StrictRouter(tags=["measures"])

TaskId = Annotated[RecordId, Path(description="Id of the task.")]
IndicatorId = Annotated[RecordId, Path(description="Id of the indicator.")]
UpdateId = Annotated[RecordId, Path(description="Id of the update.")]


@router.get(
    "/measures/{measure_id}/tasks", summary="List the tasks of a measure", response_model=MeasureTasks
)
@small_read
def list_measure_tasks(_: Anyone, request: Request, connection: ReadDep, measure_id: MeasureId) -> Response:
    """What is still to be done and what was done, the next to be due first."""
    return _listed(request, connection, MeasureTask, measure_id)


@router.post(
    "/measures/{measure_id}/tasks",
    summary="Add a task to a measure",
    response_model=MeasureTaskOut,
    status_code=201,
    responses=made_at("get_measure_task", "task_id", measure_id="$request.path.measure_id"),
)
def create_measure_task(
    principal: Writer, request: Request, session: SessionDep, measure_id: MeasureId, asked: MeasureTaskIn
) -> Response:
    """A step with its day and the unit in charge, named by function."""
    task = actions.create_task(session, _own_measure(session, principal, measure_id), asked)
    return _made(request, session, task)


@router.get(
    "/measures/{measure_id}/tasks/{task_id}",
    summary="Get a task of a measure",
    response_model=MeasureTaskOut,
)
@small_read
def get_measure_task(
    _: Anyone, request: Request, connection: ReadDep, measure_id: MeasureId, task_id: TaskId
) -> Response:
    """One task."""
    return _shown(request, connection, MeasureTask, measure_id, task_id)


@router.patch(
    "/measures/{measure_id}/tasks/{task_id}",
    summary="Change a task of a measure",
    response_model=MeasureTaskOut,
)
def update_measure_task(
    principal: Writer,
    request: Request,
    session: SessionDep,
    measure_id: MeasureId,
    task_id: TaskId,
    patch: MeasureTaskPatch,
    _: IfMatchHeader = None,
) -> Response:
    """What is left out stays as it is."""
    task = _seen(request, session, principal, MeasureTask, measure_id, task_id)
    actions.update_task(session, task, patch)
    settle(session)
    found = queries.one_kept(session.connection(), HOUSE, MeasureTask, measure_id, task_id)
    return written_response(found, tag_of(found))


@router.delete(
    "/measures/{measure_id}/tasks/{task_id}",
    summary="Delete a task of a measure",
    status_code=204,
)
def delete_measure_task(
    principal: Writer,
    request: Request,
    session: SessionDep,
    measure_id: MeasureId,
    task_id: TaskId,
    _: IfMatchHeader = None,
) -> Response:
    """For what was entered by mistake."""
    bury(session, _seen(request, session, principal, MeasureTask, measure_id, task_id))
    return Response(status_code=204)


@router.get(
    "/measures/{measure_id}/indicators",
    summary="List the indicators of a measure",
    response_model=MeasureIndicators,
)
@small_read
def list_measure_indicators(
    _: Anyone, request: Request, connection: ReadDep, measure_id: MeasureId
) -> Response:
    """What the measure is measured by."""
    return _listed(request, connection, MeasureIndicator, measure_id)


@router.post(
    "/measures/{measure_id}/indicators",
    summary="Add an indicator to a measure",
    response_model=MeasureIndicatorOut,
    status_code=201,
    responses=made_at("get_measure_indicator", "indicator_id", measure_id="$request.path.measure_id"),
)
def create_measure_indicator(
    principal: Writer, request: Request, session: SessionDep, measure_id: MeasureId, asked: MeasureIndicatorIn
) -> Response:
    """With its unit; a value goes with its year."""
    indicator = actions.create_indicator(session, _own_measure(session, principal, measure_id), asked)
    return _made(request, session, indicator)


@router.get(
    "/measures/{measure_id}/indicators/{indicator_id}",
    summary="Get an indicator of a measure",
    response_model=MeasureIndicatorOut,
)
@small_read
def get_measure_indicator(
    _: Anyone, request: Request, connection: ReadDep, measure_id: MeasureId, indicator_id: IndicatorId
) -> Response:
    """One indicator."""
    return _shown(request, connection, MeasureIndicator, measure_id, indicator_id)


@router.patch(
    "/measures/{measure_id}/indicators/{indicator_id}",
    summary="Change an indicator of a measure",
    response_model=MeasureIndicatorOut,
)
def update_measure_indicator(
    principal: Writer,
    request: Request,
    session: SessionDep,
    measure_id: MeasureId,
    indicator_id: IndicatorId,
    patch: MeasureIndicatorPatch,
    _: IfMatchHeader = None,
) -> Response:
    """What is left out stays as it is."""
    indicator = _seen(request, session, principal, MeasureIndicator, measure_id, indicator_id)
    actions.update_indicator(session, indicator, patch)
    settle(session)
    found = queries.one_kept(session.connection(), HOUSE, MeasureIndicator, measure_id, indicator_id)
    return written_response(found, tag_of(found))


@router.delete(
    "/measures/{measure_id}/indicators/{indicator_id}",
    summary="Delete an indicator of a measure",
    status_code=204,
)
def delete_measure_indicator(
    principal: Writer,
    request: Request,
    session: SessionDep,
    measure_id: MeasureId,
    indicator_id: IndicatorId,
    _: IfMatchHeader = None,
) -> Response:
    """For what was entered by mistake."""
    bury(session, _seen(request, session, principal, MeasureIndicator, measure_id, indicator_id))
    return Response(status_code=204)


@router.get(
    "/measures/{measure_id}/updates", summary="List the updates of a measure", response_model=MeasureUpdates
)
@small_read
def list_measure_updates(_: Anyone, request: Request, connection: ReadDep, measure_id: MeasureId) -> Response:
    """What the city reported, the newest first."""
    return _listed(request, connection, MeasureUpdate, measure_id)


@router.post(
    "/measures/{measure_id}/updates",
    summary="Add an update to a measure",
    response_model=MeasureUpdateOut,
    status_code=201,
    responses=made_at("get_measure_update", "update_id", measure_id="$request.path.measure_id"),
)
def create_measure_update(
    principal: Writer, request: Request, session: SessionDep, measure_id: MeasureId, asked: MeasureUpdateIn
) -> Response:
    """What is new. It stays as it was written, and appears in the monthly digest."""
    update = actions.create_update(session, _own_measure(session, principal, measure_id), asked)
    return _made(request, session, update)


@router.get(
    "/measures/{measure_id}/updates/{update_id}",
    summary="Get an update of a measure",
    response_model=MeasureUpdateOut,
)
@small_read
def get_measure_update(
    _: Anyone, request: Request, connection: ReadDep, measure_id: MeasureId, update_id: UpdateId
) -> Response:
    """One report."""
    return _shown(request, connection, MeasureUpdate, measure_id, update_id)


@router.delete(
    "/measures/{measure_id}/updates/{update_id}",
    summary="Delete an update of a measure",
    status_code=204,
)
def delete_measure_update(
    principal: Writer,
    request: Request,
    session: SessionDep,
    measure_id: MeasureId,
    update_id: UpdateId,
    _: IfMatchHeader = None,
) -> Response:
    """For what was entered by mistake."""
    bury(session, _seen(request, session, principal, MeasureUpdate, measure_id, update_id))
    return Response(status_code=204)


def _own_measure(session: Session, principal: Principal, measure_id: str) -> Measure:
    measure = locked(session, Measure, measure_id)
    require_write(principal, measure.city_id)
    return measure


def _listed(request: Request, connection: Connection, kind: type[Kept], measure_id: str) -> Response:
    rows: list[Any] = queries.kept_with(connection, reach_of(request), kind, measure_id)
    body = {"items": [row.model_dump(mode="json") for row in rows], "next": None}
    tag = etag(request.url.path, *(part for row in rows for part in (row.id, row.version)))
    return item_response(request, body, tag, reach_of(request).cache)


def _shown(
    request: Request, connection: Connection, kind: type[Kept], measure_id: str, kept_id: str
) -> Response:
    reach = reach_of(request)
    found = queries.one_kept(connection, reach, kind, measure_id, kept_id)
    return item_response(request, found, tag_of(found), reach.cache)


def _made(request: Request, session: Session, kept: Kept) -> Response:
    settle(session)
    found: Any = queries.one_kept(session.connection(), HOUSE, type(kept), kept.measure_id, kept.id)
    return created_response(found, f"{request.url.path}/{found.id}", tag_of(found))


def _seen(
    request: Request,
    session: Session,
    principal: Principal,
    kind: type[Kept],
    measure_id: str,
    kept_id: str,
) -> Kept:
    """It, locked, for one who may write it and has seen it as it is now."""
    _own_measure(session, principal, measure_id)
    found = queries.locked_of(session, kind, measure_id, kept_id)
    require_seen(request, found)
    return found
