"""Who runs this installation and who funds it: the operator's own file, shown on every page.

Authorities must name themselves, whoever answers for the contents, and their funder with its logos. None of
that is ours to invent, so it is read at the start from a file the operator keeps beside the data.
"""

import tomllib
from pathlib import Path
from typing import Annotated, Any

from fastapi import Path as InPath
from fastapi import Request
from pydantic import ConfigDict, Field, ValidationError
from starlette.responses import Response

from klimabruecke.core.errors import NotFound
from klimabruecke.core.http.answers import etag, is_unchanged, item_response, not_modified, validators
from klimabruecke.core.http.guard import PUBLIC
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.language import Bilingual
from klimabruecke.core.schemas import Out
from klimabruecke.core.types import ShortText, Text

LOGO_TYPES = {".svg": "image/svg+xml", ".png": "image/png", ".webp": "image/webp"}
MAX_LOGO_BYTES = 200_000
LOGO_NAME = r"^[a-z0-9][a-z0-9._-]*\.(svg|png|webp)$"

router = StrictRouter(prefix="/operator", tags=["platform"], dependencies=[PUBLIC])

LogoName = Annotated[str, Field(pattern=LOGO_NAME, max_length=80)]
Lines = Annotated[list[ShortText], Field(max_length=10)]


class _Said(Out):
    """Optional in the file, always present in the answer."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)


class Responsible(_Said):
    """Who answers for the contents (V.i.S.d.P., § 18 Abs. 2 MStV)."""

    name: ShortText = Field(description="Name, as the operator gives it.")
    address: Lines = Field(description="Postal address, line by line.")


class Imprint(_Said):
    """What a provider must say of itself (§ 5 DDG)."""

    organisation: ShortText = Field(description="Name and legal form of the office.")
    address: Lines = Field(description="Postal address, line by line.")
    represented_by: ShortText = Field(description="Who represents it.")
    email: ShortText = Field(description="E-mail address.")
    phone: ShortText = Field(description="Telephone number.")
    supervisory_authority: ShortText | None = Field(
        default=None, description="Supervisory authority, if any."
    )
    vat_id: ShortText | None = Field(default=None, description="VAT identification number, if any.")


class Logo(_Said):
    """A logo the funder asks for."""

    file: LogoName = Field(description="File name; its address is `/operator/logos/{file}`.")
    text_de: ShortText = Field(description="What it shows, in German.")
    text_en: ShortText = Field(description="What it shows, in English.")


class OperatorOut(_Said):
    """The operator's statements; what the operator has not entered is null or empty."""

    imprint: Imprint | None = Field(default=None, description="Who runs this installation.")
    responsible: Responsible | None = Field(default=None, description="Who answers for the contents.")
    funding_notice_de: Text | None = Field(default=None, description="The funding notice in German.")
    funding_notice_en: Text | None = Field(default=None, description="The funding notice in English.")
    logos: list[Logo] = Field(default_factory=list, max_length=12, description="Logos, in this order.")


class Operator:
    """The file as read at the start, with its logos."""

    def __init__(self, said: OperatorOut, logos: dict[str, bytes]) -> None:
        self.said = said
        self.logos = logos


def read_operator(file: Path) -> Operator:
    """What the file says; nothing where there is none. Raises ValueError with a sentence for the operator."""
    if not file.is_file():
        return Operator(OperatorOut(), {})
    try:
        said = OperatorOut.model_validate(tomllib.loads(file.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as broken:
        raise ValueError(f"{file} (KB_OPERATOR_FILE) is no TOML file: {broken}.") from None
    except ValidationError as wrong:
        places = ", ".join(".".join(str(part) for part in one["loc"]) for one in wrong.errors())
        raise ValueError(
            f"{file} (KB_OPERATOR_FILE): correct {places}; see deploy/operator.example.toml."
        ) from None
    return Operator(said, {logo.file: _logo(file.parent / logo.file) for logo in said.logos})


def _logo(file: Path) -> bytes:
    try:
        content = file.read_bytes()
    except OSError as failed:
        raise ValueError(f"The logo {file} (KB_OPERATOR_FILE) cannot be read: {failed.strerror}.") from None
    if len(content) > MAX_LOGO_BYTES:
        raise ValueError(f"The logo {file} (KB_OPERATOR_FILE) is larger than {MAX_LOGO_BYTES // 1000} kB.")
    return content


@router.get("", summary="Who runs and who funds this installation", response_model=OperatorOut)
async def get_operator(request: Request) -> Response:
    """Imprint, responsible person, funding notice and logos, as the operator's file has them."""
    said: Any = _operator(request).said
    return item_response(request, said, etag("operator", said.model_dump_json()))


@router.get(
    "/logos/{file}",
    summary="Get a logo",
    response_class=Response,
    responses={200: {"description": "The image.", "content": {kind: {} for kind in LOGO_TYPES.values()}}},
    openapi_extra={"x-formats": list(LOGO_TYPES.values())},
)
async def get_operator_logo(
    request: Request, file: Annotated[LogoName, InPath(description="Its file name.")]
) -> Response:
    """One image the operator's file names."""
    content = _operator(request).logos.get(file)
    if content is None:
        raise NotFound.among(Bilingual("kein Logo", "no logo"), "/api/v1/operator")
    tag = etag("logo", content.hex())
    if is_unchanged(request, tag):
        return not_modified(tag)
    return Response(content, media_type=LOGO_TYPES[Path(file).suffix], headers=validators(tag))


def _operator(request: Request) -> Operator:
    operator: Operator = request.app.state.operator
    return operator
