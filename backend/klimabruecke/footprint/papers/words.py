"""What the papers call things in both languages."""

from collections.abc import Mapping

from klimabruecke.core.language import Bilingual

SUBJECTS: Mapping[str, Bilingual] = {
    "trip": Bilingual("Die Reise", "trip"),
    "event": Bilingual("Die Veranstaltung", "event"),
    "shipment": Bilingual("Die Sendung", "shipment"),
    "purchase": Bilingual("Die Beschaffung", "purchase"),
    "online_meeting": Bilingual("Die Videokonferenz", "online meeting"),
}
KINDS: Mapping[str, Bilingual] = {
    "trip": Bilingual("Reisen", "trips"),
    "event": Bilingual("Veranstaltungen", "events"),
    "shipment": Bilingual("Sendungen", "shipments"),
    "purchase": Bilingual("Beschaffungen", "purchases"),
    "online_meeting": Bilingual("Videokonferenzen", "online meetings"),
}
PARTS: Mapping[str, Bilingual] = {
    "flight": Bilingual("Flüge", "flights"),
    "rail": Bilingual("Bahnfahrten", "rail travel"),
    "coach": Bilingual("Busfahrten", "coach travel"),
    "taxi": Bilingual("Taxifahrten", "taxis"),
    "ferry": Bilingual("Fährfahrten", "ferries"),
    "car": Bilingual("Autofahrten", "car travel"),
    "hotel": Bilingual("Übernachtungen", "accommodation"),
    "electricity": Bilingual("Strom", "electricity"),
    "heat": Bilingual("Wärme", "heating"),
    "meal": Bilingual("Verpflegung", "catering"),
    "video": Bilingual("Videoteilnahme", "video participation"),
    "freight": Bilingual("Transporte", "freight"),
    "material": Bilingual("Material", "materials"),
    "print": Bilingual("Druckerzeugnisse", "printed matter"),
}
MEANS: Mapping[str, Bilingual] = {
    "flight": Bilingual("Flugzeug", "air"),
    "rail": Bilingual("Bahn", "rail"),
    "coach": Bilingual("Bus", "coach"),
    "taxi": Bilingual("Taxi", "taxi"),
    "ferry": Bilingual("Fähre", "ferry"),
    "car": Bilingual("Auto", "car"),
}
CABINS: Mapping[str, Bilingual] = {
    "economy": Bilingual("Economy Class", "economy class"),
    "premium": Bilingual("Premium Economy", "premium economy class"),
    "business": Bilingual("Business Class", "business class"),
    "first": Bilingual("First Class", "first class"),
}
INVENTED = Bilingual(
    "Beispiel für die Vorführung: Die Angaben sind erfunden.",
    "Example for demonstration: the particulars are invented.",
)
TOLD = ("proxy_factor", "older_factor_set")
"""The warnings a reader of a paper needs; the others are for those who compute."""
