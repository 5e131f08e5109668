/** Addresses in two languages: German is the file name of a route, English stands beside it. */

export type Locale = 'de' | 'en';
export const locales: readonly Locale[] = ['de', 'en'];

/** German -> English for the first part of an address. */
const first: Record<string, string> = {
  planer: 'planner',
  staedte: 'cities',
  methodik: 'method',
  'was-wir-nicht-wissen': 'what-we-do-not-know',
  glossar: 'glossary',
  entwickler: 'developers',
  barrierefreiheit: 'accessibility',
  impressum: 'imprint',
  datenschutz: 'privacy',
  lizenzen: 'licences',
  anmelden: 'sign-in',
  passwort: 'password',
  konto: 'account',
  verwaltung: 'administration',
  fussabdruck: 'footprint',
  planungen: 'plans',
  projekte: 'projects',
  auskunft: 'disclosure',
  zuwendungen: 'grants',
  transparenz: 'transparency',
  reiseregeln: 'travel-rules',
  beitraege: 'contributions',
  aufgaben: 'tasks',
  faktorsaetze: 'factor-sets',
  jahrespflege: 'upkeep',
  belege: 'evidence',
  'erster-tag': 'first-day',
  massnahmen: 'measures',
  austausch: 'exchange',
  'meine-stadt': 'my-city',
  emissionen: 'emissions'
};
/** The same for the parts behind it, where they are no ids. */
const second: Record<string, string> = {
  faktoren: 'factors',
  quellen: 'sources',
  nutzende: 'users',
  anwendungen: 'applications',
  pruefung: 'audit',
  vorhaben: 'activities',
  obergrenze: 'carbon-budget',
  neu: 'new',
  vergleich: 'comparison',
  uebernahmen: 'transfers',
  fachaustausch: 'meetings',
  erstinventar: 'first-inventory',
  inventare: 'inventories',
  importe: 'imports'
};

const turned = (table: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(table).map(([de, en]) => [en, de]));
const firstInGerman = turned(first);
const laterInGerman = turned(second);

const split = (pathname: string) => pathname.split('/').filter(Boolean);
const joined = (parts: string[]) => '/' + parts.filter(Boolean).join('/');
const translated = (parts: string[], table: Record<string, string>) =>
  parts.map((part) => table[part] ?? part);

/** The language an address is written in. `/en` leads the addresses without words of their own. */
export function localeOf(pathname: string): Locale {
  const [head = ''] = split(pathname);
  return head === 'en' || head in firstInGerman ? 'en' : 'de';
}

/** The German address of a page, which is also its route. */
export function germanPath(pathname: string): string {
  const [head = '', ...rest] = split(pathname);
  if (head === 'en') return joined(rest);
  const german = firstInGerman[head];
  return joined(german ? [german, ...translated(rest, laterInGerman)] : [head, ...rest]);
}

/** The address of the same page in `locale`. */
export function pathIn(pathname: string, locale: Locale): string {
  const path = germanPath(pathname);
  if (locale === 'de') return path;
  const [head = '', ...rest] = split(path);
  const english = first[head];
  return joined(english ? [english, ...translated(rest, second)] : ['en', head, ...rest]);
}
