/** Words of imports: how far one is, how its file is laid out, and what its mapping can say. */
import type { Answers, Import, ImportDetail, ImportProblem, Mapping } from '$lib/api/imports';
import { day } from '$lib/i18n/format';
import { m } from '$lib/paraglide/messages';

export const stateWord: Record<Import['state'], () => string> = {
  uploaded: m.imports_state_uploaded,
  validating: m.imports_state_validating,
  needs_mapping: m.imports_state_needs_mapping,
  previewed: m.imports_state_previewed,
  applied: m.imports_state_applied,
  quarantined: m.imports_state_quarantined,
  refused: m.imports_state_refused,
  failed: m.imports_state_failed,
  reversed: m.imports_state_reversed
};
/** What it means, and what to do. */
export const stateMeans: Record<Import['state'], () => string> = {
  uploaded: m.imports_means_uploaded,
  validating: m.imports_means_uploaded,
  needs_mapping: m.imports_means_needs_mapping,
  previewed: m.imports_means_previewed,
  applied: m.imports_means_applied,
  quarantined: m.imports_means_quarantined,
  refused: m.imports_means_refused,
  failed: m.imports_means_failed,
  reversed: m.imports_means_reversed
};
export const layoutWord: Record<NonNullable<Import['layout']>, () => string> = {
  ciris: m.imports_layout_ciris,
  ecrf: m.imports_layout_ecrf,
  citycatalyst: m.imports_layout_citycatalyst,
  c40: m.imports_layout_c40,
  german: m.imports_layout_german,
  template: m.imports_layout_template,
  kausal: m.imports_layout_kausal,
  unknown: m.imports_layout_unknown
};
export const severityWord: Record<ImportProblem['severity'], () => string> = {
  refuse: m.imports_severity_refuse,
  quarantine: m.imports_severity_quarantine,
  question: m.imports_severity_question,
  warn: m.imports_severity_warn
};

export type Field = keyof NonNullable<Answers['columns']>;
/** The columns an unknown table needs first; the rest is asked below them. */
export const firstFields: Partial<Record<Field, () => string>> = {
  reference: m.imports_field_reference,
  amount: m.imports_field_amount,
  key: m.imports_field_key,
  explanation: m.imports_field_explanation,
  source: m.imports_field_source
};
export const moreFields: Partial<Record<Field, () => string>> = {
  city: m.imports_field_city,
  year: m.imports_field_year,
  population: m.imports_field_population,
  row_key: m.imports_field_row_key,
  ie_reference: m.imports_field_ie_reference,
  activity: m.imports_field_activity,
  activity_value: m.imports_field_activity_value,
  activity_unit: m.imports_field_activity_unit,
  co2: () => 'CO₂',
  ch4: () => 'CH₄',
  n2o: () => 'N₂O',
  biogenic: m.imports_field_biogenic,
  quality_activity: m.imports_field_quality_activity,
  quality_factor: m.imports_field_quality_factor,
  note: m.imports_field_note
};

/** Where in the file: 'Blatt I, Zeile 7, Spalte F'; null for the whole. */
export function placeOf({ sheet, row, column }: ImportProblem): string | null {
  const parts = [
    sheet && m.imports_place_sheet({ sheet }),
    row !== null && m.imports_place_row({ row: String(row) }),
    column && m.imports_place_column({ column })
  ];
  return parts.filter(Boolean).join(', ') || null;
}

const order: ImportProblem['severity'][] = ['refuse', 'quarantine', 'question', 'warn'];
/** What stops the import first. */
export const sorted = (problems: readonly ImportProblem[]): ImportProblem[] =>
  [...problems].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));

/** A mapping as people tell it from others: 'vom 24.11.2026: RN = NE, Einheit kt'. */
export function mappingText(one: Mapping): string {
  const said = [
    ...Object.entries(one.notation_keys).map(([key, value]) => `${key} = ${value}`),
    ...Object.values(one.columns),
    ...(one.unit ? [m.imports_mapping_unit({ unit: one.unit })] : [])
  ];
  const answers = said.slice(0, 5).join(', ') + (said.length > 5 ? ' …' : '');
  return m.imports_mapping_of({ day: day(one.created_at), answers });
}

const UNDO_DAYS = 30;
/** The last day an applied import can be undone. */
export function undoUntil({ applied_at: at }: ImportDetail): string | null {
  if (!at) return null;
  const last = new Date(at);
  last.setUTCDate(last.getUTCDate() + UNDO_DAYS);
  return last.toISOString().slice(0, 10);
}
