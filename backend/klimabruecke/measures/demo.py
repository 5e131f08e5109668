"""Invented records of the exchange for the demonstration, each marked ``demo`` and called an example."""

from datetime import date

from sqlmodel import Session, col, select

from klimabruecke.core.db import Database
from klimabruecke.measures.deps import THE_SYSTEM
from klimabruecke.measures.exchanges.actions import create_exchange
from klimabruecke.measures.exchanges.schemas import ExchangeIn
from klimabruecke.measures.measures.actions import create_measure
from klimabruecke.measures.measures.schemas import MeasureIn
from klimabruecke.measures.progress.actions import create_indicator, create_task, create_update
from klimabruecke.measures.progress.schemas import MeasureIndicatorIn, MeasureTaskIn, MeasureUpdateIn
from klimabruecke.measures.questions.actions import answer, ask
from klimabruecke.measures.questions.schemas import AnswerIn, MeasureQuestionIn
from klimabruecke.measures.transfers.actions import create_transfer, move_on
from klimabruecke.measures.transfers.schemas import TransferIn, TransferStageIn
from klimabruecke.measures.transfers.tables import Transfer

_MEASURE = {
    "city_id": "windhoek",
    "title_de": "Beispiel: Bäume an Bachläufen pflanzen",
    "title_en": "Example: planting trees along streams",
    "description_de": "Erfundenes Beispiel für die Vorführung.",
    "description_en": "An invented example for the demonstration.",
    "sector": "green_and_blue",
    "action_type": "adaptation",
    "status": "planned",
    "phase": "preparation",
    "starts_year": 2026,
    "hazards": ["flood", "heat"],
    "instruments": ["cooperation"],
    "responsible_unit_de": "Beispiel: Grünflächenstelle",
    "responsible_unit_en": "Example: parks unit",
    "visibility": "published",
}


def seed_demo(database: Database) -> None:
    """A measure with its progress, an answered question, an exchange and a transfer; once."""
    with database.transaction() as session:
        there = select(Transfer.id).where(col(Transfer.demo).is_(True))
        if session.exec(there).first() is None:
            _seed(session)


def _seed(session: Session) -> None:
    measure = create_measure(session, THE_SYSTEM, MeasureIn.model_validate(_MEASURE), demo=True)
    task = {"title_de": "Beispiel: Flächen auswählen", "title_en": "Example: choose the sites"}
    create_task(
        session,
        measure,
        MeasureTaskIn.model_validate({**task, "due_on": "2027-03-31", "state": "in_progress"}),
    )
    indicator = {"title_de": "Beispiel: bepflanzte Fläche", "title_en": "Example: planted area"}
    targets = {"unit": "ha", "effect": "increases", "target_value": 2, "target_year": 2028}
    create_indicator(session, measure, MeasureIndicatorIn.model_validate({**indicator, **targets}))
    news = {"text_de": "Beispiel: Der Austausch mit Durban hat begonnen.", "on": date(2026, 11, 20)}
    text_en = "Example: the exchange with Durban has begun."
    create_update(session, measure, MeasureUpdateIn.model_validate({**news, "text_en": text_en}))
    _exchange(session, measure.id)


def _exchange(session: Session, measure_id: str) -> None:
    question = ask(
        session,
        THE_SYSTEM,
        MeasureQuestionIn(
            from_city_id="windhoek",
            measure_id="DUR-12",
            text="Example: how are the co-operatives chosen?",
            asked_by="Example: parks unit",
        ),
        demo=True,
    )
    answer(
        session, question, AnswerIn(answer="Example: by an open call.", answered_by="Example: rivers unit")
    )
    held = create_exchange(
        session,
        THE_SYSTEM,
        ExchangeIn.model_validate(
            {
                "title_de": "Beispiel: Fachaustausch Bachpflege",
                "title_en": "Example: exchange on stream care",
                "on": date(2026, 11, 18),
                "format": "online",
                "status": "held",
                "city_ids": ["durban", "windhoek"],
                "heads": [{"city_id": "durban", "count": 3}, {"city_id": "windhoek", "count": 2}],
                "topics": "Example: stream care with co-operatives",
                "follow_ups": [
                    {
                        "text": "Example: send the model contract",
                        "city_id": "durban",
                        "responsible_unit": "Example: rivers unit",
                        "due_on": date(2026, 12, 15),
                    }
                ],
                "measure_ids": ["DUR-12", measure_id],
            }
        ),
        demo=True,
    )
    begun = TransferIn(
        source_measure_id="DUR-12",
        to_city_id="windhoek",
        target_measure_id=measure_id,
        question_id=question.id,
    )
    transfer = create_transfer(session, THE_SYSTEM, begun, demo=True)
    move_on(session, transfer, TransferStageIn(stage="exchange", exchange_id=held.id))
