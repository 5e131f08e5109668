"""The addresses of questions."""

from typing import Annotated

from fastapi import Path, Request
from starlette.responses import Response

from klimabruecke.core.db import ReadDep, SessionDep, settle, small_read
from klimabruecke.core.http.answers import PRIVATE, created_response, item_response, made_at
from klimabruecke.core.http.preconditions import IfMatchHeader
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.records import require_seen, tag_of
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.listing import LIST_RESPONSES, Listing, Page
from klimabruecke.core.records import bury, locked
from klimabruecke.core.types import RecordId
from klimabruecke.measures.deps import Reader, Writer, require_write
from klimabruecke.measures.questions import actions, queries
from klimabruecke.measures.questions.schemas import (
    AnswerIn,
    MeasureQuestionIn,
    MeasureQuestionOut,
    MeasureQuestionQuery,
)
from klimabruecke.measures.questions.tables import Question

router = StrictRouter(tags=["exchange"])

QuestionId = Annotated[RecordId, Path(description="Id of the question.")]


@router.get(
    "/questions",
    summary="List the questions",
    response_model=Page[MeasureQuestionOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_questions(
    _: Reader, request: Request, query: Annotated[MeasureQuestionQuery, asked_for(MeasureQuestionQuery)]
) -> Response:
    """What cities ask each other about measures, with the answers."""
    return await queries.QUESTIONS.respond(request, query)


@router.post(
    "/questions",
    summary="Ask a question",
    response_model=MeasureQuestionOut,
    status_code=201,
    responses=made_at("get_question", "question_id"),
)
def create_question(
    principal: Writer, request: Request, session: SessionDep, asked: MeasureQuestionIn
) -> Response:
    """From a city to the one whose measure it is about."""
    question = actions.ask(session, principal, asked)
    settle(session)
    found = queries.question(session.connection(), question.id)
    return created_response(found, f"{request.url.path}/{found.id}", tag_of(found))


@router.get("/questions/{question_id}", summary="Get a question", response_model=MeasureQuestionOut)
@small_read
def get_question(_: Reader, request: Request, connection: ReadDep, question_id: QuestionId) -> Response:
    """One question with its answer."""
    found = queries.question(connection, question_id)
    return item_response(request, found, tag_of(found), PRIVATE)


@router.post(
    "/questions/{question_id}/answers",
    summary="Answer a question",
    response_model=MeasureQuestionOut,
    status_code=201,
    responses=made_at("get_question", "question_id"),
    openapi_extra={"x-conflicts": [409]},
)
def create_question_answer(
    principal: Writer, request: Request, session: SessionDep, question_id: QuestionId, given: AnswerIn
) -> Response:
    """By the city that was asked, once; 409 `question-answered` after that."""
    question = locked(session, Question, question_id)
    require_write(principal, question.to_city_id)
    actions.answer(session, question, given)
    settle(session)
    found = queries.question(session.connection(), question_id)
    return created_response(found, request.url.path.removesuffix("/answers"), tag_of(found))


@router.delete("/questions/{question_id}", summary="Withdraw a question", status_code=204)
def delete_question(
    principal: Writer,
    request: Request,
    session: SessionDep,
    question_id: QuestionId,
    _: IfMatchHeader = None,
) -> Response:
    """By the city that asked."""
    question = locked(session, Question, question_id)
    require_write(principal, question.from_city_id)
    require_seen(request, question)
    bury(session, question)
    return Response(status_code=204)
