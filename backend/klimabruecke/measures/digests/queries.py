"""What was new in a month, gathered from measures, updates, answers, exchanges and transfers."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import col

from klimabruecke.audit.queries import done_between
from klimabruecke.core.language import Bilingual
from klimabruecke.measures.exchanges.queries import held_between
from klimabruecke.measures.measures.queries import measure_titles
from klimabruecke.measures.measures.tables import Measure
from klimabruecke.measures.progress.tables import MeasureUpdate
from klimabruecke.measures.questions.queries import answered_between
from klimabruecke.measures.transfers.queries import all_transfers

News = dict[str, Any]
RESOURCES = ("measure", "measure_update", "question", "exchange", "transfer")
STAGES = {
    "interest": Bilingual("Interesse", "interest"),
    "exchange": Bilingual("Austausch", "exchange"),
    "adaptation": Bilingual("Anpassung", "adaptation"),
    "adopted": Bilingual("übernommen", "adopted"),
    "declined": Bilingual("nicht übernommen", "declined"),
}
_MONTHS = (
    Bilingual("Januar", "January"),
    Bilingual("Februar", "February"),
    Bilingual("März", "March"),
    Bilingual("April", "April"),
    Bilingual("Mai", "May"),
    Bilingual("Juni", "June"),
    Bilingual("Juli", "July"),
    Bilingual("August", "August"),
    Bilingual("September", "September"),
    Bilingual("Oktober", "October"),
    Bilingual("November", "November"),
    Bilingual("Dezember", "December"),
)


def digest(connection: Connection, month: str, city: str | None) -> dict[str, Any]:
    """The news of a month, the oldest first, in the shape of ``DigestOut``; without those of ``city``."""
    year, number = map(int, month.split("-"))
    first, last = date(year, number, 1), date(year, number, monthrange(year, number)[1])
    gathered = (
        *_measures(connection, first, last),
        *_updates(connection, first, last),
        *_answers(connection, first, last),
        *_exchanges(connection, first, last),
        *_steps(connection, first, last),
    )
    items = [one for one in gathered if city is None or set(one["city_ids"]) != {city}]
    name = _MONTHS[number - 1]
    return {
        "month": month,
        "title_de": f"Neues aus den Städten, {name.de} {year}",
        "title_en": f"News from the cities, {name.en} {year}",
        "items": sorted(items, key=lambda one: (one["on"], one["kind"], one["link"])),
    }


def _news(
    kind: str, cities: list[str], on: date | str, title: Bilingual, text: Bilingual | None, **rest: Any
) -> News:
    return {
        "kind": kind,
        "city_ids": cities,
        "on": on if isinstance(on, str) else on.isoformat(),
        "title_de": title.de,
        "title_en": title.en,
        "text_de": text.de if text else None,
        "text_en": text.en if text else None,
        **rest,
    }


def _measures(connection: Connection, first: date, last: date) -> Iterator[News]:
    """Measures people recorded or published in the month; what a version ships is no news."""
    begin = datetime(first.year, first.month, 1, tzinfo=UTC)
    end = datetime(last.year, last.month, last.day, tzinfo=UTC) + timedelta(days=1)
    done = done_between(connection, "measure", ("create", "publish"), begin, end)
    new = select(Measure.__table__).where(  # type: ignore[attr-defined]
        col(Measure.id).in_(sorted(done)),
        col(Measure.visibility) == "published",
        col(Measure.deleted_at).is_(None),
    )
    for row in connection.execute(new):
        title = _pair(row.title_de, row.title_en)
        text = _pair(row.lead_de or row.description_de, row.lead_en or row.description_en)
        link, on = f"/massnahmen/{row.id}", done[row.id].date()
        yield _news("measure", [row.city_id], on, title, text, link=link, demo=row.demo)


def _updates(connection: Connection, first: date, last: date) -> Iterator[News]:
    reported = (
        select(MeasureUpdate.__table__, col(Measure.title_de), col(Measure.title_en))  # type: ignore[attr-defined]
        .join(Measure.__table__, col(Measure.id) == col(MeasureUpdate.measure_id))  # type: ignore[attr-defined]
        .where(
            col(MeasureUpdate.on).between(first, last),
            col(MeasureUpdate.deleted_at).is_(None),
            col(Measure.visibility) == "published",
            col(Measure.deleted_at).is_(None),
        )
    )
    for row in connection.execute(reported):
        title, text = _pair(row.title_de, row.title_en), _pair(row.text_de, row.text_en)
        link = f"/massnahmen/{row.measure_id}"
        yield _news("update", [row.city_id], row.on, title, text, link=link, demo=row.demo)


def _answers(connection: Connection, first: date, last: date) -> Iterator[News]:
    rows = answered_between(connection, first, last)
    titles = measure_titles(connection, [row.measure_id for row in rows])
    for row in rows:
        text = Bilingual(f"{row.text} — {row.answer}", f"{row.text} — {row.answer}")
        cities, link = [row.to_city_id, row.from_city_id], f"/massnahmen/{row.measure_id}"
        yield _news("answer", cities, row.answered_on, titles[row.measure_id], text, link=link, demo=row.demo)


def _exchanges(connection: Connection, first: date, last: date) -> Iterator[News]:
    for row in held_between(connection, first, last):
        title, results = _pair(row.title_de, row.title_en), row.results or row.topics
        text = Bilingual(results, results) if results else None
        link = f"/austausch/fachaustausch/{row.id}"
        yield _news("exchange", row.city_ids, row.on, title, text, link=link, demo=row.demo)


def _steps(connection: Connection, first: date, last: date) -> Iterator[News]:
    rows = all_transfers(connection)
    titles = measure_titles(connection, [row.source_measure_id for row in rows])
    for row in rows:
        for step in row.steps:
            if first.isoformat() <= step["on"] <= last.isoformat():
                text = STAGES[step["stage"]]
                if step["note"]:
                    text = Bilingual(f"{text.de}: {step['note']}", f"{text.en}: {step['note']}")
                cities, link = [row.from_city_id, row.to_city_id], f"/austausch/uebernahmen/{row.id}"
                title = titles[row.source_measure_id]
                yield _news("transfer", cities, step["on"], title, text, link=link, demo=row.demo)


def _pair(german: str | None, english: str | None) -> Bilingual:
    """A text in both languages, in the other one where it has only one."""
    return Bilingual(german or english or "", english or german or "")
