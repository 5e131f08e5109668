/** Totals as rows for people and for a spreadsheet. */
import type { Total } from '$lib/api/footprint';
import { locale } from '$lib/i18n/locale.svelte';
import { m } from '$lib/paraglide/messages';
import { kindWord } from '$lib/shared/activities/words';
import type { Year } from './year';

/** One group's totals by year, in the order the groups come. */
export function byGroup(
  totals: Total[],
  group: (total: Total) => string
): { name: string; of: (year: number) => Total | undefined }[] {
  const names = [...new Set(totals.map(group))];
  return names.map((name) => ({
    name,
    of: (year) => totals.find((total) => total.year === year && group(total) === name)
  }));
}

/** Numbers as the language writes them, texts quoted, nothing that a spreadsheet would calculate. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number')
    return locale() === 'de' ? String(value).replace('.', ',') : String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Both years by city and by kind. */
export function totalsCsv(
  found: Year,
  cityName: (id: string | null) => string
): { name: string; text: string } {
  const line = (label: string, total: Total) => [
    total.year,
    label,
    total.ghg_kg,
    total.ghg_low_kg,
    total.ghg_high_kg,
    total.non_co2_kg.low,
    total.non_co2_kg.central,
    total.non_co2_kg.high,
    total.activities
  ];
  const rows = [
    ...found.sums.map((total) => line(m.footprint_all(), total)),
    ...found.byCity.map((total) => line(cityName(total.city_id), total)),
    ...found.byKind.map((total) => line(total.kind ? kindWord[total.kind]() : '', total))
  ];
  const mark = locale() === 'de' ? ';' : ',';
  const text = [m.footprint_csv_header().split('|'), ...rows]
    .map((row) => row.map(cell).join(mark))
    .join('\r\n');
  return { name: `klimabruecke-${found.year}.csv`, text };
}
