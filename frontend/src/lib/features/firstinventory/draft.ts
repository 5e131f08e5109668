/** An amount while it is being entered: numbers as text, written as the language of the page writes them. */
import type { EntryForm, Line, NewEntry, OfferedFactor } from '$lib/api/firstInventory';
import { m } from '$lib/paraglide/messages';

export const OWN = 'own';
const OWN_FROM = 'Faktor / factor: ';

export interface EntryDraft {
  form: string;
  gpc_ref: string;
  value: string;
  unit: string;
  /** Id of an offered factor, or OWN. */
  factor: string;
  own_value: string;
  own_source: string;
  source: string;
  quality: 'H' | 'M' | 'L';
}

/** The factors a form offers in a country. */
export const offeredIn = (form: EntryForm, country: string): OfferedFactor[] =>
  form.factors.filter(({ country_code }) => country_code === null || country_code === country);

/** What can be known before anybody types; a factor of their own for power serves the other amounts too. */
export function draftOf(form: EntryForm, country: string, lines: Line[]): EntryDraft {
  const isPower = form.base_unit === 'kWh' && form.gpc_refs.every((ref) => ref.endsWith('.2'));
  const before = lines.findLast(
    (line) => isPower && line.method?.startsWith(OWN_FROM) && line.factor_unit === 'kgCO2e/kWh'
  );
  return {
    form: form.id,
    gpc_ref: form.gpc_refs[0] ?? '',
    value: '',
    unit: form.units[0] ?? '',
    factor: before ? OWN : (offeredIn(form, country)[0]?.id ?? OWN),
    own_value: before ? String(before.factor_value).replace('.', m.decimal_mark()) : '',
    own_source: before?.method?.slice(OWN_FROM.length) ?? '',
    source: '',
    quality: 'M'
  };
}

/** '1234,5' in German, '1234.5' in English; NaN for anything else, so that no thousands mark is misread. */
export function numberOf(entry: string): number {
  const mark = m.decimal_mark();
  const pattern = mark === ',' ? /^\d{1,15}(,\d{1,9})?$/ : /^\d{1,15}(\.\d{1,9})?$/;
  return pattern.test(entry.trim()) ? Number(entry.trim().replace(',', '.')) : NaN;
}

export function entryOf(draft: EntryDraft): NewEntry {
  const factor =
    draft.factor === OWN
      ? { factor_value: numberOf(draft.own_value), factor_source: draft.own_source.trim() }
      : { emission_factor_id: draft.factor };
  return {
    form_id: draft.form,
    gpc_ref: draft.gpc_ref,
    activity_value: numberOf(draft.value),
    activity_unit: draft.unit,
    source_note: draft.source.trim(),
    quality_activity: draft.quality,
    ...factor
  } as NewEntry;
}
