"""If-Match: without it 428, with an old state 412, with the current one the write goes on."""

import pytest
from starlette.requests import Request

from klimabruecke.core.http.preconditions import IfMatchRequired, Stale, require_match


def asking(header: str | None) -> Request:
    headers = [] if header is None else [(b"if-match", header.encode())]
    return Request({"type": "http", "headers": headers})


def test_a_write_without_if_match_is_told_to_name_the_state_it_knows() -> None:
    with pytest.raises(IfMatchRequired):
        require_match(asking(None), '"v2"')


@pytest.mark.parametrize("header", ['"v1"', 'W/"v2"', "v2", "", '"v1", "v3"'])
def test_a_write_to_another_state_is_stale(header: str) -> None:
    with pytest.raises(Stale):
        require_match(asking(header), '"v2"')


@pytest.mark.parametrize("header", ['"v2"', '"v1", "v2"', "*"])
def test_a_write_to_the_current_state_goes_on(header: str) -> None:
    require_match(asking(header), '"v2"')
