/** Groups of travellers while they are entered: a number, from which city, of what kind, paid by whom. */
import type { Activity, NewActivity } from '$lib/api/footprint';
import { m } from '$lib/paraglide/messages';

type Kept = Activity['participants'][number];
export type TravellerKind = NonNullable<Kept['kind']>;
export type Payer = NonNullable<Kept['paid_by']>;

/** Nobody is in it while `count` is null or 0; such a group is not sent. */
export interface Group {
  city_id: string;
  count: number | null;
  kind: TravellerKind | null;
  paid_by: Payer | null;
}

export const travellerWord: Record<TravellerKind, () => string> = {
  administration: m.groups_administration,
  politics: m.groups_politics,
  business: m.groups_business,
  civil_society: m.groups_civil_society,
  science: m.groups_science,
  culture_and_sport: m.groups_culture_and_sport
};
export const payerWord: Record<Payer, () => string> = {
  grant: m.groups_paid_grant,
  home_city: m.groups_paid_home_city,
  host_city: m.groups_paid_host_city,
  own_organisation: m.groups_paid_own_organisation,
  other: m.groups_paid_other
};

export const emptyGroup = (city_id: string): Group => ({
  city_id,
  count: null,
  kind: null,
  paid_by: null
});

export const groupsOf = (kept: Kept[]): Group[] =>
  kept.map((group) => ({ ...emptyGroup(group.city_id), ...group }));

export const participantsOf = (groups: Group[]): NonNullable<NewActivity['participants']> =>
  groups.flatMap(({ count, ...group }) => (count ? [{ ...group, count }] : []));

/** The groups of a city with their places in the list; one nobody is in yet where there is none. */
export function groupsFrom(groups: Group[], city: string): { at: number; group: Group }[] {
  const found = groups
    .map((group, at) => ({ at, group }))
    .filter(({ group }) => group.city_id === city);
  return found.length ? found : [{ at: groups.length, group: emptyGroup(city) }];
}

/** '5 Personen aus Stadt Bremen (Verwaltung, aus der Zuwendung)' */
export function groupWords(
  { city_id, count, kind, paid_by }: Kept,
  cities: ReadonlyMap<string, string>
) {
  const words = m.footprint_people_of({ count, city: cities.get(city_id) ?? city_id });
  const known = [kind && travellerWord[kind](), paid_by && payerWord[paid_by]()].filter(Boolean);
  return known.length ? m.groups_with({ people: words, known: known.join(', ') }) : words;
}
