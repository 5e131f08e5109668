"""The first sheet of a workbook: which inventory it is, by which method, from where."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from klimabruecke import __version__
from klimabruecke.calc.inventory import MEASURES
from klimabruecke.core.language import Language
from klimabruecke.exchange.exports import words
from klimabruecke.exchange.exports.book import Book, Page, Value
from klimabruecke.exchange.exports.words import COVER
from klimabruecke.inventories.inventories.schemas import InventoryDetailOut
from klimabruecke.inventories.schemas import SETS


class About(NamedTuple):
    """An inventory with what else a file says of it: its city, and its source where that is a listed one."""

    inventory: InventoryDetailOut
    city: Any
    source: Any
    language: Language

    def say(self, name: str) -> str:
        return COVER[name].in_(self.language)

    def text(self, name: str) -> str | None:
        """A text of the inventory, in the other language where it has only one."""
        other: Language = "en" if self.language == "de" else "de"
        found = (getattr(self.inventory, f"{name}_{language}") for language in (self.language, other))
        return next(filter(None, found), None)

    @property
    def city_name(self) -> str:
        name: str = getattr(self.city, f"name_{self.language}")
        return name

    @property
    def title(self) -> str:
        return self.say("title").format(city=self.city_name, year=self.inventory.year)

    @property
    def source_text(self) -> str | None:
        if self.source is None:
            return self.inventory.source_note
        cited = ", ".join(filter(None, (self.source.publisher, self.source.title)))
        dated = f"{cited} ({self.source.year})" if self.source.year else cited
        return "; ".join(filter(None, (dated, self.source.locator, self.inventory.source_note)))


def write(book: Book, about: About) -> Page:
    """The sheet; what is not known says so, and is never left out or zero."""
    page = book.sheet(about.say("sheet"), (34, 70, *(18 for _ in SETS)))
    page.title(about.title)
    if about.inventory.demo:
        page.row([about.say("demo")])
    if about.inventory.is_partial:
        page.row([about.say("partial")])
    page.row([])
    for label, value in _facts(about):
        shown = about.say("not_stated") if value is None else value
        page.row([label, shown], wrapped=True)
    page.row([])
    _totals(page, about)
    return page


def _facts(about: About) -> Iterator[tuple[str, Value]]:
    inventory, language = about.inventory, about.language
    level = inventory.reporting_level
    yield about.say("city"), about.city_name
    yield about.say("country"), about.city.country
    yield about.say("year"), str(inventory.year)
    yield about.say("period"), f"{inventory.period_start_on} – {inventory.period_end_on}"
    yield about.say("standard"), words.STANDARDS[inventory.standard].in_(language)
    yield about.say("level"), words.LEVELS[level].in_(language) if level else None
    yield about.say("kind"), words.KINDS[inventory.kind].in_(language)
    yield about.say("edition"), str(inventory.edition)
    yield about.say("status"), words.STATUSES[inventory.status].in_(language)
    yield about.say("gases"), words.GASES[inventory.gases].in_(language)
    yield about.say("gwp_set"), inventory.gwp_set
    yield about.say("boundary"), about.text("boundary")
    yield about.say("population"), inventory.population
    yield about.say("basis"), about.text("population_basis")
    yield about.say("method"), about.text("method_note")
    yield about.say("source"), about.source_text
    yield about.say("licence"), about.source.licence if about.source else None
    yield about.say("verification"), words.VERIFICATIONS[inventory.verification].in_(language)
    yield about.say("record"), inventory.id
    yield about.say("origin"), f"Klimabrücke {__version__}"


def _totals(page: Page, about: About) -> None:
    sets = [about.say("reported"), *(potentials or "" for potentials in SETS.values() if potentials)]
    page.headings([about.say("totals"), "", *sets], frozen=False)
    shown = [getattr(about.inventory.totals, name) for name in SETS]
    for measure in MEASURES:
        amounts = [getattr(totals, f"{measure}_kg") for totals in shown]
        if any(amount is not None for amount in amounts):
            page.row([words.MEASURES[measure].in_(about.language), None, *amounts])
