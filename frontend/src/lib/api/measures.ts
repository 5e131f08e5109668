/** Measures of the cities: read by everybody, drafts and questions by who is signed in. */
import { answer, client } from './client';
import { csvText, curlOwn, ifMatch, own, tagged, type Query, type Tagged } from './own';
import { callUrl, curlGet, type Page } from './queries';
import { holder } from './session.svelte';
import { getLocale } from '$lib/paraglide/runtime';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Measure = Schemas['MeasureOut'];
export type Effect = Schemas['EffectOut'];
export type NewMeasure = Schemas['MeasureIn'];
export type MeasureChange = Partial<Schemas['MeasurePatch']>;
export type Facets = Schemas['MeasureFacets'];
export type Similar = Schemas['SimilarOut'];
export type Task = Schemas['MeasureTaskOut'];
export type Indicator = Schemas['MeasureIndicatorOut'];
export type Update = Schemas['MeasureUpdateOut'];
export type MeasureEvent = Schemas['MeasureEventOut'];

/** Visitors ask without a token, people of the house with theirs. */
const api = () => (holder() ? own : client);
const of = (id: string) => ({ measure_id: id });
const without = ({ cursor: _, ...rest }: Query) => rest;

export const measures = {
  page: (query: Query): Promise<Page<Measure>> =>
    answer(
      api().GET('/measures', { params: { query: { ...query, limit: 25, count: true } as never } })
    ),
  async csv(name: string, query: Query) {
    return { name, text: await csvText('/measures', without(query), getLocale()) };
  },
  csvUrl: (query: Query) =>
    callUrl('/measures', {
      ...(without(query) as Record<string, string>),
      format: 'csv',
      ...(getLocale() === 'de' && { locale: 'de' })
    }),
  call: (query: Query) =>
    holder()
      ? curlOwn('/measures', without(query))
      : curlGet(callUrl('/measures', without(query) as Record<string, string>))
};

/** Every measure by title, for a field that chooses one. */
export const allMeasures = async (city?: string): Promise<Measure[]> =>
  (
    await answer(
      api().GET('/measures', { params: { query: { limit: 1000, city: city ? [city] : [] } } })
    )
  ).items;

export const getFacets = (query: Query): Promise<Facets> =>
  answer(api().GET('/measure-facets', { params: { query: query as never } }));

export const getMeasure = (id: string): Promise<Tagged<Measure>> =>
  tagged(api().GET('/measures/{measure_id}', { params: { path: of(id) } }));

export const similarTo = async (id: string): Promise<Similar[]> =>
  (await answer(api().GET('/measures/{measure_id}/similar', { params: { path: of(id) } }))).items;

export const createMeasure = (body: NewMeasure): Promise<Measure> =>
  answer(own.POST('/measures', { body }));

export const updateMeasure = (
  id: string,
  tag: string,
  body: MeasureChange
): Promise<Tagged<Measure>> =>
  tagged(
    own.PATCH('/measures/{measure_id}', {
      params: { path: of(id), header: ifMatch(tag) },
      body: body as Schemas['MeasurePatch']
    })
  );

export const confirmMeasure = (id: string, tag: string): Promise<Tagged<Measure>> =>
  tagged(
    own.POST('/measures/{measure_id}/confirmations', {
      params: { path: of(id), header: ifMatch(tag) }
    })
  );

export interface Progress {
  tasks: Task[];
  indicators: Indicator[];
  updates: Update[];
}

/** Tasks, indicators and news of a measure. */
export async function progressOf(id: string): Promise<Progress> {
  const params = { path: of(id) };
  const [tasks, indicators, updates] = await Promise.all([
    answer(api().GET('/measures/{measure_id}/tasks', { params })),
    answer(api().GET('/measures/{measure_id}/indicators', { params })),
    answer(api().GET('/measures/{measure_id}/updates', { params }))
  ]);
  return { tasks: tasks.items, indicators: indicators.items, updates: updates.items };
}

export const addUpdate = (id: string, body: Schemas['MeasureUpdateIn']): Promise<Update> =>
  answer(own.POST('/measures/{measure_id}/updates', { params: { path: of(id) }, body }));

export const historyOf = async (id: string): Promise<MeasureEvent[]> =>
  (await answer(own.GET('/measures/{measure_id}/history', { params: { path: of(id) } }))).items;
