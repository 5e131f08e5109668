"""The addresses of the answers to questions about travel."""

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, Any

import orjson
from fastapi import Path, Request
from starlette.responses import Response

from klimabruecke.calc.amounts import kilograms
from klimabruecke.core.db import ReadDep, SessionDep, settle
from klimabruecke.core.docx import DOCX
from klimabruecke.core.http.answers import (
    PRIVATE,
    created_response,
    etag,
    is_unchanged,
    item_response,
    made_at,
    not_modified,
    validators,
)
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.language import preferred_language
from klimabruecke.core.listing import LIST_RESPONSES, Listing, Page
from klimabruecke.core.listing.formats import CSV, JSON, asked_media_type, csv_text
from klimabruecke.core.types import RecordId
from klimabruecke.footprint.deps import Reader, Writer
from klimabruecke.footprint.disclosures import queries
from klimabruecke.footprint.disclosures.actions import disclose
from klimabruecke.footprint.disclosures.answers import TravelDisclosureOut, TravelDisclosureRowOut
from klimabruecke.footprint.disclosures.english import english_answer
from klimabruecke.footprint.disclosures.german import german_answer
from klimabruecke.footprint.disclosures.schemas import (
    OneDisclosureQuery,
    TravelDisclosureIn,
    TravelDisclosureQuery,
)
from klimabruecke.footprint.documents import stamps
from klimabruecke.footprint.papers.shown import document_response, shown_paper

router = StrictRouter(tags=["activities"])

FORMATS = {"json": JSON, "docx": DOCX, "csv": CSV}
ONE_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The answer as JSON, as a document to edit, or its rows as CSV.",
        "content": {DOCX: {}, CSV: {}},
    },
    304: {"description": "Nothing has changed since the ETag in If-None-Match."},
}
CSV_COLUMNS = (
    *("by", "members", "activities", "people", "ghg_kg", "ghg_low_kg", "ghg_high_kg"),
    *("non_co2_low_kg", "non_co2_central_kg", "non_co2_high_kg"),
    *("currency", "levy_due_cents", "levy_paid_cents", "contribution_cents", "levy_withheld"),
)
_NO_CELLS: dict[str, Any] = dict.fromkeys(CSV_COLUMNS)


