/** Words of inventories and their lines, and their figures as people read them. */
import type { Inventory, Line } from '$lib/api/inventories';
import { number, year } from '$lib/i18n/format';
import { m } from '$lib/paraglide/messages';

export const standardWord: Record<Inventory['standard'], () => string> = {
  gpc: m.mycity_standard_gpc,
  bisko: m.mycity_standard_bisko,
  quellenbilanz: m.mycity_standard_quellenbilanz,
  verursacherbilanz: m.mycity_standard_verursacherbilanz,
  iclei: m.mycity_standard_iclei,
  cdp_reported: m.mycity_standard_cdp_reported,
  other: m.mycity_standard_other
};
export const statusWord: Record<Inventory['status'], () => string> = {
  draft: m.mycity_status_draft,
  review: m.mycity_status_review,
  published: m.mycity_status_published,
  superseded: m.mycity_status_superseded,
  withdrawn: m.mycity_status_withdrawn
};
export const kindWord: Record<Inventory['kind'], () => string> = {
  community: m.mycity_kind_community,
  municipal_operations: m.mycity_kind_municipal_operations
};
export const levelWord: Record<NonNullable<Inventory['reporting_level']>, () => string> = {
  basic: () => 'BASIC',
  basic_plus: () => 'BASIC+',
  territorial: m.mycity_level_territorial
};
export const keyWord: Record<NonNullable<Line['notation_key']>, () => string> = {
  NO: m.mycity_key_no,
  NE: m.mycity_key_ne,
  IE: m.mycity_key_ie,
  C: m.mycity_key_c
};
export const qualityWord: Record<NonNullable<Line['quality_activity']>, () => string> = {
  H: m.mycity_quality_high,
  M: m.mycity_quality_medium,
  L: m.mycity_quality_low
};

export const optionsOf = <T extends string>(
  words: Record<T, () => string>
): { value: T; label: string }[] =>
  (Object.keys(words) as T[]).map((value) => ({ value, label: words[value]() }));

/** Whether lines may still be changed. */
export const isOpen = ({ status }: Pick<Inventory, 'status'>): boolean =>
  status === 'draft' || status === 'review';

/** '2016, GPC, Stadtverwaltung': what tells inventories of a city apart. */
export const nameOf = (one: Inventory): string =>
  [
    year(one.year),
    standardWord[one.standard](),
    ...(one.kind === 'community' ? [] : [kindWord[one.kind]()])
  ].join(', ');

/** Kilograms in tonnes: '424.998,02 t CO₂e'. */
export const tonnesText = (kg: number, gases: Inventory['gases'] = 'co2e'): string => {
  const amount = number(kg / 1000, Math.abs(kg) < 100_000 ? 3 : 0);
  return gases === 'co2' ? m.mycity_tonnes_co2({ amount }) : m.mycity_tonnes({ amount });
};

/** The total that stands for an inventory, with its name; null where there is none. */
export function totalText(one: Inventory): string | null {
  const { basic_kg, basic_plus_kg, territorial_kg, total_kg } = one.totals.reported;
  const named = { basic: basic_kg, basic_plus: basic_plus_kg, territorial: territorial_kg };
  const level = one.reporting_level;
  const kg = level ? named[level] : total_kg;
  if (kg === null) return null;
  const amount = tonnesText(kg, one.gases);
  return level ? m.mycity_total_of_level({ amount, level: levelWord[level]() }) : amount;
}

/** What stands in the place of the amount where there is none. */
export const gapText = (one: Inventory): string =>
  one.totals_from === null ? m.mycity_no_figures() : m.mycity_no_total();
