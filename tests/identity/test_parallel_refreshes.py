"""Sixty-four refreshes with one cookie at the same moment leave one head of the family."""

import base64
import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx

from tests.installations import rows
from tests.people import CSRF, Demonstration


def test_sixty_four_parallel_refreshes_leave_one_head(demo: Demonstration) -> None:
    client = demo.sign_in("windhoek")
    cookie = next(iter(client.cookies.jar)).value or ""

    def refresh(_: Any) -> httpx.Response:
        headers = {**CSRF, "Cookie": f"kb_refresh={cookie}"}
        return others.post("/auth/refresh", headers=headers, timeout=60)

    others = demo.client()
    with ThreadPoolExecutor(64) as pool:
        answers = list(pool.map(refresh, range(64)))
    assert [answer.status_code for answer in answers] == [200] * 64
    successors = {answer.headers["set-cookie"].partition(";")[0] for answer in answers}
    assert len(successors) == 1
    assert cookie not in successors.pop()
    families = rows(
        demo.settings,
        "SELECT session_id, count(*), sum(CASE WHEN spent_at IS NULL THEN 1 ELSE 0 END) FROM refresh_token "
        f"WHERE session_id = '{session_of(client)}' GROUP BY session_id",
    )
    assert [(tokens, heads) for _, tokens, heads in families] == [(2, 1)]


def session_of(client: httpx.Client) -> str:
    """The session named in an access token."""
    body = client.headers["Authorization"].split(".")[1]
    found: str = json.loads(base64.urlsafe_b64decode(body + "=="))["sid"]
    return found
