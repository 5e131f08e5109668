"""Following a list to its end, as a client does."""

from typing import Any

import httpx

Item = dict[str, Any]


def all_items(client: httpx.Client, address: str) -> list[Item]:
    """The items of all pages, taken from one `next` to the following one."""
    items: list[Item] = []
    following: str | None = address
    while following:
        answer = client.get(following)
        assert answer.status_code == 200, answer.text
        page = answer.json()
        items += page["items"]
        following = page["next"]
    return items


def ids(client: httpx.Client, address: str) -> list[str]:
    return [item["id"] for item in all_items(client, address)]
