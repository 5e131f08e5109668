import { describe, expect, it } from 'vitest';
import { germanPath, localeOf, pathIn } from '../src/lib/i18n/paths';

const pairs = [
  ['/', '/en'],
  ['/planer', '/planner'],
  ['/staedte', '/cities'],
  ['/staedte/windhoek', '/cities/windhoek'],
  ['/methodik', '/method'],
  ['/emissionen', '/emissions'],
  ['/methodik/faktoren', '/method/factors'],
  ['/methodik/faktoren/DERIVED-AIR-01', '/method/factors/DERIVED-AIR-01'],
  ['/methodik/quellen/S072', '/method/sources/S072'],
  ['/was-wir-nicht-wissen', '/what-we-do-not-know'],
  ['/anmelden', '/sign-in'],
  ['/fussabdruck/vorhaben/neu', '/footprint/activities/new'],
  ['/fussabdruck/vorhaben/01a20cec-3f30', '/footprint/activities/01a20cec-3f30'],
  ['/verwaltung/nutzende/neu', '/administration/users/new'],
  ['/planungen/01a20cec-3f30/01a20cec-408e', '/plans/01a20cec-3f30/01a20cec-408e'],
  ['/problems/validation', '/en/problems/validation']
] as const;

describe('addresses in two languages', () => {
  it.each(pairs)('%s and %s are the same page', (german, english) => {
    expect(pathIn(german, 'en')).toBe(english);
    expect(pathIn(english, 'de')).toBe(german);
    expect(germanPath(english)).toBe(german);
  });

  it.each(pairs)('%s is German and %s is English', (german, english) => {
    expect(localeOf(german)).toBe('de');
    expect(localeOf(english)).toBe('en');
  });

  it('leaves the id of a city alone even where it is a word of ours', () => {
    expect(pathIn('/staedte/faktoren-stadt', 'en')).toBe('/cities/faktoren-stadt');
  });

  it('takes an unknown address for German and keeps it', () => {
    expect(localeOf('/nichts')).toBe('de');
    expect(germanPath('/nichts/hier')).toBe('/nichts/hier');
  });
});
