"""Checking the trail: does every entry still say what was written, in the order it was written?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Connection, select

from klimabruecke.audit.chain import ACTING_FOR, GENESIS, HASHED, link
from klimabruecke.audit.tables import AuditEntry
from klimabruecke.core.changes import table_of
from klimabruecke.core.tables import ChangeHead


@dataclass(frozen=True)
class Head:
    """The end of a chain at some time: the checkpoint to keep in a second place."""

    seq: int
    hash: str


Checkpoint = dict[str, Head]


@dataclass(frozen=True)
class Finding:
    """What is wrong with a chain, and where."""

    chain: str
    seq: int
    problem: str


def checkpoint_of(connection: Connection) -> Checkpoint:
    """The heads of all chains now; only kept elsewhere they reveal a tail that was cut off."""
    head = table_of(ChangeHead)
    rows = connection.execute(select(head.c.chain, head.c.change_no, head.c.hash).order_by(head.c.chain))
    return {row.chain: Head(row.change_no, row.hash) for row in rows}


def checkpoint_bytes(checkpoint: Checkpoint) -> bytes:
    plain = {chain: {"seq": head.seq, "hash": head.hash} for chain, head in checkpoint.items()}
    return orjson.dumps(plain, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE)


def read_checkpoint(content: bytes) -> Checkpoint:
    """ValueError for a file that is no checkpoint."""
    try:
        found = orjson.loads(content)
        return {chain: Head(int(head["seq"]), str(head["hash"])) for chain, head in found.items()}
    except (orjson.JSONDecodeError, AttributeError, KeyError, TypeError) as damaged:
        raise ValueError("the checkpoint is not a file this program wrote") from damaged


def verify(connection: Connection, checkpoint: Checkpoint | None = None) -> list[Finding]:
    """Everything that is wrong; an empty list says that the trail is whole up to its heads."""
    heads = checkpoint_of(connection)
    entry = table_of(AuditEntry)
    chains = {row.chain for row in connection.execute(select(entry.c.chain).distinct())}
    known = checkpoint or {}
    return [
        finding
        for chain in sorted(chains | heads.keys() | known.keys())
        for finding in _verify_chain(connection, chain, heads.get(chain), known.get(chain))
    ]


def _verify_chain(
    connection: Connection, chain: str, head: Head | None, checkpoint: Head | None
) -> Iterator[Finding]:
    entry = table_of(AuditEntry)
    rows = connection.execute(select(entry).where(entry.c.chain == chain).order_by(entry.c.seq))
    seq, prev = 0, GENESIS
    for row in rows.yield_per(1000):
        seq += 1
        if row.seq != seq:
            yield Finding(chain, seq, "entries are missing here")
            return
        if row.prev_hash != prev or row.hash != link(prev, _values(row)):
            yield Finding(chain, seq, "this entry was changed or moved")
            return
        prev = row.hash
        if checkpoint is not None and checkpoint.seq == seq and checkpoint.hash != prev:
            yield Finding(chain, seq, "the chain was written anew before the checkpoint")
            return
    if head is None or (head.seq, head.hash) != (seq, prev):
        yield Finding(chain, seq, "the chain does not end where its head says")
    if checkpoint is not None and checkpoint.seq > seq:
        yield Finding(chain, seq, f"the checkpoint knows {checkpoint.seq} entries: the tail was cut off")


def _values(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in (*HASHED, ACTING_FOR)}
