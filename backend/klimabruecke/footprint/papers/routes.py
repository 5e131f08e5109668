"""The address of the texts of a decided plan."""

from datetime import datetime
from typing import Annotated, Any

from fastapi import Path, Request
from starlette.responses import Response

from klimabruecke.core.db import ReadDep
from klimabruecke.core.docx import DOCX
from klimabruecke.core.http.answers import etag
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.records import read_response
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.listing.formats import JSON, asked_media_type
from klimabruecke.core.types import RecordId
from klimabruecke.footprint.deps import Reader
from klimabruecke.footprint.papers.answers import PlanDocumentOut
from klimabruecke.footprint.papers.queries import PlanPaper, plan_paper
from klimabruecke.footprint.papers.schemas import PaperKind, PlanDocumentQuery
from klimabruecke.footprint.papers.shown import document_response, shown_paper
from klimabruecke.footprint.refusals import refused

router = StrictRouter(tags=["plans"])

FORMATS = {"json": JSON, "docx": DOCX}
DOCX_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {"description": "The text as JSON, or as a document to edit.", "content": {DOCX: {}}},
    304: {"description": "Nothing has changed since the ETag in If-None-Match."},
}


@router.get(
    "/plans/{plan_id}/documents/{kind}",
    summary="Get a text of a decided plan",
    response_model=PlanDocumentOut,
    responses=DOCX_RESPONSES,
    openapi_extra={"x-formats": list(FORMATS.values()), "x-conflicts": [409]},
)
def get_plan_document(
    _: Reader,
    request: Request,
    connection: ReadDep,
    plan_id: Annotated[RecordId, Path(description="Id of the plan.")],
    kind: Annotated[PaperKind, Path(description="Which text; it chooses the language.")],
    query: Annotated[PlanDocumentQuery, asked_for(PlanDocumentQuery)],
) -> Response:
    """A text to paste or as DOCX, made from the decision's snapshot alone; each number with its source note.

    `travel_request` and `climate_paragraph` are in German, `council_report` is in English. What nobody has
    stated is a visible blank. A plan that is not decided: 409 `plan-undecided`; a travel request where nobody
    travels: 409 `nobody-travels`.
    """
    if query.body is not None and kind != "climate_paragraph":
        raise refused("/query/body", "body_of_climate_paragraph")
    body = query.body or "senate"
    made = plan_paper(connection, plan_id, kind, body)
    case = made.case
    shown = {
        **shown_paper(made.paper),
        "kind": kind,
        "body": body if kind == "climate_paragraph" else None,
        "decision": {"id": case.decision["id"], "sha256": case.sha256},
        "demo": made.demo,
    }
    if asked_media_type(request, query.format, FORMATS) == JSON:
        return read_response(request, shown, etag(shown), made.paper.language)
    return _docx_response(request, kind, made)


def _docx_response(request: Request, kind: PaperKind, made: PlanPaper) -> Response:
    decision = made.case.decision
    origin = f"Klimabrücke · {decision['id']} · SHA-256 {made.case.sha256}"
    decided_at = datetime.fromisoformat(decision["decided_at"])
    return document_response(request, made.paper, kind, origin, decided_at, made.case.plan["on"])
