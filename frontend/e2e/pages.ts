/** Every page of the shell in both languages. The planner has tests of its own. */
export const pages = [
  { de: '/', en: '/en' },
  { de: '/staedte', en: '/cities' },
  { de: '/staedte/windhoek', en: '/cities/windhoek' },
  { de: '/staedte/bremen', en: '/cities/bremen' },
  { de: '/emissionen', en: '/emissions' },
  { de: '/methodik', en: '/method' },
  { de: '/methodik/faktoren', en: '/method/factors' },
  { de: '/methodik/faktoren/DERIVED-AIR-01', en: '/method/factors/DERIVED-AIR-01' },
  { de: '/methodik/quellen', en: '/method/sources' },
  { de: '/methodik/quellen/S072', en: '/method/sources/S072' },
  { de: '/was-wir-nicht-wissen', en: '/what-we-do-not-know' },
  { de: '/transparenz', en: '/transparency' },
  { de: '/glossar', en: '/glossary' },
  { de: '/entwickler', en: '/developers' },
  { de: '/barrierefreiheit', en: '/accessibility' },
  { de: '/impressum', en: '/imprint' },
  { de: '/datenschutz', en: '/privacy' },
  { de: '/lizenzen', en: '/licences' },
  { de: '/anmelden', en: '/sign-in' },
  { de: '/passwort', en: '/password' },
  { de: '/problems/validation', en: '/en/problems/validation' }
] as const;

export const languages = ['de', 'en'] as const;
export const full = Boolean(process.env.E2E_FULL);
