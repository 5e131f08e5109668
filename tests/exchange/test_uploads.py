"""Large files come in pieces and survive a broken line; what nobody needs any more goes."""

import socket
import time
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import httpx

from klimabruecke.settings import Settings
from tests.conftest import running
from tests.core.notes import problem
from tests.exchange import files
from tests.exchange.uploads import Desk
from tests.footprint.office import Office
from tests.installations import execute, rows

PIECE = 2**20


def a_large_file() -> bytes:
    """Fifty lines, with more beside them than anybody reads."""
    lines = ([f"I.1.{1 + n % 3}", n, "x" * 99_900] for n in range(1, 53))
    return files.table([["gpc_ref", "emissions_tco2e", "remarks"], *lines])


def offset_of(desk: Desk, path: str) -> int:
    answer = desk.client.head(path)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    return int(answer.headers["Upload-Offset"])


def break_off(desk: Desk, path: str, offset: int, content: bytes) -> None:
    """Announce a piece, send the first half of it, and hang up."""
    base = urlsplit(str(desk.client.base_url))
    head = (
        f"PATCH {base.path.rstrip('/')}{path} HTTP/1.1\r\nHost: {base.netloc}\r\n"
        f"Authorization: {desk.client.headers['Authorization']}\r\nUpload-Offset: {offset}\r\n"
        f"Content-Type: application/offset+octet-stream\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    with socket.create_connection((base.hostname or "", base.port or 80)) as line:
        line.sendall(head.encode() + content[: len(content) // 2])


def test_a_file_of_five_megabytes_is_resumed_where_the_line_broke(desk: Desk, city: str) -> None:
    content = a_large_file()
    assert len(content) > 5_000_000
    path = desk.uploaded(content, "Bilanz Köln.csv")
    while (offset := offset_of(desk, path)) < len(content) // 2:
        assert desk.piece(path, offset, content[offset : offset + PIECE]).status_code == 204
    break_off(desk, path, offset, content[offset : offset + PIECE])
    assert offset_of(desk, path) == offset
    early = named(desk, path, city)
    assert problem(early, 422, "validation")["errors"][0]["code"] == "upload_incomplete"
    while (offset := offset_of(desk, path)) < len(content):
        assert desk.piece(path, offset, content[offset : offset + PIECE]).status_code == 204
    sent = [named(desk, path, city) for _ in range(2)]
    assert sent[0].json()["id"] == sent[1].json()["id"]
    found = desk.followed(sent[0].json()["id"])
    assert (found["file_name"], found["rows"]["new"]) == ("Bilanz Köln.csv", 52)


def named(desk: Desk, path: str, city: str) -> httpx.Response:
    """An import of what was uploaded there."""
    fields = {"resource": "inventories", "city_id": city, "year": "2020", "dry_run": "true"}
    form = {**fields, "upload_id": path.rpartition("/")[2]}
    parts = {name: (None, value.encode()) for name, value in form.items()}
    return desk.client.post("/imports", files=parts, headers={"Idempotency-Key": f"in-pieces-{city}"})


def test_pieces_are_refused_where_they_do_not_fit(desk: Desk, office: Office) -> None:
    path = desk.uploaded(b"abcdef")
    assert desk.piece(path, 0, b"abc").headers["Upload-Offset"] == "3"
    twice = desk.piece(path, 0, b"abc")
    problem(twice, 409, "upload-offset")
    assert twice.headers["Upload-Offset"] == "3"
    problem(desk.piece(path, 3, b"defg"), 422, "validation")
    problem(
        desk.client.patch(path, content=b"def", headers={"Upload-Offset": "3"}), 415, "unsupported-media-type"
    )
    problem(desk.piece(path, 3, b"x" * (PIECE + 1)), 413, "body-too-large")
    problem(
        desk.client.post("/uploads", json={"file_name": "a.csv", "size_bytes": 21 * PIECE}), 422, "validation"
    )
    stranger = Desk(office.person("editor", "bremen", "climate"))
    problem(stranger.piece(path, 3, b"def"), 404, "not-found")
    problem(stranger.client.get(path), 404, "not-found")
    assert offset_of(desk, path) == 3


def test_who_begins_an_eleventh_upload_gives_up_the_first(desk: Desk) -> None:
    first, *_, last = [desk.uploaded(b"abc") for _ in range(11)]
    problem(desk.client.get(first), 404, "not-found")
    assert offset_of(desk, last) == 0


def test_old_uploads_and_imports_are_cleaned_away_with_their_bytes(
    desk: Desk, office: Office, city: str
) -> None:
    path = desk.uploaded(b"abc")
    desk.piece(path, 0, b"ab")
    content = files.plain(files.lines(I_1_1=10), city, 2020)
    old = desk.imported(content, city, year=2020)
    fresh = desk.previewed(files.plain(files.lines(I_1_1=11), city, 2020), city, year=2020)
    long_ago = (datetime.now(UTC) - timedelta(days=31)).isoformat().replace("+00:00", "Z")
    execute(
        office.settings,
        f"UPDATE upload SET expires_at = '{long_ago}' WHERE id = '{path.rpartition('/')[2]}'",
        f"UPDATE import_job SET updated_at = '{long_ago}' WHERE id = '{old['id']}'",
    )
    with running(office.settings):
        until = time.monotonic() + 10
        while desk.client.get(path).status_code != 404:
            assert time.monotonic() < until
            time.sleep(0.05)
    problem(desk.client.get(f"/imports/{old['id']}"), 404, "not-found")
    assert desk.client.get(f"/imports/{fresh['id']}").status_code == 200
    assert bytes_kept(office.settings, old) == 0
    assert bytes_kept(office.settings, fresh) > 0
    pieces = f"SELECT id FROM upload_piece WHERE upload_id = '{path.rpartition('/')[2]}'"
    assert rows(office.settings, pieces) == []
    again = desk.imported(content, city, year=2020)
    assert again["rows"]["unchanged"] == 1


def bytes_kept(settings: Settings, found: dict[str, str]) -> int:
    sql = f"SELECT length(content) FROM import_file WHERE id = '{found['file_sha256']}'"
    ((kept,),) = rows(settings, sql)
    return int(kept)
