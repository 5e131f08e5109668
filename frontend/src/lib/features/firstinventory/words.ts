/** What a first inventory calls things on screen. */
import type { Coverage, Datum, Line } from '$lib/api/firstInventory';
import { bilingual, number } from '$lib/i18n/format';
import { m } from '$lib/paraglide/messages';

const units: Record<string, () => string> = {
  kWh: () => 'kWh',
  MWh: () => 'MWh',
  GWh: () => 'GWh',
  litre: m.first_unit_litre,
  kilolitre: m.first_unit_kilolitre,
  kWh_gross: m.first_unit_gross,
  kg: () => 'kg',
  tonne: m.first_unit_tonne,
  m3: () => 'm³'
};
export const unitWord = (unit: string): string => units[unit]?.() ?? unit;

/** 'kgCO2e/kWh_gross' as people read it: 'kg CO₂e/kWh (Brennwert)'. */
export function factorUnit(unit: string): string {
  const [mass = '', base = ''] = unit.split('/');
  return `${mass.replace(/^kgCO2/, 'kg\u00a0CO₂')}/${unitWord(base)}`;
}

export const nameOf = (one: { name_de: string | null; name_en: string | null }): string =>
  bilingual(one.name_de, one.name_en).text;

/** The lines that were entered for a datum here. */
export const linesFor = (datum: Datum, lines: Line[]): Line[] =>
  lines.filter((line) => line.line_key.startsWith(`first/${datum.id}/`));

/** Whole tonnes, as inventories are read: '508 t', below one tonne in kilograms. */
export const amount = (kg: number): string =>
  kg === 0 || Math.abs(kg) >= 1000
    ? `${number(kg / 1000)}\u00a0t CO₂e`
    : `${number(kg)}\u00a0kg CO₂e`;

type Counts = Pick<Coverage, 'required' | 'filled' | 'not_estimated' | 'other_keys' | 'open'>;
/** The coverage bar in words. */
export const countsText = (counts: Counts): string =>
  [
    m.first_count_filled({ filled: counts.filled, required: counts.required }),
    counts.not_estimated && m.first_count_ne({ count: counts.not_estimated }),
    counts.other_keys && m.first_count_keys({ count: counts.other_keys }),
    counts.open && m.first_count_open({ count: counts.open })
  ]
    .filter(Boolean)
    .join(', ');
