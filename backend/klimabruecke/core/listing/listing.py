"""The listing itself: from a query to an answer."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date, datetime
from functools import lru_cache
from typing import Any, ClassVar, Generic, TypeVar

import orjson
from fastapi import Request
from pydantic import BaseModel, Field
from sqlalchemy import Boolean, Date, Float, Integer, Select
from sqlalchemy.types import TypeEngine
from starlette.concurrency import iterate_in_threadpool
from starlette.responses import Response, StreamingResponse

from klimabruecke.core.db import Database, database
from klimabruecke.core.errors import FieldError, Invalid, NotFound
from klimabruecke.core.evidence import Fact, for_the_public
from klimabruecke.core.http.answers import (
    PRIVATE,
    PUBLIC,
    etag,
    is_same_copy,
    is_unchanged,
    not_modified,
    validators,
)
from klimabruecke.core.language import Bilingual
from klimabruecke.core.listing import cursor as cursors
from klimabruecke.core.listing.formats import (
    CSV,
    JSON,
    LIST_FORMATS,
    NDJSON,
    RowEncoder,
    csv_text,
    media_type_for,
    ndjson,
)
from klimabruecke.core.listing.statement import (
    Filter,
    Key,
    Shape,
    compile_record,
    compile_statement,
)
from klimabruecke.core.prepared import Statement
from klimabruecke.core.schemas import Out, PageQuery, shape_of
from klimabruecke.core.types import Count, DecimalText, UtcDateTime, wire
from klimabruecke.core.validation import sentence

Item = TypeVar("Item", bound=BaseModel)

CHUNK_ROWS = 1000


class Page(Out, Generic[Item]):
    """One page of a list."""

    items: list[Item] = Field(max_length=1000, description="The records of this page.")
    next: str | None = Field(
        max_length=9000,
        pattern="^/",
        description="Address of the next page; null on the last one.",
    )
    total: Count | None = Field(default=None, description="Number of all records, with `count=true` only.")


LIST_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "A page as JSON, or all records as NDJSON or CSV.",
        "content": {NDJSON: {}, CSV: {}},
    },
    304: {"description": "Nothing has changed since the ETag in If-None-Match."},
}


class Listing(Generic[Item]):
    """One resource as a list.

    ``base`` selects labelled columns named and ordered like the fields of ``out``. ``filters`` maps a query
    parameter to a condition; it receives bind parameters (a list of them for a repeatable parameter), never
    values. ``sorts`` names the columns of the closed ``sort`` list. ``resources`` are the tables whose
    counters make the ETag; ``counter`` is the statement that reads them. The order always ends with ``id``
    and so is total. ``single`` stands in for ``base`` where a record answers at its own address that is in no
    list. ``cache`` is PRIVATE for what is read behind a sign-in, NO_STORE for personal data. ``versioned``: a
    single record has the ETag of its own version, for those who will change it with If-Match.
    """

    openapi_extra: ClassVar[dict[str, Any]] = {"x-formats": list(LIST_FORMATS.values())}
    view = ""
    """Tells apart the validators of lists that stand at one address for different callers."""
    versioned: ClassVar[bool] = False
    counter: ClassVar[str] = "SELECT sum(counter) FROM resource_counter WHERE resource IN ({resources})"

    def __init__(
        self,
        out: type[Item],
        base: Select[Any],
        *,
        resources: Sequence[str],
        sorts: Mapping[str, Any],
        filters: Mapping[str, Filter],
        default_sort: str = "id",
        single: Select[Any] | None = None,
        cache: str = PUBLIC,
    ) -> None:
        columns = list(base.selected_columns)
        names = [str(column.key) for column in columns]
        if names != list(out.model_fields):
            raise ValueError(f"{out.__name__}: columns {names} are not its fields {list(out.model_fields)}")
        if any(isinstance(column.type, DecimalText) for column in sorts.values()):
            raise ValueError("a decimal kept as text cannot be a sort key")
        self.out = out
        self.base = base
        self.resources = tuple(resources)
        self.sorts = dict(sorts)
        self.filters = dict(filters)
        self.default_sort = default_sort
        self.cache = cache
        self.names = names
        self._single_base = base if single is None else single
        self._types = [column.type for column in columns]
        self.keys: Callable[[str], tuple[Key, ...]] = lru_cache(maxsize=64)(self._keys)
        self._compiled: Callable[..., Statement] = lru_cache(maxsize=512)(self._compile)
        self._single: Callable[[Database], Statement] = lru_cache(maxsize=2)(
            lambda db: compile_record(self._single_base, self._counter(), db.reader.dialect)
        )
        self._encoder: Callable[[str], RowEncoder] = lru_cache(maxsize=2)(self._make_encoder)
        placeholders = ", ".join(f":r{place}" for place in range(len(self.resources)))
        self._counter_sql = self.counter.format(resources=placeholders)
        self._counter_parameters = {f"r{place}": name for place, name in enumerate(self.resources)}

    def without_recalled(self, facts: Sequence[Fact]) -> "Listing[Item]":
        """The same for the public, which sees a gap where a fact is only recalled."""
        base = for_the_public(self.base, facts)
        masked = {name for fact in facts for name in fact.hides}
        public = self._like(
            base=base,
            single=for_the_public(self._single_base, facts),
            sorts={
                name: base.selected_columns[name] if name in masked else column
                for name, column in self.sorts.items()
            },
        )
        public.view = "public"
        return public

    def for_one_reader(self) -> "Listing[Item]":
        """The same, for nobody else to be given a copy of."""
        return self._like(cache=PRIVATE)

    def _like(self, **changes: Any) -> "Listing[Item]":
        same = {
            name: getattr(self, name) for name in ("base", "resources", "sorts", "filters", "default_sort")
        }
        return Listing(self.out, **{**same, "single": self._single_base, "cache": self.cache, **changes})

    async def respond(self, request: Request, query: PageQuery) -> Response:
        """The list in the format asked for; 304, before any row is read, where nothing has changed."""
        db = database(request)
        media_type = media_type_for(request, query)
        if media_type == JSON:
            return await self._page(db, request, query)
        return await self._stream(db, request, query, media_type)

    async def record(self, request: Request, record_id: str, what: Bilingual) -> Response:
        """One record at its own address; NotFound, which says "Es gibt ``what``", where there is none."""
        db = database(request)
        if "if-none-match" in request.headers and not self.versioned:
            tag = await self._etag(db, request, JSON)
            if is_same_copy(request, tag):
                return not_modified(tag, self.cache)
        statement = self._single(db)
        rows = await db.reads.rows(statement.sql, statement.parameters({"record_id": record_id}))
        if not rows:
            raise NotFound.among(what, request.scope["path"].rpartition("/")[0])
        found = self._encoder(db.reader.dialect.name).objects(rows)[0]
        body = orjson.dumps(found)
        own = etag(found["id"], found["version"]) if self.versioned else None
        tag = own or self._tag(rows[0][-1], request, JSON)
        if is_unchanged(request, tag):
            return not_modified(tag, self.cache)
        return Response(body, media_type=JSON, headers=validators(tag, self.cache))

    # --- one page ---------------------------------------------------------------------------------

    async def _page(self, db: Database, request: Request, query: PageQuery) -> Response:
        asked = _Asked(self, query)
        tag = await self._etag(db, request, f"{JSON} {asked.binding}")
        if is_unchanged(request, tag):
            return not_modified(tag, self.cache)
        statement = self._statement(db, asked.shape)
        values = statement.parameters({**asked.values, "page_size": query.limit + 1})
        rows = list(await db.reads.rows(statement.sql, values))
        total = await self._total(db, asked) if query.count else None
        following = None
        if len(rows) > query.limit:
            rows.pop()
            following = cursors.encode(asked.binding, asked.shape.keys, rows[-1][len(self.names) :])
        next_url, links = cursors.addresses(request, following)
        page: dict[str, Any] = {
            "items": self._encoder(db.reader.dialect.name).objects(rows),
            "next": next_url,
        }
        if query.count:
            page["total"] = total
        headers = {**validators(tag, self.cache), "Link": links}
        return Response(orjson.dumps(page), media_type=JSON, headers=headers)

    async def _total(self, db: Database, asked: "_Asked") -> int:
        shape = Shape(asked.shape.filters, (), None, limited=False, counting=True)
        filters = {name: value for name, value in asked.values.items() if not name.startswith("key_")}
        statement = self._statement(db, shape)
        ((total,),) = await db.reads.rows(statement.sql, statement.parameters(filters))
        return int(total)

    # --- everything -------------------------------------------------------------------------------

    async def _stream(self, db: Database, request: Request, query: PageQuery, media_type: str) -> Response:
        """NDJSON and CSV are not paged: they carry all records, or as many as ``limit`` asks for."""
        asked = _Asked(self, query, limited="limit" in query.model_fields_set)
        tag = await self._etag(db, request, f"{media_type} {query.locale} {asked.binding}")
        if is_unchanged(request, tag):
            return not_modified(tag, self.cache)
        chunks = self._chunks(db, asked, {"page_size": query.limit} if asked.shape.limited else {})
        lines = ndjson(chunks) if media_type == NDJSON else csv_text(self.names, chunks, query.locale)
        content_type = media_type if media_type == NDJSON else f"{CSV}; charset=utf-8; header=present"
        return StreamingResponse(
            iterate_in_threadpool(lines), media_type=content_type, headers=validators(tag, self.cache)
        )

    def _chunks(self, db: Database, asked: "_Asked", more: dict[str, Any]) -> Iterator[list[dict[str, Any]]]:
        """Constant memory for any size, on one snapshot; an error here cuts the stream."""
        encoder = self._encoder(db.reader.dialect.name)
        connection = db.reader.raw_connection()
        try:
            driver: Any = connection.cursor() if db.is_sqlite else _server_cursor(connection)
            with closing(driver):
                statement = self._statement(db, asked.shape)
                driver.execute(statement.sql, statement.parameters({**asked.values, **more}))
                while rows := driver.fetchmany(CHUNK_ROWS):
                    yield encoder.objects(rows)
        finally:
            connection.close()

    def csv(self, db: Database, query: PageQuery) -> Iterator[bytes]:
        """All records as the list gives them, for a file that holds more than this list."""
        chunks = self._chunks(db, _Asked(self, query, limited=False), {})
        return csv_text(self.names, chunks, query.locale)

    # --- shared -----------------------------------------------------------------------------------

    async def _etag(self, db: Database, request: Request, representation: str) -> str:
        sql = self._counter_sql if db.is_sqlite else _pyformat(self._counter_sql, self._counter_parameters)
        ((counted,),) = await db.reads.rows(sql, self._counter_parameters)
        return self._tag(counted, request, representation)

    def _counter(self) -> str:
        """The same statement to stand in another one; its values are names of our tables."""
        return self.counter.format(resources=", ".join(f"'{name}'" for name in self.resources))

    def _tag(self, counted: Any, request: Request, representation: str) -> str:
        asked = (request.scope["path"], request.scope["query_string"])
        return etag(counted, *asked, representation, shape_of(self.out), self.view, self.cache)

    def _statement(self, db: Database, shape: Shape) -> Statement:
        return self._compiled(shape, db.reader.dialect.name, db)

    def _keys(self, sort: str) -> tuple[Key, ...]:
        wanted = sort.split(",")
        names = [field.removeprefix("-") for field in wanted]
        if len(set(names)) < len(names):
            raise Invalid(FieldError("/query/sort", "sort_repeated", sentence("sort_repeated")))
        if "id" not in names:
            wanted.append("id")
        return tuple(self._key(field) for field in wanted)

    def _key(self, field: str) -> Key:
        name = field.removeprefix("-")
        column = self.sorts[name] if name in self.sorts else self.base.selected_columns["id"]
        expression = getattr(column, "expression", column)
        nullable = bool(getattr(expression, "nullable", True))
        return Key(name, expression, _kind(expression.type), field.startswith("-"), nullable)

    def _compile(self, shape: Shape, _dialect: str, db: Database) -> Statement:
        return compile_statement(self.base, self.filters, shape, db.reader.dialect)

    def _make_encoder(self, dialect: str) -> RowEncoder:
        return RowEncoder(self.names, [wire(column_type, dialect) for column_type in self._types])


def _server_cursor(connection: Any) -> Any:
    """On PostgreSQL the rows stay on the server until they are fetched."""
    return connection.driver_connection.cursor(name="listing")


class _Asked:
    """A query taken apart: the shape that picks the statement, and the values that fill it."""

    def __init__(self, listing: Listing[Any], query: PageQuery, *, limited: bool = True) -> None:
        sort = getattr(query, "sort", None) or listing.default_sort
        keys = listing.keys(sort)
        given = {
            name: value
            for name in listing.filters
            if (value := getattr(query, name)) is not None and value != []
        }
        self.binding = cursors.binding(listing.resources[0], sort, given)
        self.values = _values(given)
        nulls = None
        if query.cursor is not None:
            found = cursors.decode(query.cursor, self.binding, keys)
            self.values |= {f"key_{place}": key for place, key in enumerate(found)}
            nulls = tuple(key is None for key in found)
        counts = tuple((name, len(value) if isinstance(value, list) else 0) for name, value in given.items())
        self.shape = Shape(counts, keys, nulls, limited)


def _values(given: Mapping[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, value in given.items():
        if isinstance(value, list):
            values |= {f"{name}_{place}": one for place, one in enumerate(value)}
        else:
            values[name] = value
    return values


def _kind(column_type: TypeEngine[Any]) -> type:
    if isinstance(column_type, UtcDateTime):
        return datetime
    for sql, kind in ((Boolean, bool), (Integer, int), (Float, float), (Date, date)):
        if isinstance(column_type, sql):
            return kind
    return str


def _pyformat(sql: str, parameters: Mapping[str, Any]) -> str:
    for name in sorted(parameters, key=len, reverse=True):  # r10 before r1, which begins it
        sql = sql.replace(f":{name}", f"%({name})s")
    return sql
