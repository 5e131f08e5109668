"""Statements compiled once, with bind parameters only, to be run on the driver.

Building a select and finding its compiled form in a cache costs more than a small read itself.
"""

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import ClauseElement, Dialect, Select
from sqlalchemy.sql.elements import BindParameter

from klimabruecke.core.reads import Rows

Bind = Callable[[Any], Any] | None


@dataclass(frozen=True)
class Statement:
    """SQL text for the driver, the constants in it, and how each bind value is prepared."""

    sql: str
    constants: Mapping[str, Any]
    binds: Mapping[str, Bind]

    def parameters(self, values: Mapping[str, Any]) -> dict[str, Any]:
        prepared = dict(self.constants)
        for name, value in values.items():
            bind = self.binds.get(name)
            prepared[name] = bind(value) if bind is not None else value
        return prepared


def compiled(statement: ClauseElement, dialect: Dialect) -> Statement:
    compiled: Any = statement.compile(dialect=dialect)
    binds = {name: _processor(parameter, dialect) for name, parameter in compiled.binds.items()}
    constants = {
        name: bind(value) if (bind := binds[name]) is not None else value
        for name, value in compiled.params.items()
        if value is not None
    }
    return Statement(str(compiled), constants, binds)


def _processor(parameter: BindParameter[Any], dialect: Dialect) -> Bind:
    if parameter.key.startswith("key_"):
        return None  # cursor values are what the driver gave
    implementation: Any = parameter.type.dialect_impl(dialect)
    processor: Bind = implementation.bind_processor(dialect)
    return processor


class Prepared:
    """A constant select whose rows come back as named tuples of Python values."""

    def __init__(self, statement: Select[*tuple[Any, ...]]) -> None:
        self._select = statement
        self._types = [column.type for column in statement.selected_columns]
        names = [str(column.key) for column in statement.selected_columns]
        self._row: Any = namedtuple("Row", names)  # type: ignore[misc]
        self.on: Callable[[Dialect], Runnable] = lru_cache(maxsize=2)(self._compile)

    def _compile(self, dialect: Dialect) -> "Runnable":
        types = [column_type.dialect_impl(dialect) for column_type in self._types]
        processors = [column_type.result_processor(dialect, None) for column_type in types]
        return Runnable(compiled(self._select, dialect), processors, self._row._make)


class Runnable(NamedTuple):
    """A prepared select for one database."""

    statement: Statement
    processors: Sequence[Callable[[Any], Any] | None]
    make: Callable[[Any], Any]

    def read(self, rows: Rows) -> list[Any]:
        """The driver's rows as named tuples."""
        return [
            self.make(
                value if process is None else process(value)
                for value, process in zip(row, self.processors, strict=True)
            )
            for row in rows
        ]
