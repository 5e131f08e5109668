/** Two versions of a footprint side by side. */
import type { Version, VersionRow } from '$lib/api/footprint';
import type { Footprint } from '$lib/api/types';
import type { Item } from '$lib/shared/trip/items';

type Computed = Footprint['items'][number];
type Used = Computed['factors'][number];

export interface Compared {
  item: Item;
  /** What the item was computed to; null where a version does not have it. */
  before: Computed | null;
  after: Computed | null;
  /** Factors only one of the two used, or used with another value. */
  factorsBefore: Used[];
  factorsAfter: Used[];
}

export const itemsOf = (version: Version): Item[] => version.items as unknown as Item[];

/** A parameter that two methods share, such as a detour, bears the name of each. */
const plainId = ({ id }: Used): string => id.slice(id.indexOf(':') + 1);
const isIn = (used: Used, others: Used[]): boolean =>
  others.some((other) => plainId(other) === plainId(used) && other.value === used.value);

/** Item by item; the same item twice is compared in its order. */
export function compareItems(before: Version, after: Version): Compared[] {
  const left = itemsOf(after).map((item, at) => ({
    key: JSON.stringify(item),
    item,
    computed: after.footprint.items[at] ?? null
  }));
  const pairs = itemsOf(before).map((item, at) => {
    const key = JSON.stringify(item);
    const found = left.findIndex((one) => one.key === key);
    const [same] = found < 0 ? [] : left.splice(found, 1);
    return { item, before: before.footprint.items[at] ?? null, after: same?.computed ?? null };
  });
  const added = left.map(({ item, computed }) => ({ item, before: null, after: computed }));
  return [...pairs, ...added].map((pair) => {
    const [a, b] = [pair.before?.factors ?? [], pair.after?.factors ?? []];
    return {
      ...pair,
      factorsBefore: a.filter((used) => !isIn(used, b)),
      factorsAfter: b.filter((used) => !isIn(used, a))
    };
  });
}

/** What lies between two versions: the parts of every step from the one to the other. */
export function causesBetween(rows: VersionRow[], before: number, after: number) {
  const [from, to] = [Math.min(before, after), Math.max(before, after)];
  const sign = before <= after ? 1 : -1;
  const steps = rows.filter(({ number }) => number > from && number <= to);
  const sum = (part: 'factor_set_kg' | 'method_kg' | 'input_kg') =>
    (sign * steps.reduce((grams, row) => grams + Math.round((row[part] ?? 0) * 1000), 0)) / 1000;
  return {
    factor_set_kg: sum('factor_set_kg'),
    method_kg: sum('method_kg'),
    input_kg: sum('input_kg')
  };
}

/** `1,3` -> [1, 3] where both are versions and differ; null for anything else. */
export function pairOf(given: string | null, rows: VersionRow[]): [number, number] | null {
  const numbers = (given ?? '').split(',').map(Number);
  const [a, b] = numbers;
  const known = (number: number | undefined): number is number =>
    rows.some((row) => row.number === number);
  return numbers.length === 2 && known(a) && known(b) && a !== b ? [a, b] : null;
}
