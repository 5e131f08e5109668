"""Lists, written once: a Core select to JSON, NDJSON or CSV, by keyset cursor, under an ETag.

A domain declares a ``Listing`` (columns, filters, sort fields, ``Out`` model); how rows become bytes is
decided here. The statement of one combination of filters and sort fields is compiled once and run on the
driver, and the bytes are made from its raw rows: that is worth a factor of six over ORM objects and models.
"""

from klimabruecke.core.listing.formats import LIST_FORMATS
from klimabruecke.core.listing.listing import LIST_RESPONSES, Listing, Page
from klimabruecke.core.listing.search import contains

__all__ = ["LIST_FORMATS", "LIST_RESPONSES", "Listing", "Page", "contains"]
