"""The platform's promises that hold for every address."""

import httpx


def test_the_service_says_that_it_is_alive_and_ready(client: httpx.Client) -> None:
    for path in ("/health/live", "/health/ready"):
        assert client.get(path).json() == {"status": "ok"}
