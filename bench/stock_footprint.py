"""The same calculator in a stock route: a sync function, pydantic in and out. Reads ``KB_DATA_DIR``."""

from typing import Any

from fastapi import FastAPI, HTTPException

from klimabruecke.calc.errors import CalcError
from klimabruecke.calc.footprint import footprint
from klimabruecke.footprint import queries
from klimabruecke.footprint.actions import footprint_document
from klimabruecke.footprint.answers import FootprintOut
from klimabruecke.footprint.schemas import FootprintIn
from klimabruecke.main import open_database
from klimabruecke.settings import Settings

app = FastAPI()
database = open_database(Settings())


@app.post("/footprints", response_model=FootprintOut)
def create_footprint(asked: FootprintIn) -> dict[str, Any]:
    method = queries.catalogue(database).methods[asked.method]
    try:
        answer = footprint(asked.request(), method, queries.places(database))
    except CalcError as error:
        raise HTTPException(422, str(error)) from error
    return footprint_document(answer, "de")
