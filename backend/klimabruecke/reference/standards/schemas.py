"""What the vocabularies of the inventory standards look like from outside."""

from typing import Annotated, Literal

from pydantic import Field

from klimabruecke.core.schemas import Out, PageQuery, RowOut, Verification, sort_pattern
from klimabruecke.core.types import QueryFlag, QueryInteger, ShortText, Slug, Text

SOURCE_ID = "Where it was read; see `/sources`."
VERIFICATION = "How it was established. `recalled` is not yet proven and must be shown as such."
PLACE = "Its place in the order of the standard."
Sector = Literal["I", "II", "III", "IV", "V", "VI"]
Place = Annotated[int, Field(ge=1, le=1000)]
Scope = Annotated[int, Field(ge=1, le=3)]


class _GpcReferenceFacts(Out):
    id: Slug = Field(description="The reference, such as `I.1.2`.")
    place: Place = Field(description=PLACE)
    sector: Sector = Field(description="Its sector.")
    subsector: ShortText = Field(description="Its subsector, such as `I.1`.")
    scope: Scope = Field(description="Its scope. IV and V are scope 1, VI is scope 3.")
    basic: bool = Field(description="Whether it counts in BASIC.")
    basic_plus: bool = Field(description="Whether it counts in BASIC+.")
    territorial: bool = Field(description="Whether it counts in the territorial total.")
    sector_name_de: ShortText = Field(description="Name of the sector in German.")
    sector_name_en: ShortText = Field(description="The same in English.")
    name_de: ShortText = Field(description="What it is, in German.")
    name_en: ShortText = Field(description="The same in English.")
    source_id: Slug = Field(description=SOURCE_ID)
    verification: Verification = Field(description=VERIFICATION)


class GpcReferenceOut(RowOut, _GpcReferenceFacts):
    """A reference of GPC 1.1."""


class GpcReferenceQuery(PageQuery):
    """Filters of the list of references."""

    sector: Annotated[Sector | None, Field(description="Sector.")] = None
    scope: Annotated[QueryInteger | None, Field(ge=1, le=3, description="Scope.")] = None
    basic: Annotated[QueryFlag | None, Field(description="Whether it counts in BASIC.")] = None
    sort: Annotated[
        str, Field(pattern=sort_pattern("id", "place"), max_length=80, description="`-` sorts downwards.")
    ] = "place"


class _NamedFacts(Out):
    id: Slug = Field(description="Short name.")
    place: Place = Field(description=PLACE)
    name_de: ShortText = Field(description="Name in German.")
    name_en: ShortText = Field(description="Name in English.")
    source_id: Slug = Field(description=SOURCE_ID)
    verification: Verification = Field(description=VERIFICATION)


class BalanceSectorOut(RowOut, _NamedFacts):
    """A sector of a standard that is not GPC."""

    bisko: bool = Field(description="Whether BISKO divides by it.")


class BalanceSectorQuery(PageQuery):
    """Filters of the list of sectors."""

    bisko: Annotated[QueryFlag | None, Field(description="Whether BISKO divides by it.")] = None
    sort: Annotated[
        str, Field(pattern=sort_pattern("id", "place"), max_length=80, description="`-` sorts downwards.")
    ] = "place"


class EnergyCarrierOut(RowOut, _NamedFacts):
    """An energy carrier."""


class EnergyCarrierQuery(PageQuery):
    """How the list of carriers is sorted."""

    sort: Annotated[
        str, Field(pattern=sort_pattern("id", "place"), max_length=80, description="`-` sorts downwards.")
    ] = "place"


class _CrosswalkFacts(Out):
    id: Slug = Field(description="Short name.")
    from_standard: Slug = Field(description="The standard that is looked at.")
    from_code: Slug = Field(description="Sector or subsector there.")
    to_standard: Slug = Field(description="The standard it is held against.")
    to_code: Slug | None = Field(description="The nearest sector there; null where there is none.")
    relation: Literal["exact", "narrower", "broader", "no_counterpart"] = Field(
        description="How the first relates to the second; `exact` in its consumers, never in its method."
    )
    note_de: Text = Field(description="What to know when comparing them, in German.")
    note_en: Text = Field(description="The same in English.")
    source_id: Slug = Field(description=SOURCE_ID)
    verification: Verification = Field(description=VERIFICATION)


class StandardCrosswalkOut(RowOut, _CrosswalkFacts):
    """How a sector of one standard relates to another standard."""


class StandardCrosswalkQuery(PageQuery):
    """Filters of the crosswalk."""

    from_standard: Annotated[Slug | None, Field(description="The standard that is looked at.")] = None
    to_standard: Annotated[Slug | None, Field(description="The standard it is held against.")] = None
    sort: Annotated[
        str, Field(pattern=sort_pattern("id"), max_length=80, description="`-` sorts downwards.")
    ] = "id"
