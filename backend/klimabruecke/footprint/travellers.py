"""Groups of travellers: how many people of which city, from where in society, and who pays. Never a name."""

from typing import Annotated, Any, Literal

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from klimabruecke.core.schemas import In, Out, unset
from klimabruecke.core.types import Integer, Slug

TravellerKind = Literal[
    "administration", "politics", "business", "civil_society", "science", "culture_and_sport"
]
Payer = Literal["grant", "home_city", "host_city", "own_organisation", "other"]

HOME_CITY = "The city they come from; guests from abroad count like those who leave."
TRAVELLER_KIND = "Where they work or stand; left out where it is not known."
PAID_BY = "Who pays for them; left out where it is not known."


class Participants(In):
    """A group of travellers: people of one city, as a number, never by name."""

    city_id: Slug = Field(description=HOME_CITY)
    count: Annotated[Integer, Field(ge=1, le=100_000)] = Field(description="How many.")
    kind: Annotated[TravellerKind | None, Field(description=TRAVELLER_KIND)] = None
    paid_by: Annotated[Payer | None, Field(description=PAID_BY)] = None

    @model_serializer(mode="wrap")
    def _as_kept(self, dump: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """What is not said is not kept either."""
        return {name: value for name, value in dump(self).items() if value is not None}


ParticipantList = Annotated[list[Participants], Field(max_length=50)]


class ParticipantsOut(Out):
    """A group of travellers: people of one city, as a number."""

    city_id: Slug = Field(description=HOME_CITY)
    count: int = Field(ge=1, le=100_000, description="How many.")
    kind: TravellerKind = Field(default_factory=unset, description=TRAVELLER_KIND)
    paid_by: Payer = Field(default_factory=unset, description=PAID_BY)
