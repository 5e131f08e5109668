/** Lists behind the sign-in: one page of rows by filters, the same rows as CSV, the same call for a terminal. */
import { answer } from './client';
import { csvText, curlOwn, own, type Query } from './own';
import type { Page } from './queries';
import type { paths } from './schema';
import { getLocale } from '$lib/paraglide/runtime';

const perPage = 25;

/** Addresses that answer a GET with a page of rows. */
type ListPath =
  | '/users'
  | '/service-clients'
  | '/audit'
  | '/activities'
  | '/plans'
  | '/programmes'
  | '/cooperation-projects'
  | '/carbon-budgets'
  | '/travel-disclosures'
  | '/travel-rules'
  | '/contributions'
  | '/questions'
  | '/exchanges'
  | '/transfers'
  | '/colleagues'
  | '/deputies'
  | '/emission-factor-set-drafts'
  | '/recalled-facts'
  | '/inventories'
  | '/emissions'
  | '/imports'
  | '/import-mappings';

type RowOf<P extends ListPath> = paths[`/api/v1${P}`] extends {
  get: { responses: { 200: { content: { 'application/json': { items: (infer R)[] } } } } };
}
  ? R
  : never;

export interface OwnList<R> {
  page: (query: Query) => Promise<Page<R>>;
  /** Every row the filters let through, one call after the other. */
  all: (query?: Query) => Promise<R[]>;
  csv: (name: string, query: Query) => Promise<{ name: string; text: string }>;
  call: (query: Query) => string;
}

export function ownList<P extends ListPath>(path: P): OwnList<RowOf<P>> {
  const ask = (query: object) =>
    answer(own.GET(path as '/users', { params: { query: query as never } })) as unknown as Promise<
      Page<RowOf<P>>
    >;
  const filters = ({ cursor: _, ...rest }: Query) => rest;
  return {
    page: (query) => ask({ ...query, limit: perPage, count: true }),
    async all(query = {}) {
      const { items, next } = await ask({ ...query, limit: 1000 });
      const cursor = next && new URL(next, location.href).searchParams.get('cursor');
      return cursor ? [...items, ...(await this.all({ ...query, cursor }))] : items;
    },
    csv: async (name, query) => ({ name, text: await csvText(path, filters(query), getLocale()) }),
    call: (query) => curlOwn(path, filters(query))
  };
}
