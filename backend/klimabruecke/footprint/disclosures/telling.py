"""What the German and the English answer share: names, source notes, tables."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from klimabruecke.core.language import Bilingual, Language
from klimabruecke.footprint.disclosures.cuts import NO_CITY
from klimabruecke.footprint.papers.case import Notes, method_note, source_note
from klimabruecke.footprint.papers.numbers import decimal, mass, mass_range, money
from klimabruecke.footprint.papers.paper import Grid, Paragraph
from klimabruecke.footprint.papers.words import KINDS

Document = Mapping[str, Any]


UNKNOWN = Bilingual("nicht bestimmt", "not determined")
NONE_RECORDED = Bilingual("nicht erfasst", "not recorded")
WITHHELD = Bilingual(
    "nicht gesondert genannt: weniger als fünf Reisende",
    "not stated separately: fewer than five travellers",
)
AT_LEAST = Bilingual("mindestens", "at least")
CONTRIBUTIONS = {
    "levy": Bilingual("CO2-Abgabe", "CO2 levy"),
    "donation": Bilingual("Spende", "donation"),
    "own_climate_project": Bilingual("eigenes Klimaprojekt", "own climate project"),
}


class CutWords(NamedTuple):
    """What a table is called, what its rows are, and what a reader must know of it."""

    cut: str
    heading: str
    column: str
    caption: str
    hint: str


class Telling:
    """A frozen answer, told in one language; notes are numbered when they are first needed."""

    def __init__(self, snapshot: Document, sha256: str, language: Language) -> None:
        self.snapshot = snapshot
        self.total: Document = snapshot["total"]
        self.sha256 = sha256
        self.language = language
        self.notes = Notes()
        self._cities = {city["id"]: city[language] for city in snapshot["cities"]}

    def name(self, member: str) -> str:
        """A year, a city or a kind as people call it."""
        if member == NO_CITY:
            return Bilingual("ohne Stadt", "no city").in_(self.language)
        return KINDS[member].in_(self.language) if member in KINDS else self._cities.get(member, member)

    def kinds(self) -> str | None:
        """The kinds asked about; None where it is all of them."""
        named = [self.name(kind) for kind in self.snapshot["kinds"]]
        return self.listed(named) if named else None

    def listed(self, parts: list[str]) -> str:
        conjunction = Bilingual("und", "and").in_(self.language)
        return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {conjunction} {parts[-1]}"

    def is_folded(self) -> bool:
        return any(
            len(row["members"]) > 1 for cut in ("by_year", "by_city", "by_kind") for row in self.snapshot[cut]
        )

    def source_notes(self) -> list[str]:
        unproven = set(self.snapshot["unproven"])
        return [
            *(method_note(each["id"], each["version"], self.language) for each in self.snapshot["methods"]),
            *(
                source_note(source, source["id"] in unproven, self.language)
                for source in self.snapshot["sources"]
            ),
        ]

    def levy_notes(self) -> list[str]:
        """The rules the levies were counted by, each with its amount and where it was read."""
        return [self._levy_note(rule) for rule in self.snapshot["levy_rules"]]

    def _levy_note(self, rule: Document) -> str:
        one, other = ("title_de", "title_en") if self.language == "de" else ("title_en", "title_de")
        amount, source = rule["amount_cents_per_tonne"], rule["source"]
        each = Bilingual("je Tonne", "per tonne").in_(self.language)
        is_recalled = rule["verification"] == "recalled"
        parts = (
            rule[one] or rule[other],
            None if amount is None else f"{money(amount, rule['currency'], self.language)} {each}",
            source_note(source, is_recalled, self.language) if source else None,
            rule["source_note"],
        )
        return "; ".join(filter(None, parts))

    def amounts(self, levies: list[Document], name: str) -> str:
        """What is due or paid by currency; what is not known stays open, it is not nothing."""
        return "; ".join(self._amount(levy, name) for levy in levies) or "–"

    def _amount(self, levy: Document, name: str) -> str:
        if name in levy.get("withheld", ()):
            return WITHHELD.in_(self.language)
        if levy[name] is None:
            return (UNKNOWN if name == "due_cents" else NONE_RECORDED).in_(self.language)
        amount = money(levy[name], levy["currency"], self.language)
        is_least = name == "due_cents" and levy["undetermined"]
        return f"{AT_LEAST.in_(self.language)} {amount}" if is_least else amount

    def levies(self, cut: str, title: str, columns: tuple[str, ...], mark: str) -> Grid:
        """What is due and what was paid, row by row of a cut."""
        rows = (
            (
                self._label([self.name(member) for member in row["members"]]),
                *(self.amounts(row["levies"], name) for name in ("due_cents", "paid_cents")),
            )
            for row in self.snapshot[cut]
        )
        return Grid(f"{title}{mark}", columns, tuple(rows))

    def contributions(self, title: str, columns: tuple[str, ...], mark: str) -> Grid:
        """Money for climate work, by year, city, kind and currency."""
        rows = (
            (
                str(row["year"]),
                self.name(row["city_id"]),
                CONTRIBUTIONS[row["kind"]].in_(self.language),
                money(row["amount_cents"], row["currency"], self.language),
            )
            for row in self.snapshot["contributions"]
        )
        return Grid(f"{title}{mark}", columns, tuple(rows))

    def tables(self, records: str, columns: tuple[str, ...], words: list[CutWords]) -> list[Paragraph]:
        """By year always; by city and kind where there is something to tell apart."""
        mark = self.notes.mark(records, *self.source_notes())
        found = []
        for each in words:
            rows = self.snapshot[each.cut]
            if rows and (each.cut == "by_year" or len(rows) > 1):
                grid = Grid(f"{each.caption}{mark}", (each.column, *columns), tuple(map(self._row, rows)))
                found.append(Paragraph(each.hint, each.heading, grid))
        return found

    def _label(self, names: list[str]) -> str:
        together = Bilingual(" (zusammengefasst)", " (combined)").in_(self.language)
        label = self.listed(names) + (together if len(names) > 1 else "")
        return label[0].upper() + label[1:]

    def _row(self, row: Document) -> tuple[str, ...]:
        return (
            self._label([self.name(member) for member in row["members"]]),
            decimal(row["activities"], 0, self.language),
            "–" if row["people"] is None else decimal(row["people"], 0, self.language),
            mass(row["ghg_g"], self.language),
            mass_range(row["ghg_low_g"], row["ghg_high_g"], self.language),
        )
