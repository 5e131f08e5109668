/** Years that everybody may read, and publishing one. */
import { answer, client } from './client';
import { own } from './own';
import type { components } from './schema';

export type YearPublication = components['schemas']['YearPublicationRowOut'];

/** All of them, the latest year and the latest version of it first. */
export const listYearPublications = async (): Promise<YearPublication[]> =>
  (await answer(client.GET('/year-publications', { params: { query: { limit: 1000 } } }))).items;

/** One of them with its frozen document. */
export const getYearPublication = (
  publication_id: string
): Promise<components['schemas']['YearPublicationOut']> =>
  answer(
    client.GET('/year-publications/{publication_id}', { params: { path: { publication_id } } })
  );

export const publishYear = (year: number): Promise<{ id: string }> =>
  answer(own.POST('/year-publications', { body: { year } }));
