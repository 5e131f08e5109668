"""Loading a factor set as a draft, taking it back, and publishing it with four eyes."""

from sqlmodel import Session, col, select

from klimabruecke.audit import actions as audit
from klimabruecke.core.changes import context
from klimabruecke.core.errors import Invalid, NotFound
from klimabruecke.core.ids import new_id
from klimabruecke.identity.approvals import actions as approvals
from klimabruecke.identity.callers import Caller
from klimabruecke.reference import queries as reference
from klimabruecke.reference.actions import add_source, free_id
from klimabruecke.reference.drafts.checks import check_rows
from klimabruecke.reference.drafts.queries import RESOURCE
from klimabruecke.reference.drafts.refusals import NO_DRAFT, NoLongerFits, refused
from klimabruecke.reference.drafts.rows import parsed
from klimabruecke.reference.drafts.schemas import EmissionFactorSetDraftIn, FactorRow
from klimabruecke.reference.drafts.tables import EmissionFactorSetDraft
from klimabruecke.reference.seed import FACTOR_WORDS
from klimabruecke.reference.tables import EmissionFactor, EmissionFactorSet
from klimabruecke.reference.text import search_text

OF_THE_SET = ("publisher", "licence", "gwp_set", "valid_from_on", "valid_to_on", "best_before_on")
"""What every factor has from its set."""


def load(session: Session, caller: Caller, asked: EmissionFactorSetDraftIn) -> EmissionFactorSetDraft:
    """A set that nothing uses yet. Raises Invalid with row and column of what is wrong in the file."""
    _check_frame(session, asked)
    rows = parsed(asked.csv)
    check_rows(session.connection(), rows, asked.valid_from_on)
    draft = EmissionFactorSetDraft(
        **asked.model_dump(exclude={"new_source"}),
        id=new_id(),
        new_source=None if asked.new_source is None else asked.new_source.model_dump(mode="json"),
        loaded_by=caller.id,
        factors=len(rows),
    )
    session.add(draft)
    session.flush()
    approvals.propose(session, RESOURCE, draft.id, None, caller)
    return draft


def _check_frame(session: Session, asked: EmissionFactorSetDraftIn) -> None:
    if asked.valid_to_on is not None and asked.valid_to_on < asked.valid_from_on:
        raise refused("/valid_to_on", "ends_before_start")
    if asked.source_id is None and asked.new_source is None:
        raise refused("/source_id", "source_missing")
    if asked.source_id is not None and asked.new_source is not None:
        raise refused("/new_source", "two_sources")
    if asked.source_id is not None and not reference.knows_source(session.connection(), asked.source_id):
        raise refused("/source_id", "unknown_source")


def locked_draft(session: Session, draft_id: str) -> EmissionFactorSetDraft:
    """The draft, locked. Raises NotFound."""
    draft = session.get(EmissionFactorSetDraft, draft_id, with_for_update=True, populate_existing=True)
    if draft is None or draft.deleted_at is not None:
        raise NotFound.among(*NO_DRAFT)
    return draft


def discard(session: Session, draft: EmissionFactorSetDraft) -> None:
    """Nobody waits for it any more; the trail keeps it."""
    waiting = approvals.open_approval(session, RESOURCE, draft.id)
    if waiting is not None:
        approvals.withdraw(session, waiting)
    draft.deleted_at = context(session).clock()


def publish(session: Session, draft: EmissionFactorSetDraft, caller: Caller) -> EmissionFactorSet:
    """From the commit on the calculator uses its factors for their days. What is stored stays as it is.

    Raises SecondPersonRequired for who loaded it, and NoLongerFits where another set came in between.
    """
    approvals.approve(session, RESOURCE, draft.id, caller)
    # Publications take turns: two sets must not replace the same factor.
    sets = select(EmissionFactorSet.id).order_by(col(EmissionFactorSet.id)).with_for_update()
    taken = set(session.exec(sets).all())
    rows = parsed(draft.csv)
    try:
        check_rows(session.connection(), rows, draft.valid_from_on)
    except Invalid:
        raise NoLongerFits from None
    published = EmissionFactorSet(
        **{name: getattr(draft, name) for name in (*OF_THE_SET, "title", "edition_year", "verification")},
        id=free_id(draft.publisher, draft.edition_year, taken),
        gwp_set_verification=draft.gwp_set and draft.verification,
        source_id=draft.source_id or "",
    )
    if draft.new_source is not None:
        published.source_id = f"{published.id}-source"
        add_source(session, published.source_id, draft.new_source, published.verification)
    session.add(published)
    session.flush()
    session.add_all([_factor(draft, published, row.factor) for row in rows])
    draft.deleted_at = context(session).clock()
    audit.name(session, draft, "publish")
    session.flush()
    return published


def _factor(draft: EmissionFactorSetDraft, published: EmissionFactorSet, row: FactorRow) -> EmissionFactor:
    values = {
        **row.model_dump(exclude={"replaces"}),
        **{name: getattr(draft, name) for name in OF_THE_SET},
        "replaces_id": row.replaces,
        "factor_set_id": published.id,
        "gwp_set_verification": published.gwp_set_verification,
        "document": draft.title,
        "publication_year": str(draft.edition_year),
        "source_id": published.source_id,
    }
    return EmissionFactor(**values, search_text=search_text(*(values[name] for name in FACTOR_WORDS)))