@router.get(
    "/travel-disclosures",
    summary="List the answers about travel",
    response_model=Page[TravelDisclosureRowOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_travel_disclosures(
    _: Reader, request: Request, query: Annotated[TravelDisclosureQuery, asked_for(TravelDisclosureQuery)]
) -> Response:
    """Questions that were answered, the newest first; each can be shown again as it was answered."""
    return await queries.DISCLOSURES.respond(request, query)


@router.post(
    "/travel-disclosures",
    summary="Answer a question about travel",
    response_model=TravelDisclosureOut,
    status_code=201,
    responses=made_at("get_travel_disclosure", "disclosure_id"),
    openapi_extra={"x-conflicts": [409]},
)
def create_travel_disclosure(
    principal: Writer, request: Request, session: SessionDep, asked: TravelDisclosureIn
) -> Response:
    """Counts what is done, by year, city and kind, and freezes it with the texts that follow from it.

    Rows about the travel of fewer than five people are put together with others, by themselves or by a
    difference. Where the whole is about so few, it is refused: 409 `too-few-travellers`; where it would tell
    of them beside earlier answers and published years, too: 409 `difference-of-few-travellers`. Levies that
    would tell of so few are `withheld`, each with no amount; everything else is told. Naming cities
    needs the right to write in each; naming none is for who coordinates all.
    """
    disclosure = disclose(session, principal, asked)
    settle(session)
    row = queries.disclosure(session.connection(), disclosure.id)
    return created_response(_shown(row), f"{request.url.path}/{row.id}", etag(row.sha256))


@router.get(
    "/travel-disclosures/{disclosure_id}",
    summary="Get an answer about travel",
    response_model=TravelDisclosureOut,
    responses=ONE_RESPONSES,
    openapi_extra={"x-formats": list(FORMATS.values())},
)
def get_travel_disclosure(
    _: Reader,
    request: Request,
    connection: ReadDep,
    disclosure_id: Annotated[RecordId, Path(description="Id of the answer.")],
    query: Annotated[OneDisclosureQuery, asked_for(OneDisclosureQuery)],
) -> Response:
    """As it was answered: the snapshot byte for byte as it was hashed, with the texts in both languages.

    The DOCX is in the language of `Accept-Language`.
    """
    row = queries.disclosure(connection, disclosure_id)
    media_type = asked_media_type(request, query.format, FORMATS)
    if media_type == JSON:
        tag = etag(row.sha256)
        if is_unchanged(request, tag):
            return not_modified(tag, PRIVATE)
        return item_response(request, _shown(row), tag, PRIVATE)
    return _csv(request, row, query) if media_type == CSV else _docx(request, row)


def _shown(row: Any) -> dict[str, Any]:
    snapshot = orjson.loads(row.snapshot)
    return {
        **{name: getattr(row, name) for name in ("id", "question", "year_min", "year_max", "activities")},
        "sha256": row.sha256,
        "snapshot": orjson.Fragment(row.snapshot.encode()),
        "texts": {
            "de": shown_paper(german_answer(snapshot, row.sha256)),
            "en": shown_paper(english_answer(snapshot, row.sha256)),
        },
        **stamps(row),
    }


def _docx(request: Request, row: Any) -> Response:
    snapshot, language = orjson.loads(row.snapshot), preferred_language(request)
    answer = german_answer if language == "de" else english_answer
    origin = f"Klimabrücke · {row.id} · SHA-256 {row.sha256}"
    made_at_moment = datetime.fromisoformat(snapshot["made_at"])
    paper, day = answer(snapshot, row.sha256), snapshot["made_at"][:10]
    return document_response(request, paper, "travel_disclosure", origin, made_at_moment, day)


def _csv(request: Request, row: Any, query: OneDisclosureQuery) -> Response:
    tag = etag(CSV, query.locale, row.sha256)
    if is_unchanged(request, tag):
        return not_modified(tag, PRIVATE)
    lines = b"".join(csv_text(CSV_COLUMNS, [list(_csv_rows(orjson.loads(row.snapshot)))], query.locale))
    content_type = f"{CSV}; charset=utf-8; header=present"
    return Response(lines, headers=validators(tag, PRIVATE) | {"Content-Type": content_type})


def _csv_rows(snapshot: dict[str, Any]) -> Iterator[dict[str, Any]]:
    cuts = {"all": [snapshot["total"]], **{by: snapshot[f"by_{by}"] for by in ("year", "city", "kind")}}
    for by, rows in cuts.items():
        for row in rows:
            beyond = {f"non_co2_{level}_kg": kilograms(grams) for level, grams in row["non_co2_g"].items()}
            yield _NO_CELLS | {
                "by": by,
                "members": ", ".join(row["members"]),
                "activities": row["activities"],
                "people": row["people"],
                **{f"{name}_kg": kilograms(row[f"{name}_g"]) for name in ("ghg", "ghg_low", "ghg_high")},
                **beyond,
            }
            yield from (_levy_row(by, row, levy) for levy in row["levies"])
    for given in snapshot["contributions"]:
        yield _NO_CELLS | {
            "by": "contribution",
            "members": f"{given['year']}, {given['city_id']}, {given['kind']}",
            "currency": given["currency"],
            "contribution_cents": given["amount_cents"],
        }


def _levy_row(by: str, row: dict[str, Any], levy: dict[str, Any]) -> dict[str, Any]:
    """A row of its own: one of activities may have levies of several currencies."""
    return _NO_CELLS | {
        "by": f"levy {by}",
        "members": ", ".join(row["members"]),
        "currency": levy["currency"],
        "levy_due_cents": levy["due_cents"],
        "levy_paid_cents": levy["paid_cents"],
        "levy_withheld": ", ".join(levy.get("withheld", ())) or None,
    }
