/** Answers to what a file leaves open, while they are being given. */
import type { Answers, ImportDetail, Mapping } from '$lib/api/imports';
import type { Field } from './words';

export interface AnswerDraft {
  /** Empty where a key stays unknown. */
  keys: Record<string, string>;
  columns: Partial<Record<Field, string>>;
  unit: string;
  standard: string;
}

const asked = (job: ImportDetail, rule: string): string[] => [
  ...new Set(job.problems.filter((one) => one.rule === rule).flatMap(({ asks }) => asks))
];
const has = (job: ImportDetail, rule: string): boolean =>
  job.problems.some((one) => one.rule === rule);

export const unknownKeys = (job: ImportDetail): string[] => asked(job, 'unknown_notation_key');
export const headings = (job: ImportDetail): string[] => asked(job, 'layout_unknown');
export const asksColumns = (job: ImportDetail): boolean => has(job, 'layout_unknown');
export const asksUnit = (job: ImportDetail): boolean =>
  has(job, 'unit_unknown') || asksColumns(job);
export const asksStandard = (job: ImportDetail): boolean => has(job, 'no_gpc_lines');

/** Whether the file leaves something open that a person can say. */
export const asksAnything = (job: ImportDetail): boolean =>
  unknownKeys(job).length > 0 || asksUnit(job) || asksStandard(job);

export const draftOf = (job: ImportDetail, before: Mapping | undefined): AnswerDraft => ({
  keys: {
    ...Object.fromEntries(unknownKeys(job).map((key) => [key, ''])),
    ...(before?.notation_keys ?? {})
  },
  columns: { ...(before?.columns ?? {}) },
  unit: before?.unit ?? '',
  standard: before?.standard ?? ''
});

const filled = (given: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value));

export const answersOf = (draft: AnswerDraft): Answers =>
  ({
    notation_keys: filled(draft.keys),
    columns: filled(draft.columns),
    unit: draft.unit || null,
    standard: draft.standard || null
  }) as Answers;
