/** Moments, which only the signed-in pages show; days and numbers are in format.ts. */
import { getLocale } from '$lib/paraglide/runtime';

/** '24.11.2026, 10:38' or '24 Nov 2026, 10:38', in the reader's own time zone. */
export function dayTime(iso: string): string {
  const german = getLocale() === 'de';
  return new Intl.DateTimeFormat(german ? 'de-DE' : 'en-GB', {
    day: german ? '2-digit' : 'numeric',
    month: german ? '2-digit' : 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit'
  }).format(new Date(iso));
}
