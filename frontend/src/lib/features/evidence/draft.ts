/** A proof while it is being proposed: fields as text, and what of it goes to the server. */
import type { NewProposal } from '$lib/api/evidence';
import type { Source } from '$lib/api/types';
import { m } from '$lib/paraglide/messages';
import { mistakesOf, type FieldMistake } from '$lib/ui/form.svelte';

export interface Draft {
  /** Where it was read: a source of the list, a new one, or the fact is itself a source. */
  from: 'listed' | 'new' | 'itself';
  source: Source | null;
  title: string;
  publisher: string;
  year: number | null;
  locator: string;
  licence: string;
  accessed_on: string;
  place: string;
  note: string;
}

export const newDraft = (kind: string, today: string): Draft => ({
  from: kind === 'source' ? 'itself' : 'listed',
  source: null,
  title: '',
  publisher: '',
  year: Number(today.slice(0, 4)),
  locator: '',
  licence: '',
  accessed_on: today,
  place: '',
  note: ''
});

export const proposalOf = (factId: string, draft: Draft): NewProposal => ({
  fact_id: factId,
  source_id: draft.from === 'listed' ? (draft.source?.id ?? null) : null,
  new_source:
    draft.from === 'new'
      ? {
          title: draft.title.trim(),
          publisher: draft.publisher.trim(),
          year: draft.year ?? 0,
          kind: 'publication',
          locator: draft.locator.trim(),
          licence: draft.licence.trim(),
          accessed_on: draft.accessed_on
        }
      : null,
  place: draft.place.trim(),
  note: draft.note.trim() || null
});

/** What must be mended first. */
export function mistakesIn(draft: Draft): FieldMistake[] {
  const isNew = draft.from === 'new';
  const missing = (text: string) => isNew && !text.trim() && m.factor_sets_needed();
  return mistakesOf({
    'proof-source': draft.from === 'listed' && !draft.source && m.evidence_source_missing(),
    'proof-title': missing(draft.title),
    'proof-publisher': missing(draft.publisher),
    'proof-year': isNew && draft.year === null && m.factor_sets_needed(),
    'proof-locator': missing(draft.locator),
    'proof-licence': missing(draft.licence),
    'proof-accessed': missing(draft.accessed_on),
    'proof-place': !draft.place.trim() && m.evidence_place_missing()
  });
}

/** Pointers of the server to the controls. */
export const places = {
  '/source_id': 'proof-source',
  '/new_source': 'proof-title',
  '/new_source/publisher': 'proof-publisher',
  '/new_source/year': 'proof-year',
  '/new_source/locator': 'proof-locator',
  '/new_source/licence': 'proof-licence',
  '/new_source/accessed_on': 'proof-accessed',
  '/place': 'proof-place',
  '/note': 'proof-note'
};
