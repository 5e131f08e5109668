/** Addresses in two languages: German is the file name of a route, English stands beside it. */

export type Locale = 'de' | 'en';
export const locales: readonly Locale[] = ['de', 'en'];

const english: Record<string, string> = {
  planer: 'planner',
  staedte: 'cities',
  methodik: 'method',
  'was-wir-nicht-wissen': 'what-we-do-not-know',
  glossar: 'glossary',
  entwickler: 'developers',
  barrierefreiheit: 'accessibility',
  impressum: 'imprint',
  datenschutz: 'privacy',
  lizenzen: 'licences'
};
const german = Object.fromEntries(Object.entries(english).map(([de, en]) => [en, de]));

const split = (pathname: string) => pathname.split('/').filter(Boolean);

/** The language an address is written in. `/en` leads the addresses that have no words of their own. */
export function localeOf(pathname: string): Locale {
  const [first = ''] = split(pathname);
  return first === 'en' || first in german ? 'en' : 'de';
}

/** The German address of a page, which is also its route. */
export function germanPath(pathname: string): string {
  const [first = '', ...rest] = split(pathname);
  if (first === 'en') return '/' + rest.join('/');
  return '/' + [german[first] ?? first, ...rest].join('/');
}

/** The address of the same page in `locale`. */
export function pathIn(pathname: string, locale: Locale): string {
  const path = germanPath(pathname);
  if (locale === 'de') return path;
  const [first = '', ...rest] = split(path);
  const translated = english[first];
  return (
    '/' + (translated ? [translated, ...rest] : ['en', first, ...rest]).filter(Boolean).join('/')
  );
}
