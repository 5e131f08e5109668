/** Totals as rows for people and for a spreadsheet. */
import { cityNames } from '$lib/api/cities.svelte';
import type { Total } from '$lib/api/footprint';
import { locale } from '$lib/i18n/locale.svelte';
import { m } from '$lib/paraglide/messages';
import { kindWord } from '$lib/shared/activities/words';
import { grantName } from '$lib/shared/activities/grants.svelte';
import { payerWord, travellerWord } from './groups';
import { cuts, type Cut, type Year } from './year';

interface CutWords {
  caption: () => string;
  first: () => string;
  /** What a group is called; null where nobody says. */
  named: (total: Total) => string | null;
  unnamed: () => string;
}
const cutWords: Record<Cut, CutWords> = {
  city: {
    caption: m.footprint_by_city,
    first: m.footprint_city,
    named: ({ city_id: id }) => id && (cityNames().get(id) ?? id),
    unnamed: m.footprint_no_city
  },
  kind: {
    caption: m.footprint_by_kind,
    first: m.footprint_kind,
    named: ({ kind }) => kind && kindWord[kind](),
    unnamed: m.not_stated
  },
  traveller_kind: {
    caption: m.footprint_by_travellers,
    first: m.groups_kind,
    named: ({ traveller_kind: kind }) => kind && travellerWord[kind](),
    unnamed: m.not_stated
  },
  paid_by: {
    caption: m.footprint_by_payer,
    first: m.groups_paid_by,
    named: ({ paid_by: payer }) => payer && payerWord[payer](),
    unnamed: m.not_stated
  },
  programme: {
    caption: m.footprint_by_grant,
    first: m.grants_grant,
    named: ({ programme_id: id }) => id && grantName(id),
    unnamed: m.grants_none_named
  }
};

/** The cuts that tell something apart, with their words. */
export const shownCuts = (found: Year) =>
  cuts
    .map((cut) => {
      const { caption, first, named, unnamed } = cutWords[cut];
      const totals = found.cuts[cut];
      return {
        caption: caption(),
        first: first(),
        totals,
        tells: totals.some((total) => named(total) !== null),
        group: (total: Total) => named(total) ?? unnamed()
      };
    })
    .filter(({ tells }) => tells);

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

/** Both years, cut as they are shown. */
export function totalsCsv(found: Year): { name: string; text: string } {
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
    ...shownCuts(found).flatMap(({ totals, group }) =>
      totals.map((total) => line(group(total), total))
    )
  ];
  const mark = locale() === 'de' ? ';' : ',';
  const text = [m.footprint_csv_header().split('|'), ...rows]
    .map((row) => row.map(cell).join(mark))
    .join('\r\n');
  return { name: `klimabruecke-${found.year}.csv`, text };
}
