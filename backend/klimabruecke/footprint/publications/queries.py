"""What everybody can ask of published years."""

from typing import Any

import orjson
from sqlalchemy import Connection, select
from sqlmodel import col

from klimabruecke.core.listing import Listing
from klimabruecke.core.records import no_such
from klimabruecke.footprint import documents
from klimabruecke.footprint.filters import kilograms
from klimabruecke.footprint.publications.schemas import YearPublicationRowOut
from klimabruecke.footprint.publications.tables import YearPublication

_COMPUTED = {
    f"{name}_kg": kilograms(getattr(YearPublication, f"{name}_g"), f"{name}_kg")
    for name in ("ghg", "ghg_low", "ghg_high")
}
_PUBLICATIONS = select(
    *(
        _COMPUTED[name] if name in _COMPUTED else getattr(YearPublication, name)
        for name in YearPublicationRowOut.model_fields
    )
)

YEAR_PUBLICATIONS = Listing(
    YearPublicationRowOut,
    _PUBLICATIONS,
    resources=["year_publication"],
    sorts={name: getattr(YearPublication, name) for name in ("year", "number", "published_at")},
    filters={},
    default_sort="-year,-number",
)


def year_publication(connection: Connection, publication_id: str) -> tuple[Any, dict[str, Any]]:
    """A publication's row, and all of it that is shown. Raises NotFound."""
    found = select(YearPublication).where(col(YearPublication.id) == publication_id)
    row = connection.execute(found).one_or_none()
    if row is None:
        raise no_such("year_publication")
    snapshot = orjson.loads(row.snapshot)
    plain = ("id", "year", "number", "published_at", "activities", "travellers")
    return row, {
        **{name: snapshot[name] for name in plain},
        **documents.shown_range(snapshot),
        "sha256": row.sha256,
        "snapshot": orjson.Fragment(row.snapshot.encode()),
        **documents.stamps(row),
    }
