"""Everything published as a Frictionless data package: tables as CSV, and what they mean.

What stands in it follows the rules of the lists: the public gets what is published and, outside a
demonstration, proven; who has a role gets what is only recalled, with its mark, and the transfers too.
"""

import hashlib
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import orjson
from pydantic import BaseModel

from klimabruecke import __version__
from klimabruecke.cities.queries import CITIES
from klimabruecke.cities.queries import targets as city_targets
from klimabruecke.cities.schemas import CityQuery, TargetOut
from klimabruecke.core.changes import counted
from klimabruecke.core.db import Database
from klimabruecke.core.http.answers import etag
from klimabruecke.core.listing import Listing
from klimabruecke.core.listing.formats import csv_text
from klimabruecke.core.schemas import PageQuery
from klimabruecke.exchange.exports.descriptor import descriptor, resource
from klimabruecke.identity.recalled import Sight
from klimabruecke.inventories.emissions.queries import PUBLISHED_LINES
from klimabruecke.inventories.emissions.schemas import EmissionQuery
from klimabruecke.inventories.inventories.queries import PUBLISHED_INVENTORIES
from klimabruecke.inventories.inventories.schemas import InventoryQuery
from klimabruecke.inventories.targets.schemas import CityTargetOut
from klimabruecke.measures.deps import Reach
from klimabruecke.measures.measures.listed import MeasureQuery
from klimabruecke.measures.measures.queries import measures_for, visible
from klimabruecke.measures.transfers.queries import TRANSFERS
from klimabruecke.measures.transfers.schemas import TransferQuery
from klimabruecke.reference.queries import SOURCES
from klimabruecke.reference.schemas import SourceQuery

ATTEMPTS = 3
"""So often it is made anew where something was written meanwhile: its tables shall fit each other."""
_EPOCH = (1980, 1, 1, 0, 0, 0)


class Table(NamedTuple):
    """A table of the package: its name, what its rows are, and their CSV."""

    name: str
    out: type[BaseModel]
    columns: list[str]
    csv: Iterator[bytes]


class Package(NamedTuple):
    """Whose package it is, and who asks for it."""

    city: str | None
    sight: Sight
    is_staff: bool

    @property
    def file_name(self) -> str:
        return f"klimabruecke-{self.city}.zip" if self.city else "klimabruecke.zip"


def tag_of(db: Database, package: Package) -> str:
    with db.reading() as connection:
        moved = counted(
            connection, {"city_target", *(name for one in _lists(package) for name in one[1].resources)}
        )
    return etag("data-package", __version__, moved, package.city, package.sight, package.is_staff)


def write(db: Database, package: Package, file: BinaryIO) -> None:
    """Made anew where something was written meanwhile, so that every line finds its inventory."""
    for _ in range(ATTEMPTS):
        before = tag_of(db, package)
        file.seek(0)
        file.truncate()
        _write(db, package, file)
        if tag_of(db, package) == before:
            return


def _write(db: Database, package: Package, file: BinaryIO) -> None:
    resources = []
    with ZipFile(file, "w") as archive:
        for table in _tables(db, package):
            path, digest, size = f"data/{table.name}.csv", hashlib.sha256(), 0
            with archive.open(_member(path), "w") as member:
                for piece in table.csv:
                    member.write(piece)
                    digest.update(piece)
                    size += len(piece)
            found = {"path": path, "bytes": size, "hash": f"sha256:{digest.hexdigest()}"}
            resources.append(resource(table.name, table.out, table.columns, found))
        described = descriptor(package.city, resources, _sources(db, package))
        archive.writestr(_member("datapackage.json"), orjson.dumps(described, option=orjson.OPT_INDENT_2))


def _member(path: str) -> ZipInfo:
    """With no time of its own."""
    member = ZipInfo(path, _EPOCH)
    member.compress_type = ZIP_DEFLATED
    return member


def _tables(db: Database, package: Package) -> Iterator[Table]:
    for name, listing, query in _lists(package):
        yield Table(name, listing.out, listing.names, listing.csv(db, query))
    yield _targets(db, package)


def _lists(package: Package) -> Iterator[tuple[str, Listing[Any], PageQuery]]:
    city = package.city
    reach = Reach(drafts=False, recalled=package.sight.recalled)
    measures = MeasureQuery(city=[city] if city else [])
    yield "cities", CITIES.seen_with(package.sight), CityQuery()
    yield "inventories", PUBLISHED_INVENTORIES, InventoryQuery(city=city)
    yield "emissions", PUBLISHED_LINES, EmissionQuery(city=city)
    yield "measures", measures_for(reach), visible(reach, measures)
    if package.is_staff:
        yield "transfers", TRANSFERS, TransferQuery(city=city)
    yield "sources", SOURCES.seen_with(package.sight), SourceQuery()


def _targets(db: Database, package: Package) -> Table:
    columns = ["id", "city_id", *TargetOut.model_fields]
    with db.reading() as connection:
        rows = [
            {**row._mapping, "reduction_pct": float(row.reduction_pct)}
            for row in city_targets(connection, package.city)
            if package.sight.recalled or row.verification != "recalled"
        ]
    return Table("targets", CityTargetOut, columns, csv_text(columns, [rows], "en"))


def _sources(db: Database, package: Package) -> list[Any]:
    with db.reading() as connection:
        return list(connection.execute(SOURCES.seen_with(package.sight).base))
