"""The seed files, the schemas and the texts must not drift apart."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import pytest

import klimabruecke.calc
from klimabruecke.calc.catalogue import METHOD_IDS
from klimabruecke.core.language import Bilingual
from klimabruecke.core.seeding import read_rows
from klimabruecke.footprint import schemas, texts
from klimabruecke.footprint.answers import WarningCode
from klimabruecke.footprint.plans import texts as plan_texts
from klimabruecke.footprint.queries import DATA
from klimabruecke.footprint.rules import schemas as rule_schemas
from klimabruecke.footprint.rules import texts as rule_texts

CALC = "".join(path.read_text() for path in Path(klimabruecke.calc.__file__).parent.glob("*.py"))
DEFAULTS = read_rows(DATA / "defaults_2026-11-23.csv")


@pytest.mark.parametrize(
    ("item_type", "choices"),
    [
        ("car", schemas.Fuel),
        ("heat", schemas.Carrier),
        ("meal", schemas.Diet),
        ("freight", schemas.Mode),
        ("material", schemas.MaterialName),
        ("print", schemas.Paper),
    ],
)
def test_what_the_schema_offers_is_what_the_defaults_answer(item_type: str, choices: object) -> None:
    rows = [row["variant"] for row in DEFAULTS if row["item_type"] == item_type]
    assert set(get_args(choices)) == set(rows)


def test_the_methods_are_the_same_everywhere() -> None:
    described = tuple(row["id"] for row in read_rows(DATA / "methods_2026-11-23.csv"))
    assert get_args(schemas.MethodId) == METHOD_IDS == described


def test_every_note_and_refusal_of_the_calculator_has_its_sentences() -> None:
    notes = set(re.findall(r'Note\(\s*"(\w+)"', CALC))
    refusals = set(re.findall(r'CalcError\(\s*"(\w+)"', CALC)) | {"unknown_place", "unknown_airport"}
    in_gases = {"unknown_gas", "mixed_gwp_sets"}
    assert notes == texts.WARNINGS.keys() | texts.ASSUMPTIONS.keys() | {"factor_choice"}
    assert refusals - in_gases == texts.ERRORS.keys() | plan_texts.REFUSALS.keys()
    assert set(get_args(WarningCode)) == texts.WARNINGS.keys()


def test_a_proxy_always_says_what_stands_in() -> None:
    for file in ("defaults", "method_factors"):
        for row in read_rows(DATA / f"{file}_2026-11-23.csv"):
            if "proxy_factor" in row["warning_codes"]:
                assert row["note_de"].endswith("."), row
                assert row["note_en"].endswith("."), row


def test_every_exception_of_a_travel_rule_has_its_sentence() -> None:
    offered = set(get_args(rule_schemas.RailException)) | set(get_args(rule_schemas.TaxiException))
    assert offered == rule_texts.EXCEPTIONS.keys()


TABLES: list[Mapping[str, Bilingual]] = [
    *(texts.WARNINGS, texts.ASSUMPTIONS, texts.ERRORS, plan_texts.REFUSALS),
    *(rule_texts.FINDINGS, rule_texts.REFUSALS),
]


@pytest.mark.parametrize("table", TABLES)
def test_both_languages_use_the_same_values_and_end_as_sentences(table: Mapping[str, Bilingual]) -> None:
    for sentence in table.values():
        assert set(re.findall(r"{\w+}", sentence.de)) == set(re.findall(r"{\w+}", sentence.en))
        assert sentence.de.endswith((".", "}")), sentence.de
        assert sentence.en.endswith((".", "}")), sentence.en
