"""The note itself: what runs, what is done, what is late, by field of work, each figure with its source."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from klimabruecke.core.language import Bilingual, Language
from klimabruecke.footprint.papers.case import Notes, source_note
from klimabruecke.footprint.papers.numbers import NO_BREAK, day, decimal, mass
from klimabruecke.footprint.papers.paper import BLANK, Fact, Grid, Paper, Paragraph
from klimabruecke.measures.measures.effects import EffectOut
from klimabruecke.measures.measures.schemas import MeasureOut
from klimabruecke.measures.progress.schemas import MeasureUpdateOut
from klimabruecke.programme.notes import words
from klimabruecke.programme.notes.effects import savings

_GRAMS, _WHOLE_TONNES_KG = 1000, 100_000
_PERIODS = {
    "year": Bilingual("je Jahr", "a year"),
    "period": Bilingual("in {years} Jahren", "in {years} years"),
}


class Progress(NamedTuple):
    """What is known of a city's measures: all of it published."""

    city: Bilingual
    year: int
    on: date
    measures: Sequence[MeasureOut]
    updates: Sequence[MeasureUpdateOut]
    sources: dict[str, Any]

    @property
    def demo(self) -> bool:
        return any(one.demo for one in (*self.measures, *self.updates))

    def is_stale(self, measure: MeasureOut) -> bool:
        return measure.review_due_on is None or measure.review_due_on <= self.on


