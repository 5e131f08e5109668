"""The words on the sheets of a workbook; headings of columns are names, which are read back."""

from klimabruecke.core.language import Bilingual

STANDARDS = {
    "gpc": Bilingual("GPC", "GPC"),
    "bisko": Bilingual("BISKO", "BISKO"),
    "quellenbilanz": Bilingual("Quellenbilanz", "Source balance (Quellenbilanz)"),
    "verursacherbilanz": Bilingual("Verursacherbilanz", "End-user balance (Verursacherbilanz)"),
    "iclei": Bilingual("ICLEI-Protokoll", "ICLEI protocol"),
    "cdp_reported": Bilingual("an CDP gemeldet", "as reported to CDP"),
    "other": Bilingual("andere Methode", "another method"),
}
LEVELS = {
    "basic": Bilingual("BASIC", "BASIC"),
    "basic_plus": Bilingual("BASIC+", "BASIC+"),
    "territorial": Bilingual("territorial", "territorial"),
}
KINDS = {
    "community": Bilingual("gesamte Stadt", "whole community"),
    "municipal_operations": Bilingual("eigener Betrieb der Verwaltung", "the municipality's own operations"),
}
STATUSES = {
    "draft": Bilingual("Entwurf, nicht veröffentlicht", "draft, not published"),
    "review": Bilingual("in Prüfung, nicht veröffentlicht", "under review, not published"),
    "published": Bilingual("veröffentlicht", "published"),
    "superseded": Bilingual("durch eine neuere Fassung ersetzt", "superseded by a newer edition"),
    "withdrawn": Bilingual("zurückgezogen", "withdrawn"),
}
VERIFICATIONS = {
    "verified": Bilingual("in der Quelle nachgelesen", "read in the source"),
    "derived": Bilingual("aus belegten Zahlen errechnet", "computed from proven figures"),
    "recalled": Bilingual("noch nicht belegt", "not yet proven"),
    "reported": Bilingual("von der Stadt angegeben", "stated by the city"),
}
GASES = {
    "co2": Bilingual("nur CO₂", "CO₂ only"),
    "co2e": Bilingual("Treibhausgase als CO₂e", "greenhouse gases as CO₂e"),
}
MEASURES = {
    "basic": Bilingual("BASIC", "BASIC"),
    "basic_plus": Bilingual("BASIC+", "BASIC+"),
    "territorial": Bilingual("Territorial", "Territorial"),
    "other_scope3": Bilingual("Weitere Emissionen (VI)", "Other scope 3 (VI)"),
    "total": Bilingual("Summe", "Total"),
    "biogenic_co2": Bilingual("Biogenes CO₂ (in keiner Summe)", "Biogenic CO₂ (in no total)"),
}
COVER = {
    "sheet": Bilingual("Deckblatt", "Cover"),
    "title": Bilingual("Treibhausgas-Inventar {city} {year}", "Greenhouse gas inventory {city} {year}"),
    "demo": Bilingual(
        "Erfundenes Beispiel: Diese Zahlen sind keine der Stadt.",
        "Invented example: these are no figures of the city.",
    ),
    "partial": Bilingual(
        "Unvollständig: Zu manchen Referenzen gibt es noch keine Menge. Die Summen sind die des Erfassten.",
        "Incomplete: some references have no amount yet. The totals are those of what was recorded.",
    ),
    "city": Bilingual("Stadt", "City"),
    "country": Bilingual("Land (ISO 3166-1)", "Country (ISO 3166-1)"),
    "year": Bilingual("Jahr", "Year"),
    "period": Bilingual("Zeitraum", "Period"),
    "standard": Bilingual("Methode", "Standard"),
    "level": Bilingual("Berichtsebene", "Reporting level"),
    "kind": Bilingual("Umfang", "Scope of the inventory"),
    "edition": Bilingual("Fassung", "Edition"),
    "status": Bilingual("Stand", "Status"),
    "gases": Bilingual("Gase", "Gases"),
    "gwp_set": Bilingual("Treibhauspotenziale", "Global warming potentials"),
    "boundary": Bilingual("Abgrenzung", "Boundary"),
    "method": Bilingual("Hinweise zur Methode", "Notes on the method"),
    "population": Bilingual("Einwohnerzahl", "Population"),
    "basis": Bilingual("Grundlage der Einwohnerzahl", "Basis of the population"),
    "source": Bilingual("Quelle", "Source"),
    "licence": Bilingual("Lizenz", "Licence"),
    "verification": Bilingual("Beleg", "Proof"),
    "origin": Bilingual("Erstellt mit", "Made with"),
    "record": Bilingual("Kennung des Inventars", "Id of the inventory"),
    "not_stated": Bilingual("nicht angegeben", "not stated"),
    "totals": Bilingual("Summen in kg CO₂e", "Totals in kg CO₂e"),
    "reported": Bilingual("wie berichtet", "as reported"),
    "legend": Bilingual("Spalten der Blätter", "Columns of the sheets"),
    "lines": Bilingual("Zeilen", "Lines"),
    "figures": Bilingual("Veröffentlichte Summen", "Published figures"),
}
COLUMNS = {
    "city_id": Bilingual("Stadt", "City"),
    "year": Bilingual("Jahr", "Year"),
    "line_key": Bilingual(
        "Name der Zeile. Lassen Sie ihn stehen, damit die Zeile beim Einlesen wiedergefunden wird.",
        "Name of the line. Leave it as it is, so that the line is found again when the file is read.",
    ),
    "gpc_ref": Bilingual("GPC-Referenz", "GPC reference"),
    "sector": Bilingual("Sektor; folgt aus der GPC-Referenz", "Sector; follows from the GPC reference"),
    "carrier": Bilingual("Energieträger (BISKO)", "Energy carrier (BISKO)"),
    "scope": Bilingual("Scope; folgt aus der GPC-Referenz", "Scope; follows from the GPC reference"),
    "gas": Bilingual("Gas, das gewogen wurde, oder CO2e", "Gas that was weighed, or CO2e"),
    "amount_kg": Bilingual(
        "Kilogramm dieses Gases; leer, wo ein Schlüssel steht",
        "Kilograms of this gas; empty where a notation key stands",
    ),
    "co2_kg": Bilingual("davon CO₂, in kg CO₂e", "of which CO₂, in kg CO₂e"),
    "ch4_kg": Bilingual("davon CH₄, in kg CO₂e", "of which CH₄, in kg CO₂e"),
    "n2o_kg": Bilingual("davon N₂O, in kg CO₂e", "of which N₂O, in kg CO₂e"),
    "gas_split": Bilingual(
        "Aufteilung, wo auch andere Gase darunter sind, in kg CO₂e",
        "The split where other gases are among them, in kg CO₂e",
    ),
    "notation_key": Bilingual(
        "NO kommt nicht vor, NE nicht geschätzt, IE anderswo enthalten, C vertraulich",
        "NO not occurring, NE not estimated, IE included elsewhere, C confidential",
    ),
    "included_in": Bilingual("IE: wo die Menge enthalten ist", "IE: where the amount is included"),
    "explanation": Bilingual("Begründung des Schlüssels", "Why the notation key stands there"),
    "activity": Bilingual("Brennstoff oder Tätigkeit", "Fuel or activity"),
    "activity_value": Bilingual("Menge der Tätigkeit", "Amount of the activity"),
    "activity_unit": Bilingual("Einheit dieser Menge", "Unit of that amount"),
    "factor_value": Bilingual("Emissionsfaktor", "Emission factor"),
    "factor_unit": Bilingual("Einheit des Faktors", "Unit of the factor"),
    "emission_factor_id": Bilingual("Kennung des Faktors in Klimabrücke", "Id of the factor in Klimabrücke"),
    "quality_activity": Bilingual(
        "Datenqualität der Tätigkeit: H hoch, M mittel, L gering",
        "Data quality of the activity: H high, M medium, L low",
    ),
    "quality_factor": Bilingual("Datenqualität des Faktors", "Data quality of the factor"),
    "method": Bilingual("Wie geschätzt wurde", "How it was estimated"),
    "source_id": Bilingual("Kennung der Quelle in Klimabrücke", "Id of the source in Klimabrücke"),
    "source_note": Bilingual("Andere Quelle", "Another source"),
    "verification": Bilingual(
        "Beleg: verified nachgelesen, derived errechnet, reported angegeben, recalled noch nicht belegt",
        "Proof: verified read, derived computed, reported stated, recalled not yet proven",
    ),
    "note": Bilingual("Anmerkung", "Note"),
}
"""The columns of the sheets with lines, in their order."""
