"""What inventories and their lines refuse, in German and English."""

from collections.abc import Mapping

from klimabruecke.core.errors import DomainError, FieldError, Invalid, problem_type
from klimabruecke.core.language import Bilingual
from klimabruecke.core.records import name_records
from klimabruecke.inventories.emissions.checks import SENTENCES as OF_LINES

INVENTORY_PUBLISHED = problem_type(
    "inventory-published",
    409,
    Bilingual("Inventar ist veröffentlicht", "Inventory is published"),
    Bilingual(
        "Veröffentlichte Inventare bleiben, wie sie sind, damit man sich auf sie berufen kann.",
        "Published inventories stay as they are, so that they can be cited.",
    ),
    Bilingual(
        "Legen Sie mit POST /inventories/{id}/revisions eine neue Fassung an und ändern Sie diese.",
        "Make a new edition with POST /inventories/{id}/revisions and change that one.",
    ),
)
INVENTORY_NOT_READY = problem_type(
    "inventory-not-ready",
    409,
    Bilingual("Inventar ist noch nicht so weit", "Inventory is not ready"),
    Bilingual(
        "Für diesen Schritt fehlt dem Inventar noch etwas.",
        "The inventory still lacks something for this step.",
    ),
    Bilingual("Ergänzen Sie, was fehlt.", "Add what is missing."),
)


class InventoryPublished(DomainError):
    """409: what was published is not changed."""

    problem = INVENTORY_PUBLISHED


class InventoryNotReady(DomainError):
    """409: says what is missing, or what stands in the way."""

    problem = INVENTORY_NOT_READY

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(NOT_READY[code].fill(**values))


NOT_READY: Mapping[str, Bilingual] = {
    "nothing_reported": Bilingual(
        "Das Inventar hat weder eine Zeile noch eine gemeldete Summe. Tragen Sie Zeilen ein, notfalls NE mit"
        " Begründung.",
        "The inventory has neither a line nor a reported total. Enter lines, NE with its reason if need be.",
    ),
    "source_missing": Bilingual(
        "Das Inventar nennt keine Quelle. Tragen Sie source_id oder source_note ein: worauf die Zahlen"
        " beruhen.",
        "The inventory names no source. Enter source_id or source_note: what the figures rest on.",
    ),
    "totals_unknown": Bilingual(
        "Die Summe lässt sich nicht bilden: Mengen einzelner Gase brauchen den Satz von Treibhauspotenzialen,"
        " mit dem das Inventar rechnet, und jedes Gas ein Potenzial darin. Tragen Sie gwp_set ein.",
        "The total cannot be made: amounts of single gases need the set of warming potentials the inventory"
        " reckons with, and each gas a potential in it. Enter gwp_set.",
    ),
    "not_published": Bilingual(
        "Zurückgezogen wird nur, was veröffentlicht ist. Einen Entwurf können Sie löschen.",
        "Only what is published is withdrawn. A draft can be deleted.",
    ),
    "not_final": Bilingual(
        "Eine neue Fassung entsteht aus einem veröffentlichten, abgelösten oder zurückgezogenen Inventar."
        " Ändern Sie den Entwurf selbst.",
        "A new edition is made from an inventory that was published, superseded or withdrawn. Change the"
        " draft itself.",
    ),
    "not_by_gpc": Bilingual(
        "Dieser Weg ist für Inventare nach GPC, die alle Treibhausgase zählen. Legen Sie dafür eines an, oder"
        " tragen Sie Zeilen unter /api/v1/emissions ein.",
        "This way is for inventories by GPC that count all greenhouse gases. Make one, or enter lines at"
        " /api/v1/emissions.",
    ),
    "not_gone": Bilingual(
        "Wiederhergestellt wird, was gelöscht oder zurückgezogen ist; dieses Inventar ist beides nicht.",
        "What was deleted or withdrawn is brought back; this inventory is neither.",
    ),
    "other_published": Bilingual(
        "Für diese Stadt, dieses Jahr und diese Methode ist inzwischen ein anderes Inventar veröffentlicht."
        " Ziehen Sie jenes zuerst zurück.",
        "Another inventory of this city, year and method has been published meanwhile. Withdraw that one"
        " first.",
    ),
}

