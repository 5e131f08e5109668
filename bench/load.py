"""A small load generator: keep-alive connections over which one request follows the other."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Load:
    """What was answered in a while; ``refused`` counts everything but 2xx and 304."""

    answered: int = 0
    refused: int = 0
    milliseconds: list[float] = field(default_factory=list)


async def press(port: int, requests: Iterator[bytes], seconds: float, connections: int) -> Load:
    """Send requests to a local port for this long."""
    load = Load()
    end = time.monotonic() + seconds
    await asyncio.gather(*(_connection(port, requests, end, load) for _ in range(connections)))
    return load


async def _connection(port: int, requests: Iterator[bytes], end: float, load: Load) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**20)
    while (begun := time.monotonic()) < end:
        writer.write(next(requests))
        head = await reader.readuntil(b"\r\n\r\n")
        await reader.readexactly(_content_length(head))
        load.answered += 1
        load.refused += not head.startswith((b"HTTP/1.1 2", b"HTTP/1.1 304"))
        load.milliseconds.append((time.monotonic() - begun) * 1000)
    writer.close()


def _content_length(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line[15:])
    return 0  # a 304 has no body


def get(path: str, **headers: str) -> bytes:
    more = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return f"GET {path} HTTP/1.1\r\nHost: bench\r\nAccept: application/json\r\n{more}\r\n".encode()


def post(path: str, body: bytes, **headers: str) -> bytes:
    more = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    head = f"POST {path} HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\n{more}"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body
