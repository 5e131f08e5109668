"""What can be asked of the reference data: lists, single records, and the calculator's view of them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from sqlalchemy import ColumnElement, Connection, Engine, Row, Select, and_, func, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from klimabruecke.calc import gwp
from klimabruecke.calc.factors import Factor, FactorBook, NonCo2, Scope
from klimabruecke.core.changes import counted
from klimabruecke.core.errors import NotFound
from klimabruecke.core.evidence import RECALLED, for_the_public
from klimabruecke.core.listing import Listing
from klimabruecke.core.listing.search import contains
from klimabruecke.core.schemas import RowOut
from klimabruecke.core.tables import ResourceCounter
from klimabruecke.identity.recalled import Views
from klimabruecke.reference.airports import Airport, airport_index
from klimabruecke.reference.evidence.queries import GWP_SET, OF_FACTORS, OF_SETS, SOURCE
from klimabruecke.reference.schemas import (
    EmissionFactorOut,
    EmissionFactorSetOut,
    GwpSetOut,
    SourceOut,
)
from klimabruecke.reference.tables import EmissionFactor, EmissionFactorSet, GwpSet, GwpValue, Source


def _living(table: Any, out: type[RowOut], **computed: Any) -> Select[Any]:
    """The columns an ``Out`` model names, in its order, of the rows that were not deleted."""
    columns = [computed[name] if name in computed else getattr(table, name) for name in out.model_fields]
    return select(*columns).where(col(table.deleted_at).is_(None))


_SOURCES = _living(Source, SourceOut)
_FACTORS = _living(EmissionFactor, EmissionFactorOut)
_SETS = _living(
    EmissionFactorSet,
    EmissionFactorSetOut,
    factors=select(func.count())
    .where(
        col(EmissionFactor.factor_set_id) == col(EmissionFactorSet.id),
        col(EmissionFactor.deleted_at).is_(None),
    )
    .scalar_subquery()
    .label("factors"),
)

_SOURCE_LIST = Listing(
    SourceOut,
    _SOURCES,
    resources=["source"],
    sorts={"title": Source.title, "year": Source.year},
    filters={
        "kind": lambda kind: col(Source.kind) == kind,
        "publisher": lambda publisher: col(Source.publisher) == publisher,
        "verification": lambda verification: col(Source.verification) == verification,
        "q": lambda text: contains(text, Source.search_text),
    },
)

_SET_LIST = Listing(
    EmissionFactorSetOut,
    _SETS,
    resources=["emission_factor_set", "emission_factor"],
    sorts={"publisher": EmissionFactorSet.publisher, "edition_year": EmissionFactorSet.edition_year},
    filters={"verification": lambda verification: col(EmissionFactorSet.verification) == verification},
)

_FACTOR_LIST = Listing(
    EmissionFactorOut,
    # A list is a copy of the publisher's table: only what the licence allows is in it (ADR 3). At its own
    # address any factor answers: a single number with its source is a quotation.
    _FACTORS.where(col(EmissionFactor.redistribution) == "open"),
    single=_FACTORS,
    resources=["emission_factor"],
    sorts={
        name: getattr(EmissionFactor, name)
        for name in ("category", "name", "region_code", "valid_from_on", "quality_grade")
    },
    filters={
        "category": lambda categories: col(EmissionFactor.category).in_(categories),
        "region": lambda region: col(EmissionFactor.region_code) == region,
        "unit": lambda unit: col(EmissionFactor.unit) == unit,
        "source": lambda source: col(EmissionFactor.source_id) == source,
        "factor_set": lambda factor_set: col(EmissionFactor.factor_set_id) == factor_set,
        "verification": lambda verification: col(EmissionFactor.verification) == verification,
        "grade": lambda grade: col(EmissionFactor.quality_grade) == grade,
        "non_co2": lambda non_co2: col(EmissionFactor.non_co2) == non_co2,
        "valid_on": lambda day: (
            or_(col(EmissionFactor.valid_from_on).is_(None), col(EmissionFactor.valid_from_on) <= day)
            & or_(col(EmissionFactor.valid_to_on).is_(None), col(EmissionFactor.valid_to_on) >= day)
        ),
        "q": lambda text: contains(text, EmissionFactor.search_text),
    },
)

SOURCES = Views(_SOURCE_LIST, [SOURCE])
EMISSION_FACTOR_SETS = Views(_SET_LIST, OF_SETS)
EMISSION_FACTORS = Views(_FACTOR_LIST, OF_FACTORS)


def gwp_counter(connection: Connection) -> int:
    """What moves with every change of the potentials."""
    return counted(connection, [GwpSet.__tablename__, GwpValue.__tablename__])


class NamedSource(NamedTuple):
    """What a source is cited by."""

    id: str
    publisher: str | None
    title: str
    year: int | None


def sources_named(connection: Connection, source_ids: Sequence[str]) -> list[NamedSource]:
    """What these sources are called, sorted by id; deleted ones too."""
    columns = [getattr(Source, name) for name in NamedSource._fields]
    rows = connection.execute(select(*columns).where(col(Source.id).in_(source_ids)).order_by(col(Source.id)))
    return [NamedSource(*row) for row in rows]


def source(connection: Connection, source_id: str) -> SourceOut | None:
    """A source with its licence and where to find it; None where there is none."""
    row = connection.execute(_SOURCES.where(col(Source.id) == source_id)).one_or_none()
    return None if row is None else SourceOut.model_validate(dict(row._mapping))


def gwp_set_records(connection: Connection, *, with_recalled: bool) -> list[GwpSetOut]:
    """The sets of global warming potentials, sorted by id, the gases of each sorted by name."""
    gases = _gases(connection)
    names = [name for name in GwpSetOut.model_fields if name != "gases"]
    sets = select(*(getattr(GwpSet, name) for name in names)).order_by(col(GwpSet.id))
    rows = connection.execute(sets if with_recalled else for_the_public(sets, [GWP_SET]))
    return [
        GwpSetOut.model_validate(
            {
                **row._mapping,
                "gases": [{"gas": gas, "value": value} for gas, value in sorted(gases[row.id].items())],
            }
        )
        for row in rows
    ]


_potentials: WeakKeyDictionary[Engine, tuple[int, dict[str, gwp.GwpSet]]] = WeakKeyDictionary()


def gwp_sets(connection: Connection) -> dict[str, gwp.GwpSet]:
    """The same for the calculator, by id; read anew only where one was written since the last time."""
    counter = gwp_counter(connection)
    kept = _potentials.get(connection.engine)
    if kept is None or kept[0] != counter:
        gases = _gases(connection)
        rows = connection.execute(select(col(GwpSet.id), col(GwpSet.horizon_years)))
        found = {row.id: gwp.GwpSet(row.id, row.horizon_years, gases[row.id]) for row in rows}
        kept = _potentials[connection.engine] = (counter, found)
    return kept[1]


def _gases(connection: Connection) -> Mapping[str, dict[str, Decimal]]:
    found: dict[str, dict[str, Decimal]] = defaultdict(dict)
    columns = (col(GwpValue.gwp_set_id), col(GwpValue.gas), col(GwpValue.value))
    for set_id, gas, value in connection.execute(select(*columns)):
        found[set_id][gas] = value
    return found


def emission_factor_set(connection: Connection, set_id: str) -> EmissionFactorSetOut:
    """One edition with the number of its factors. Raises NotFound."""
    row = connection.execute(_SETS.where(col(EmissionFactorSet.id) == set_id)).one_or_none()
    if row is None:
        raise NotFound
    return EmissionFactorSetOut.model_validate(dict(row._mapping))


def factor_set_start(connection: Connection, set_id: str) -> date | None:
    """The first day a set of factors is meant for; None where it names none. Raises NotFound."""
    living = select(col(EmissionFactorSet.valid_from_on)).where(
        col(EmissionFactorSet.id) == set_id, col(EmissionFactorSet.deleted_at).is_(None)
    )
    row = connection.execute(living).one_or_none()
    if row is None:
        raise NotFound
    found: date | None = row.valid_from_on
    return found


def knows_source(connection: Connection, source_id: str) -> bool:
    """Whether a source is listed here."""
    return source_verification(connection, source_id) is not None


def source_verification(connection: Connection, source_id: str) -> str | None:
    """Whether a source was read or is only remembered; None where it is not listed here."""
    living = select(col(Source.verification)).where(
        col(Source.id) == source_id, col(Source.deleted_at).is_(None)
    )
    found: str | None = connection.execute(living).scalar_one_or_none()
    return found


def unknown_sources(connection: Connection, source_ids: Collection[str]) -> set[str]:
    """Those of the ids that no source has."""
    return _unknown(connection, Source, source_ids)


def unknown_factors(connection: Connection, factor_ids: Collection[str]) -> set[str]:
    """Those of the ids that no emission factor has."""
    return _unknown(connection, EmissionFactor, factor_ids)


def _unknown(connection: Connection, table: Any, ids: Collection[str]) -> set[str]:
    if not ids:
        return set()
    living = select(col(table.id)).where(col(table.id).in_(sorted(ids)), col(table.deleted_at).is_(None))
    return set(ids) - set(connection.execute(living).scalars())


def factor_names(connection: Connection, factor_ids: Collection[str]) -> dict[str, tuple[str, str]]:
    """What these factors are called in German and English, by id."""
    columns = (EmissionFactor.id, EmissionFactor.name, EmissionFactor.name_de, EmissionFactor.name_en)
    rows = select(*map(col, columns)).where(col(EmissionFactor.id).in_(sorted(factor_ids)))
    return {row.id: (row.name_de or row.name, row.name_en or row.name) for row in connection.execute(rows)}


def factor_sets_past_best_before(connection: Connection, on: date) -> Sequence[Any]:
    """Sets of factors to be looked at again before this day: id, title and the last day they are good for.

    Where nobody has set that day it is the last one they are meant for, unless a later set goes on.
    """
    of_set = EmissionFactorSet
    last_day = func.coalesce(col(of_set.best_before_on), col(of_set.valid_to_on))
    outdated = select(col(of_set.id), col(of_set.title), last_day.label("best_before_on")).where(
        last_day < on,
        col(of_set.deleted_at).is_(None),
        or_(col(of_set.best_before_on).is_not(None), ~_goes_on()),
    )
    return connection.execute(outdated.order_by(last_day, col(of_set.id))).all()


def _goes_on() -> ColumnElement[bool]:
    """Whether the publisher has a later, proven set with a factor of the same sort, place and unit."""
    later, old, new = aliased(EmissionFactorSet), aliased(EmissionFactor), aliased(EmissionFactor)
    sort = ("category", "region_code", "unit")
    same_sort = (col(getattr(new, name)) == getattr(old, name) for name in sort)
    return (
        select(col(later.id))
        .join(new, col(new.factor_set_id) == col(later.id))
        .join(old, and_(*same_sort))
        .where(
            col(old.factor_set_id) == col(EmissionFactorSet.id),
            col(later.publisher) == col(EmissionFactorSet.publisher),
            col(later.valid_from_on) > col(EmissionFactorSet.valid_from_on),
            or_(col(later.valid_to_on).is_(None), later.valid_to_on > col(EmissionFactorSet.valid_to_on)),
            col(later.verification) != RECALLED,
            *(col(each.deleted_at).is_(None) for each in (later, old, new)),
        )
        .exists()
    )


def factor_sets_without_end(connection: Connection) -> int:
    """How many sets name neither a best-before date nor a last day: nobody knows when they grow old."""
    endless = select(func.count()).where(
        col(EmissionFactorSet.best_before_on).is_(None),
        col(EmissionFactorSet.valid_to_on).is_(None),
        col(EmissionFactorSet.deleted_at).is_(None),
    )
    return int(connection.execute(endless).scalar_one())


_books: WeakKeyDictionary[Engine, tuple[int, FactorBook]] = WeakKeyDictionary()


def factor_book(connection: Connection) -> FactorBook:
    """All factors for the calculator; read anew only when a factor was written since the last time."""
    counted = select(col(ResourceCounter.counter)).where(col(ResourceCounter.resource) == "emission_factor")
    counter = connection.execute(counted).scalar() or 0
    kept = _books.get(connection.engine)
    if kept is None or kept[0] != counter:
        rows = connection.execute(select(EmissionFactor).where(col(EmissionFactor.deleted_at).is_(None)))
        kept = _books[connection.engine] = (counter, FactorBook(_factor(row) for row in rows))
    return kept[1]


def _factor(row: Row[Any]) -> Factor:
    return Factor(
        id=row.id,
        value=row.value,
        unit=row.unit,
        source_id=row.source_id,
        verification=row.verification,
        scope=Scope(row.scope),
        non_co2=NonCo2(row.non_co2),
        gwp_set=row.gwp_set or "",
        region_code=row.region_code,
        valid_from=row.valid_from_on,
        valid_to=row.valid_to_on,
        uncertainty_pct=row.uncertainty_pct,
        series=row.publisher_factor_id,
        replaces=row.replaces_id,
    )


def airport(iata: str) -> Airport | None:
    """The airport of an IATA code; None where there is none."""
    return airport_index().find(iata)


def airports(text: str, limit: int) -> list[Airport]:
    """The airports a search text means, best first."""
    return airport_index().search(text, limit)
