"""The reasons that keep cities apart, in words."""

from collections.abc import Mapping

from klimabruecke.core.language import Bilingual

REASONS: Mapping[str, Bilingual] = {
    "inventory_missing": Bilingual(
        "Mindestens eine der Städte hat kein Inventar veröffentlicht.",
        "At least one of the cities has not published an inventory.",
    ),
    "total_missing": Bilingual(
        "Mindestens eine der Summen lässt sich so nicht angeben.",
        "At least one of the totals cannot be given like this.",
    ),
    "gases_differ": Bilingual(
        "Die einen zählen nur CO2, die anderen alle Treibhausgase.",
        "Some count CO2 alone, others all greenhouse gases.",
    ),
    "standards_differ": Bilingual(
        "Die Inventare folgen verschiedenen Methoden mit anderen Grenzen und Sektoren.",
        "The inventories follow different methods with other boundaries and sectors.",
    ),
    "levels_differ": Bilingual(
        "Es sind nicht dieselben Summen: Sie schließen Verschiedenes ein.",
        "They are not the same totals: they include different things.",
    ),
    "years_far_apart": Bilingual(
        "Die Jahre liegen mehr als zwei auseinander.", "The years are more than two apart."
    ),
    "potentials_differ": Bilingual(
        "Die Inventare rechnen mit verschiedenen Treibhauspotenzialen. Wählen Sie einen gemeinsamen Satz.",
        "The inventories use different warming potentials. Choose one set for all.",
    ),
    "total_partial": Bilingual(
        "Mindestens eine Summe ist nur ein Teil: Dem Inventar fehlen Referenzen seiner Stufe.",
        "At least one total is only a part: the inventory lacks references of its level.",
    ),
    "only_reported_totals": Bilingual(
        "Von mindestens einer Stadt ist nur die Summe bekannt, nicht, woraus sie besteht.",
        "Of at least one city only the total is known, not what it is made of.",
    ),
    "years_differ": Bilingual("Die Jahre sind nicht dieselben.", "The years are not the same."),
    "potentials_not_stated": Bilingual(
        "Mindestens ein Inventar sagt nicht, mit welchen Treibhauspotenzialen es rechnet.",
        "At least one inventory does not state its warming potentials.",
    ),
    "periods_differ": Bilingual(
        "Die einen berichten für das Kalenderjahr, die anderen für ein Haushaltsjahr.",
        "Some report for the calendar year, others for a financial year.",
    ),
    "population_missing": Bilingual(
        "Nicht jedes Inventar nennt seine Einwohner; Zahlen je Kopf fehlen dann.",
        "Not every inventory names its population; figures per head are missing then.",
    ),
    "population_bases_differ": Bilingual(
        "Die Einwohner sind nicht auf dieselbe Weise gezählt.", "The people are not counted the same way."
    ),
    "not_verified": Bilingual(
        "Nicht jede Zahl ist in ihrer Quelle nachgelesen.", "Not every figure was read in its source."
    ),
}