class Note:
    """Writes the note in one language."""

    def __init__(self, progress: Progress, language: Language) -> None:
        self.progress = progress
        self.language = language
        self.notes = Notes()

    def paper(self) -> Paper:
        paragraphs = tuple(self._paragraphs())
        title = self._say(words.TITLE, year=self.progress.year)
        city = self.progress.city.in_(self.language)
        return Paper(self.language, title, city, paragraphs, tuple(self.notes.texts), self._facts())

    def _say(self, text: Bilingual, **values: Any) -> str:
        return text.in_(self.language).format(**values)

    def _facts(self) -> tuple[Fact, ...]:
        measures = self.progress.measures
        fresh = sum(not self.progress.is_stale(one) for one in measures)
        return (
            Fact(self._say(words.CITY), self.progress.city.in_(self.language)),
            Fact(self._say(words.YEAR), str(self.progress.year)),
            Fact(self._say(words.AS_OF), day(self.progress.on.isoformat(), self.language)),
            Fact(self._say(words.MEASURES), str(len(measures))),
            Fact(self._say(words.CONFIRMED), str(fresh)),
            Fact(self._say(words.AUTHOR), None),
        )

    def _paragraphs(self) -> Iterator[Paragraph]:
        if self.progress.demo:
            yield Paragraph(self._say(words.DEMO))
        yield Paragraph(self._overview(), self._say(words.OVERVIEW))
        for sector, name in words.SECTORS.items():
            ours = [one for one in self.progress.measures if one.sector == sector]
            if ours:
                yield self._sector(name.in_(self.language), ours)
        if self.progress.measures:
            yield Paragraph(self._savings(), self._say(words.EFFECTS))
        yield self._reports()
        yield Paragraph(BLANK[self.language], self._say(words.DECISION))

    def _overview(self) -> str:
        if not self.progress.measures:
            return self._say(words.NO_MEASURES)
        return f"{self._counts(self.progress.measures)} {self._say(words.STATUS_NOW)}"

    def _counts(self, measures: Sequence[MeasureOut]) -> str:
        parts = [
            f"{count} {group.in_(self.language)}"
            for group, statuses in words.GROUPS.items()
            if (count := sum(one.status in statuses for one in measures))
        ]
        text = words.OF_ONE if len(measures) == 1 else words.OF_MEASURES
        return self._say(text, count=len(measures), parts=", ".join(parts))

    def _sector(self, name: str, measures: Sequence[MeasureOut]) -> Paragraph:
        place = {status: place for place, group in enumerate(words.GROUPS.values()) for status in group}
        rows = tuple(
            (self._title(one), self._status(one), self._effects(one), self._confirmed(one))
            for one in sorted(measures, key=lambda one: (place[one.status], one.id))
        )
        columns = tuple(column.in_(self.language) for column in words.COLUMNS)
        grid = Grid(self._say(words.TABLE, sector=name), columns, rows)
        return Paragraph(self._counts(measures), name, grid)

    def _title(self, measure: MeasureOut) -> str:
        title = self._text(measure, "title") or measure.id
        marked = f"{title} ({self._say(words.UNPROVEN)})" if measure.verification == "recalled" else title
        return marked + self._source(measure.source_id, measure.verification)

    def _text(self, record: Any, name: str) -> str | None:
        """In the other language where there is only that one."""
        german, english = getattr(record, f"{name}_de"), getattr(record, f"{name}_en")
        found: str | None = (german or english) if self.language == "de" else (english or german)
        return found

    def _status(self, measure: MeasureOut) -> str:
        years = "–".join(str(year) for year in (measure.starts_year, measure.ends_year) if year)
        if years and measure.schedule_verification == "recalled":
            years = f"{years} ({self._say(words.UNPROVEN)})"
        reason = self._text(measure, "status_reason")
        return "; ".join(filter(None, (words.STATUSES[measure.status].in_(self.language), years, reason)))

    def _confirmed(self, measure: MeasureOut) -> str:
        if measure.confirmed_on is None:
            return self._say(words.NEVER)
        confirmed = day(measure.confirmed_on.isoformat(), self.language)
        return self._say(words.STALE, day=confirmed) if self.progress.is_stale(measure) else confirmed

    # --- figures ----------------------------------------------------------------------------------

    def _effects(self, measure: MeasureOut) -> str:
        caveat = self._text(measure, "caveat")
        if measure.effects:
            told = [self._effect(one, measure) for one in measure.effects]
        else:
            is_adaptation = measure.action_type == "adaptation"
            told = [self._say(words.ADAPTATION if is_adaptation else words.NOTHING_STATED)]
        return "; ".join((*told, self._say(words.CAVEAT, caveat=caveat)) if caveat else told)

    def _effect(self, effect: EffectOut, measure: MeasureOut) -> str:
        verification = effect.verification or measure.verification
        basis = words.BASES[effect.basis].in_(self.language) if effect.basis else None
        how = f"{basis} ({effect.basis_note})" if basis and effect.basis_note else basis or effect.basis_note
        unproven = self._say(words.UNPROVEN) if verification == "recalled" else None
        year = str(effect.year) if effect.year else None
        parts = (self._amount(effect), how, year, unproven)
        return ", ".join(filter(None, parts)) + self._source(
            effect.source_id or measure.source_id, verification
        )

    def _amount(self, effect: EffectOut) -> str:
        if effect.ghg_kg is not None:
            text = words.LESS_IN_ALL if effect.per == "period" else words.LESS_A_YEAR
            return self._say(text, mass=self._mass(effect.ghg_kg), years=effect.period_years)
        unit = (effect.unit_de or effect.unit) if self.language == "de" else effect.unit
        quantity = decimal(effect.quantity or 0, 3, self.language).rstrip("0").rstrip(",.")
        period = self._say(_PERIODS[effect.per], years=effect.period_years) if effect.per else None
        return " ".join(filter(None, (f"{quantity}{NO_BREAK}{unit}", period)))

    def _mass(self, ghg_kg: int) -> str:
        """Large amounts in whole tonnes: a decimal of an estimate would promise too much."""
        if ghg_kg < _WHOLE_TONNES_KG:
            return mass(ghg_kg * _GRAMS, self.language)
        return f"{decimal(ghg_kg / _GRAMS, 0, self.language)}{NO_BREAK}t"

    def _source(self, source_id: str | None, verification: str) -> str:
        source = self.progress.sources.get(source_id or "")
        if source is None:
            return self.notes.mark(self._say(words.BY_CITY))
        return self.notes.mark(source_note(source._asdict(), verification == "recalled", self.language))

    def _savings(self) -> str:
        found = savings(self.progress.measures)
        if not found:
            return self._say(words.NO_SUM)
        lines = []
        for saving in found:
            text = words.SUM_OF_ONE if saving.figures == 1 else words.SUM
            basis = words.BASES[saving.basis].in_(self.language)
            written = self._say(text, basis=basis, mass=self._mass(saving.ghg_kg), count=saving.figures)
            lines.append(written[0].upper() + written[1:])
        return f"{'; '.join(lines)}. {self._say(words.HOW_SUMMED)}"

    def _reports(self) -> Paragraph:
        heading = self._say(words.REPORTED, year=self.progress.year)
        if not self.progress.updates:
            return Paragraph(self._say(words.NO_REPORTS, year=self.progress.year), heading)
        titles = {one.id: self._text(one, "title") or one.id for one in self.progress.measures}
        rows = tuple(
            (day(one.on.isoformat(), self.language), titles[one.measure_id], self._text(one, "text") or "")
            for one in self.progress.updates
        )
        columns = tuple(column.in_(self.language) for column in words.REPORT_COLUMNS)
        return Paragraph("", heading, Grid(heading, columns, rows))
