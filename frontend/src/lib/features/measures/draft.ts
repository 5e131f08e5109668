/** A measure while it is being written: numbers as text, one reduction a year beside what else it brings. */
import type { Effect, Measure, NewMeasure } from '$lib/api/measures';
import { m } from '$lib/paraglide/messages';

type Texts =
  | 'title_de'
  | 'title_en'
  | 'description_de'
  | 'description_en'
  | 'status_reason_de'
  | 'status_reason_en'
  | 'responsible_unit_de'
  | 'responsible_unit_en'
  | 'needs_de'
  | 'needs_en'
  | 'lessons_de'
  | 'lessons_en';

export type MeasureDraft = Record<Texts, string> & {
  city_id: string;
  sector: Measure['sector'];
  action_type: Measure['action_type'];
  status: Measure['status'];
  starts: string;
  ends: string;
  tonnes: string;
  basis: NonNullable<Effect['basis']>;
  effects: Effect[];
};

const texts: readonly Texts[] = [
  'title_de',
  'title_en',
  'description_de',
  'description_en',
  'status_reason_de',
  'status_reason_en',
  'responsible_unit_de',
  'responsible_unit_en',
  'needs_de',
  'needs_en',
  'lessons_de',
  'lessons_en'
];
const isYearly = (one: Effect) => one.ghg_kg !== null && one.per === 'year';

export function draftOf(found: Measure | null): MeasureDraft {
  const yearly = found?.effects.find(isYearly);
  return {
    ...(Object.fromEntries(texts.map((name) => [name, found?.[name] ?? ''])) as Record<
      Texts,
      string
    >),
    city_id: found?.city_id ?? '',
    sector: found?.sector ?? 'energy',
    action_type: found?.action_type ?? 'mitigation',
    status: found?.status ?? 'planned',
    starts: String(found?.starts_year ?? ''),
    ends: String(found?.ends_year ?? ''),
    tonnes: yearly ? String((yearly.ghg_kg ?? 0) / 1000).replace('.', m.decimal_mark()) : '',
    basis: yearly?.basis ?? 'expected',
    effects: found?.effects ?? []
  };
}

/** '1500' or '1.5' in kg; null for no entry, NaN for what is no number. */
export function kgOf(tonnes: string): number | null {
  const entry = tonnes.trim().replace(',', '.');
  if (!entry) return null;
  return /^\d{1,9}(\.\d{1,3})?$/.test(entry) ? Math.round(Number(entry) * 1000) : NaN;
}

/** '2030' as a year; null for no entry, NaN for what is none. */
export function yearOf(entry: string): number | null {
  if (!entry.trim()) return null;
  return /^(19|20|21)\d\d$/.test(entry.trim()) ? Number(entry) : NaN;
}

/** Everything the form knows; what else is known of the effects stays as it is. */
export function measureOf({
  tonnes,
  basis,
  effects,
  starts,
  ends,
  ...draft
}: MeasureDraft): NewMeasure {
  const given = Object.fromEntries(texts.map((name) => [name, draft[name].trim() || null]));
  const kg = kgOf(tonnes);
  const [yearly, others] = [effects.find(isYearly), effects.filter((one) => !isYearly(one))];
  const reduction = kg === null ? [] : [{ ...yearly, ghg_kg: kg, per: 'year' as const, basis }];
  const years = { starts_year: yearOf(starts), ends_year: yearOf(ends) };
  return { ...draft, ...given, ...years, effects: [...reduction, ...others] } as NewMeasure;
}
