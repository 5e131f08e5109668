"""Rollups: sums kept beside the activities, in their transaction, in whole grams.

They hold nothing of their own: a recompute from the activities gives the same rows to the byte. So they carry
no version and no audit entry.
"""

from typing import Any, ClassVar

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from klimabruecke.core.tables import DataClass

NO_CITY = ""
"""Where an activity names no city."""

ALL_CITIES = "*"
"""Counts of activities do not add up over cities: the row for all of them together."""


def _key(length: int) -> Any:
    return Field(primary_key=True, max_length=length)


def _grams() -> Any:
    return Field(sa_type=BigInteger)


class FootprintGroupTotal(SQLModel, table=True):
    """What a city bears of a kind of activity, for one group of items that err together.

    Ranges of sums are no sums of ranges: so the sums are kept by item type and primary factor, with their
    absolute uncertainty, and combined when they are read. ``activities`` counts what a row is made of; a row
    nothing is left of is deleted.
    """

    __tablename__ = "footprint_group_total"
    __data_class__: ClassVar[DataClass] = "internal"

    project_id: str = _key(36)
    year: int = Field(primary_key=True)
    city_id: str = _key(80)
    kind: str = _key(20)
    status: str = _key(20)
    item_type: str = _key(20)
    factor_id: str = _key(80)
    ghg_g: int = _grams()
    uncertainty_g: int = _grams()
    non_co2_low_g: int = _grams()
    non_co2_central_g: int = _grams()
    non_co2_high_g: int = _grams()
    activities: int = _grams()


class ActivityTotal(SQLModel, table=True):
    """How many activities there are: of each city, and under ``ALL_CITIES`` of all together."""

    __tablename__ = "activity_total"
    __data_class__: ClassVar[DataClass] = "internal"

    project_id: str = _key(36)
    year: int = Field(primary_key=True)
    city_id: str = _key(80)
    kind: str = _key(20)
    status: str = _key(20)
    activities: int = _grams()
    demo_activities: int = _grams()
