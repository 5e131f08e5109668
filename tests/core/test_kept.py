"""Kept answers: made once, by their ETag, and never more of them than fit."""

from klimabruecke.core.http.kept import Kept


def test_an_answer_is_made_once_for_each_state() -> None:
    kept, made = Kept(), []

    def make(body: bytes) -> bytes:
        made.append(body)
        return body

    assert [kept.body('"1"', lambda: make(b"old")) for _ in range(3)] == [b"old"] * 3
    assert kept.body('"2"', lambda: make(b"new")) == b"new"
    assert made == [b"old", b"new"]


def test_the_answers_asked_for_last_stay_and_the_others_make_room() -> None:
    kept = Kept(most_bytes=100)
    for number in (1, 2, 1, 3):
        kept.body(f'"{number}"', lambda: b"x" * 40)
    assert kept.body('"1"', lambda: b"again") == b"x" * 40
    assert kept.body('"2"', lambda: b"again") == b"again"


def test_an_answer_larger_than_the_room_is_given_and_not_kept() -> None:
    kept = Kept(most_bytes=10)
    assert kept.body('"1"', lambda: b"x" * 11) == b"x" * 11
    assert kept.body('"1"', lambda: b"again") == b"again"
