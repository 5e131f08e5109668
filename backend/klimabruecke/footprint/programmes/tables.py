"""Stored grant programmes."""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import BigInteger, CheckConstraint
from sqlmodel import Field

from klimabruecke.core.tables import DataClass, Row
from klimabruecke.core.types import JsonText


class Programme(Row, table=True):
    """A grant: who pays, for how long, what for, on what conditions.

    Positions of the budget and finance plan, conditions and cities stand in the row itself: its hash in the
    trail covers them, and a copy is whole. Money is in cents of ``currency``.
    """

    __tablename__ = "programme"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (
        CheckConstraint("title_de IS NOT NULL OR title_en IS NOT NULL", name="title"),
        CheckConstraint("ends_on >= starts_on", name="ends_on"),
        CheckConstraint("own_share_cents >= 0", name="own_share_cents"),
    )

    id: str = Field(primary_key=True, max_length=36)
    title_de: str | None = Field(default=None, max_length=200)
    title_en: str | None = Field(default=None, max_length=200)
    funder: str = Field(max_length=200)
    grant_reference: str | None = Field(default=None, max_length=80)
    starts_on: date
    ends_on: date
    currency: str = Field(max_length=3)
    own_share_cents: int | None = Field(default=None, sa_type=BigInteger)
    positions: list[dict[str, Any]] = Field(sa_type=JsonText, nullable=False)
    conditions: list[dict[str, Any]] = Field(sa_type=JsonText, nullable=False)
    funding_notice_de: str | None = Field(default=None, max_length=1000)
    funding_notice_en: str | None = Field(default=None, max_length=1000)
    city_ids: list[str] = Field(sa_type=JsonText, nullable=False)
