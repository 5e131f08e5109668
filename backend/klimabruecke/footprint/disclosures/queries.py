"""What can be asked of the answers about travel."""

from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import col

from klimabruecke.core.http.answers import PRIVATE
from klimabruecke.core.listing import Listing, contains
from klimabruecke.core.records import no_such
from klimabruecke.footprint.disclosures.answers import TravelDisclosureRowOut
from klimabruecke.footprint.disclosures.tables import TravelDisclosure
from klimabruecke.footprint.plans.documents import checked_snapshot

_ROWS = select(*(getattr(TravelDisclosure, name) for name in TravelDisclosureRowOut.model_fields)).where(
    col(TravelDisclosure.deleted_at).is_(None)
)

DISCLOSURES = Listing(
    TravelDisclosureRowOut,
    _ROWS,
    resources=["travel_disclosure"],
    sorts={"year_min": TravelDisclosure.year_min, "year_max": TravelDisclosure.year_max},
    filters={"q": lambda text: contains(text, TravelDisclosure.question)},
    default_sort="-id",
    cache=PRIVATE,
)


def disclosure(connection: Connection, disclosure_id: str) -> Any:
    """An answer with its snapshot as stored, checked against its hash. Raises NotFound."""
    named = select(TravelDisclosure).where(col(TravelDisclosure.id) == disclosure_id)
    row = connection.execute(named).one_or_none()
    if row is None:
        raise no_such("travel_disclosure")
    checked_snapshot(row.snapshot, row.sha256)
    return row
