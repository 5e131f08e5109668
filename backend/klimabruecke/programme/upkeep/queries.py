"""What of the reference data should be looked at again, by dates that stand in the records themselves."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from sqlalchemy import Connection

from klimabruecke.cities import queries as cities
from klimabruecke.core.language import Bilingual
from klimabruecke.footprint.budgets import queries as budgets
from klimabruecke.footprint.rules import queries as rules
from klimabruecke.programme.upkeep.schemas import UpkeepItem, UpkeepKind
from klimabruecke.reference import queries as reference

AHEAD = timedelta(days=90)
POPULATION_YEARS = 3
"""A figure of 2023 is good until the end of 2026: by then newer ones are published."""


def upkeep(connection: Connection, today: date) -> list[UpkeepItem]:
    """Everything past or within 90 days of its best-before, the longest past first, unknown ages before."""
    found = (item for source in SOURCES for item in source(connection, today))
    return sorted(found, key=lambda item: (item.best_before_on or date.min, item.id))


def _factor_sets(connection: Connection, today: date) -> Iterator[UpkeepItem]:
    for row in reference.factor_sets_past_best_before(connection, today + AHEAD):
        title, link = Bilingual(row.title, row.title), f"/methodik/faktoren?factor_set={row.id}"
        yield _item("factor_set", row.id, title, row.best_before_on, today, link)


def _populations(connection: Connection, today: date) -> Iterator[UpkeepItem]:
    for city in cities.population_years(connection):
        year = city.population_year
        best_before = None if year is None else date(year + POPULATION_YEARS, 12, 31)
        if best_before is None or best_before < today + AHEAD:
            counted = "?" if year is None else year
            title = Bilingual(
                f"Einwohnerzahl {city.name_de} ({counted})", f"Population of {city.name_en} ({counted})"
            )
            yield _item("population", city.id, title, best_before, today, f"/staedte/{city.id}")


def _travel_rules(connection: Connection, today: date) -> Iterator[UpkeepItem]:
    for rule in rules.ending_rules(connection, today + AHEAD):
        title = Bilingual(rule.title_de or rule.title_en, rule.title_en or rule.title_de)
        yield _item("travel_rule", rule.id, title, rule.valid_to_on, today, f"/reiseregeln/{rule.id}")


def _budgets(connection: Connection, today: date) -> Iterator[UpkeepItem]:
    """Thresholds of a year: nothing warns in the next one until its limit is set."""
    for row in budgets.last_budgets(connection, (today + AHEAD).year):
        best_before = date(row.year, 12, 31)
        if best_before < today + AHEAD:
            title_de, title_en = row.title_de or row.title_en, row.title_en or row.title_de
            title = Bilingual(
                f"{title_de}: CO2-Obergrenze {row.year}", f"{title_en}: carbon budget {row.year}"
            )
            link = f"/fussabdruck/obergrenze?project={row.project_id}&year={row.year + 1}"
            yield _item("carbon_budget", row.id, title, best_before, today, link)


def _item(
    kind: UpkeepKind, record_id: str, title: Bilingual, best_before: date | None, today: date, link: str
) -> UpkeepItem:
    return UpkeepItem(
        id=f"{kind}:{record_id}",
        kind=kind,
        record_id=record_id,
        title_de=title.de,
        title_en=title.en,
        best_before_on=best_before,
        state="past" if best_before is None or best_before < today else "near",
        link=link,
    )


Source = Callable[[Connection, date], Iterable[UpkeepItem]]
SOURCES: tuple[Source, ...] = (_factor_sets, _populations, _travel_rules, _budgets)
"""What has a best-before; other dated records, such as thresholds, are one more function here."""
