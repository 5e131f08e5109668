/** A city's series as a picture: what is joined, where it breaks, and what cannot be shown. */
import type { CitySeries, Point, Series, Standard } from '$lib/api/emissions';
import type { Gap, Line } from '$lib/charts/SeriesChart.svelte';
import { fixed } from '$lib/i18n/format';
import { amount, perHead } from './words';

export type Unit = 'head' | 'total';

export interface Picture {
  lines: Line[];
  /** The years a break stands before, each once, the oldest first. */
  breaks: { year: number; reasons: { de: string; en: string }[] }[];
  gaps: Gap[];
  /** Years whose total is known but not the people it would be divided by. */
  withoutPeople: number[];
  /** What was reported without a total that could be shown. */
  withoutTotal: { standard: Standard; point: Point }[];
  /** Years with a figure that nobody has proven yet. */
  recalled: number[];
  /** The series that goes furthest; null where there is no figure. */
  current: { series: Series; latest: Point } | null;
  /** The largest value, in the unit of the axis. */
  largest: number;
}

/** Tonnes a head, or million tonnes. */
export function valueOf(point: Point, unit: Unit): number | null {
  if (unit === 'total') return point.amount_kg === null ? null : point.amount_kg / 1e9;
  return point.per_head_kg === null ? null : point.per_head_kg / 1000;
}

export const textOf = (point: Point, unit: Unit): string | null => {
  const kg = unit === 'total' ? point.amount_kg : point.per_head_kg;
  return kg === null ? null : unit === 'total' ? amount(kg) : perHead(kg);
};

export function pictureOf(city: CitySeries, unit: Unit, from: number): Picture {
  const series = city.items.map((one) => ({
    ...one,
    points: one.points.filter(({ year }) => year >= from)
  }));
  const current = latestOf(series);
  const lines = series.flatMap((one): Line[] => {
    const points = one.points.flatMap((point) => {
      const [value, text] = [valueOf(point, unit), textOf(point, unit)];
      if (value === null || text === null) return [];
      // What would round to nothing keeps its tonnes.
      const label = value < 0.05 ? text : fixed(value, 1);
      return [{ year: point.year, value, text, label }];
    });
    const kind = one.series_id === current?.series.series_id ? 'now' : 'before';
    return points.length ? [{ id: lineId(one), kind, points }] : [];
  });
  const points = series.flatMap((one) => one.points);
  const values = lines.flatMap((line) => line.points.map(({ value }) => value));
  return {
    lines,
    breaks: breaksOf(city, from),
    gaps: city.gaps.flatMap(({ first_year: first, last_year: last }) =>
      first !== null && last !== null && last >= from ? [{ from: first, to: last }] : []
    ),
    withoutPeople: unit === 'head' ? yearsOf(points.filter(isWithoutPeople)) : [],
    withoutTotal: series.flatMap(({ standard, points }) =>
      points.filter((point) => point.amount_kg === null).map((point) => ({ standard, point }))
    ),
    recalled: yearsOf(points.filter(({ verification }) => verification === 'recalled')),
    current,
    largest: Math.max(0, ...values)
  };
}

const lineId = (one: Series) => `${one.series_id} ${one.standard} ${one.gases}`;
const isWithoutPeople = (point: Point) => point.amount_kg !== null && point.per_head_kg === null;
const yearsOf = (points: Point[]) => [...new Set(points.map(({ year }) => year))].sort();

function latestOf(series: Series[]): Picture['current'] {
  let found: Picture['current'] = null;
  for (const one of series)
    for (const point of one.points)
      if (point.amount_kg !== null && (!found || point.year >= found.latest.year))
        found = { series: one, latest: point };
  return found;
}

function breaksOf(city: CitySeries, from: number): Picture['breaks'] {
  const years = [...new Set(city.breaks.map(({ year }) => year))].filter((year) => year > from);
  return years
    .sort((a, b) => a - b)
    .map((year) => ({
      year,
      reasons: city.breaks
        .filter((one) => one.year === year)
        .map((one) => ({ de: one.reason_de, en: one.reason_en }))
    }));
}

/** First and last year of anything that is told of the cities. */
export function yearsShown(cities: CitySeries[], from: number): [number, number] {
  const years = cities.flatMap((city) => [
    ...city.items.flatMap(({ points }) => points.map(({ year }) => year)),
    ...city.gaps.flatMap(({ last_year: last }) => (last === null ? [] : [last]))
  ]);
  const shown = years.filter((year) => year >= from);
  const first = Math.min(...shown, from > 1900 ? from : Infinity);
  const last = Math.max(...shown, from);
  return Number.isFinite(first) ? [first, Math.max(last, first + 1)] : [from, from + 1];
}
