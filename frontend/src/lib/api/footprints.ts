/** The calculator and what its form looks up. */
import { answer, apiBase, client } from './client';
import type { Airport, Comparison, Footprint, FootprintRequest } from './types';

/** What is sent: the schema's own union of items is checked by the server. */
export interface FootprintCall {
  kind: FootprintRequest['kind'];
  on: string;
  items: Record<string, unknown>[];
}

const body = (call: FootprintCall) => call as unknown as FootprintRequest;

export const searchAirports = async (q: string, signal?: AbortSignal): Promise<Airport[]> =>
  (await answer(client.GET('/airports', { params: { query: { q, limit: 8 } }, signal }))).items;

export const getAirport = (iata: string): Promise<Airport> =>
  answer(client.GET('/airports/{iata}', { params: { path: { iata } } }));

export const computeFootprint = (call: FootprintCall, signal?: AbortSignal): Promise<Footprint> =>
  answer(client.POST('/footprints', { body: body(call), signal }));

export const compareMethods = (call: FootprintCall, signal?: AbortSignal): Promise<Comparison> =>
  answer(client.POST('/footprint-comparisons', { body: body(call), signal }));

/** The call as a line for a terminal. A single quote inside the text would end it, so it is written out. */
export function curlPost(path: string, call: FootprintCall, origin: string): string {
  const json = JSON.stringify(call).replaceAll("'", "'\\''");
  return `curl -sS '${origin}${apiBase}${path}' -H 'Content-Type: application/json' -d '${json}'`;
}
