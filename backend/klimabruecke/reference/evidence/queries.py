"""The facts among the reference data that say how they were established."""

from typing import Any

from sqlalchemy import String, cast, func, literal, select
from sqlmodel import Session, col

from klimabruecke.core.evidence import RECALLED, Fact
from klimabruecke.reference.tables import EmissionFactor, EmissionFactorSet, GwpSet, Source

PLACEHOLDER = "recall"
"""The kind of the source that stands where nobody has named one yet; nothing can prove it."""

_FACTOR_PAGE = literal("/methodik/faktoren/") + col(EmissionFactor.id)
_SET_PAGE = literal("/methodik/faktoren?factor_set=") + col(EmissionFactorSet.id)
_RECALLED_SETS = select(col(EmissionFactorSet.id)).where(
    col(EmissionFactorSet.gwp_set_verification) == RECALLED, col(EmissionFactorSet.deleted_at).is_(None)
)


def _same_potentials(session: Session, proven: Any) -> None:
    """The factors of a set rest on its potentials."""
    same = (
        col(EmissionFactor.factor_set_id) == proven.id,
        col(EmissionFactor.gwp_set) == proven.gwp_set,
        col(EmissionFactor.gwp_set_verification) == RECALLED,
    )
    for factor in session.scalars(select(EmissionFactor).where(*same)):
        factor.gwp_set_verification = "verified"


SOURCE = Fact(
    "source",
    Source,
    title_de=literal("Quelle: ") + col(Source.title),
    title_en=literal("Source: ") + col(Source.title),
    value=col(Source.publisher),
    page=literal("/methodik/quellen/") + col(Source.id),
    source=None,
    place="locator",
    around=lambda rows: rows.where(col(Source.kind) != PLACEHOLDER),
)
FACTOR_SET = Fact(
    "emission_factor_set",
    EmissionFactorSet,
    title_de=literal("Faktorsatz: ") + col(EmissionFactorSet.title),
    title_en=literal("Factor set: ") + col(EmissionFactorSet.title),
    value=col(EmissionFactorSet.publisher),
    page=_SET_PAGE,
)
FACTOR_SET_POTENTIALS = Fact(
    "emission_factor_set_gwp",
    EmissionFactorSet,
    title_de=literal("Treibhauspotenziale im Faktorsatz: ") + col(EmissionFactorSet.title),
    title_en=literal("Warming potentials of the factor set: ") + col(EmissionFactorSet.title),
    value=col(EmissionFactorSet.gwp_set),
    page=_SET_PAGE,
    verification="gwp_set_verification",
    source=None,
    hides=("gwp_set",),
    proves=_same_potentials,
)
FACTOR = Fact(
    "emission_factor",
    EmissionFactor,
    title_de=literal("Emissionsfaktor: ")
    + func.coalesce(col(EmissionFactor.name_de), col(EmissionFactor.name)),
    title_en=literal("Emission factor: ")
    + func.coalesce(col(EmissionFactor.name_en), col(EmissionFactor.name)),
    value=col(EmissionFactor.value),
    unit=col(EmissionFactor.unit),
    page=_FACTOR_PAGE,
)
FACTOR_POTENTIALS = Fact(
    "emission_factor_gwp",
    EmissionFactor,
    title_de=literal("Treibhauspotenziale im Emissionsfaktor: ")
    + func.coalesce(col(EmissionFactor.name_de), col(EmissionFactor.name)),
    title_en=literal("Warming potentials of the emission factor: ")
    + func.coalesce(col(EmissionFactor.name_en), col(EmissionFactor.name)),
    value=col(EmissionFactor.gwp_set),
    page=_FACTOR_PAGE,
    verification="gwp_set_verification",
    source=None,
    hides=("gwp_set",),
    # Where those of the whole set wait, they are proven with it.
    around=lambda rows: rows.where(col(EmissionFactor.factor_set_id).not_in(_RECALLED_SETS)),
)
GWP_SET = Fact(
    "gwp_set",
    GwpSet,
    title_de=literal("Treibhauspotenziale: ") + col(GwpSet.title),
    title_en=literal("Global warming potentials: ") + col(GwpSet.title),
    value=cast(col(GwpSet.horizon_years), String),
    unit=literal("a"),
    page=literal("/methodik"),
)
OF_SETS = (FACTOR_SET, FACTOR_SET_POTENTIALS)
OF_FACTORS = (FACTOR, FACTOR_POTENTIALS)
FACTS = (SOURCE, *OF_SETS, *OF_FACTORS, GWP_SET)
