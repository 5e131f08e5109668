"""What can be asked of measures."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select
from sqlmodel import Session, col

from klimabruecke.core.evidence import for_the_public
from klimabruecke.core.language import Bilingual
from klimabruecke.core.listing import Listing
from klimabruecke.core.records import no_such
from klimabruecke.core.search import similar, words
from klimabruecke.identity.errors import Unauthenticated
from klimabruecke.measures.deps import HOUSE, Reach
from klimabruecke.measures.evidence.queries import MEASURE, OF_MEASURES
from klimabruecke.measures.json_lists import names
from klimabruecke.measures.measures.listed import MeasureFilters
from klimabruecke.measures.measures.schemas import MeasureOut
from klimabruecke.measures.measures.tables import Measure
from klimabruecke.measures.refusals import refused

_MEASURES = select(*(getattr(Measure, name) for name in MeasureOut.model_fields)).where(
    col(Measure.deleted_at).is_(None)
)
_PUBLISHED = col(Measure.visibility) == "published"


def _found(found_words: Sequence[Any]) -> ColumnElement[bool]:
    """Each of the words stands in the measure, or one much like it."""
    return and_(*(similar(word, col(Measure.search_text), col(Measure.id)) for word in found_words))


def _stale(day: Any) -> ColumnElement[bool]:
    return or_(col(Measure.review_due_on).is_(None), col(Measure.review_due_on) <= day)


FILTERS: dict[str, Any] = {
    "city": lambda cities: col(Measure.city_id).in_(cities),
    "sector": lambda sectors: col(Measure.sector).in_(sectors),
    "action_type": lambda kinds: col(Measure.action_type).in_(kinds),
    "status": lambda statuses: col(Measure.status).in_(statuses),
    "co_benefit": lambda benefit: names(Measure.co_benefits, benefit),
    "visibility": lambda visibility: col(Measure.visibility) == visibility,
    "stale_on": _stale,
    "q": _found,
}


_LISTING = Listing(
    MeasureOut,
    _MEASURES,
    resources=["measure"],
    sorts={
        name: getattr(Measure, name)
        for name in (
            *("city_id", "title_de", "title_en", "starts_year", "updated_at"),
            "ghg_reduction_kg_per_year",
        )
    },
    filters=FILTERS,
)
_BY_REACH = {
    HOUSE: _LISTING.for_one_reader(),
    Reach(drafts=False, recalled=True): _LISTING,
    Reach(drafts=False, recalled=False): _LISTING.without_recalled(OF_MEASURES),
}


def measures_for(reach: Reach) -> Listing[MeasureOut]:
    """The list as everybody may keep it, or only the one who asked."""
    return _BY_REACH[reach]


def visible(reach: Reach, query: MeasureFilters) -> Any:
    """The query, its text taken apart into words, confined to what the caller may know of.

    Raises Unauthenticated where somebody asks for drafts who may not know of them.
    """
    update: dict[str, Any] = {"q": None if query.q is None else _words(query.q)}
    if not reach.drafts:
        if query.visibility == "draft":
            raise Unauthenticated
        update["visibility"] = "published"
    return query.model_copy(update=update)


def _words(text: str) -> list[str]:
    found = words(text)
    if not found:
        raise refused("/query/q", "no_words")
    return found


def measure(connection: Connection, reach: Reach, measure_id: str) -> MeasureOut:
    """Raises NotFound, also for a draft the caller may not know of."""
    row = connection.execute(_seen(reach).where(col(Measure.id) == measure_id)).one_or_none()
    if row is None:
        raise no_such("measure")
    return MeasureOut.model_validate(dict(row._mapping))


def _seen(reach: Reach) -> Select[Any]:
    seen = _MEASURES if reach.recalled else for_the_public(_MEASURES, OF_MEASURES)
    return seen if reach.drafts else seen.where(_PUBLISHED)


def known_measure(session: Session, measure_id: str, pointer: str) -> Measure:
    """The living measure a body names. Raises Invalid where there is none."""
    found = session.get(Measure, measure_id)
    if found is None or found.deleted_at is not None:
        raise refused(pointer, "unknown_measure")
    return found


_FACETS = ("city", "sector", "action_type", "status", "co_benefit")
_COLUMNS = {name: "city_id" if name == "city" else name for name in _FACETS} | {"co_benefit": "co_benefits"}


def facets(connection: Connection, reach: Reach, query: Any) -> dict[str, Any]:
    """How many measures each word leaves, in the shape of ``MeasureFacets``.

    The counts of a filter heed all others but not itself, so that one can change one's mind.
    """
    given = {name: value for name in FILTERS if (value := getattr(query, name)) not in (None, [])}
    counted = {name: _counts(connection, reach, name, given) for name in _FACETS}
    total = len(connection.execute(_narrowed(reach, given, None, col(Measure.id))).all())
    return {"total": total, **{name: counted[name] for name in _FACETS}}


def _counts(connection: Connection, reach: Reach, facet: str, given: dict[str, Any]) -> list[dict[str, Any]]:
    rows = connection.execute(_narrowed(reach, given, facet, getattr(Measure, _COLUMNS[facet]))).scalars()
    found: Counter[str] = Counter()
    for value in rows:
        found.update(value if isinstance(value, list) else [value])
    return [{"value": value, "measures": count} for value, count in sorted(found.items())]


def _narrowed(reach: Reach, given: dict[str, Any], left_out: str | None, column: Any) -> Select[Any]:
    conditions = [FILTERS[name](value) for name, value in given.items() if name != left_out]
    if not reach.recalled:
        conditions.append(~MEASURE.is_recalled)
    return select(column).where(col(Measure.deleted_at).is_(None), *conditions)


def published_of(connection: Connection, reach: Reach, city_id: str | None) -> list[MeasureOut]:
    """The published measures of a city, or of all."""
    found = _seen(reach).where(_PUBLISHED).order_by(col(Measure.id))
    if city_id is not None:
        found = found.where(col(Measure.city_id) == city_id)
    return [MeasureOut.model_validate(dict(row._mapping)) for row in connection.execute(found)]


def published_elsewhere(connection: Connection, reach: Reach, city_id: str) -> list[MeasureOut]:
    """The published measures of the other cities."""
    others = _seen(reach).where(_PUBLISHED, col(Measure.city_id) != city_id).order_by(col(Measure.id))
    return [MeasureOut.model_validate(dict(row._mapping)) for row in connection.execute(others)]


def measure_titles(connection: Connection, measure_ids: Sequence[str]) -> dict[str, Bilingual]:
    """What measures are called, by id, each title in the other language where it has only one."""
    columns = (col(Measure.id), col(Measure.title_de), col(Measure.title_en))
    rows = connection.execute(select(*columns).where(col(Measure.id).in_(measure_ids)))
    return {
        found: Bilingual(german or english or "", english or german or "") for found, german, english in rows
    }
