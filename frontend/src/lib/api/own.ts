/** Calls of people who are signed in: with their token, renewed once where it was refused. */
import createClient from 'openapi-fetch';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { answer, apiBase, inOurLanguage, type ShortPaths } from './client';
import { ApiError, toApiError } from './problem';
import { returned } from './session.svelte';
import { accessToken, forget, refresh } from './signing';

function signed(request: Request): Request {
  const token = accessToken();
  if (token) request.headers.set('Authorization', `Bearer ${token}`);
  return request;
}

/**
 * A refused token is renewed and the call repeated. Where the session is over, the call waits until its
 * person has signed in again, so that nothing they entered is lost; it fails where they do not want to.
 */
async function authorised(request: Request): Promise<Response> {
  const again = request.clone();
  const first = await fetch(signed(request));
  if (first.status !== 401) return first;
  if ((await refresh()) || (await returned())) {
    const second = await fetch(signed(again));
    if (second.status !== 401) return second;
    forget('ended');
  }
  throw new ApiError(m.account_ended(), 401);
}

export const own = createClient<ShortPaths, 'application/json'>({
  baseUrl: apiBase,
  fetch: authorised
});
own.use(inOurLanguage);

/** A record and the tag that a change of it must name. */
export interface Tagged<T> {
  data: T;
  tag: string;
}

export async function tagged<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>
): Promise<Tagged<T>> {
  let tag = '';
  const data = await answer(call.then((given) => ((tag = tagOf(given.response)), given)));
  return { data, tag };
}
const tagOf = (response: Response) => response.headers.get('ETag') ?? '';

export const ifMatch = (tag: string) => ({ 'If-Match': tag });

/** The rows of a list as CSV, which needs the token and so cannot be a link. */
export async function csvText(path: string, query: Query, locale: 'de' | 'en'): Promise<string> {
  const asked = { ...query, format: 'csv', ...(locale === 'de' && { locale }) };
  return (await fetched(path, asked)).text();
}

/** A file that needs the token, such as a document to edit. */
export const fileOf = async (path: string, query: Query): Promise<Blob> =>
  (await fetched(path, query)).blob();

async function fetched(path: string, query: Query): Promise<Response> {
  const request = new Request(`${apiBase}${path}?${searchOf(query)}`);
  request.headers.set('Accept-Language', getLocale());
  const response = await authorised(request);
  if (!response.ok) throw toApiError(response.status, await response.json().catch(() => null));
  return response;
}

export type Query = Record<string, string | string[]>;

export const searchOf = (query: Query): string =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))
  ).toString();

/** The same call for a terminal; the token is the reader's own. */
export function curlOwn(path: string, query: Query = {}): string {
  const search = searchOf(query);
  const url = `${location.origin}${apiBase}${path}${search ? `?${search}` : ''}`;
  return `curl '${url}' -H "Authorization: Bearer $TOKEN"`;
}
