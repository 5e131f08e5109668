"""Recording and changing contributions."""

from sqlmodel import Session

from klimabruecke.cities.queries import check_cities
from klimabruecke.core.errors import FieldError, Invalid
from klimabruecke.core.ids import new_id
from klimabruecke.core.language import Bilingual
from klimabruecke.core.records import change
from klimabruecke.footprint.contributions.schemas import ContributionIn, ContributionPatch
from klimabruecke.footprint.contributions.tables import ClimateContribution
from klimabruecke.footprint.deps import Principal, require_write
from klimabruecke.footprint.refusals import refused

PROOF_MISSING = Bilingual(
    "Nennen Sie einen Beleg: eine Adresse im Netz oder ein Dokument.",
    "Name a proof: a web address or a document.",
)


def create_contribution(
    session: Session, principal: Principal, asked: ContributionIn, *, demo: bool = False
) -> ClimateContribution:
    require_write(principal, [asked.city_id])
    contribution = ClimateContribution(id=new_id(), demo=demo, **asked.model_dump())
    _check(session, contribution)
    session.add(contribution)
    session.flush()
    return contribution


def update_contribution(
    session: Session, principal: Principal, contribution: ClimateContribution, patch: ContributionPatch
) -> None:
    """Who gives it to another city must be allowed to write for that one as well."""
    given = patch.given()
    require_write(principal, [given.get("city_id", contribution.city_id)])
    change(contribution, given)
    _check(session, contribution)
    session.flush()


def _check(session: Session, contribution: ClimateContribution) -> None:
    check_cities(session, [contribution.city_id], lambda _: "/city_id")
    if contribution.period_ends_on < contribution.period_starts_on:
        raise refused("/period_ends_on", "ends_before_start")
    if contribution.proof_url is None and contribution.proof_note is None:
        raise Invalid(FieldError("/proof_note", "proof_missing", PROOF_MISSING))
