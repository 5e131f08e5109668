"""What deputies look like from outside."""

from typing import Annotated, Any

from pydantic import Field

from klimabruecke.core.schemas import In, Out, PageQuery, RowOut, sort_pattern
from klimabruecke.core.types import Day, ShortText
from klimabruecke.identity.schemas import Id

USER = "Who is away."
DEPUTY = "Who stands in; see /colleagues. They keep their own rights."
STARTS_ON = "First day."
ENDS_ON = "Last day."


class DeputyIn(In):
    """Somebody to stand in for a person from one day to another."""

    user_id: Annotated[
        Id | None, Field(description=f"{USER} Yourself, where left out; others only by administrators.")
    ] = None
    deputy_user_id: Id = Field(description=DEPUTY)
    starts_on: Day = Field(description=STARTS_ON, examples=["2026-12-21"])
    ends_on: Day = Field(description=ENDS_ON, examples=["2027-01-03"])


def _left_out() -> Any:
    """The default of what a patch may leave out; null is refused."""
    return None


class DeputyPatch(In):
    """What changes; what is left out stays."""

    deputy_user_id: Id = Field(default_factory=_left_out, description=DEPUTY)
    starts_on: Day = Field(default_factory=_left_out, description=STARTS_ON)
    ends_on: Day = Field(default_factory=_left_out, description=ENDS_ON)


class _DeputyFacts(Out):
    id: Id = Field(description="Id of the entry.")
    user_id: Id = Field(description=USER)
    user_name: ShortText = Field(description="Their name in the interface.")
    deputy_user_id: Id = Field(description="Who stands in.")
    deputy_name: ShortText = Field(description="Their name in the interface.")
    starts_on: Day = Field(description=STARTS_ON)
    ends_on: Day = Field(description=ENDS_ON)


class DeputyOut(RowOut, _DeputyFacts):
    """Who stands in for whom, and when."""


class DeputyQuery(PageQuery):
    """Filters of the list of deputies."""

    on: Annotated[Day | None, Field(description="A day within the period.")] = None
    sort: Annotated[
        str, Field(pattern=sort_pattern("id", "starts_on"), max_length=20, description="`-` sorts downwards.")
    ] = "-starts_on"


class DeputyQueryOf(DeputyQuery):
    """The same for what concerns one person."""

    concerning: Id | None = None
