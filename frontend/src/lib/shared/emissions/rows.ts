/** The figures of series as rows: for the table, for a file, and to know their sources. */
import type { CitySeries, Point, Series } from '$lib/api/emissions';
import { toCsv } from '$lib/i18n/csv';
import { bilingual } from '$lib/i18n/format';
import { locale } from '$lib/i18n/locale.svelte';
import { m } from '$lib/paraglide/messages';
import { gasesWord, measureWord, standardWord } from './words';

export interface Row {
  city_id: string;
  name: string;
  series: Series;
  point: Point;
}

/** The oldest first within a city. */
export const rowsOf = (city: CitySeries, name: string, from: number): Row[] =>
  city.items
    .flatMap((series) =>
      series.points.map((point) => ({ city_id: city.city_id, name, series, point }))
    )
    .filter(({ point }) => point.year >= from)
    .sort((a, b) => a.point.year - b.point.year);

export function csvOf(rows: Row[]): { name: string; text: string } {
  const lines = rows.map(({ name, series, point }) => [
    name,
    point.year,
    point.amount_kg,
    point.per_head_kg,
    point.population,
    bilingual(point.population_basis_de, point.population_basis_en).text || null,
    standardWord[series.standard](),
    measureWord[point.measure](),
    gasesWord[series.gases](),
    series.series_id,
    point.source_id ?? point.source_note,
    point.verification
  ]);
  return {
    name: `${m.emissions_file()}.csv`,
    text: toCsv(m.emissions_csv_header().split('|'), lines, locale())
  };
}

/** What the figures and the gaps rest on, each source once. */
export function sourcesOf(cities: CitySeries[], rows: Row[]): string[] {
  const shown = new Set(rows.map(({ city_id }) => city_id));
  const ofGaps = cities
    .filter((city) => shown.has(city.city_id) || !city.items.length)
    .flatMap((city) => city.gaps.map((gap) => gap.source_id));
  return [...new Set([...rows.map(({ point }) => point.source_id), ...ofGaps])].filter(
    (id) => id !== null
  );
}
