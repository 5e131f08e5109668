"""Which paper is asked for."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

PaperKind = Literal["travel_request", "climate_paragraph", "council_report"]
Body = Literal["senate", "deputation", "magistrat"]


class PlanDocumentQuery(BaseModel):
    """For whom, and in which format."""

    model_config = ConfigDict(extra="forbid")

    body: Annotated[
        Body | None,
        Field(description="Who decides, for `climate_paragraph` only; the senate, where it is left out."),
    ] = None
    format: Annotated[
        Literal["json", "docx"] | None, Field(description="The format, where Accept cannot be set.")
    ] = None
