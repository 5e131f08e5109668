"""What approvals look like from outside."""

from pydantic import Field

from klimabruecke.core.schemas import Out, RowOut
from klimabruecke.core.types import Moment, ShortText
from klimabruecke.identity.schemas import Id


class _ApprovalFacts(Out):
    id: Id = Field(description="Id of the approval.")
    resource: ShortText = Field(description="What kind of record is to be approved.")
    resource_id: ShortText = Field(description="Which one.")
    proposed_by: Id | None = Field(description="Who asked for it; null: the command line.")
    proposed_for: Id | None = Field(description="Whom that person stood in for.")
    asked_user_id: Id | None = Field(description="Who was asked; null: whoever has the right.")
    approved_by: Id | None = Field(description="Who approved it; null while it is open.")
    approved_for: Id | None = Field(description="Whom that person stood in for.")
    approved_at: Moment | None = Field(description="When; null while it is open.")


class ApprovalOut(RowOut, _ApprovalFacts):
    """An approval by another person: asked for, or given."""
