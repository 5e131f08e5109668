"""What a list answers, byte for byte: the same as its Out model would say, in JSON, NDJSON and CSV."""

import csv
import io
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any

import httpx
import pytest
from fastapi import FastAPI, Request
from sqlalchemy import text
from starlette.responses import Response

from klimabruecke.core.http.guard import PUBLIC
from klimabruecke.core.http.query import asked
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.listing import Listing, Page
from klimabruecke.main import create_app
from tests.conftest import serving
from tests.core.specimens import (
    EVERY_SHAPE,
    LISTING,
    SPECIMEN,
    SpecimenOut,
    SpecimenQuery,
    fill,
    installation,
    numbered,
    row,
    served,
)
from tests.installations import DIALECT

Served = tuple[httpx.Client, FastAPI]
COLUMNS = SPECIMEN.columns.keys()


@pytest.fixture(scope="module")
def shapes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(installation(tmp_path_factory.mktemp("shapes")), EVERY_SHAPE) as found:
        yield found


@pytest.fixture
def changing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """For tests that write."""
    with served(installation(tmp_path_factory.mktemp("changing")), EVERY_SHAPE) as found:
        yield found


def models() -> list[SpecimenOut]:
    return [SpecimenOut.model_validate(one) for one in EVERY_SHAPE]


def test_json_is_what_the_model_would_say(shapes: Served) -> None:
    page = Page[SpecimenOut](items=models(), next=None)
    assert shapes[0].get("/specimens").content == page.model_dump_json(exclude_unset=True).encode()


def test_ndjson_is_what_the_model_would_say(shapes: Served) -> None:
    lines = "".join(f"{model.model_dump_json()}\n" for model in models())
    answer = shapes[0].get("/specimens", headers={"accept": "application/x-ndjson"})
    assert answer.content == lines.encode()
    assert answer.headers["content-type"] == "application/x-ndjson"


