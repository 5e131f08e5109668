"""What can be asked of questions."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, or_, select
from sqlmodel import Session, col

from klimabruecke.core.http.answers import PRIVATE
from klimabruecke.core.listing import Listing, contains
from klimabruecke.core.records import no_such
from klimabruecke.measures.questions.schemas import MeasureQuestionOut
from klimabruecke.measures.questions.tables import Question
from klimabruecke.measures.refusals import refused

_QUESTIONS = select(*(getattr(Question, name) for name in MeasureQuestionOut.model_fields)).where(
    col(Question.deleted_at).is_(None)
)

QUESTIONS = Listing(
    MeasureQuestionOut,
    _QUESTIONS,
    resources=["question"],
    sorts={"asked_on": Question.asked_on},
    filters={
        "city": lambda city: or_(col(Question.from_city_id) == city, col(Question.to_city_id) == city),
        "to_city": lambda city: col(Question.to_city_id) == city,
        "measure": lambda measure: col(Question.measure_id) == measure,
        "open": lambda is_open: col(Question.answered_on).is_(None) == is_open,
        "q": lambda text: contains(text, Question.text, Question.answer),
    },
    default_sort="-asked_on",
    cache=PRIVATE,
)


def question(connection: Connection, question_id: str) -> MeasureQuestionOut:
    row = connection.execute(_QUESTIONS.where(col(Question.id) == question_id)).one_or_none()
    if row is None:
        raise no_such("question")
    return MeasureQuestionOut.model_validate(dict(row._mapping))


def check_question(session: Session, question_id: str, pointer: str) -> None:
    """Raises Invalid for a question a body names that is not there."""
    found = session.get(Question, question_id)
    if found is None or found.deleted_at is not None:
        raise refused(pointer, "unknown_question")


def answered_between(connection: Connection, first: date, last: date) -> list[Any]:
    """The questions answered on one of these days, the oldest answer first."""
    answered = _QUESTIONS.where(col(Question.answered_on).between(first, last))
    return list(connection.execute(answered.order_by(col(Question.answered_on), col(Question.id))))
