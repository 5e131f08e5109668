"""An inventory as a workbook."""

from datetime import datetime
from typing import Any, BinaryIO

from sqlalchemy import Connection

from klimabruecke import __version__
from klimabruecke.cities.queries import city_detail
from klimabruecke.core.changes import counted
from klimabruecke.core.http.answers import etag
from klimabruecke.core.language import Language
from klimabruecke.exchange.exports import cdp, ecrf, template
from klimabruecke.exchange.exports.book import Book
from klimabruecke.exchange.exports.cover import About
from klimabruecke.exchange.exports.refusals import gpc_only
from klimabruecke.exchange.exports.schemas import Layout
from klimabruecke.inventories.inventories.queries import inventory
from klimabruecke.inventories.queries import lines_in_order
from klimabruecke.reference.queries import gwp_sets, source
from klimabruecke.reference.standards.queries import gpc_references, vocabulary

_TABLES = ("city", "source", "gpc_reference", "gwp_value", "reported_total")


def about(
    connection: Connection, inventory_id: str, language: Language, *, drafts: bool, recalled: bool
) -> About:
    """Raises NotFound, without ``drafts`` also for those; a recalled source only with ``recalled``."""
    found = inventory(connection, inventory_id, drafts=drafts)
    city = city_detail(connection, found.city_id, with_recalled=True)
    cited = source(connection, found.source_id) if found.source_id else None
    is_shown = cited is not None and (recalled or cited.verification != "recalled")
    return About(found, city, cited if is_shown else None, language)


def tag_of(connection: Connection, found: About, layout: Layout) -> str:
    """Moves with every write of the inventory or its lines, and of what is told about them."""
    record = found.inventory
    moved = counted(connection, _TABLES)
    shown = (layout, found.language, found.source is None)
    return etag("workbook", __version__, record.id, record.version, moved, *shown)


def name_of(found: About, layout: Layout) -> str:
    record = found.inventory
    kind = "" if record.kind == "community" else "-operations"
    return f"inventory-{record.city_id}-{record.year}{kind}-{record.standard}-{record.edition}-{layout}.xlsx"


def write(connection: Connection, found: About, layout: Layout, file: BinaryIO) -> None:
    """Its lines are read as they are written, so that it may have any number of them."""
    record = found.inventory
    book = Book(file, found.title, datetime.fromisoformat(str(record.updated_at)))
    lines = lines_in_order(connection, record.id)
    if layout == "template":
        template.write(book, found, _sectors(connection, found), lines)
    else:
        write_form = ecrf.write if layout == "ecrf" else cdp.write
        write_form(book, found, _form(connection, record.gwp_set), lines)
    book.close()


def check(found: About, layout: Layout) -> None:
    """Raises Invalid for a layout the standard of the inventory has no place in."""
    if layout != "template" and found.inventory.standard != "gpc":
        raise gpc_only()


def _sectors(connection: Connection, found: About) -> dict[str, str]:
    if found.inventory.standard != "gpc":
        return {}
    names = gpc_references(connection)
    return {name.sector: getattr(name, f"sector_name_{found.language}") for name in names.values()}


def _form(connection: Connection, gwp_set: str | None) -> Any:
    potentials = gwp_sets(connection)[gwp_set] if gwp_set else None
    return ecrf.Form(vocabulary(connection).references, gpc_references(connection), potentials)
