"""How numbers read in the texts, and what an older snapshot still gives."""

import copy
import io
import re
from datetime import UTC, datetime
from typing import Any

import pytest
from docx import Document
from hypothesis import example, given, settings
from hypothesis import strategies as st

from klimabruecke.core.language import Language
from klimabruecke.core.types import NO_CONTROL_CHARACTERS
from klimabruecke.footprint.papers.case import Case, Notes
from klimabruecke.footprint.papers.german import climate_paragraph
from klimabruecke.footprint.papers.numbers import (
    count,
    day,
    mass,
    mass_range,
    mass_within,
    money,
    percent,
    signed_mass,
)
from klimabruecke.footprint.papers.paper import Paper, Paragraph
from klimabruecke.footprint.papers.shown import docx_of


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("grams", "de", "en"),
    [
        (8_850_054, "8,9 t", "8.9 t"),
        (1_234_500_000, "1.234,5 t", "1,234.5 t"),
        (412_400, "412 kg", "412 kg"),
        (3_100, "3,1 kg", "3.1 kg"),
        (99, "weniger als 0,1 kg", "less than 0.1 kg"),
        (0, "0 kg", "0 kg"),
    ],
)
def test_a_mass_has_the_unit_that_fits_it(grams: int, de: str, en: str) -> None:
    assert (plain(mass(grams, "de")), plain(mass(grams, "en"))) == (de, en)


def test_both_ends_of_a_range_have_one_unit() -> None:
    assert plain(mass_range(600_000, 11_000_000, "de")) == "0,6 bis 11,0 t"
    assert plain(mass_range(0, 4_490_055, "en")) == "0 to 4.5 t"
    assert plain(mass_range(-200_000, 300_000, "en")) == "−200 to 300 kg"


def test_a_part_has_the_unit_of_its_whole_unless_nothing_would_be_left() -> None:
    assert plain(mass_within(616_800, 3_367_042, "de")) == "0,6 t"
    assert plain(mass_within(46_847, 3_367_042, "de")) == "47 kg"
    assert plain(signed_mass(-440_699, 8_850_054, "en")) == "−0.4 t"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", ["14. September 2026", "12.500,00 EUR", "zwölf", "13", "62 %"]),
        ("en", ["14 September 2026", "EUR 12,500.00", "twelve", "13", "62%"]),
    ],
)
def test_days_money_and_counts_read_as_the_language_writes_them(
    language: Language, expected: list[str]
) -> None:
    found = [
        day("2026-09-14", language),
        money(1_250_000, "EUR", language),
        count(12, language),
        count(13, language),
        percent(0.62, language),
    ]
    assert [plain(each) for each in found] == expected


def test_notes_are_numbered_when_first_needed_and_neighbours_are_joined() -> None:
    notes = Notes()
    assert plain(notes.mark("a")) == " [1]"
    assert plain(notes.mark("b", "c", "d")) == " [2–4]"
    assert plain(notes.mark("a", "c", "d")) == " [1, 3–4]"
    assert notes.texts == ["a", "b", "c", "d"]


def footprint(ghg_g: int, uncertainty_g: int, factor_id: str) -> dict[str, Any]:
    nothing = {"low": 0, "central": 0, "high": 0}
    item = {"type": "flight", "ghg_g": ghg_g, "factors": []}
    group = {"item_type": "flight", "factor_id": factor_id, "ghg_g": ghg_g, "uncertainty_g": uncertainty_g}
    return {
        "method": {"id": "klimabruecke-2026", "version": "1"},
        "ghg_g": ghg_g,
        "ghg_low_g": ghg_g - uncertainty_g,
        "ghg_high_g": ghg_g + uncertainty_g,
        "per_traveller_g": ghg_g,
        "non_co2_g": nothing,
        "items": [item],
        "groups": [group],
        "warnings": [],
    }


FLIGHT = {"type": "flight", "cabin": "economy", "from": "BRE", "to": "WDH", "travellers": 1, "return": False}


def an_alternative(name: str, **changes: Any) -> dict[str, Any]:
    made = {"id": name, "label": name, "change": None, "items": [FLIGHT]}
    return made | {"footprint": footprint(1_000_000, 200_000, "a")} | changes


def a_snapshot(*alternatives: dict[str, Any], chosen: str) -> dict[str, Any]:
    """As version 1 wrote it: no names of places and sources, nothing stated for the texts."""
    decision = {"id": "d", "alternative_id": chosen, "reason": "R", "decided_at": "2026-03-01T10:00:00Z"}
    return {
        "format": "klimabruecke/plan-decision/1",
        "plan": {"id": "p", "title": "Reise", "kind": "trip", "on": "2026-09-14"},
        "project": {"id": "x", "title_de": None, "title_en": "Exchange"},
        "alternatives": list(alternatives),
        "decision": decision,
    }


def told(snapshot: dict[str, Any]) -> str:
    return plain(climate_paragraph(Case(snapshot, "0" * 64, "de"), "senate", demo=False).plain_text())


def test_a_decision_of_an_older_version_still_gives_its_texts() -> None:
    assert "(BRE – WDH; ab 14. September 2026; eine reisende Person [1])" in told(
        a_snapshot(an_alternative("A"), chosen="A")
    )


def test_a_single_alternative_is_not_called_a_comparison() -> None:
    text = told(a_snapshot(an_alternative("A"), chosen="A"))
    assert "weitere Varianten wurden nicht verglichen" in text
    assert "Unterschied" not in text


def test_a_difference_inside_the_range_is_not_called_certain() -> None:
    less = an_alternative("B", footprint=footprint(900_000, 500_000, "b"))
    text = told(a_snapshot(an_alternative("A"), less, chosen="B"))
    assert "rund 100 kg CO2e weniger (10 %; Spanne −439 bis 639 kg)" in text
    assert "Angesichts der Spanne ist dieser Unterschied nicht gesichert." in text


def test_a_factor_that_is_only_recalled_is_marked_in_its_note() -> None:
    recalled = copy.deepcopy(an_alternative("A"))
    recalled["footprint"]["items"][0]["factors"] = [
        {"id": "F", "source_id": "S1", "verification": "recalled"},
        {"id": "G", "source_id": "S2", "verification": "verified"},
    ]
    text = told(a_snapshot(recalled, chosen="A"))
    assert "S1 – noch nicht belegt" in text
    assert "S2 –" not in text


WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60).filter(
    lambda text: re.match(NO_CONTROL_CHARACTERS, text) is not None
)


@settings(max_examples=25, deadline=None)
@given(WORDS)
@example("\ufffe\uffff{{ 7 }} {% x %} <w:p>&amp;\r\n\t\x85")
def test_whatever_people_write_opens_as_a_docx(text: str) -> None:
    """All of Unicode that a request lets in, also what XML and templates are made of."""
    paper = Paper("de", "Titel", text, (Paragraph(text),), (text,))
    made = docx_of(paper, "climate_paragraph", "Klimabrücke", datetime(2026, 3, 1, tzinfo=UTC))
    found = [paragraph.text for paragraph in Document(io.BytesIO(made)).paragraphs]
    expected = text.translate(dict.fromkeys((0xFFFE, 0xFFFF, ord("\r"))))
    assert found.count(expected) >= 2
