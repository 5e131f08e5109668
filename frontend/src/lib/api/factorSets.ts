/** Sets of emission factors that are loaded from a file and wait for their publication. */
import { answer, done } from './client';
import { ownList } from './lists';
import { fileOf, ifMatch, own, tagged, type Tagged } from './own';
import type { components } from './schema';

type Schemas = components['schemas'];
export type FactorSetDraft = Schemas['EmissionFactorSetDraftOut'];
export type NewFactorSet = Schemas['EmissionFactorSetDraftIn'];
export type PublishedSet = Schemas['EmissionFactorSetOut'];
export type Effects = Schemas['FactorSetEffects'];

const drafts = ownList('/emission-factor-set-drafts');
export const listDrafts = (): Promise<FactorSetDraft[]> => drafts.all();

export const templateFile = (): Promise<Blob> => fileOf('/emission-factor-set-template', {});

const draft = (id: string) => ({ draft_id: id });

export const getDraft = (id: string): Promise<Tagged<FactorSetDraft>> =>
  tagged(own.GET('/emission-factor-set-drafts/{draft_id}', { params: { path: draft(id) } }));

export const getEffects = (id: string): Promise<Effects> =>
  answer(
    own.GET('/emission-factor-set-drafts/{draft_id}/effects', { params: { path: draft(id) } })
  );

export const loadFactorSet = (body: NewFactorSet): Promise<FactorSetDraft> =>
  answer(own.POST('/emission-factor-set-drafts', { body }));

export const discardDraft = (id: string, tag: string): Promise<void> =>
  done(
    own.DELETE('/emission-factor-set-drafts/{draft_id}', {
      params: { path: draft(id), header: ifMatch(tag) }
    })
  );

export const publishDraft = (id: string, tag: string): Promise<PublishedSet> =>
  answer(
    own.POST('/emission-factor-set-drafts/{draft_id}/publications', {
      params: { path: draft(id), header: ifMatch(tag) }
    })
  );
