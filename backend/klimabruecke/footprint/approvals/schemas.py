"""What an approval of an activity is asked for and given with."""

from typing import Annotated

from pydantic import Field

from klimabruecke.core.schemas import In, PageQuery, sort_pattern
from klimabruecke.core.types import RecordId
from klimabruecke.footprint.activities.schemas import OVER_BUDGET, Reason


class ApprovalRequestIn(In):
    """Whom to ask."""

    asked_user_id: Annotated[
        RecordId | None,
        Field(
            description="A person with the role editor or coordinator, also of another city; see "
            "/colleagues. Left out: whoever may write the activity."
        ),
    ] = None


class ActivityApprovalIn(In):
    """What goes with the approval."""

    over_budget_reason: Annotated[Reason | None, Field(description=OVER_BUDGET)] = None


class ApprovalRequestQuery(PageQuery):
    """The approvals asked for and given for one activity."""

    sort: Annotated[
        str, Field(pattern=sort_pattern("id"), max_length=20, description="`-` sorts downwards.")
    ] = "-id"


class ApprovalRequestQueryOf(ApprovalRequestQuery):
    """The same with the activity, which stands in the path."""

    resource: str
    record: str
