/** Facts that are only recalled, and the proofs that were found for them. */
import { answer, done } from './client';
import { ownList } from './lists';
import { ifMatch, own, tagged, type Tagged } from './own';
import { listSources } from './queries';
import type { components } from './schema';
import type { Source } from './types';

type Schemas = components['schemas'];
export type RecalledFact = Schemas['RecalledFactOut'];
export type Proposal = Schemas['EvidenceProposalOut'];
export type NewProposal = Schemas['EvidenceProposalIn'];

export const recalledFacts = ownList('/recalled-facts');

export const getRecalledFact = (id: string): Promise<RecalledFact> =>
  answer(own.GET('/recalled-facts/{fact_id}', { params: { path: { fact_id: id } } }));

export const propose = (body: NewProposal): Promise<Proposal> =>
  answer(own.POST('/evidence-proposals', { body }));

const proposal = (id: string) => ({ proposal_id: id });

export const getProposal = (id: string): Promise<Tagged<Proposal>> =>
  tagged(own.GET('/evidence-proposals/{proposal_id}', { params: { path: proposal(id) } }));

/** Somebody else has looked at the source and found it there. */
export const confirmProposal = (id: string, tag: string): Promise<Proposal> =>
  answer(
    own.POST('/evidence-proposals/{proposal_id}/confirmations', {
      params: { path: proposal(id), header: ifMatch(tag) }
    })
  );

export const withdrawProposal = (id: string, tag: string): Promise<void> =>
  done(
    own.DELETE('/evidence-proposals/{proposal_id}', {
      params: { path: proposal(id), header: ifMatch(tag) }
    })
  );

/** Sources that can prove something, whose title, publisher or id holds what was typed. */
export async function provingSources(typed: string): Promise<Source[]> {
  const wanted = typed.toLowerCase();
  const words = ({ id, title, publisher, year }: Source) =>
    `${id} ${publisher ?? ''} ${title} ${year ?? ''}`.toLowerCase();
  const all = await listSources();
  return all
    .filter((one) => one.verification !== 'recalled' && words(one).includes(wanted))
    .slice(0, 20);
}
