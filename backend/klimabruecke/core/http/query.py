"""Query strings: which names a route knows, and how a list reads its own.

FastAPI reads a query model field by field, which for a list costs as much as making half the page. ``asked``
does it in one go and describes the parameters for the OpenAPI document, which FastAPI then cannot see.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self, get_args, get_origin
from urllib.parse import unquote_to_bytes

from fastapi import Depends, Request
from fastapi.dependencies.models import Dependant
from pydantic import BaseModel, ValidationError

from klimabruecke.core.errors import FieldError, Invalid
from klimabruecke.core.http.guard import Guard
from klimabruecke.core.validation import field_errors, sentence

_UNREAD = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True)
class QueryNames:
    """The names a route knows: those given once, and those that may be repeated."""

    single: frozenset[str]
    repeatable: frozenset[str]

    @classmethod
    def of_model(cls, model: type[BaseModel]) -> Self:
        lists = {
            field.alias or name: _is_list(field.annotation) for name, field in model.model_fields.items()
        }
        return cls._sorted(lists)

    @classmethod
    def of_route(cls, dependant: Dependant) -> Self:
        lists: dict[str, bool] = {}
        for model in _models(dependant):
            known = cls.of_model(model)
            lists |= dict.fromkeys(known.single, False) | dict.fromkeys(known.repeatable, True)
        for parameter in _parameters(dependant):
            if not _is_model(parameter.field_info.annotation):
                lists[parameter.alias] = _is_list(parameter.field_info.annotation)
        return cls._sorted(lists)

    @classmethod
    def _sorted(cls, lists: dict[str, bool]) -> Self:
        return cls(
            frozenset(name for name, repeats in lists.items() if not repeats),
            frozenset(name for name, repeats in lists.items() if repeats),
        )

    def check(self, request: Request) -> None:
        """Refuse what is unknown or repeated: a misspelt filter must never return everything."""
        seen: set[str] = set()
        wrong: list[FieldError] = []
        for name, value in request.query_params.multi_items():
            if "\x00" in value or (_UNREAD in value and not _is_utf_8(request.scope["query_string"])):
                wrong.append(_error(name, "string_pattern_mismatch"))
            elif name in self.single and name in seen:
                wrong.append(_error(name, "repeated"))
            elif name not in self.single and name not in self.repeatable:
                wrong.append(_error(name, "extra_forbidden"))
            seen.add(name)
        if wrong:
            raise Invalid(*wrong[:100])


class QueryReader:
    """The dependency behind ``asked``."""

    def __init__(self, model: type[BaseModel]) -> None:
        self.model = model
        self._repeatable = QueryNames.of_model(model).repeatable

    async def __call__(self, request: Request) -> Any:
        given = request.query_params
        values = {name: given.getlist(name) if name in self._repeatable else given[name] for name in given}
        try:
            return self.model.model_validate(values)
        except ValidationError as wrong:
            found = wrong.errors(include_url=False, include_input=False)
            raise Invalid(*field_errors([{**one, "loc": ("query", *one["loc"])} for one in found])) from None

    def parameters(self) -> list[dict[str, Any]]:
        """The parameters as OpenAPI describes them."""
        schema = self.model.model_json_schema()
        if "$defs" in schema:
            raise TypeError(f"{self.model.__name__}: a query parameter is plain, with choices as a Literal")
        return [
            {
                "name": name,
                "in": "query",
                "required": name in schema.get("required", ()),
                "description": field.get("description", ""),
                "schema": field,
            }
            for name, field in schema["properties"].items()
        ]


def asked(model: type[BaseModel]) -> Any:
    """Reads a list's query: ``query: Annotated[SourceQuery, asked(SourceQuery)]``."""
    return Depends(QueryReader(model))


def readers(dependant: Dependant) -> Iterator[QueryReader]:
    """The readers a route depends on."""
    if isinstance(dependant.call, QueryReader):
        yield dependant.call
    for inner in dependant.dependencies:
        yield from readers(inner)


def needs_only_its_query(dependant: Dependant) -> bool:
    """Whether a route takes the request and one reader, and nothing else: no path, no body, no connection."""
    others = _dependencies(dependant)
    takes_one = len(others) == 1 and isinstance(others[0].call, QueryReader)
    return takes_one and not dependant.path_params and _needs_only_its_address(dependant)


def needs_only_its_path(dependant: Dependant) -> bool:
    """Whether a route takes the request and parts of its path, and nothing else."""
    return bool(dependant.path_params) and not _dependencies(dependant) and _needs_only_its_address(dependant)


def _needs_only_its_address(dependant: Dependant) -> bool:
    only = Dependant(
        dependencies=dependant.dependencies,
        path_params=dependant.path_params,
        call=dependant.call,
        request_param_name=dependant.request_param_name,
        path=dependant.path,
        scope=dependant.scope,
    )
    return dependant.request_param_name is not None and dependant == only


def _dependencies(dependant: Dependant) -> list[Dependant]:
    """Without a guard that gives the route nothing: ``StrictRoute`` lets it speak by itself."""
    return [inner for inner in dependant.dependencies if not _only_guards(inner)]


def _only_guards(dependant: Dependant) -> bool:
    return isinstance(dependant.call, Guard) and dependant.name is None


def _models(dependant: Dependant) -> Iterator[type[BaseModel]]:
    yield from (reader.model for reader in readers(dependant))
    for parameter in _parameters(dependant):
        if _is_model(parameter.field_info.annotation):
            yield parameter.field_info.annotation


def _parameters(dependant: Dependant) -> Iterator[Any]:
    yield from dependant.query_params
    for inner in dependant.dependencies:
        yield from _parameters(inner)


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _is_list(annotation: Any) -> bool:
    return get_origin(annotation) is list or any(_is_list(part) for part in get_args(annotation))


def _is_utf_8(query: bytes) -> bool:
    """Whether what stands behind the escapes can be read; Starlette replaces what cannot."""
    try:
        unquote_to_bytes(query).decode()
    except UnicodeDecodeError:
        return False
    return True


def _error(name: str, code: str) -> FieldError:
    return FieldError(f"/query/{name[:200]}", code, sentence(code))
