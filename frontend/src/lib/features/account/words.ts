/** Words of the account pages: waits and passwords. */
import { ApiError } from '$lib/api/problem';
import { m } from '$lib/paraglide/messages';

export const passwordMistake = (password: string): string | undefined => {
  if (password.length < 12) return m.account_password_short({ length: password.length });
  return password.length > 128 ? m.account_password_long() : undefined;
};

/** How long to wait, in words. */
export const waitWords = (seconds: number): string =>
  seconds <= 90
    ? m.account_wait_seconds({ count: seconds })
    : m.account_wait_minutes({ count: Math.ceil(seconds / 60) });

/** The same error, its sentence with the wait in words. */
export const waiting = (error: ApiError): ApiError =>
  new ApiError(
    m.account_too_many({ wait: waitWords(error.retryAfterSeconds ?? 60) }),
    error.status,
    {},
    error.slug
  );