def test_csv_carries_the_same_values(shapes: Served) -> None:
    answer = shapes[0].get("/specimens?format=csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8; header=present"
    header, *lines = csv.reader(io.StringIO(answer.content.decode(), newline=""))
    assert header == COLUMNS
    for line, model in zip(lines, models(), strict=True):
        wanted = json.loads(model.model_dump_json())
        assert {name: _read(cell, wanted[name]) for name, cell in zip(header, line, strict=True)} == {
            name: "" if value is None else value for name, value in wanted.items()
        }


def _read(cell: str, wanted: Any) -> Any:
    """A cell as the kind of value that stood in the JSON."""
    if isinstance(wanted, bool):
        return {"true": True, "false": False}[cell]
    return type(wanted)(cell) if isinstance(wanted, (int, float)) else cell


def test_german_csv_opens_in_a_german_spreadsheet(changing: Served) -> None:
    client, app = changing
    fill(app, [row("a;b", id="x", amount=Decimal("0.25"), share=1e-7, count=-5, flag=True)])
    answer = client.get("/specimens?format=csv&locale=de&name=a;b")
    assert (
        answer.content
        == ("\ufeffid;name;on;at;flag;amount;count;share\r\n" + 'x;"a;b";;;true;0,25;-5;1e-07\r\n').encode()
    )


def test_the_code_of_namibia_survives_every_format(shapes: Served) -> None:
    client = shapes[0]
    assert client.get("/specimens?name=NA").json()["items"][0]["name"] == "NA"
    assert json.loads(client.get("/specimens?name=NA&format=ndjson").text)["name"] == "NA"
    assert client.get("/specimens?name=NA&format=csv").text.splitlines()[1] == "s00006,NA,,,,,,"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_a_spreadsheet_never_runs_a_cell_as_a_formula(changing: Served, start: str) -> None:
    client, app = changing
    fill(app, [row(f'{start}HYPERLINK("x")', id="x", count=-1)])
    answer = client.get("/specimens", params={"format": "csv", "q": "hyperlink"})
    cells = list(csv.reader(io.StringIO(answer.text, newline="")))[1]
    assert cells[1] == f'\'{start}HYPERLINK("x")'
    assert cells[6] == "-1", "a number is no text and stays one"


def test_count_gives_the_number_of_all_records(shapes: Served) -> None:
    page = shapes[0].get("/specimens?count=true&limit=2").json()
    assert (page["total"], len(page["items"])) == (len(EVERY_SHAPE), 2)
    assert "total" not in shapes[0].get("/specimens?limit=2").json()


def test_every_representation_has_its_own_etag(shapes: Served) -> None:
    queries = ("", "?limit=2", "?format=ndjson", "?format=csv", "?format=csv&locale=de")
    tags = {shapes[0].get(f"/specimens{query}").headers["etag"] for query in queries}
    assert len(tags) == len(queries)


@pytest.mark.parametrize("query", ["", "?format=ndjson", "?format=csv"])
def test_an_unchanged_list_is_a_304_before_any_row_is_read(changing: Served, query: str) -> None:
    client, app = changing
    tag = client.get(f"/specimens{query}").headers["etag"]
    change(app, "ALTER TABLE specimen RENAME TO hidden")
    answer = client.get(f"/specimens{query}", headers={"if-none-match": tag})
    assert (answer.status_code, answer.content) == (304, b"")
    assert fails(client, f"/specimens{query}"), "without the table no row can be read"
    change(app, "ALTER TABLE hidden RENAME TO specimen")
    fill(app, [row(id="new")])
    assert client.get(f"/specimens{query}", headers={"if-none-match": tag}).status_code == 200


def test_an_unchanged_record_is_a_304_before_its_row_is_read(changing: Served) -> None:
    client, app = changing
    fill(app, [row("Bremen", id="known")])
    tag = client.get("/specimens/known").headers["etag"]
    change(app, "ALTER TABLE specimen RENAME TO hidden")
    answer = client.get("/specimens/known", headers={"if-none-match": tag})
    assert (answer.status_code, answer.content) == (304, b"")
    change(app, "ALTER TABLE hidden RENAME TO specimen")
    fill(app, [row(id="another")])
    assert client.get("/specimens/known", headers={"if-none-match": tag}).status_code == 200


def test_any_copy_will_do_only_of_a_record_there_is(changing: Served) -> None:
    client, app = changing
    fill(app, [row("Bremen", id="there")])
    assert client.get("/specimens/there", headers={"if-none-match": "*"}).status_code == 304
    answer = client.get("/specimens/nowhere", headers={"if-none-match": "*", "accept-language": "en"})
    assert (answer.status_code, answer.json()["detail"]) == (
        404,
        "There is no specimen with this id. Those that exist are listed at /api/v1/specimens.",
    )


def test_a_release_that_adds_a_field_is_not_answered_by_old_copies(changing: Served) -> None:
    _, app = changing

    class OlderOut(SpecimenOut):
        """The same columns, described less exactly."""

        share: float | str | None  # type: ignore[assignment]

    older = Listing(OlderOut, LISTING.base, resources=["specimen"], sorts={}, filters={})
    earlier = StrictRouter(dependencies=[PUBLIC])

    @earlier.get("/specimens")
    async def list_specimens(
        request: Request, query: Annotated[SpecimenQuery, asked(SpecimenQuery)]
    ) -> Response:
        return await older.respond(request, query)

    with serving(create_app(app.state.settings, more_routers=(earlier,))) as url:
        before = httpx.get(f"{url}/api/v1/specimens").headers["etag"]
    client = changing[0]
    assert client.get("/specimens", headers={"if-none-match": before}).status_code == 200


def change(app: FastAPI, statement: str) -> None:
    """Change the database behind the application's back."""
    with app.state.database.transaction() as session:
        session.execute(text(statement))


def fails(client: httpx.Client, address: str) -> bool:
    try:
        return client.get(address).status_code >= 500
    except httpx.RemoteProtocolError:
        return True  # a stream that had begun was cut off


def test_a_stream_that_fails_is_cut_off_and_never_ends_cleanly(changing: Served) -> None:
    client, app = changing
    fill(app, [{**one, "id": f"t{one['id']}"} for one in numbered([row("x" * 100)] * 2500)])
    # A value no reader can make sense of, two chunks down the list.
    damage = {"sqlite": "amount = 'damaged'", "postgresql": "at = 'infinity'"}
    change(app, f"UPDATE specimen SET {damage[DIALECT]} WHERE id = 'ts02000'")
    with pytest.raises(httpx.RemoteProtocolError, match="without sending complete message body"):
        client.get("/specimens?format=ndjson")


def test_a_stream_carries_everything_however_long(changing: Served) -> None:
    client, app = changing
    fill(app, [{**one, "id": f"t{one['id']}"} for one in numbered([row()] * 2500)])
    assert client.get("/specimens?format=ndjson").content.count(b"\n") == 2500 + len(EVERY_SHAPE)
    assert client.get("/specimens?format=ndjson&limit=7").content.count(b"\n") == 7
