/** Texts that come out of what was decided and done: to paste, and as documents to edit. */
import { answer } from './client';
import { ownList } from './lists';
import { fileOf, own } from './own';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Paper = Schemas['PaperOut'];
export type PlanDocument = Schemas['PlanDocumentOut'];
export type PaperKind = PlanDocument['kind'];
export type Body = NonNullable<PlanDocument['body']>;
export type Disclosure = Schemas['TravelDisclosureOut'];
export type DisclosureRow = Schemas['TravelDisclosureRowOut'];
export type NewDisclosure = Schemas['TravelDisclosureIn'];

/** Only the paragraph on climate asks who decides. */
const bodyOf = (kind: PaperKind, body: Body): { body?: Body } =>
  kind === 'climate_paragraph' ? { body } : {};

export const getPlanDocument = (plan: string, kind: PaperKind, body: Body): Promise<PlanDocument> =>
  answer(
    own.GET('/plans/{plan_id}/documents/{kind}', {
      params: { path: { plan_id: plan, kind }, query: bodyOf(kind, body) }
    })
  );

export const planDocumentFile = (plan: string, kind: PaperKind, body: Body): Promise<Blob> =>
  fileOf(`/plans/${plan}/documents/${kind}`, {
    format: 'docx',
    ...(bodyOf(kind, body) as Record<string, string>)
  });

export const disclosures = ownList('/travel-disclosures');

export const createDisclosure = (body: NewDisclosure): Promise<Disclosure> =>
  answer(own.POST('/travel-disclosures', { body }));

export const getDisclosure = (id: string): Promise<Disclosure> =>
  answer(
    own.GET('/travel-disclosures/{disclosure_id}', { params: { path: { disclosure_id: id } } })
  );

/** In the language of the page. */
export const disclosureFile = (id: string): Promise<Blob> =>
  fileOf(`/travel-disclosures/${id}`, { format: 'docx' });