SENTENCES: Mapping[str, Bilingual] = {
    "level_missing": Bilingual(
        "Ein Inventar nach GPC nennt seine Stufe: basic, basic_plus oder territorial.",
        "An inventory by GPC names its level: basic, basic_plus or territorial.",
    ),
    "level_of_gpc": Bilingual(
        "Eine Stufe hat nur ein Inventar nach GPC. Lassen Sie die Angabe weg.",
        "Only an inventory by GPC has a level. Leave it out.",
    ),
    "period_too_long": Bilingual(
        "Der Zeitraum umfasst höchstens ein Jahr, zum Beispiel Juli bis Juni.",
        "The period covers a year at most, such as July to June.",
    ),
    "period_of_other_year": Bilingual(
        "Der Zeitraum muss im angegebenen Jahr beginnen oder enden.",
        "The period must begin or end in the year given.",
    ),
    "basis_missing": Bilingual(
        "Nennen Sie, wie die Einwohner gezählt wurden (population_basis_de oder population_basis_en).",
        "Say how the people were counted (population_basis_de or population_basis_en).",
    ),
    "gwp_set_unknown": Bilingual(
        "Diesen Satz von Treibhauspotenzialen gibt es nicht. Welche es gibt, steht unter /api/v1/gwp-sets.",
        "There is no such set of warming potentials. Those that exist are listed at /api/v1/gwp-sets.",
    ),
    "unknown_source": Bilingual(
        "Diese Quelle gibt es nicht. Welche es gibt, steht unter /api/v1/sources.",
        "There is no such source. Those that exist are listed at /api/v1/sources.",
    ),
    "unknown_factor": Bilingual(
        "Diesen Emissionsfaktor gibt es nicht. Welche es gibt, steht unter /api/v1/emission-factors.",
        "There is no such emission factor. Those that exist are listed at /api/v1/emission-factors.",
    ),
    "unknown_inventory": Bilingual(
        "Dieses Inventar gibt es nicht. Welche es gibt, steht unter /api/v1/inventories.",
        "There is no such inventory. Those that exist are listed at /api/v1/inventories.",
    ),
    "key_taken": Bilingual(
        "Eine Zeile mit dieser Kennung hat das Inventar schon. Ändern Sie jene, oder lassen Sie die Kennung"
        " weg.",
        "The inventory already has a line with this key. Change that one, or leave the key out.",
    ),
    "other_city": Bilingual(
        "Verglichen werden Fassungen und Jahre derselben Stadt. Für andere Städte gibt es /comparisons.",
        "Editions and years of one city are held against each other. For other cities there is /comparisons.",
    ),
    "gases_of_lines": Bilingual(
        "Das Inventar hat schon Zeilen mit anderen Gasen. Ändern Sie zuerst diese.",
        "The inventory already has lines of other gases. Change these first.",
    ),
    "too_many_totals": Bilingual(
        "Das wären mehr als {most} Summen. Gliedern Sie gröber, oder fragen Sie nach einer Stadt oder einem"
        " Jahr.",
        "That would be more than {most} totals. Divide by less, or ask for one city or one year.",
    ),
    "ranking": Bilingual(
        "Städte werden hier nicht gereiht: Ihre Inventare unterscheiden sich in Methode, Grenze und Jahr. Die"
        " Antwort nennt sie in der Reihenfolge Ihrer Anfrage, mit den Gründen, die gegen eine Rangfolge"
        " sprechen.",
        "Cities are not ranked here: their inventories differ in method, boundary and year. The answer names"
        " them in the order of your request, with the reasons against a ranking.",
    ),
    **OF_LINES,
}

name_records(
    {
        "inventory": (Bilingual("kein Inventar", "no inventory"), "/api/v1/inventories"),
        "emission_record": (Bilingual("keine Inventarzeile", "no line of an inventory"), "/api/v1/emissions"),
    }
)


def refused(pointer: str, code: str, **values: object) -> Invalid:
    """422 at one place."""
    return Invalid(FieldError(pointer, code, SENTENCES[code].fill(**values)))
