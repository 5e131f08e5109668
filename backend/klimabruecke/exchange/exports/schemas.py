"""What exports are asked with."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from klimabruecke.core.types import Slug

Layout = Literal["template", "ecrf", "cdp"]


class WorkbookQuery(BaseModel):
    """In which layout."""

    model_config = ConfigDict(extra="forbid")

    layout: Annotated[
        Layout,
        Field(
            description="`template`: our own table, a sheet for each sector, which POST /imports reads back"
            " without a change. `ecrf`: the lines of the eCRF. `cdp`: the matrix that CDP and the Covenant of"
            " Mayors ask for. The last two for inventories by GPC only."
        ),
    ] = "template"


class DataPackageQuery(BaseModel):
    """Of which city."""

    model_config = ConfigDict(extra="forbid")

    city: Annotated[Slug | None, Field(description="Only what is of this city.")] = None
