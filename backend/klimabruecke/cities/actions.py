"""Adding cities."""

from sqlalchemy import select
from sqlmodel import Session

from klimabruecke.cities.schemas import CityIn
from klimabruecke.cities.tables import City
from klimabruecke.core.changes import table_of
from klimabruecke.core.errors import FieldError, Invalid
from klimabruecke.core.language import Bilingual
from klimabruecke.core.tables import PLATFORM
from klimabruecke.core.validation import refused

SENTENCES: dict[str, Bilingual] = {
    "city_exists": Bilingual(
        "Diese Kennung ist schon vergeben. Prüfen Sie unter /api/v1/cities, ob es die Stadt schon gibt.",
        "This id is taken. See at /api/v1/cities whether the city is there already.",
    ),
    "parent_no_state": Bilingual(
        "Zugeordnet wird eine Stadt dem Bundesland oder Staat, in dem sie liegt; dieser Eintrag ist keiner.",
        "A city belongs to the state it lies in; this entry is none.",
    ),
    "year_missing": Bilingual(
        "Nennen Sie das Jahr der Einwohnerzahl.", "Name the year of the population figure."
    ),
    "source_missing": Bilingual(
        "Nennen Sie die Quelle dieser Zahl, eine aus /api/v1/sources.",
        "Name the source of this figure, one of /api/v1/sources.",
    ),
    "unknown_source": Bilingual(
        "Diese Quelle gibt es nicht. Welche es gibt, steht unter /api/v1/sources.",
        "There is no such source. Those that exist are listed at /api/v1/sources.",
    ),
}


def create_city(session: Session, asked: CityIn) -> City:
    """Raises Invalid for an id that is taken, and for figures without their year or source."""
    if asked.id == PLATFORM or session.get(City, asked.id) is not None:
        raise _refused("id", "city_exists")
    _check(session, asked)
    values = asked.model_dump(exclude={"country_code", "latitude", "longitude"})
    city = City(
        **values,
        country=asked.country_code,
        latitude_deg=asked.latitude,
        longitude_deg=asked.longitude,
        population_verification="reported",
    )
    session.add(city)
    session.flush()
    return city


def _check(session: Session, asked: CityIn) -> None:
    if asked.parent_city_id is not None:
        parent = session.get(City, asked.parent_city_id)
        if parent is None or parent.deleted_at is not None:
            raise refused("/parent_city_id", "unknown_city")
        if parent.level != "state":
            raise _refused("parent_city_id", "parent_no_state")
    if asked.population is not None and asked.population_year is None:
        raise _refused("population_year", "year_missing")
    for figure, source in (("population", "population_source_id"), ("area_km2", "area_source_id")):
        named = getattr(asked, source)
        if getattr(asked, figure) is not None and named is None:
            raise _refused(source, "source_missing")
        if named is not None and _is_unknown(session, source, named):
            raise _refused(source, "unknown_source")


def _is_unknown(session: Session, column: str, named: str) -> bool:
    """Whether the record a column refers to is not there; asked of the table it refers to."""
    (foreign,) = table_of(City).c[column].foreign_keys
    return session.connection().execute(select(foreign.column).where(foreign.column == named)).first() is None


def _refused(field: str, code: str) -> Invalid:
    return Invalid(FieldError(f"/{field}", code, SENTENCES[code]))
