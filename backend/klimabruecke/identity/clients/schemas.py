"""What service clients look like from outside, and what the token endpoint takes and gives."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from klimabruecke.core.language import Bilingual
from klimabruecke.core.schemas import In, Out, PageQuery, RowOut, sort_pattern
from klimabruecke.core.spellings import spelled
from klimabruecke.core.types import Day, ShortText, Slug
from klimabruecke.identity.callers import Area
from klimabruecke.identity.schemas import Id, Name
from klimabruecke.identity.sessions.schemas import AccessToken

ClientStatus = Literal["proposed", "active", "revoked"]
SCOPE = spelled(
    r"^[a-z][a-z_-]{0,60}:(read|write)$",
    Bilingual(
        "Ein Recht besteht aus einer Adresse und read oder write, zum Beispiel plans:read.",
        "A scope is an address with read or write, for example plans:read.",
    ),
)
Scope = Annotated[str, Field(pattern=SCOPE, max_length=80)]
Scopes = Annotated[list[Scope], Field(min_length=1, max_length=100)]
ClientSecret = Annotated[str, Field(pattern=r"^kbs_[A-Za-z0-9_-]{43}$", max_length=47)]


class ServiceClientIn(In):
    """A program that is to work for a city."""

    name: Name = Field(description="What the program is for.", examples=["Nightly sync, eThekwini"])
    city: Slug = Field(description="The one city it works for.", examples=["durban"])
    area: Area = Field(description="The area of work.", examples=["climate"])
    scopes: Scopes = Field(
        description="What it may do: `<resource>:read` or `<resource>:write`.", examples=[["activities:read"]]
    )
    expires_on: Day | None = Field(default=None, description="Last day it is valid; null: no end.")


class ServiceClientPatch(In):
    """What changes; what is left out stays. City, area and scopes stay as they were approved."""

    name: Name = Field(default_factory=str, description="What the program is for.")
    expires_on: Day | None = Field(default=None, description="Last day it is valid; null: no end.")
    status: Literal["revoked"] = Field(
        default_factory=lambda: "revoked", description="Ends the client for good, and its tokens at once."
    )


class _ServiceClientFacts(Out):
    id: Id = Field(description="Its `client_id` at the token endpoint.")
    name: ShortText = Field(description="What the program is for.")
    city: Slug = Field(description="The one city it works for.")
    area: Area = Field(description="The area of work.")
    scopes: list[Scope] = Field(max_length=100, description="What it may do.")
    status: ClientStatus = Field(description="Tokens are issued to `active` clients only.")
    secret_prefix: ShortText = Field(description="How its secret begins, to find it where it is used.")
    expires_on: Day | None = Field(description="Last day it is valid; null: no end.")
    last_used_on: Day | None = Field(description="The day it last got a token.")
    proposed_by: Id | None = Field(description="Who proposed it; null: the command line.")
    approved_by: Id | None = Field(description="Who approved it.")


class ServiceClientOut(RowOut, _ServiceClientFacts):
    """A service client."""


class ServiceClientCreatedOut(ServiceClientOut):
    """A new service client with its secret, which is shown this once."""

    client_id: Id = Field(description="The same as `id`.")
    client_secret: ClientSecret = Field(description="Its secret; only a hash of it is kept.")


class ServiceClientQuery(PageQuery):
    """Filters of the list of service clients."""

    city: Annotated[Slug | None, Field(description="The city it works for.")] = None
    status: Annotated[ClientStatus | None, Field(description="Whether it gets tokens.")] = None
    prefix: Annotated[ShortText | None, Field(description="How its secret begins.")] = None
    sort: Annotated[
        str,
        Field(
            pattern=sort_pattern("id", "name", "created_at"),
            max_length=80,
            description="`-` sorts downwards.",
        ),
    ] = "id"


Parameter = Annotated[str, Field(max_length=200, pattern=r"^[\x20-\x7e]*$")]


class TokenForm(BaseModel):
    """The form of RFC 6749, section 4.4.2."""

    model_config = ConfigDict(extra="forbid")

    grant_type: Parameter = Field(description="Always `client_credentials`.", examples=["client_credentials"])
    client_id: Parameter | None = Field(default=None, description="Where HTTP Basic is not used.")
    client_secret: Parameter | None = Field(default=None, description="Where HTTP Basic is not used.")
    scope: Annotated[str, Field(max_length=4200, pattern=r"^[\x20-\x7e]*$")] | None = Field(
        default=None,
        description="Scopes separated by spaces, no more than approved; without it, all of them.",
    )


class TokenOut(Out):
    """An access token for a program."""

    access_token: AccessToken = Field(description="Send it as `Authorization: Bearer`.")
    token_type: Literal["Bearer"] = Field(default="Bearer", description="Always `Bearer`.")
    expires_in: int = Field(ge=1, le=3600, description="Seconds it is valid.")
    scope: Annotated[str, Field(max_length=4200, pattern=r"^[a-z:_ -]+$")] = Field(
        description="What it may do."
    )
