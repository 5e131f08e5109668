"""What signing in takes and gives."""

from typing import Annotated, Literal

from pydantic import Field

from klimabruecke.core.schemas import In, Out
from klimabruecke.core.security.passwords import MAX_LENGTH, MIN_LENGTH
from klimabruecke.core.types import ShortText
from klimabruecke.identity.schemas import Email, Id, MembershipOut

_HIDDEN = {"format": "password"}
Secret = Annotated[str, Field(min_length=1, max_length=MAX_LENGTH, json_schema_extra=_HIDDEN)]
NewPassword = Annotated[str, Field(min_length=MIN_LENGTH, max_length=MAX_LENGTH, json_schema_extra=_HIDDEN)]
LinkToken = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{43}$", min_length=43, max_length=43)]
AccessToken = Annotated[str, Field(max_length=4096, pattern=r"^[A-Za-z0-9_.-]+$")]


class LoginIn(In):
    """Address and password."""

    email: Email = Field(
        description="The address of the account.", examples=["coordinator@klimabruecke.example"]
    )
    password: Secret = Field(description="Its password.")


class Person(Out):
    """Who is signed in, and what they may do."""

    id: Id = Field(description="Id of the account.")
    display_name: ShortText = Field(description="Name shown in the interface.")
    roles: list[MembershipOut] = Field(max_length=20, description="Their roles by city and area.")


class Me(Person):
    """One's own account."""

    email: Email = Field(description="The address one signs in with.")


class SignedInOut(Out):
    """An access token, to be kept in memory only."""

    access_token: AccessToken = Field(description="Send it as `Authorization: Bearer`.")
    token_type: Literal["Bearer"] = Field(default="Bearer", description="Always `Bearer`.")
    expires_in: int = Field(ge=1, le=3600, description="Seconds it is valid.")
    user: Person = Field(description="Who is signed in.")


class PasswordIn(In):
    """A new password for who holds a one-time link."""

    token: LinkToken = Field(description="The secret of the link.")
    password: NewPassword = Field(description="12 to 128 characters; common passwords are refused.")


class PasswordChangeIn(In):
    """A new password for who knows the old one."""

    current_password: Secret = Field(description="The password until now.")
    password: NewPassword = Field(description="12 to 128 characters; common passwords are refused.")
