"""Letters that ask for the data of a first inventory, in English: the language the cities share."""

from dataclasses import dataclass

from klimabruecke.core.operator import OperatorOut
from klimabruecke.inventories.first.guide import Datum, Form

UNIT_WORDS = {
    "kWh": "kilowatt hours (kWh)",
    "litre": "litres",
    "tonne": "tonnes",
    "m3": "cubic metres (m3)",
}
QUALITY = (
    "Please also tell us how the figures were obtained (metered, billed, weighed or estimated), what they"
    " leave out, and whether you use an emission factor of your own, with its source."
)
CONFIDENTIALITY = (
    "Confidentiality: we publish sums by reference of the standard, never the data of single customers. If a"
    " figure must not be published at all, please mark it; the inventory then says that it is confidential."
)
CLOSING = "Yours faithfully\n[name and function of the person who signs]"


@dataclass(frozen=True)
class Row:
    """A line of the table to fill in."""

    what: str
    unit: str


@dataclass(frozen=True)
class Letter:
    """The parts of a letter; what nobody has stated stands in square brackets."""

    sender: str
    recipient: str
    date: str
    title: str
    paragraphs: tuple[str, ...]
    rows: tuple[Row, ...]
    closing: str

    @property
    def text(self) -> str:
        """The whole as text to paste; the table with tabs between its cells."""
        table = "\n".join("\t".join((row.what, row.unit, "[amount]")) for row in self.rows)
        head, *rest = self.paragraphs
        parts = (self.sender, self.recipient, self.date, self.title, head, table, *rest, self.closing)
        return "\n\n".join(parts) + "\n"


def letter(datum: Datum, city: str, year: int, operator: OperatorOut) -> Letter:
    """The letter that asks for one datum of a city and year."""
    imprint = operator.imprint
    address = "\n".join((imprint.organisation, *imprint.address)) if imprint else "[your office and address]"
    reply = imprint.email if imprint else "[your e-mail address]"
    return Letter(
        sender=address,
        recipient=f"To: {datum.holder.en}\n[name and address of the organisation]",
        date="[place and date]",
        title=f"Request for data: {datum.name.en}, {city}, {year}",
        paragraphs=_paragraphs(datum, city, year, reply),
        rows=tuple(Row(*_row(form)) for form in datum.forms) or (Row(datum.name.en, _unit(datum)),),
        closing=CLOSING,
    )


def _paragraphs(datum: Datum, city: str, year: int, reply: str) -> tuple[str, ...]:
    """What is asked, which the table follows, and what goes with it."""
    asked = (
        f"Dear Sir or Madam,\n\nwe are preparing the greenhouse gas inventory of {city} for {year} and ask"
        f" for your help. We need: {_lower(datum.asked.en)}."
    )
    period = (
        f"Period: 1 January to 31 December {year}. If your records cover another period, such as a financial"
        " year, please send them as they are and state its first and last day."
    )
    answer = (
        f"Please reply to {reply} by [date]. Even a part of the data helps: the inventory says openly what is"
        " missing."
    )
    return (asked, period, QUALITY, _purpose(datum, city), CONFIDENTIALITY, answer)


def _row(form: Form) -> tuple[str, str]:
    return form.name.en, UNIT_WORDS[form.base_unit]


def _unit(datum: Datum) -> str:
    return "people" if datum.kind == "population" else "kg CO2e per kWh"


def _purpose(datum: Datum, city: str) -> str:
    places = (
        f"they fill the references {', '.join(datum.gpc_refs)} of the inventory"
        if datum.gpc_refs
        else "other figures of the inventory are reckoned with them"
    )
    return (
        f"What the figures are for: {places}. It follows the Global Protocol for Community-Scale Greenhouse"
        f" Gas Inventories (GPC), level BASIC, shows where emissions arise in {city}, and is the basis of the"
        " city's climate targets and measures."
    )


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
