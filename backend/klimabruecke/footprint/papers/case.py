"""What a paper can say about a decided plan: read from the frozen snapshot alone, without any opinion."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from klimabruecke.calc.uncertainty import Range
from klimabruecke.core.language import Language
from klimabruecke.footprint import documents
from klimabruecke.footprint.papers.numbers import NO_BREAK
from klimabruecke.footprint.plans.texts import LABELS

Document: TypeAlias = Mapping[str, Any]

WAYS = ("flight", "rail", "coach", "taxi", "ferry", "car")


@dataclass(frozen=True)
class Leg:
    """A way of the journey, in the words of the places."""

    type: str
    cabin: str | None
    origin: str | None
    destination: str | None
    is_return: bool


@dataclass(frozen=True)
class Difference:
    """Between two alternatives, in grams; ``share`` is that of the first one."""

    is_less: bool
    amount: Range
    share: float

    @property
    def is_certain(self) -> bool:
        """Whether the range leaves no doubt which of the two causes less."""
        return self.amount.low_g > 0


@dataclass
class Notes:
    """The short source notes of a paper, numbered in the order in which they are first needed."""

    texts: list[str] = field(default_factory=list)

    def mark(self, *texts: str) -> str:
        """The reference to these notes, behind the number they carry: [1], [2–4]."""
        for text in texts:
            if text not in self.texts:
                self.texts.append(text)
        numbers = sorted({self.texts.index(text) + 1 for text in texts})
        return f"{NO_BREAK}[{', '.join(_runs(numbers))}]"


def _runs(numbers: Sequence[int]) -> list[str]:
    """Neighbours as one: 2, 3, 4, 6 becomes 2–4, 6."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in found]


