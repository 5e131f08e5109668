"""Rollups: sums kept beside the inventories, in their transaction, in whole kilograms.

They hold nothing of their own: a recompute gives the same rows to the byte. So they carry no version and no
audit entry.
"""

from typing import Any, ClassVar

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from klimabruecke.core.tables import DataClass


def _key(length: int) -> Any:
    return Field(primary_key=True, max_length=length)


def _sum() -> Any:
    return Field(default=None, sa_type=BigInteger)


class EmissionRollup(SQLModel, table=True):
    """A cell of an inventory; see ``calc.inventory.Cell`` for what is added up together.

    ``entries`` counts what a row is made of; a row nothing is left of is deleted.
    """

    __tablename__ = "emission_rollup"
    __data_class__: ClassVar[DataClass] = "internal"

    city_id: str = _key(80)
    year: int = Field(primary_key=True)
    inventory_id: str = Field(primary_key=True, foreign_key="inventory.id", max_length=36, index=True)
    sector: str = _key(80)
    scope: int = Field(primary_key=True)
    counts_in: str = _key(40)
    gas: str = _key(40)
    weighed: bool = Field(primary_key=True)
    amount_kg: int = Field(sa_type=BigInteger)
    entries: int


class PublishedTotal(SQLModel, table=True):
    """What a sector of a published inventory adds up to as reported; null where it reported nothing.

    Lines of published inventories do not change, so these rows are written when one is published or
    withdrawn. They make the totals of all cities and years cheap to read.
    """

    __tablename__ = "published_total"
    __data_class__: ClassVar[DataClass] = "public"

    city_id: str = _key(80)
    year: int = Field(primary_key=True)
    sector: str = _key(80)
    standard: str = _key(20)
    kind: str = _key(20)
    inventory_id: str = Field(foreign_key="inventory.id", max_length=36, index=True)
    gwp_set: str = Field(max_length=80)
    demo: bool
    basic_kg: int | None = _sum()
    basic_plus_kg: int | None = _sum()
    territorial_kg: int | None = _sum()
    other_scope3_kg: int | None = _sum()
    total_kg: int | None = _sum()
    biogenic_co2_kg: int | None = _sum()
