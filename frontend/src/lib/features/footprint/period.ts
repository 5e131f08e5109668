import type { Project } from '$lib/api/footprint';
import { day } from '$lib/i18n/format';
import { m } from '$lib/paraglide/messages';

/** From when to when, with what of it is known. */
export function periodOf({ starts_on, ends_on }: Pick<Project, 'starts_on' | 'ends_on'>): string {
  if (starts_on && ends_on) return m.footprint_from_to({ from: day(starts_on), to: day(ends_on) });
  if (starts_on) return m.footprint_from({ from: day(starts_on) });
  return ends_on ? m.footprint_until({ to: day(ends_on) }) : m.footprint_no_period();
}
