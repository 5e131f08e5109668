"""What a line must be, whether a person enters it or a file brings it: the same rules in one place."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from klimabruecke.calc.inventory import BIOGENIC, CO2E
from klimabruecke.core.language import Bilingual
from klimabruecke.reference.standards.queries import Vocabulary

GAS_GROUPS = frozenset({"HFCs", "PFCs"})
"""Groups that a split of CO2e may name; nobody can weigh them as one gas."""
MAY_BE_NEGATIVE = ("V", "agriculture_land_use")
"""Land can take up more than it gives off; nothing else can."""

SENTENCES: dict[str, Bilingual] = {
    "gpc_ref_needed": Bilingual(
        "Ein Inventar nach GPC braucht hier eine GPC-Referenz, zum Beispiel I.1.1.",
        "An inventory by GPC needs a GPC reference here, such as I.1.1.",
    ),
    "gpc_ref_unknown": Bilingual(
        "Diese GPC-Referenz gibt es nicht. Welche es gibt, steht unter /api/v1/gpc-references.",
        "There is no such GPC reference. Those that exist are listed at /api/v1/gpc-references.",
    ),
    "gpc_only": Bilingual(
        "GPC-Referenzen gibt es nur in Inventaren nach GPC. Geben Sie den Sektor an.",
        "Only inventories by GPC have GPC references. Give the sector.",
    ),
    "follows_from_reference": Bilingual(
        "Das passt nicht zur GPC-Referenz, aus der es sich ergibt. Lassen Sie die Angabe weg.",
        "This does not fit the GPC reference, from which it follows. Leave it out.",
    ),
    "sector_needed": Bilingual(
        "Dieses Inventar gliedert nach Sektoren. Geben Sie einen aus /api/v1/balance-sectors an.",
        "This inventory is divided by sectors. Give one of /api/v1/balance-sectors.",
    ),
    "sector_unknown": Bilingual(
        "Diesen Sektor kennt die Methode des Inventars nicht. Welche es gibt, steht unter"
        " /api/v1/balance-sectors.",
        "The method of the inventory has no such sector. Those that exist are listed at"
        " /api/v1/balance-sectors.",
    ),
    "carrier_unknown": Bilingual(
        "Diesen Energieträger gibt es nicht. Welche es gibt, steht unter /api/v1/energy-carriers.",
        "There is no such energy carrier. Those that exist are listed at /api/v1/energy-carriers.",
    ),
    "bisko_only": Bilingual(
        "Nach Energieträgern gliedert nur BISKO. Lassen Sie die Angabe weg.",
        "Only BISKO divides by energy carrier. Leave it out.",
    ),
    "amount_or_key": Bilingual(
        "Eine Zeile hat entweder eine Menge oder einen Schlüssel (NO, NE, IE, C), genau eines von beiden.",
        "A line has either an amount or a notation key (NO, NE, IE, C), exactly one of the two.",
    ),
    "explanation_needed": Bilingual(
        "NE verlangt eine Begründung: Schreiben Sie, warum nicht geschätzt wurde.",
        "NE needs a reason: write why it was not estimated.",
    ),
    "included_in_needed": Bilingual(
        "IE verlangt die Stelle, an der die Menge enthalten ist. Ist sie nicht bekannt, schreiben Sie das in"
        " die Begründung.",
        "IE needs the place the amount is included in. Where that is not known, say so in the explanation.",
    ),
    "included_in_only_ie": Bilingual(
        "Eine andere Stelle nennt nur, wer IE angibt. Lassen Sie die Angabe weg.",
        "Only IE names another place. Leave it out.",
    ),
    "included_in_unknown": Bilingual(
        "Diese Stelle gibt es in der Methode des Inventars nicht, oder es ist die Zeile selbst.",
        "The method of the inventory has no such place, or it is the line itself.",
    ),
    "gas_unknown": Bilingual(
        "Dieses Gas hat kein Treibhauspotenzial. Erlaubt sind CO2e, CO2_biogenic und die Gase aus"
        " /api/v1/gwp-sets.",
        "This gas has no warming potential. Accepted are CO2e, CO2_biogenic and the gases of"
        " /api/v1/gwp-sets.",
    ),
    "gas_not_counted": Bilingual(
        "Dieses Inventar zählt nur CO2. Geben Sie CO2 oder CO2_biogenic an.",
        "This inventory counts CO2 only. Give CO2 or CO2_biogenic.",
    ),
    "split_of_co2e": Bilingual(
        "Nach Gasen aufgeteilt wird nur eine Menge in CO2e.",
        "Only an amount of CO2e is split by gas.",
    ),
    "negative_amount": Bilingual(
        "Negativ kann nur die Landnutzung sein (V). Gutschriften gehören nicht in die Summe.",
        "Only land use (V) can be negative. Credits do not belong into the total.",
    ),
}


class Fault(NamedTuple):
    """What is wrong with a line: the field, and a code of ``SENTENCES``."""

    field: str
    code: str


class Rules:
    """The rules for the lines of one inventory."""

    def __init__(self, standard: str, gases: str, vocabulary: Vocabulary, known_gases: Iterable[str]) -> None:
        self._is_gpc = standard == "gpc"
        self._is_bisko = standard == "bisko"
        self._gases = gases
        self._references = vocabulary.references
        self._sectors = vocabulary.bisko_sectors if self._is_bisko else vocabulary.sectors
        self._carriers = vocabulary.carriers
        weighable = frozenset(known_gases)
        self._weighable = frozenset({"CO2", BIOGENIC}) if gases == "co2" else weighable | {CO2E, BIOGENIC}
        self._known = weighable | {CO2E, BIOGENIC}
        self._splits = weighable | GAS_GROUPS

    def fault(self, line: Any) -> Fault | None:
        """The first thing that is wrong with a line; None where it is as it should be."""
        return self._place(line) or self._amount(line) or self._key(line) or self._gas(line)

    def filled(self, line: Any) -> dict[str, Any]:
        """Sector and scope of a line without fault; with a reference they follow from it."""
        if not self._is_gpc:
            return {"sector": line.sector, "scope": line.scope}
        reference = self._references[line.gpc_ref]
        return {"sector": reference.sector, "scope": reference.scope}

    def _place(self, line: Any) -> Fault | None:
        if not self._is_gpc:
            return self._sector(line)
        if line.gpc_ref is None:
            return Fault("gpc_ref", "gpc_ref_needed")
        reference = self._references.get(line.gpc_ref)
        if reference is None:
            return Fault("gpc_ref", "gpc_ref_unknown")
        if line.sector not in (None, reference.sector):
            return Fault("sector", "follows_from_reference")
        if line.scope not in (None, reference.scope):
            return Fault("scope", "follows_from_reference")
        return Fault("carrier", "bisko_only") if line.carrier is not None else None

    def _sector(self, line: Any) -> Fault | None:
        if line.gpc_ref is not None:
            return Fault("gpc_ref", "gpc_only")
        if line.sector is None:
            return Fault("sector", "sector_needed")
        if line.sector not in self._sectors:
            return Fault("sector", "sector_unknown")
        if line.carrier is None:
            return None
        if not self._is_bisko:
            return Fault("carrier", "bisko_only")
        return None if line.carrier in self._carriers else Fault("carrier", "carrier_unknown")

    def _amount(self, line: Any) -> Fault | None:
        if (line.amount_kg is None) == (line.notation_key is None):
            return Fault("amount_kg", "amount_or_key")
        if line.amount_kg is None or line.amount_kg >= 0:
            return None
        sector = line.gpc_ref.partition(".")[0] if line.gpc_ref else line.sector
        return None if sector in MAY_BE_NEGATIVE else Fault("amount_kg", "negative_amount")

    def _key(self, line: Any) -> Fault | None:
        if line.included_in is not None:
            return self._included(line)
        if line.explanation is None and line.notation_key == "IE":
            return Fault("included_in", "included_in_needed")
        if line.explanation is None and line.notation_key == "NE":
            return Fault("explanation", "explanation_needed")
        return None

    def _included(self, line: Any) -> Fault | None:
        if line.notation_key != "IE":
            return Fault("included_in", "included_in_only_ie")
        places: Mapping[str, Any] | frozenset[str] = self._references if self._is_gpc else self._sectors
        itself = line.gpc_ref if self._is_gpc else None
        wrong = [place for place in line.included_in if place not in places or place == itself]
        return Fault("included_in", "included_in_unknown") if wrong else None

    def _gas(self, line: Any) -> Fault | None:
        if line.gas not in self._weighable:
            return Fault("gas", "gas_not_counted" if line.gas in self._known else "gas_unknown")
        if not line.gas_split:
            return None
        if line.gas != CO2E or line.amount_kg is None:
            return Fault("gas_split", "split_of_co2e")
        return None if self._splits.issuperset(line.gas_split) else Fault("gas_split", "gas_unknown")
