/**
 * What the person of the page may do; the server decides, this only spares them what it would refuse. A form
 * keeps its place while its person signs in again.
 */
import { holder } from './session.svelte';
import type { Membership } from './types';

const any = (fits: (held: Membership) => boolean): boolean => holder()?.roles.some(fits) ?? false;

export const isAdmin = (): boolean => any(({ role }) => role === 'admin');

/** Reads the trail. */
export const mayAudit = (): boolean => any(({ role }) => role === 'auditor' || role === 'admin');

/** Writes what these cities do together: coordinators, and editors of one of them. */
export const mayWrite = (cities: readonly string[]): boolean =>
  any(
    ({ role, city }) =>
      (role === 'coordinator' || role === 'editor') && (city === '*' || cities.includes(city))
  );

/** Keeps the emissions of a city: coordinators, and editors of the city in the area climate. */
export const mayKeepEmissions = (city: string): boolean =>
  any(
    ({ role, city: held, area }) =>
      (role === 'coordinator' || role === 'editor') &&
      (held === '*' || held === city) &&
      (area === 'all' || area === 'climate')
  );

/** Coordinates for all cities. */
export const coordinates = (): boolean =>
  any(({ role, city }) => role === 'coordinator' && city === '*');

/** Writes for some city at all. */
export const mayWriteSomewhere = (): boolean =>
  any(({ role }) => role === 'coordinator' || role === 'editor');
