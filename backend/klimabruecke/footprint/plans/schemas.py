"""What a plan is asked with: alternatives with items of their own, or made from another by a change."""

from abc import abstractmethod
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import ConfigDict, Discriminator, Field, JsonValue, Tag

from klimabruecke.calc import alternatives as changes
from klimabruecke.calc.limits import LIMITS, MAX_ITEMS
from klimabruecke.core.schemas import In, PageQuery, Patch, SearchText, sort_pattern, unset
from klimabruecke.core.types import FILLED, Day, Integer, RecordId, Slug
from klimabruecke.core.validation import UNTAGGED
from klimabruecke.footprint.schemas import ActivityDay, Airport, Country, ItemIn, Kind

MAX_ALTERNATIVES = 12

Title = Annotated[str, Field(min_length=1, max_length=200, pattern=FILLED)]
Words = Annotated[str, Field(min_length=1, max_length=4000, pattern=FILLED)]
Currency = Annotated[str, Field(min_length=3, max_length=3, pattern="^[A-Z]{3}$")]
Items = Annotated[list[ItemIn], Field(min_length=1, max_length=MAX_ITEMS)]

TITLE = "What it is about. Numbers of people only, no names."
LABEL = "What tells this alternative from the others."
ITEMS = "What it is made of."
ON = "Day of the activity; it chooses the factor sets."
NO_NAMES = "No names of people."
PURPOSE = "What it is for."
BENEFIT = "What it is expected to bring."
ENDS_ON = "Last day; the plan names the first one."
COST = "Estimated cost of the chosen alternative in the smallest unit of the currency."
CURRENCY = "ISO 4217 code of the currency."
BUDGET_LINE = "Where the cost is charged to."

_ITEMS_EXAMPLE: list[JsonValue] = [
    {"type": "flight", "from": "BRE", "to": "FRA", "travellers": 5, "return": True},
    {"type": "flight", "from": "FRA", "to": "WDH", "travellers": 5, "return": True},
    {"type": "hotel", "country": "NA", "rooms": 5, "nights": 6},
]


class AlternativeIn(In):
    """An alternative with items of its own."""

    label: Title = Field(description=LABEL)
    items: Items = Field(description=ITEMS)


