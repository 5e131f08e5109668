"""What a restoration is asked with."""

from typing import Annotated

from pydantic import Field

from klimabruecke.core.schemas import In
from klimabruecke.footprint.activities.schemas import OVER_BUDGET, Reason


class ActivityRestorationIn(In):
    """What goes with bringing an activity back."""

    over_budget_reason: Annotated[Reason | None, Field(description=OVER_BUDGET)] = None
