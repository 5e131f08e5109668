"""The kinds of records that come in files, by the name a request gives them."""

from collections.abc import Callable, Mapping

from klimabruecke.core.db import Database
from klimabruecke.exchange.imports.resources.activities import Activities
from klimabruecke.exchange.imports.resources.inventories import Inventories
from klimabruecke.exchange.imports.resources.measures import Measures
from klimabruecke.exchange.imports.resources.protocol import Resource

RESOURCES: Mapping[str, Callable[[Database], Resource]] = {
    "inventories": Inventories,
    "measures": Measures,
    "activities": Activities,
}
