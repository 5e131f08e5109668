"""What the trail looks like from outside."""

from typing import Annotated, Literal

from pydantic import Field

from klimabruecke.core.schemas import Out, PageQuery, sort_pattern
from klimabruecke.core.types import Count, Moment, QueryMoment, ShortText, Slug

ActorKind = Literal["person", "client", "system", "anonymous"]
Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", min_length=64, max_length=64)]
ActorId = Annotated[str, Field(pattern=r"^[0-9a-f-]{36}$", max_length=36)]
Word = Annotated[str, Field(pattern=r"^[a-z][a-z_]{0,79}$", max_length=80)]


class AuditEntryOut(Out):
    """One write, or one thing that was done and changes no record, such as a sign-in."""

    id: ShortText = Field(description="Id of the entry.")
    chain: Slug = Field(description="A city, or `platform` for what belongs to none.")
    seq: Count = Field(description="Place in the chain, from 1 and without gaps.")
    at: Moment = Field(description="When.")
    actor_kind: ActorKind = Field(description="Who: a person, a service client, the system, or nobody known.")
    actor_id: ActorId | None = Field(description="Id of the account or the client.")
    acting_for_id: ActorId | None = Field(
        description="Id of the account the actor stood in for as a deputy; null: for nobody."
    )
    action: Word = Field(description="What was done, such as `create`, `update`, `delete`, `sign_in`.")
    resource: Word = Field(description="Kind of record.")
    resource_id: ShortText = Field(description="Which record.")
    request_id: ShortText | None = Field(description="The request it was done in.")
    before_hash: Hash | None = Field(description="Hash of the record before.")
    after_hash: Hash | None = Field(description="Hash of the record after.")
    prev_hash: Hash = Field(description="Hash of the entry before in this chain.")
    hash: Hash = Field(description="Hash of this entry and the one before.")


class AuditQuery(PageQuery):
    """Filters of the trail."""

    chain: Annotated[list[Slug], Field(max_length=50, description="Cities, or `platform`.")] = Field(
        default=[]
    )
    actor: Annotated[ActorId | None, Field(description="Id of an account or a service client.")] = None
    resource: Annotated[Word | None, Field(description="Kind of record.")] = None
    record: Annotated[ShortText | None, Field(description="Id of a record.")] = None
    action: Annotated[Word | None, Field(description="What was done.")] = None
    since: Annotated[QueryMoment | None, Field(description="From this moment on (RFC 3339).")] = None
    until: Annotated[QueryMoment | None, Field(description="Before this moment (RFC 3339).")] = None
    sort: Annotated[
        str,
        Field(pattern=sort_pattern("id", "at", "seq"), max_length=80, description="`-` sorts downwards."),
    ] = "-id"
