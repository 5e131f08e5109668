/** The only place that talks HTTP. */
import createClient from 'openapi-fetch';
import { getLocale } from '$lib/paraglide/runtime';
import { isAbort, toApiError, toError } from './problem';
import type { paths } from './schema';

export const apiBase = '/api/v1';

/** The document's addresses without the base, which stands in one place. */
type ShortPaths = {
  [P in keyof paths as P extends `${typeof apiBase}${infer Rest}` ? Rest : never]: paths[P];
};

export const client = createClient<ShortPaths>({
  baseUrl: apiBase,
  // Looked up at each call, so that tests and the service worker may stand in between.
  fetch: (request) => globalThis.fetch(request)
});

client.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', getLocale());
  }
});

/**
 * Waits for a call and gives its data; every failure leaves as an ApiError, an abort as it is. Lists
 * also come as text (CSV, NDJSON), but never to us: we ask for JSON.
 */
export async function answer<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>
): Promise<Exclude<T, string>> {
  let outcome;
  try {
    outcome = await call;
  } catch (cause) {
    throw isAbort(cause) ? cause : toError(cause);
  }
  if (outcome.data === undefined) throw toApiError(outcome.response.status, outcome.error);
  return outcome.data as Exclude<T, string>;
}
