"""The columns of our table of activities, and the words people write in it.

An activity may take several rows with the same identifier: each adds a part of the journey (``item_``) and a
group of people (``group_``), as numbers.
"""

from collections.abc import Mapping
from typing import get_args

from klimabruecke.exchange.imports.resources.records import Column, known_words
from klimabruecke.footprint.activities.schemas import ActivityStatus
from klimabruecke.footprint.answers import ItemType
from klimabruecke.footprint.schemas import CabinName, Carrier, Diet, Fuel, Kind, MaterialName, Mode, Paper
from klimabruecke.footprint.travellers import Payer, TravellerKind

KEY = "external_id"
ITEM, GROUP = "item_", "group_"
COLUMNS: Mapping[str, Column] = {
    KEY: Column("Kennung", "Identifier"),
    "title": Column("Titel", "Title"),
    "project": Column("Projekt", "Project"),
    "kind": Column("Art", "Kind", "word"),
    "status": Column("Status", "Status", "word"),
    "starts_on": Column("Beginn", "First day", "day"),
    "ends_on": Column("Ende", "Last day", "day"),
    "host_city_id": Column("Gastgebende Stadt", "Host city"),
    "assumptions": Column("Annahmen", "Assumptions", "texts"),
    "over_budget_reason": Column("Grund über der Obergrenze", "Reason over budget"),
    "group_city_id": Column("Personen aus (Stadt)", "People from (city)"),
    "group_count": Column("Personen (Zahl)", "People (number)", "whole"),
    "group_kind": Column("Personen aus (Bereich)", "People from (field)", "word"),
    "group_paid_by": Column("Bezahlt von", "Paid by", "word"),
    "item_type": Column("Posten", "Item", "word"),
    "item_from": Column("Von", "From"),
    "item_to": Column("Nach", "To"),
    "item_distance_km": Column("Entfernung in km", "Distance in km", "number"),
    "item_return": Column("Hin und zurück", "Return", "flag"),
    "item_travellers": Column("Reisende (Zahl)", "Travellers (number)", "whole"),
    "item_cabin": Column("Klasse", "Cabin", "word"),
    "item_country": Column("Land", "Country"),
    "item_fuel": Column("Antrieb", "Fuel", "word"),
    "item_vehicles": Column("Fahrzeuge", "Vehicles", "whole"),
    "item_occupancy": Column("Personen je Fahrzeug", "People per vehicle", "number"),
    "item_rooms": Column("Zimmer", "Rooms", "whole"),
    "item_nights": Column("Nächte", "Nights", "whole"),
    "item_kwh": Column("kWh", "kWh", "number"),
    "item_carrier": Column("Energieträger", "Energy carrier", "word"),
    "item_diet": Column("Essen", "Meal", "word"),
    "item_count": Column("Anzahl", "Count", "whole"),
    "item_participants": Column("Teilnehmende (Zahl)", "Participants (number)", "whole"),
    "item_hours": Column("Stunden", "Hours", "number"),
    "item_mode": Column("Verkehrsmittel der Fracht", "Freight mode", "word"),
    "item_mass_kg": Column("Masse in kg", "Mass in kg", "number"),
    "item_material": Column("Material", "Material", "word"),
    "item_paper": Column("Papier", "Paper", "word"),
}
PEOPLE = {
    *("name", "vorname", "nachname", "familienname", "first_name", "last_name", "surname", "full_name"),
    *("reisende", "reisender", "teilnehmende", "teilnehmer", "teilnehmerin", "traveller", "travellers"),
    *("passenger", "passengers", "participant", "participants", "person", "personen", "e_mail", "email"),
    *("ansprechpartner", "ansprechperson", "contact", "contact_person", "geburtsdatum", "date_of_birth"),
}
"""Headings, in their plain spelling, below which people are named and not counted."""


def _codes(words: object) -> dict[str, tuple[str, ...]]:
    return dict.fromkeys(get_args(words), ())


WORDS: Mapping[str, Mapping[str, str]] = {
    "kind": known_words(
        _codes(Kind),
        {
            "trip": ("Reise", "Dienstreise", "Delegationsreise"),
            "event": ("Veranstaltung",),
            "shipment": ("Sendung", "Fracht"),
            "purchase": ("Einkauf", "Beschaffung"),
            "online_meeting": ("Online-Treffen", "Videokonferenz"),
        },
    ),
    "status": known_words(
        _codes(ActivityStatus),
        {
            "planned": ("geplant",),
            "approved": ("genehmigt",),
            "done": ("durchgeführt", "stattgefunden"),
            "cancelled": ("abgesagt",),
        },
    ),
    "group_kind": known_words(
        _codes(TravellerKind),
        {
            "administration": ("Verwaltung",),
            "politics": ("Politik",),
            "business": ("Wirtschaft",),
            "civil_society": ("Zivilgesellschaft",),
            "science": ("Wissenschaft",),
            "culture_and_sport": ("Kultur und Sport",),
        },
    ),
    "group_paid_by": known_words(
        _codes(Payer),
        {
            "grant": ("Förderung",),
            "home_city": ("entsendende Stadt",),
            "host_city": ("gastgebende Stadt",),
            "own_organisation": ("eigene Organisation",),
            "other": ("andere",),
        },
    ),
    "item_type": known_words(
        _codes(ItemType),
        {
            "flight": ("Flug",),
            "rail": ("Bahn", "Zug", "train"),
            "coach": ("Bus", "Reisebus", "bus"),
            "taxi": ("Taxi",),
            "ferry": ("Fähre",),
            "car": ("Auto", "Pkw"),
            "hotel": ("Hotel", "Übernachtung"),
            "electricity": ("Strom",),
            "heat": ("Wärme", "Heizung"),
            "meal": ("Essen", "Mahlzeit"),
            "video": ("Video", "Videokonferenz"),
            "freight": ("Fracht",),
            "material": ("Material",),
            "print": ("Druck", "Drucksache"),
        },
    ),
    "item_cabin": known_words(_codes(CabinName)),
    "item_fuel": known_words(
        _codes(Fuel), {"petrol": ("Benzin",), "electric": ("elektrisch",), "average": ("Durchschnitt",)}
    ),
    "item_carrier": known_words(
        _codes(Carrier),
        {
            "natural_gas": ("Erdgas",),
            "heating_oil": ("Heizöl",),
            "district_heat": ("Fernwärme",),
            "wood": ("Holz",),
        },
    ),
    "item_diet": known_words(
        _codes(Diet),
        {
            "vegetarian": ("vegetarisch",),
            "beef": ("Rind",),
            "chicken": ("Huhn",),
            "white_fish": ("Weißfisch",),
            "oily_fish": ("fetter Fisch",),
        },
    ),
    "item_mode": known_words(
        _codes(Mode), {"road": ("Lkw",), "rail": ("Bahn",), "sea_container": ("Seecontainer",)}
    ),
    "item_material": known_words(_codes(MaterialName)),
    "item_paper": known_words(
        _codes(Paper), {"paper_recycled": ("Recyclingpapier",), "paper_primary": ("Frischfaserpapier",)}
    ),
}
