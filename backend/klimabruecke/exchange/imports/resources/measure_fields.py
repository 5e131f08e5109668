"""The columns of our table of measures, and the words people write in it."""

from collections.abc import Mapping
from typing import get_args

from klimabruecke.exchange.imports.resources.records import Column, known_words
from klimabruecke.measures.words import (
    ActionType,
    Basis,
    CoBenefit,
    Hazard,
    Instrument,
    Phase,
    Prerequisite,
    Sector,
    Status,
    Visibility,
)

KEY = "identifier"
COLUMNS: Mapping[str, Column] = {
    "id": Column("id", "id"),
    "identifier": Column("Kennung", "Identifier"),
    "plan": Column("Plan", "Plan"),
    "title_de": Column("Titel (deutsch)", "Title (German)"),
    "title_en": Column("Titel (englisch)", "Title (English)"),
    "lead_de": Column("Kurz (deutsch)", "In short (German)"),
    "lead_en": Column("Kurz (englisch)", "In short (English)"),
    "description_de": Column("Beschreibung (deutsch)", "Description (German)"),
    "description_en": Column("Beschreibung (englisch)", "Description (English)"),
    "sector": Column("Handlungsfeld", "Sector", "word"),
    "action_type": Column("Art", "Type", "word"),
    "status": Column("Status", "Status", "word"),
    "phase": Column("Phase", "Phase", "word"),
    "status_reason_de": Column("Begründung (deutsch)", "Reason (German)"),
    "status_reason_en": Column("Begründung (englisch)", "Reason (English)"),
    "completion_pct": Column("Umgesetzt in %", "Done in %", "whole"),
    "decided_by": Column("Beschlossen von", "Decided by"),
    "starts_year": Column("Beginn (Jahr)", "First year", "whole"),
    "ends_year": Column("Ende (Jahr)", "Last year", "whole"),
    "is_continuous": Column("Fortlaufend", "Continuous", "flag"),
    "responsible_unit_de": Column("Zuständige Stelle (deutsch)", "Responsible unit (German)"),
    "responsible_unit_en": Column("Zuständige Stelle (englisch)", "Responsible unit (English)"),
    "partners_de": Column("Beteiligte (deutsch)", "Partners (German)"),
    "partners_en": Column("Beteiligte (englisch)", "Partners (English)"),
    "cost_cents": Column("Kosten", "Cost", "money"),
    "cost_currency": Column("Währung", "Currency"),
    "cost_note_de": Column("Zu den Kosten (deutsch)", "About the cost (German)"),
    "cost_note_en": Column("Zu den Kosten (englisch)", "About the cost (English)"),
    "funding_de": Column("Finanzierung (deutsch)", "Funding (German)"),
    "funding_en": Column("Finanzierung (englisch)", "Funding (English)"),
    "effect_ghg_kg": Column("Minderung in t CO2e je Jahr", "Reduction in t CO2e per year", "tonnes"),
    "effect_basis": Column("Grundlage der Minderung", "Basis of the reduction", "word"),
    "effect_year": Column("Jahr der Minderung", "Year of the reduction", "whole"),
    "effect_overlap_group": Column("Überschneidung mit", "Overlap group"),
    "effect_quantity": Column("Andere Wirkung", "Other effect", "number"),
    "effect_unit": Column("Einheit der anderen Wirkung", "Unit of the other effect"),
    "co_benefits": Column("Weiterer Nutzen", "Co-benefits", "words"),
    "sdgs": Column("SDG", "SDGs", "wholes"),
    "hazards": Column("Klimagefahren", "Hazards", "words"),
    "instruments": Column("Instrumente", "Instruments", "words"),
    "prerequisites": Column("Voraussetzungen", "Prerequisites", "words"),
    "needs_de": Column("Was man braucht (deutsch)", "What it needs (German)"),
    "needs_en": Column("Was man braucht (englisch)", "What it needs (English)"),
    "lessons_de": Column("Erfahrungen (deutsch)", "Lessons (German)"),
    "lessons_en": Column("Erfahrungen (englisch)", "Lessons (English)"),
    "caveat_de": Column("Vorbehalt (deutsch)", "Caveat (German)"),
    "caveat_en": Column("Vorbehalt (englisch)", "Caveat (English)"),
    "source_id": Column("Quelle", "Source"),
    "verification": Column("Beleglage", "Verification", "word"),
    "visibility": Column("Sichtbarkeit", "Visibility", "word"),
}


def _codes(words: object) -> dict[str, tuple[str, ...]]:
    return dict.fromkeys(get_args(words), ())


WORDS: Mapping[str, Mapping[str, str]] = {
    "sector": known_words(
        _codes(Sector),
        {
            "energy": ("Energie",),
            "heat": ("Wärme",),
            "buildings": ("Gebäude",),
            "transport": ("Verkehr", "Mobilität", "mobility"),
            "port": ("Hafen",),
            "industry": ("Industrie",),
            "waste": ("Abfall",),
            "water": ("Wasser", "Abwasser", "water and wastewater"),
            "land_use": ("Landnutzung", "land use"),
            "green_and_blue": ("Stadtgrün", "Grün und Wasser", "green and blue"),
            "procurement": ("Beschaffung",),
            "education": ("Bildung",),
            "governance": ("Verwaltung",),
        },
    ),
    "action_type": known_words(
        _codes(ActionType),
        {
            "mitigation": ("Klimaschutz", "Minderung"),
            "adaptation": ("Anpassung", "Klimaanpassung"),
            "both": ("beides", "Schutz und Anpassung"),
            "enabling": ("ermöglichend",),
            "framework": ("Rahmen",),
            "offsetting": ("Kompensation",),
        },
    ),
    "status": known_words(
        _codes(Status),
        {
            "proposed": ("vorgeschlagen",),
            "planned": ("geplant", "not_started", "nicht begonnen", "not started"),
            "decided": ("beschlossen",),
            "in_progress": ("in Umsetzung", "laufend", "on_time", "in progress", "on time"),
            "in_operation": ("in Betrieb",),
            "late": ("verspätet", "verzögert"),
            "completed": ("abgeschlossen", "umgesetzt"),
            "cancelled": ("abgebrochen",),
            "merged": ("zusammengelegt",),
            "superseded": ("ersetzt",),
            "unknown": ("unbekannt", "undefined"),
        },
    ),
    "phase": known_words(
        _codes(Phase),
        {
            "idea": ("Idee",),
            "preparation": ("Vorbereitung",),
            "procurement": ("Ausschreibung",),
            "construction": ("Bau",),
            "pilot": ("Erprobung",),
            "operation": ("Betrieb",),
            "closing": ("Abschluss",),
        },
    ),
    "effect_basis": known_words(
        _codes(Basis), {"expected": ("erwartet",), "measured": ("gemessen",), "claimed": ("behauptet",)}
    ),
    "verification": known_words(
        {
            "verified": ("belegt",),
            "derived": ("berechnet",),
            "recalled": ("aus dem Gedächtnis",),
            "reported": ("gemeldet",),
        }
    ),
    "visibility": known_words(_codes(Visibility), {"draft": ("Entwurf",), "published": ("veröffentlicht",)}),
    "co_benefits": known_words(_codes(CoBenefit)),
    "hazards": known_words(_codes(Hazard)),
    "instruments": known_words(_codes(Instrument)),
    "prerequisites": known_words(_codes(Prerequisite)),
}