class Case:
    """A snapshot, its hash, and the language it is told in."""

    def __init__(self, snapshot: Document, sha256: str, language: Language) -> None:
        self.snapshot = snapshot
        self.sha256 = sha256
        self.language = language
        self.plan: Document = snapshot["plan"]
        self.decision: Document = snapshot["decision"]
        self.alternatives: Sequence[Document] = snapshot["alternatives"]
        self.first: Document = self.alternatives[0]
        self.chosen: Document = next(
            each for each in self.alternatives if each["id"] == self.decision["alternative_id"]
        )
        self._places = {place["id"]: place[language] for place in snapshot.get("places", ())}
        self._sources = {source["id"]: source for source in snapshot.get("sources", ())}

    # --- people and ways --------------------------------------------------------------------------

    def travellers(self) -> int | None:
        """The largest group that travels; None where nobody does."""
        return max((item["travellers"] for item in self._items() if item["type"] in WAYS), default=None)

    def by_video(self) -> int | None:
        return max((item["participants"] for item in self._items("video")), default=None)

    def stays(self) -> list[tuple[int, int]]:
        """Rooms and nights of each stay."""
        return [(item["rooms"], item["nights"]) for item in self._items("hotel")]

    def legs(self) -> list[Leg]:
        """The ways of the chosen alternative in their order."""
        return [
            Leg(
                item["type"],
                item.get("cabin"),
                self._place(item.get("from")),
                self._place(item.get("to")),
                item.get("return", False),
            )
            for item in self._items()
            if item["type"] in WAYS
        ]

    def routes(self) -> list[list[str]]:
        """The legs that follow one another, as chains of places; ways by distance alone have none."""
        chains: list[list[str]] = []
        for leg in self.legs():
            if leg.origin is None or leg.destination is None:
                continue
            if chains and chains[-1][-1] == leg.origin:
                chains[-1].append(leg.destination)
            elif [leg.origin, leg.destination] not in chains:
                chains.append([leg.origin, leg.destination])
        return chains

    def _place(self, code: str | None) -> str | None:
        return None if code is None else self._places.get(code, code)

    def _items(self, *types: str) -> list[Document]:
        return [item for item in self.chosen["items"] if not types or item["type"] in types]

    # --- rules ------------------------------------------------------------------------------------

    def rail_rule(self) -> Document | None:
        """What the city's rule on rail said of the chosen alternative, where it has one and people travel."""
        if self.travellers() is None:
            return None
        checks = self.snapshot.get("rule_checks", ())
        return next((check for check in checks if check["kind"] == "rail_first"), None)

    def open_legs(self, check: Document) -> str:
        """The flights of which nobody has said yet why they are flown."""
        legs = (finding for finding in check["findings"] if finding["result"] == "open")
        return ", ".join(f"{self._place(leg['from'])} – {self._place(leg['to'])}" for leg in legs)

    def rule_note(self, check: Document) -> str:
        """Where the rule was read."""
        source, title = check["source"], check["title"][self.language]
        is_unproven = check["verification"] == "recalled"
        read = source_note(source, is_unproven, self.language) if source else None
        return "; ".join(
            filter(None, (f"{title} ({check['city'][self.language]})", read, check["source_note"]))
        )

    # --- figures ----------------------------------------------------------------------------------

    def shares_g(self) -> list[tuple[str, int]]:
        """What each type of item causes, the largest first, nothing that rounds to nothing."""
        sums: Counter[str] = Counter()
        for item in self.chosen["footprint"]["items"]:
            sums[item["type"]] += item["ghg_g"]
        return [(item_type, grams) for item_type, grams in sums.most_common() if grams]

    def difference(self) -> Difference | None:
        """What the chosen alternative causes more or less than the first one; None where there is none."""
        if self.chosen is self.first:
            return None
        saving = documents.saving(self.first["footprint"], self.chosen["footprint"])
        whole_g = self.first["footprint"]["ghg_g"]
        if saving.central_g == 0 or whole_g == 0:
            return None
        is_less = saving.central_g > 0
        amount = saving if is_less else Range(-saving.high_g, -saving.central_g, -saving.low_g)
        return Difference(is_less, amount, amount.central_g / whole_g)

    def lowest(self) -> Document:
        """The alternative that causes least; the chosen one where several do."""
        least = min(each["footprint"]["ghg_g"] for each in self.alternatives)
        if self.chosen["footprint"]["ghg_g"] == least:
            return self.chosen
        return next(each for each in self.alternatives if each["footprint"]["ghg_g"] == least)

    def label(self, alternative: Document) -> str:
        """A label nobody changed is told in the language of the paper."""
        change = alternative["change"]
        if change in LABELS and alternative["label"] in LABELS[change]:
            return LABELS[change].in_(self.language)
        label: str = alternative["label"]
        return label

    # --- where it comes from ----------------------------------------------------------------------

    def source_notes(self, *alternatives: Document) -> list[str]:
        """The method and each source of a factor, in the order of the items."""
        chosen = alternatives or (self.chosen,)
        footprints = [alternative["footprint"] for alternative in chosen]
        factors = [
            factor for footprint in footprints for item in footprint["items"] for factor in item["factors"]
        ]
        unproven = {factor["source_id"] for factor in factors if factor["verification"] == "recalled"}
        methods = dict.fromkeys((each["method"]["id"], each["method"]["version"]) for each in footprints)
        return [
            *(method_note(*method, self.language) for method in methods),
            *(
                source_note(
                    self._sources.get(source_id, {"id": source_id}), source_id in unproven, self.language
                )
                for source_id in dict.fromkeys(factor["source_id"] for factor in factors)
            ),
        ]


def method_note(method_id: str, version: str, language: Language) -> str:
    if language == "de":
        return f"Eigene Berechnung mit Klimabrücke, Methode {method_id}, Version {version}"
    return f"Own calculation with Klimabrücke, method {method_id}, version {version}"


def source_note(source: Document, is_unproven: bool, language: Language) -> str:
    """What a source is cited by; its id where nothing else was frozen."""
    publisher = f"{source['publisher']}: " if source.get("publisher") else ""
    title, year = source.get("title", source["id"]), source.get("year")
    dated = f" ({year})" if year and str(year) not in title else ""
    unproven = {"de": " – noch nicht belegt", "en": " – not yet confirmed"}[language]
    return f"{publisher}{title}{dated}{unproven if is_unproven else ''}"
