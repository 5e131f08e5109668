"""Plain text search of small tables: a part of a word, upper and lower case alike."""

from typing import Any

from sqlalchemy import ColumnElement, Function, func, or_
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import Integer


class position(Function[int]):  # noqa: N801 - rendered as SQL function of each database
    """Place of a text in another, 0 where it does not occur."""

    type = Integer()
    inherit_cache = True


@compiles(position, "sqlite")
def _sqlite(element: position, compiler: SQLCompiler, **options: Any) -> str:
    return f"instr({compiler.process(element.clauses, **options)})"


@compiles(position, "postgresql")
def _postgresql(element: position, compiler: SQLCompiler, **options: Any) -> str:
    return f"strpos({compiler.process(element.clauses, **options)})"


def contains(bind: Any, *columns: Any) -> ColumnElement[bool]:
    """True where one of the columns holds the text."""
    return or_(*(position("position", func.lower(column), func.lower(bind)) > 0 for column in columns))
