"""What a note on a city's measures is made of."""

from datetime import date

from sqlalchemy import Connection

from klimabruecke.cities.queries import city_names
from klimabruecke.core.errors import FieldError, Invalid
from klimabruecke.core.language import Bilingual
from klimabruecke.measures.deps import Reach
from klimabruecke.measures.measures.queries import published_of
from klimabruecke.measures.progress.queries import updates_between
from klimabruecke.programme.notes.writing import Progress
from klimabruecke.reference.queries import sources_named

UNKNOWN_CITY = Bilingual(
    "Diese Stadt gibt es hier nicht. Welche es gibt, steht unter /api/v1/cities.",
    "There is no such city here. Those that exist are listed at /api/v1/cities.",
)


def progress(connection: Connection, reach: Reach, city_id: str, year: int, today: date) -> Progress:
    """What is published of a city's measures, and what was reported of them in the year. Raises Invalid."""
    names = city_names(connection, [city_id])
    if city_id not in names:
        raise Invalid(FieldError("/query/city", "unknown_city", UNKNOWN_CITY))
    measures = published_of(connection, reach, city_id)
    cited = {measure.source_id for measure in measures}
    cited |= {effect.source_id for measure in measures for effect in measure.effects}
    known = sources_named(connection, sorted(filter(None, cited)))
    ids = [measure.id for measure in measures]
    updates = updates_between(connection, ids, date(year, 1, 1), date(year, 12, 31))
    sources = {source.id: source for source in known}
    return Progress(names[city_id], year, today, measures, updates, sources)
