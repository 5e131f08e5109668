"""What every paper consists of, whatever it is about and in whichever format it leaves."""

from dataclasses import dataclass

from klimabruecke.core.language import Language

BLANK = {"de": "[bitte ergänzen]", "en": "[to be completed]"}
"""What nobody has stated yet stands visibly open, never invented."""
SOURCES = {"de": "Quellen", "en": "Sources"}


@dataclass(frozen=True)
class Fact:
    """A line of the head of a paper; without a value it is still to be filled in."""

    label: str
    value: str | None


@dataclass(frozen=True)
class Grid:
    """A table of text; the first column names what the others say."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, perhaps under a heading of its own, perhaps with a table behind it."""

    text: str
    heading: str | None = None
    table: Grid | None = None


@dataclass(frozen=True)
class Paper:
    """A text with its notes; what a form asks line by line are facts, the rest are paragraphs."""

    language: Language
    title: str
    subtitle: str
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[str, ...]
    facts: tuple[Fact, ...] = ()

    def value(self, fact: Fact) -> str:
        return BLANK[self.language] if fact.value is None else fact.value

    def plain_text(self) -> str:
        """The whole as text to paste; tables with tabs between their cells."""
        parts = [self.title, self.subtitle]
        if self.facts:
            parts.append("\n".join(f"{fact.label}: {self.value(fact)}" for fact in self.facts))
        for paragraph in self.paragraphs:
            parts.append("\n".join(filter(None, (paragraph.heading, paragraph.text))))
            if paragraph.table is not None:
                parts.append(_plain_table(paragraph.table))
        notes = (f"[{number}] {note}" for number, note in enumerate(self.notes, 1))
        parts.append("\n".join((SOURCES[self.language], *notes)))
        return "\n\n".join(parts) + "\n"


def _plain_table(table: Grid) -> str:
    lines = ("\t".join(cells) for cells in (table.columns, *table.rows))
    return "\n".join((table.title, *lines))
