"""Ids of records that have no natural name: UUIDv7, so that new ones sort last and indexes stay tight."""

import uuid_utils


def new_id() -> str:
    return str(uuid_utils.uuid7())
