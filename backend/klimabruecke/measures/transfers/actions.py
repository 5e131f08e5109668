"""Beginning transfers and moving them on."""

from datetime import date
from typing import Any

from sqlmodel import Session

from klimabruecke.audit import actions as audit
from klimabruecke.cities.queries import check_city
from klimabruecke.core.changes import context
from klimabruecke.core.ids import new_id
from klimabruecke.core.records import change
from klimabruecke.measures.deps import Principal, require_write
from klimabruecke.measures.exchanges.actions import check_activity
from klimabruecke.measures.exchanges.queries import check_exchange
from klimabruecke.measures.measures.queries import known_measure
from klimabruecke.measures.questions.queries import check_question
from klimabruecke.measures.refusals import StagePassed, refused
from klimabruecke.measures.transfers.schemas import TransferIn, TransferPatch, TransferStageIn
from klimabruecke.measures.transfers.stages import moves_forward
from klimabruecke.measures.transfers.tables import Transfer


def create_transfer(
    session: Session, principal: Principal, asked: TransferIn, *, demo: bool = False
) -> Transfer:
    """By the city that gives or the one that takes."""
    check_city(session, asked.to_city_id, "/to_city_id")
    source = known_measure(session, asked.source_measure_id, "/source_measure_id")
    require_write(principal, source.city_id, asked.to_city_id)
    values = asked.model_dump(exclude={"note"})
    step = _step(asked.stage, context(session).clock().date(), asked.note)
    transfer = Transfer(id=new_id(), from_city_id=source.city_id, steps=[step], demo=demo, **values)
    if transfer.from_city_id == transfer.to_city_id:
        raise refused("/to_city_id", "same_city")
    _check_stage(transfer, asked.note)
    _check(session, transfer)
    session.add(transfer)
    session.flush()
    return transfer


def update_transfer(session: Session, transfer: Transfer, patch: TransferPatch) -> None:
    change(transfer, patch.given())
    _check_stage(transfer, transfer.steps[-1]["note"])
    _check(session, transfer)
    session.flush()


def move_on(session: Session, transfer: Transfer, asked: TransferStageIn) -> None:
    """Raises StagePassed for a stage that is not ahead."""
    if not moves_forward(transfer.stage, asked.stage):
        raise StagePassed
    on = asked.on or context(session).clock().date()
    if on < date.fromisoformat(transfer.steps[-1]["on"]):
        raise refused("/on", "ends_before_begin")
    given = asked.model_dump(include={"target_measure_id", "evidence", "exchange_id"})
    change(transfer, {name: value for name, value in given.items() if value is not None})
    transfer.stage = asked.stage
    transfer.steps = [*transfer.steps, _step(asked.stage, on, asked.note)]
    _check_stage(transfer, asked.note)
    _check(session, transfer)
    audit.name(session, transfer, {"adopted": "adopt", "declined": "decline"}.get(asked.stage, "move_on"))
    session.flush()


def _step(stage: str, on: date, note: str | None) -> dict[str, Any]:
    return {"stage": stage, "on": on.isoformat(), "note": note}


def _check_stage(transfer: Transfer, note: str | None) -> None:
    if transfer.stage == "declined" and not note:
        raise refused("/note", "reason_missing")
    if transfer.stage == "adopted" and not (transfer.evidence or transfer.target_measure_id):
        raise refused("/evidence", "evidence_missing")


def _check(session: Session, transfer: Transfer) -> None:
    if transfer.target_measure_id is not None:
        target = known_measure(session, transfer.target_measure_id, "/target_measure_id")
        if target.city_id != transfer.to_city_id:
            raise refused("/target_measure_id", "measure_of_other_city")
    if transfer.question_id is not None:
        check_question(session, transfer.question_id, "/question_id")
    if transfer.exchange_id is not None:
        check_exchange(session, transfer.exchange_id, "/exchange_id")
    check_activity(session, transfer.activity_id)
