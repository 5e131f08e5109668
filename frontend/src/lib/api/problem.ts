/** The one path every failed call takes: a problem document becomes a sentence and a map of fields. */
import { m } from '$lib/paraglide/messages';
import type { Problem } from './types';

export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    /** A full sentence that says what to do. */
    message: string,
    /** 0 where no answer came at all. */
    readonly status: number,
    /** JSON pointer of the field -> the sentence for it. */
    readonly fields: Readonly<Record<string, string>> = {},
    /** Slug of the page that explains the problem, or null. */
    readonly slug: string | null = null,
    /** How long the server asks to wait, where it does. */
    readonly retryAfterSeconds: number | null = null,
    /** Every sentence about a field, also where several are about the same one. */
    readonly details: readonly string[] = []
  ) {
    super(message);
  }
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'detail' in body && 'type' in body;

/** What the server says of headers is meant for programs: here, somebody else has saved meanwhile. */
const isStale = (status: number): boolean => status === 412 || status === 428;

/** Makes an error from whatever the server answered. */
export function toApiError(status: number, body: unknown, headers?: Headers): ApiError {
  const wait = Number(headers?.get('Retry-After')) || null;
  if (!isProblem(body)) return new ApiError(m.error_unexpected({ status }), status, {}, null, wait);
  const fields: Record<string, string> = {};
  for (const { pointer, detail } of body.errors ?? []) fields[pointer] ??= detail;
  const slug = /^\/problems\/([\w-]+)$/.exec(body.type)?.[1] ?? null;
  const details = (body.errors ?? []).map(({ detail }) => detail);
  const message = isStale(status) ? m.error_stale() : body.detail || body.title;
  return new ApiError(message, status, fields, slug, wait, details);
}

/** An aborted call is no error to show: the next one is already under way. */
export const isAbort = (cause: unknown): boolean =>
  cause instanceof DOMException && cause.name === 'AbortError';

export function toError(cause: unknown): ApiError {
  if (cause instanceof ApiError) return cause;
  return new ApiError(m.error_offline(), 0);
}
