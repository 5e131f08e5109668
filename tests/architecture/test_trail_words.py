"""Whatever is written into the trail has a word on the screen of the trail."""

import re
from collections.abc import Iterator

import klimabruecke.main  # noqa: F401 - it knows all tables
from klimabruecke.core.tables import Row
from tests.conftest import REPOSITORY

WORDS = (REPOSITORY / "frontend/src/lib/features/admin/words.ts").read_text("utf-8")
NAMED = re.compile(r'\b(?:audit\.)?name\(\s*session,[^(){]*?"([a-z_]+)"|audit\.record\(session, "([a-z_]+)"')


def resources(table: type[Row] = Row) -> Iterator[str]:
    for each in table.__subclasses__():
        if "__table__" in vars(each):
            yield each.__table__.name
        yield from resources(each)


def known(block: str) -> set[str]:
    """The names one block of the interface's words has."""
    (found,) = re.findall(rf"const {block}: Record<string, \(\) => string> = {{(.*?)}};", WORDS, re.DOTALL)
    return set(re.findall(r"^\s*(\w+):", found, re.MULTILINE))


def test_every_kind_of_record_has_a_word() -> None:
    written = {name for name in resources() if name != "specimen"}
    assert {"measure", "activity"} < written
    assert written - known("resources") == set()


def test_every_action_has_a_word() -> None:
    sources = (REPOSITORY / "backend/klimabruecke").rglob("*.py")
    found = {one or other for file in sources for one, other in NAMED.findall(file.read_text("utf-8"))} | {
        "create",
        "update",
        "delete",
    }
    assert {"publish", "sign_in", "restore"} < found
    assert found - known("actions") == set()
