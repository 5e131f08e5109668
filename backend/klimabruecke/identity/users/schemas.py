"""What accounts look like from outside, and how they are changed."""

from typing import Annotated, Literal

from pydantic import Field

from klimabruecke.core.schemas import In, Out, PageQuery, RowOut, SearchText, sort_pattern
from klimabruecke.core.types import Moment, ShortText
from klimabruecke.identity.callers import Role
from klimabruecke.identity.schemas import CityOrAll, Email, Id, MembershipIn, MembershipOut, Name

Status = Literal["active", "suspended"]
Purpose = Literal["invitation", "reset"]
Memberships = Annotated[list[MembershipIn], Field(min_length=1, max_length=20)]


class UserIn(In):
    """A new account; it has no password until its invitation is redeemed."""

    email: Email = Field(
        description="The address to sign in with.", examples=["new.editor@klimabruecke.example"]
    )
    display_name: Name = Field(description="Name shown in the interface.", examples=["Neue Redaktion"])
    memberships: Memberships = Field(
        description="Roles by city and area.",
        examples=[[{"role": "editor", "city": "durban", "area": "climate"}]],
    )


class UserPatch(In):
    """What changes; what is left out stays."""

    email: Email = Field(default_factory=str, description="The address to sign in with.")
    display_name: Name = Field(default_factory=str, description="Name shown in the interface.")
    memberships: Memberships = Field(
        default_factory=list, description="All roles from now on. Every session of the person ends."
    )
    status: Status = Field(
        default_factory=lambda: "active", description="`suspended` ends every session and refuses new ones."
    )


class _UserFacts(Out):
    id: Id = Field(description="Id of the account; the trail names people by it.")
    email: Email = Field(description="The address to sign in with.")
    display_name: ShortText = Field(description="Name shown in the interface.")
    status: Status = Field(description="Whether the person can sign in.")
    password_set: bool = Field(description="False until the invitation was redeemed.")
    memberships: list[MembershipOut] = Field(max_length=20, description="Roles by city and area.")


class UserOut(RowOut, _UserFacts):
    """An account."""


class UserQuery(PageQuery):
    """Filters of the list of accounts."""

    status: Annotated[Status | None, Field(description="Whether they can sign in.")] = None
    role: Annotated[Role | None, Field(description="A role they have.")] = None
    city: Annotated[CityOrAll | None, Field(description="A city they have a role in; `*`: in all.")] = None
    q: Annotated[SearchText | None, Field(description="Part of the address or the name.")] = None
    sort: Annotated[
        str,
        Field(
            pattern=sort_pattern("id", "email", "display_name", "created_at"),
            max_length=80,
            description="`-` sorts downwards.",
        ),
    ] = "id"


class ColleagueOut(Out):
    """Somebody one works with: what they do here, and nothing else about them."""

    id: Id = Field(description="Id of the account.")
    display_name: ShortText = Field(description="Name shown in the interface.")
    memberships: list[MembershipOut] = Field(max_length=20, description="Roles by city and area.")


class ColleagueQuery(PageQuery):
    """Filters of the list of colleagues."""

    role: Annotated[Role | None, Field(description="A role they have.")] = None
    city: Annotated[CityOrAll | None, Field(description="A city they have a role in; `*`: in all.")] = None
    sort: Annotated[
        str,
        Field(pattern=sort_pattern("id", "display_name"), max_length=40, description="`-` sorts downwards."),
    ] = "display_name"


class LinkIn(In):
    """What the link is for."""

    purpose: Purpose = Field(description="`invitation` for a new account, `reset` for a forgotten password.")


class LinkOut(Out):
    """A one-time link to pass on; its secret is shown this once."""

    id: Id = Field(description="Id of the link.")
    purpose: Purpose = Field(description="What it is for.")
    token: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{43}$", max_length=43)] = Field(
        description="The secret, for POST /auth/passwords."
    )
    path: Annotated[str, Field(pattern=r"^/[a-z]+#[A-Za-z0-9_-]{43}$", max_length=100)] = Field(
        description="The page of this installation to open. What stands behind # stays in the browser."
    )
    expires_at: Moment = Field(description="Until when it can be used.")
