/** What the pages ask the backend for. A list that fits in one page is fetched as one. */
import { answer, apiBase, client } from './client';
import { person } from './session.svelte';
import type {
  City,
  CityDetail,
  Factor,
  FactorSet,
  GwpSet,
  Method,
  Operator,
  ProblemType,
  Source
} from './types';

const whole = { params: { query: { limit: 1000 } } };

/** Keeps the answer for the visit of one person, and forgets a failure. */
export function keptOnce<T>(ask: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  let keptFor: string | undefined;
  return () => {
    const reader = person()?.id;
    if (reader !== keptFor) [kept, keptFor] = [undefined, reader];
    return (kept ??= ask().catch((cause: unknown) => {
      kept = undefined;
      throw cause;
    }));
  };
}

export const listCities = keptOnce(
  async (): Promise<City[]> => (await answer(client.GET('/cities', whole))).items
);

export const getCity = (id: string): Promise<CityDetail> =>
  answer(client.GET('/cities/{city_id}', { params: { path: { city_id: id } } }));

/** Every city with its series, events and gaps. */
export const listCityDetails = keptOnce(async (): Promise<CityDetail[]> => {
  const cities = await listCities();
  return Promise.all(cities.map((city) => getCity(city.id)));
});

export const listSources = keptOnce(
  async (): Promise<Source[]> => (await answer(client.GET('/sources', whole))).items
);

/** Sources by id, for the line below a figure. */
export const sourcesById = keptOnce(
  async (): Promise<Map<string, Source>> =>
    new Map((await listSources()).map((source) => [source.id, source]))
);

export const getSource = (id: string): Promise<Source> =>
  answer(client.GET('/sources/{source_id}', { params: { path: { source_id: id } } }));

export const listMethods = keptOnce(
  async (): Promise<Method[]> => (await answer(client.GET('/footprint-methods'))).items
);

export const listGwpSets = keptOnce(
  async (): Promise<GwpSet[]> => (await answer(client.GET('/gwp-sets'))).items
);

export const listFactorSets = keptOnce(
  async (): Promise<FactorSet[]> => (await answer(client.GET('/emission-factor-sets', whole))).items
);

export const getFactor = (id: string): Promise<Factor> =>
  answer(client.GET('/emission-factors/{factor_id}', { params: { path: { factor_id: id } } }));

export const listProblemTypes = keptOnce(
  async (): Promise<ProblemType[]> => (await answer(client.GET('/problem-types'))).items
);

export interface Page<T> {
  items: T[];
  next: string | null;
  total?: number | null;
}

/** One page of factors; `query` holds filters and, from the second page on, the cursor. */
export const listFactors = (query: Record<string, string>): Promise<Page<Factor>> =>
  answer(
    client.GET('/emission-factors', { params: { query: { ...query, limit: 25, count: true } } })
  );

/** The full address of a call, for CSV links and for people who want to repeat it. */
export function callUrl(path: string, query: Record<string, string> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `${location.origin}${apiBase}${path}${search ? `?${search}` : ''}`;
}

export const curlGet = (url: string): string => `curl '${url}'`;

/** Who runs and who funds this installation; empty where the operator has not said so. */
export const getOperator = keptOnce(async (): Promise<Operator> => answer(client.GET('/operator')));
