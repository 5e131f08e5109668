"""Rollups: sums kept beside the activities, in their transaction, in whole grams.

They hold nothing of their own: a recompute from the activities gives the same rows to the byte. So they carry
no version and no audit entry.
"""

from typing import Any, ClassVar

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from klimabruecke.core.tables import DataClass

NOT_NAMED = ""
"""Where an activity names no grant, or a group of travellers no city, no kind or nobody who pays."""

ALL = "*"
"""Counts of activities do not add up over the groups of travellers inside them: so the rows of an activity
also stand under this for cities, kinds of travellers and who pays, in every combination.
"""


def _key(length: int) -> Any:
    return Field(primary_key=True, max_length=length)


def _whole() -> Any:
    return Field(sa_type=BigInteger)


class FootprintGroupTotal(SQLModel, table=True):
    """What a group of travellers bears of a kind of activity, for one group of items that err together.

    Ranges of sums are no sums of ranges: so the sums are kept by item type and primary factor, with their
    absolute uncertainty, and combined when they are read. ``activities`` counts what a row is made of; a row
    nothing is left of is deleted.
    """

    __tablename__ = "footprint_group_total"
    __data_class__: ClassVar[DataClass] = "internal"

    project_id: str = _key(36)
    year: int = Field(primary_key=True)
    kind: str = _key(20)
    status: str = _key(20)
    programme_id: str = _key(36)
    city_id: str = _key(80)
    traveller_kind: str = _key(20)
    paid_by: str = _key(20)
    item_type: str = _key(20)
    factor_id: str = _key(80)
    ghg_g: int = _whole()
    uncertainty_g: int = _whole()
    non_co2_low_g: int = _whole()
    non_co2_central_g: int = _whole()
    non_co2_high_g: int = _whole()
    activities: int = _whole()


class ActivityTotal(SQLModel, table=True):
    """How many activities there are and how many people travel in them, by every cut; see ``ALL``."""

    __tablename__ = "activity_total"
    __data_class__: ClassVar[DataClass] = "internal"

    project_id: str = _key(36)
    year: int = Field(primary_key=True)
    kind: str = _key(20)
    status: str = _key(20)
    programme_id: str = _key(36)
    city_id: str = _key(80)
    traveller_kind: str = _key(20)
    paid_by: str = _key(20)
    activities: int = _whole()
    demo_activities: int = _whole()
    travellers: int = _whole()
