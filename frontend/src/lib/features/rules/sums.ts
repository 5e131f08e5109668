/** Emissions and contributions of a city in a year, side by side; nothing is subtracted from anything. */
import type { Total } from '$lib/api/footprint';
import type { ContributionTotal } from '$lib/api/rules';

export interface Beside {
  year: number;
  city_id: string;
  gross: Total | null;
  given: ContributionTotal[];
  demo: boolean;
}

/** One row for each year and city that has one or the other, the latest year first. */
export function beside(totals: Total[], given: ContributionTotal[]): Beside[] {
  const rows = new Map<string, Beside>();
  const row = (year: number, city_id: string): Beside => {
    const key = `${year} ${city_id}`;
    const found = rows.get(key) ?? { year, city_id, gross: null, given: [], demo: false };
    rows.set(key, found);
    return found;
  };
  for (const total of totals) {
    if (total.year === null || total.city_id === null) continue;
    const found = row(total.year, total.city_id);
    found.gross = total;
    found.demo ||= total.demo;
  }
  for (const one of given) {
    const found = row(one.year, one.city_id);
    found.given.push(one);
    found.demo ||= one.demo;
  }
  return [...rows.values()].sort((a, b) => b.year - a.year || a.city_id.localeCompare(b.city_id));
}
