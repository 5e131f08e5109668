"""The address tables are read at. Nothing is stored, so no account is needed."""

import orjson
from fastapi import Request
from starlette.responses import Response

from klimabruecke.core.db import DatabaseDep
from klimabruecke.core.http.answers import JSON, VARY
from klimabruecke.core.http.guard import PUBLIC
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.language import preferred_language
from klimabruecke.footprint.calculator import CalculatorDep
from klimabruecke.footprint.travel_tables.actions import read_table
from klimabruecke.footprint.travel_tables.answers import TravelTableOut
from klimabruecke.footprint.travel_tables.schemas import TravelTableIn

router = StrictRouter(tags=["footprint"], dependencies=[PUBLIC])


@router.post("/travel-tables", summary="Read a travel agency's table", response_model=TravelTableOut)
def create_travel_table(
    request: Request, database: DatabaseDep, calculator: CalculatorDep, asked: TravelTableIn
) -> Response:
    """Columns are recognised by their German or English headings, rows become items.

    What is not clear is asked, never guessed: such a row has a question, with the items to choose from where
    there are a few. `columns` names the columns where the headings were not recognised. Nothing is stored.
    """
    language = preferred_language(request)
    shown = read_table(calculator, asked, database.clock().date(), language)
    headers = {"Content-Language": language, "Cache-Control": "no-store", "Vary": VARY}
    return Response(orjson.dumps(shown), media_type=JSON, headers=headers)
