/** A line while it is being written: numbers as text, either an amount in tonnes or a notation key. */
import type { Line, LineChange } from '$lib/api/inventories';
import { m } from '$lib/paraglide/messages';

export interface LineDraft {
  gpc_ref: string;
  sector: string;
  what: 'amount' | 'key';
  tonnes: string;
  gas: string;
  notation_key: NonNullable<Line['notation_key']>;
  included_in: string;
  explanation: string;
  activity: string;
  activity_value: string;
  activity_unit: string;
  factor_value: string;
  factor_unit: string;
  quality_activity: '' | NonNullable<Line['quality_activity']>;
  quality_factor: '' | NonNullable<Line['quality_factor']>;
  source_note: string;
  note: string;
}

const shown = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value).replace('.', m.decimal_mark());

export const draftOf = (line: Line | null): LineDraft => ({
  gpc_ref: line?.gpc_ref ?? '',
  sector: line?.sector ?? '',
  what: line?.notation_key ? 'key' : 'amount',
  tonnes: line && line.amount_kg !== null ? shown(line.amount_kg / 1000) : '',
  gas: line?.gas ?? 'CO2e',
  notation_key: line?.notation_key ?? 'NE',
  included_in: line?.included_in?.join(', ') ?? '',
  explanation: line?.explanation ?? '',
  activity: line?.activity ?? '',
  activity_value: shown(line?.activity_value),
  activity_unit: line?.activity_unit ?? '',
  factor_value: shown(line?.factor_value),
  factor_unit: line?.factor_unit ?? '',
  quality_activity: line?.quality_activity ?? '',
  quality_factor: line?.quality_factor ?? '',
  source_note: line?.source_note ?? '',
  note: line?.note ?? ''
});

/** A number as people write it; null for no entry, NaN for what is none. */
export function numberOf(entry: string): number | null {
  const plain = entry.trim().replace(/\s/g, '').replace(',', '.').replace('−', '-');
  if (!plain) return null;
  return /^-?\d{1,13}(\.\d{1,9})?$/.test(plain) ? Number(plain) : NaN;
}

/** Tonnes as whole kilograms; null for no entry, NaN for what is no number or finer than a kilogram. */
export function kgOf(tonnes: string): number | null {
  const amount = numberOf(tonnes);
  if (amount === null) return null;
  const kg = Math.round(amount * 1000);
  return Math.abs(kg - amount * 1000) < 1e-6 * Math.max(1, Math.abs(kg)) ? kg : NaN;
}

const words = (text: string): string | null => text.trim() || null;
const list = (text: string): string[] | null => {
  const found = text.split(/[\s,;]+/).filter(Boolean);
  return found.length ? found : null;
};

/** What the form says, with nulls for what belongs to the other kind of line. */
export function lineOf(draft: LineDraft, isGpc: boolean, before: Line | null): LineChange {
  const isAmount = draft.what === 'amount';
  const amount_kg = isAmount ? kgOf(draft.tonnes) : null;
  const key = isAmount ? null : draft.notation_key;
  const gas = isAmount ? draft.gas : 'CO2e';
  const isSame = before?.amount_kg === amount_kg && before?.gas === gas;
  return {
    ...(isGpc ? { gpc_ref: words(draft.gpc_ref) } : { sector: words(draft.sector) }),
    amount_kg,
    gas,
    // The split is that of the amount it came with.
    gas_split: isSame ? (before?.gas_split ?? null) : null,
    notation_key: key,
    included_in: key === 'IE' ? list(draft.included_in) : null,
    explanation: isAmount ? null : words(draft.explanation),
    activity: words(draft.activity),
    activity_value: numberOf(draft.activity_value),
    activity_unit: words(draft.activity_unit),
    factor_value: numberOf(draft.factor_value),
    factor_unit: words(draft.factor_unit),
    quality_activity: draft.quality_activity || null,
    quality_factor: draft.quality_factor || null,
    source_note: words(draft.source_note),
    note: words(draft.note)
  };
}
