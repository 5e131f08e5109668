import { page } from '$app/state';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { localeOf, pathIn, type Locale } from './paths';

// Before the first page stands, its data are asked for already: then the browser's address counts.
const current = $derived<Locale>(localeOf(page.url.pathname || location.pathname));

/** The language of the page shown. Reactive: texts follow the address without a reload. */
export const locale = (): Locale => current;

export const otherLocale = (): Locale => (current === 'de' ? 'en' : 'de');

/** The address of a route (German path) in the language of the page; search and hash stay as given. */
export function href(path: string, target: Locale = current): string {
  const at = path.search(/[?#]/);
  return at < 0 ? pathIn(path, target) : pathIn(path.slice(0, at), target) + path.slice(at);
}

/** Messages take their language from the address; called once at start. */
export const followAddress = (): void => overwriteGetLocale(locale);
