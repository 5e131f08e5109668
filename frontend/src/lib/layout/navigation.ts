import { m } from '$lib/paraglide/messages';

export interface Entry {
  path: string;
  label: () => string;
}

/** At most seven entries; everything else is in the footer. */
const mainEntries: Entry[] = [
  { path: '/', label: m.nav_start },
  { path: '/staedte', label: m.nav_cities },
  { path: '/massnahmen', label: m.nav_measures },
  { path: '/emissionen', label: m.emissions_nav_label },
  { path: '/planer', label: m.nav_planner },
  { path: '/methodik', label: m.nav_method }
];

/** Beside them for people who are signed in: the name of the house leads to the start, the footer to the method. */
const signedInEntries: Entry[] = [
  { path: '/aufgaben', label: m.nav_tasks },
  { path: '/fussabdruck', label: m.nav_footprint },
  { path: '/planungen', label: m.nav_plans }
];

export const entriesFor = (isSignedIn: boolean): Entry[] =>
  isSignedIn
    ? [
        ...mainEntries.filter(({ path }) => path !== '/' && path !== '/methodik'),
        ...signedInEntries
      ]
    : mainEntries;

export const footerEntries: Entry[] = [
  { path: '/methodik', label: m.foot_method },
  { path: '/transparenz', label: m.transparency_short },
  { path: '/was-wir-nicht-wissen', label: m.foot_unknown },
  { path: '/glossar', label: m.foot_glossary },
  { path: '/entwickler', label: m.foot_developers },
  { path: '/barrierefreiheit', label: m.foot_accessibility },
  { path: '/impressum', label: m.foot_imprint },
  { path: '/datenschutz', label: m.foot_privacy },
  { path: '/lizenzen', label: m.foot_licences }
];

/** Whether `path` is the page shown or one of its parents. */
export function leadsTo(path: string, current: string): boolean {
  return path === '/' ? current === '/' : current === path || current.startsWith(path + '/');
}
