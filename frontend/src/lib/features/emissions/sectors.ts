/** Sums by sector, put together by city: the latest year of each that tells its sectors. */
import type { EmissionTotal } from '$lib/api/emissions';

export type Level = 'basic' | 'basic_plus' | 'territorial' | 'total';

export interface SectorYear {
  city_id: string;
  year: number;
  standard: EmissionTotal['standard'];
  demo: boolean;
  reasons: string[];
  parts: EmissionTotal[];
}

/** Where only a total was published, it stands under this name. */
const WHOLE = 'all_sectors';

export const sumOf = (one: EmissionTotal, level: Level): number | null => one[`${level}_kg`];

export function latestWithSectors(totals: EmissionTotal[]): SectorYear[] {
  const found = new Map<string, SectorYear>();
  for (const one of totals) {
    if (one.sector === WHOLE || one.city_id === null || one.year === null) continue;
    const kept = found.get(one.city_id);
    const isSame = kept?.year === one.year && kept.standard === one.standard;
    if (kept && isSame) {
      kept.parts.push(one);
      kept.reasons = [...new Set([...kept.reasons, ...one.reasons])];
    } else if (!kept || one.year > kept.year) {
      const { city_id, year, standard, demo, reasons } = one;
      found.set(one.city_id, { city_id, year, standard, demo, reasons, parts: [one] });
    }
  }
  return [...found.values()];
}

/** A total of a part would look like the whole: null where one part cannot be told. */
export function wholeOf(parts: EmissionTotal[], level: Level): number | null {
  if (parts.some(({ reasons }) => reasons.length)) return null;
  const amounts = parts.map((one) => sumOf(one, level)).filter((kg) => kg !== null);
  return amounts.length ? amounts.reduce((sum, kg) => sum + kg, 0) : null;
}
