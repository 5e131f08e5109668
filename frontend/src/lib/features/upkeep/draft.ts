/** A factor set while it is being loaded: fields as text, and what of it goes to the server. */
import type { NewFactorSet } from '$lib/api/factorSets';
import { m } from '$lib/paraglide/messages';
import { mistakesOf, type FieldMistake } from '$lib/ui/form.svelte';

export interface Draft {
  title: string;
  publisher: string;
  year: number | null;
  from: string;
  to: string;
  licence: string;
  gwp_set: string;
  verification: NewFactorSet['verification'];
  best_before: string;
  /** Id of a source of the list; empty where the source is new. */
  source_id: string;
  locator: string;
  accessed_on: string;
  csv: string;
}

export function newDraft(today: string): Draft {
  const year = Number(today.slice(0, 4));
  return {
    title: '',
    publisher: '',
    year,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    licence: '',
    gwp_set: '',
    verification: 'verified',
    best_before: '',
    source_id: '',
    locator: '',
    accessed_on: today,
    csv: ''
  };
}

const text = (given: string) => given.trim() || null;

export function setOf(draft: Draft): NewFactorSet {
  const { title, publisher, licence } = draft;
  const source = {
    title: title.trim(),
    publisher: publisher.trim(),
    year: draft.year ?? 0,
    kind: 'dataset',
    locator: draft.locator.trim(),
    licence: licence.trim(),
    accessed_on: draft.accessed_on
  };
  return {
    title: title.trim(),
    publisher: publisher.trim(),
    edition_year: draft.year ?? 0,
    valid_from_on: draft.from,
    valid_to_on: draft.to || null,
    licence: licence.trim(),
    gwp_set: text(draft.gwp_set),
    verification: draft.verification,
    best_before_on: draft.best_before || null,
    source_id: text(draft.source_id),
    new_source: draft.source_id.trim() ? null : source,
    csv: draft.csv
  };
}

/** What must be mended first. */
export const mistakesIn = (draft: Draft): FieldMistake[] =>
  mistakesOf({
    'set-title': !draft.title.trim() && m.factor_sets_needed(),
    'set-publisher': !draft.publisher.trim() && m.factor_sets_needed(),
    'set-year': draft.year === null && m.factor_sets_needed(),
    'set-from': !draft.from && m.factor_sets_needed(),
    'set-to': draft.to !== '' && draft.to < draft.from && m.rules_ends_before(),
    'set-licence': !draft.licence.trim() && m.factor_sets_needed(),
    'set-locator':
      !draft.source_id.trim() && !draft.locator.trim() && m.factor_sets_locator_needed(),
    'set-file': !draft.csv && m.factor_sets_file_needed()
  });

/** Pointers of the server to the controls. */
export const places = {
  '/title': 'set-title',
  '/publisher': 'set-publisher',
  '/edition_year': 'set-year',
  '/valid_from_on': 'set-from',
  '/valid_to_on': 'set-to',
  '/licence': 'set-licence',
  '/gwp_set': 'set-gwp',
  '/best_before_on': 'set-best-before',
  '/source_id': 'set-source',
  '/new_source': 'set-locator',
  '/csv': 'set-file'
};
