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

/** Lists also come as CSV and NDJSON, but not to us: we ask for JSON. */
export const client = createClient<ShortPaths, 'application/json'>({
  baseUrl: apiBase,
  // Looked up at each call, so that tests and the service worker may stand in between.
  fetch: (request) => globalThis.fetch(request)
});

client.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', getLocale());
  }
});

/** Waits for a call and gives its data; every failure leaves as an ApiError, an abort as it is. */
export async function answer<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>
): Promise<T> {
  let outcome;
  try {
    outcome = await call;
  } catch (cause) {
    throw isAbort(cause) ? cause : toError(cause);
  }
  if (outcome.data === undefined) throw toApiError(outcome.response.status, outcome.error);
  return outcome.data;
}
