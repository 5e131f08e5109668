"""What several parts of identity show and take: addresses, rights."""

from collections.abc import Iterable
from typing import Annotated, Self

from pydantic import Field, model_validator

from klimabruecke.core.language import Bilingual
from klimabruecke.core.schemas import In, Out
from klimabruecke.core.spellings import spelled
from klimabruecke.identity.callers import EVERY_CITY, Area, Right, Role

EMAIL = spelled(
    r"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]{0,187}[A-Za-z0-9])?$",
    Bilingual(
        "Geben Sie eine E-Mail-Adresse an, zum Beispiel name@example.org.",
        "Give an e-mail address, for example name@example.org.",
    ),
)
VISIBLE = spelled(
    r"^[^\s\u0000-\u001f\u007f-\u009f]([^\u0000-\u001f\u007f-\u009f]*[^\s\u0000-\u001f\u007f-\u009f])?$",
    Bilingual(
        "Geben Sie eine Zeile Text an, ohne Leerzeichen am Anfang und am Ende.",
        "Give one line of text without blanks at its beginning and end.",
    ),
)

Email = Annotated[str, Field(pattern=EMAIL, max_length=254)]
"""An e-mail address as HTML defines it: the same characters in every language's regular expressions."""
CityOrAll = Annotated[str, Field(pattern=r"^(\*|[A-Za-z0-9][A-Za-z0-9._-]{0,79})$", max_length=80)]
Id = Annotated[str, Field(pattern=r"^[0-9a-f-]{36}$", min_length=36, max_length=36)]


Name = Annotated[str, Field(pattern=VISIBLE, min_length=1, max_length=200)]
"""One line of text that begins and ends with a visible character."""


class MembershipIn(In):
    """A role to give."""

    role: Role = Field(description="What they may do.")
    city: CityOrAll = Field(description="Id of a city, or `*` for all.")
    area: Area = Field(description="The area of work, or `all`.")

    @model_validator(mode="after")
    def _administers_everything(self) -> Self:
        if self.role == "admin" and (self.city, self.area) != (EVERY_CITY, "all"):
            raise ValueError("admin_is_for_all")
        return self


def shown(rights: Iterable[Right]) -> "list[MembershipOut]":
    """Rights as they travel."""
    return [MembershipOut.model_validate(right) for right in rights]


class MembershipOut(Out):
    """A role somebody has."""

    role: Role = Field(description="What they may do.")
    city: CityOrAll = Field(description="Id of a city, or `*` for all.")
    area: Area = Field(description="The area of work, or `all`.")
