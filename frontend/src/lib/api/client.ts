/** The only place that talks HTTP. */
import createClient, { type Middleware } from 'openapi-fetch';
import { getLocale } from '$lib/paraglide/runtime';
import { isAbort, toApiError, toError } from './problem';
import type { paths } from './schema';

export const apiBase = '/api/v1';

/** The document's addresses without the base, which stands in one place. */
export type ShortPaths = {
  [P in keyof paths as P extends `${typeof apiBase}${infer Rest}` ? Rest : never]: paths[P];
};

/** Lists also come as CSV and NDJSON, but not to us: we ask for JSON. */
export const client = createClient<ShortPaths, 'application/json'>({
  baseUrl: apiBase,
  // Looked up at each call, so that tests and the service worker may stand in between.
  fetch: (request) => globalThis.fetch(request)
});

export const inOurLanguage: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', getLocale());
  }
};
client.use(inOurLanguage);

/** Waits for a call and gives its data; every failure leaves as an ApiError, an abort as it is. */
export async function answer<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>
): Promise<T> {
  const { data, error, response } = await arrived(call);
  if (data === undefined) throw toApiError(response.status, error, response.headers);
  return data;
}

/** The same for a call that answers with nothing but success. */
export async function done(call: Promise<{ error?: unknown; response: Response }>): Promise<void> {
  const { error, response } = await arrived(call);
  if (!response.ok) throw toApiError(response.status, error, response.headers);
}

async function arrived<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (cause) {
    throw isAbort(cause) ? cause : toError(cause);
  }
}
