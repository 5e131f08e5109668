"""One text for one document (RFC 8785), so that its hash means something."""

import hashlib

from klimabruecke.core.canonical import canonical_json, sha256_of


def test_the_order_of_names_makes_no_difference() -> None:
    assert canonical_json({"b": 1, "a": [{"d": None, "c": True}]}) == '{"a":[{"c":true,"d":null}],"b":1}'


def test_a_whole_number_has_no_point() -> None:
    assert canonical_json([5.0, 0.001, 12.5, 404.4, 10**15]) == "[5,0.001,12.5,404.4,1000000000000000]"


def test_text_stays_as_it_is_and_control_characters_are_escaped() -> None:
    assert (
        canonical_json(["Zürich – 5 €", 'a"b\\c', "\n\u0001/"])
        == '["Zürich – 5 €","a\\"b\\\\c","\\n\\u0001/"]'
    )


def test_the_hash_is_that_of_the_utf8_bytes() -> None:
    assert sha256_of("ü") == hashlib.sha256(bytes([0xC3, 0xBC])).hexdigest()
