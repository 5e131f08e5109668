"""Asking and answering questions."""

from sqlmodel import Session

from klimabruecke.audit import actions as audit
from klimabruecke.cities.queries import check_city
from klimabruecke.core.changes import context
from klimabruecke.core.ids import new_id
from klimabruecke.measures.deps import Principal, require_write
from klimabruecke.measures.measures.queries import known_measure
from klimabruecke.measures.questions.schemas import AnswerIn, MeasureQuestionIn
from klimabruecke.measures.questions.tables import Question
from klimabruecke.measures.refusals import QuestionAnswered, refused


def ask(session: Session, principal: Principal, asked: MeasureQuestionIn, *, demo: bool = False) -> Question:
    """A city asks the one whose measure it is."""
    require_write(principal, asked.from_city_id)
    check_city(session, asked.from_city_id, "/from_city_id")
    to_city_id = known_measure(session, asked.measure_id, "/measure_id").city_id
    if to_city_id == asked.from_city_id:
        raise refused("/measure_id", "same_city")
    today = context(session).clock().date()
    question = Question(id=new_id(), to_city_id=to_city_id, asked_on=today, demo=demo, **asked.model_dump())
    session.add(question)
    session.flush()
    return question


def answer(session: Session, question: Question, given: AnswerIn) -> None:
    """Raises QuestionAnswered where there is an answer already."""
    if question.answer is not None:
        raise QuestionAnswered
    question.answer, question.answered_by = given.answer, given.answered_by
    question.answered_on = context(session).clock().date()
    audit.name(session, question, "answer")
    session.flush()
