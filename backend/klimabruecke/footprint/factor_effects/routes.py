"""The address of what a draft of a factor set would change."""

from typing import Annotated

from fastapi import Path, Request
from starlette.responses import Response

from klimabruecke.core.db import DatabaseDep, ReadDep
from klimabruecke.core.http.answers import NO_STORE, etag, item_response
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.types import RecordId
from klimabruecke.footprint.deps import Coordinator
from klimabruecke.footprint.factor_effects import queries
from klimabruecke.footprint.factor_effects.schemas import FactorSetEffects

router = StrictRouter(tags=["reference"])


@router.get(
    "/emission-factor-set-drafts/{draft_id}/effects",
    summary="Get what a draft of a factor set would change",
    response_model=FactorSetEffects,
)
def get_emission_factor_set_effects(
    _: Coordinator,
    request: Request,
    connection: ReadDep,
    database: DatabaseDep,
    draft_id: Annotated[RecordId, Path(description="Id of the draft.")],
) -> Response:
    """Old and new value of each factor, who rests on the old one, and the totals by year if recalculated.

    Nothing is stored, and publishing recalculates nothing: `POST /activities/{id}/footprints` does.
    """
    found = queries.effects(database, connection, draft_id)
    return item_response(request, found, etag("effects", found.model_dump_json()), NO_STORE)