class PlanIn(In):
    """A plan with its alternatives; the first one is what savings are counted against."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "title": "Delegationsreise nach Windhoek",
                    "project_id": "0193b6b0-0000-7000-8000-000000000001",
                    "kind": "trip",
                    "on": "2026-09-14",
                    "alternatives": [{"label": "Wie geplant", "items": _ITEMS_EXAMPLE}],
                }
            ]
        }
    )

    title: Title = Field(description=TITLE)
    project_id: RecordId = Field(description="The project it belongs to.")
    kind: Annotated[Kind, Field(description="What is planned.")] = "trip"
    on: Annotated[ActivityDay | None, Field(description=f"{ON} Today, where it is left out.")] = None
    alternatives: list[AlternativeIn] = Field(
        min_length=1, max_length=MAX_ALTERNATIVES, description="Ways to do it."
    )


class PlanPatch(Patch):
    """What is to change; another day computes all alternatives anew."""

    title: Title = Field(default_factory=unset, description=TITLE)
    on: ActivityDay = Field(default_factory=unset, description=ON)


class AlternativePatch(Patch):
    """What is to change; other items are computed at once."""

    label: Title = Field(default_factory=unset, description=LABEL)
    items: Items = Field(default_factory=unset, description=ITEMS)


class DecisionIn(In):
    """Which alternative it shall be, and why; what the papers for those who approve need beside it."""

    alternative_id: RecordId = Field(description="The alternative chosen.")
    reason: Words = Field(description=f"Why. {NO_NAMES}")
    purpose: Annotated[Words | None, Field(description=f"{PURPOSE} {NO_NAMES}")] = None
    benefit: Annotated[Words | None, Field(description=f"{BENEFIT} {NO_NAMES}")] = None
    ends_on: Annotated[Day | None, Field(description=ENDS_ON)] = None
    cost_cents: Annotated[
        Annotated[Integer, Field(ge=0, le=10**12)] | None, Field(description=f"{COST} With its currency.")
    ] = None
    currency: Annotated[Currency | None, Field(description=CURRENCY)] = None
    budget_line: Annotated[Title | None, Field(description=BUDGET_LINE)] = None


# --- alternatives made from another --------------------------------------------------------------


def _whole(name: str) -> Any:
    low, high = LIMITS[name]
    return Field(ge=int(low), le=high)


Travellers: TypeAlias = Annotated[Integer, _whole("travellers")]
Nights: TypeAlias = Annotated[Integer, _whole("nights")]
Participants: TypeAlias = Annotated[Integer, _whole("participants")]
Hours: TypeAlias = Annotated[float, Field(strict=True, ge=0.001, le=LIMITS["hours"][1])]

CHANGE = "How it is made."
TRAVELLERS = "How many people travel then."
NIGHTS = "How long the longest stay is then, in nights."
PARTICIPANTS = "How many people meet by video; everybody who would have travelled, where left out."
HOURS = "Hours of the video conference; two for each night of the longest stay, where left out."


class _Parameters(In):
    @abstractmethod
    def change(self) -> changes.Change:
        """What is to be done to the items."""


class RailToHubParameters(_Parameters):
    """Flights of up to `max_km` to or from the hub become trains.

    The hub is the airport where a short flight meets a long one, where left out.
    """

    hub: Annotated[Airport | None, Field(description="IATA code of the airport the train goes to.")] = None
    country: Annotated[
        Country | None, Field(description="Whose railway counts; needed where the way crosses a border.")
    ] = None
    max_km: Annotated[
        Integer, Field(ge=50, le=1500, description="Longest flight in km that a train can replace.")
    ] = changes.FEEDER_LIMIT_KM

    def change(self) -> changes.Change:
        hub = None if self.hub is None else self.hub.upper()
        return changes.RailToHub(hub=hub, country=self.country, max_km=self.max_km)


class FewerTravellersParameters(_Parameters):
    """Six in ten travel, where left out. Rooms, meals and cars shrink in proportion, rounded up."""

    travellers: Annotated[Travellers | None, Field(description=TRAVELLERS)] = None

    def change(self) -> changes.Change:
        return changes.FewerTravellers(self.travellers)


class OneLongerStayParameters(_Parameters):
    """Journeys that stand there several times are made once; otherwise six in ten travel, where left out.

    The room nights stay as they were, unless `nights` says how long the longest stay is.
    """

    travellers: Annotated[Travellers | None, Field(description=TRAVELLERS)] = None
    nights: Annotated[Nights | None, Field(description=NIGHTS)] = None

    def change(self) -> changes.Change:
        return changes.OneLongerStay(self.travellers, self.nights)


class HybridParameters(_Parameters):
    """Four in ten travel, where left out, and everybody meets by video."""

    travellers: Annotated[Travellers | None, Field(description=TRAVELLERS)] = None
    participants: Annotated[Participants | None, Field(description=PARTICIPANTS)] = None
    hours: Annotated[Hours | None, Field(description=HOURS)] = None

    def change(self) -> changes.Change:
        return changes.Hybrid(self.travellers, self.participants, _exact(self.hours))


class OnlineOnlyParameters(_Parameters):
    """Journeys, stays and meals go; what is sent, bought or printed stays."""

    participants: Annotated[Participants | None, Field(description=PARTICIPANTS)] = None
    hours: Annotated[Hours | None, Field(description=HOURS)] = None

    def change(self) -> changes.Change:
        return changes.OnlineOnly(self.participants, _exact(self.hours))


def _exact(hours: float | None) -> Decimal | None:
    return None if hours is None else Decimal(repr(hours))


class _Derived(In):
    from_alternative_id: RecordId = Field(description="The alternative it is made from; it stays as it is.")
    label: Annotated[Title | None, Field(description="Named after the change, where left out.")] = None


class RailToHubIn(_Derived):
    """The short flight to the hub becomes a train."""

    change: Literal["rail_to_hub"] = Field(description=CHANGE)
    parameters: RailToHubParameters = RailToHubParameters()


class FewerTravellersIn(_Derived):
    """Fewer people travel."""

    change: Literal["fewer_travellers"] = Field(description=CHANGE)
    parameters: FewerTravellersParameters = FewerTravellersParameters()


class OneLongerStayIn(_Derived):
    """One longer stay instead of several, or of many people."""

    change: Literal["one_longer_stay"] = Field(description=CHANGE)
    parameters: OneLongerStayParameters = OneLongerStayParameters()


class HybridIn(_Derived):
    """Some travel, everybody meets by video."""

    change: Literal["hybrid"] = Field(description=CHANGE)
    parameters: HybridParameters = HybridParameters()


class OnlineOnlyIn(_Derived):
    """Everybody meets by video."""

    change: Literal["online_only"] = Field(description=CHANGE)
    parameters: OnlineOnlyParameters = OnlineOnlyParameters()


DerivedIn: TypeAlias = RailToHubIn | FewerTravellersIn | OneLongerStayIn | HybridIn | OnlineOnlyIn


_CHANGES = ("rail_to_hub", "fewer_travellers", "one_longer_stay", "hybrid", "online_only")


def _change_of(body: Any) -> Any:
    """Which of the ways is meant; without any word of another alternative, that with items of its own."""
    if not isinstance(body, dict):
        return getattr(body, "change", UNTAGGED)
    if "change" not in body:
        return "" if "from_alternative_id" in body else UNTAGGED
    # The tag of those without a change is no change anybody can ask for.
    return body["change"] if isinstance(body["change"], str) and body["change"] != UNTAGGED else ""


NewAlternative: TypeAlias = Annotated[
    Annotated[AlternativeIn, Tag(UNTAGGED)]
    | Annotated[RailToHubIn, Tag("rail_to_hub")]
    | Annotated[FewerTravellersIn, Tag("fewer_travellers")]
    | Annotated[OneLongerStayIn, Tag("one_longer_stay")]
    | Annotated[HybridIn, Tag("hybrid")]
    | Annotated[OnlineOnlyIn, Tag("online_only")],
    Discriminator(
        _change_of,
        custom_error_type="unknown_change",
        custom_error_message="unknown change",
        custom_error_context={"expected": ", ".join(_CHANGES)},
    ),
]


class PlanQuery(PageQuery):
    """Filters of the list of plans."""

    project: Annotated[RecordId | None, Field(description="The project it belongs to.")] = None
    city: Annotated[Slug | None, Field(description="A city that takes part in the project.")] = None
    kind: Annotated[Kind | None, Field(description="What is planned.")] = None
    status: Annotated[Literal["open", "decided"] | None, Field(description="Decided or not.")] = None
    on_min: Annotated[Day | None, Field(description="Earliest day of the activity.")] = None
    on_max: Annotated[Day | None, Field(description="Latest day of the activity.")] = None
    q: Annotated[SearchText | None, Field(description="Part of the title.")] = None
    sort: Annotated[
        str,
        Field(
            pattern=sort_pattern("id", "title", "on"),
            max_length=80,
            description="`-` sorts downwards.",
        ),
    ] = "-id"
