/**
 * How sure a difference is. Lines on the same factor err together, so what two variants share cancels:
 * per group (item type and primary factor) |u_a - u_b|, then the root of the sum of squares.
 */
import type { Footprint } from '$lib/api/types';

export interface Group {
  type: string;
  factor: string;
  ghgKg: number;
  /** Half the range, kg. */
  uncertaintyKg: number;
}

export interface Range {
  low: number;
  central: number;
  high: number;
}

type Answer = Pick<Footprint, 'items'>;

/** Exact in grams, as the API rounds: 0.1 + 0.2 stays 0.3. */
export const kg = (value: number): number => Math.round(value * 1000) / 1000;

const rss = (values: Iterable<number>): number =>
  Math.sqrt([...values].reduce((sum, value) => sum + value * value, 0));

/** One group for each (item type, primary factor); inside a group absolute uncertainties add. */
export function groupsOf(answer: Answer): Group[] {
  const groups = new Map<string, Group>();
  for (const item of answer.items) {
    const factor = item.factors[0]?.id ?? '';
    const key = `${item.type} ${factor}`;
    const group = groups.get(key) ?? { type: item.type, factor, ghgKg: 0, uncertaintyKg: 0 };
    group.ghgKg = kg(group.ghgKg + item.ghg_kg);
    // Upwards, because the lower end may have been cut off at nothing.
    group.uncertaintyKg += item.ghg_high_kg - item.ghg_kg;
    groups.set(key, group);
  }
  return [...groups.values()];
}

export function rangeOf(groups: Group[]): Range {
  const central = kg(groups.reduce((sum, group) => sum + group.ghgKg, 0));
  const spread = rss(groups.map((group) => group.uncertaintyKg));
  return { low: Math.max(0, kg(central - spread)), central, high: kg(central + spread) };
}

/** What b saves against a, in kg; negative where it adds. A saving's range is not cut off at nothing. */
export function savingRange(a: Answer, b: Answer): Range {
  const spreads = new Map<string, number>();
  const add = (groups: Group[], sign: 1 | -1) => {
    for (const { type, factor, uncertaintyKg } of groups) {
      const key = `${type} ${factor}`;
      spreads.set(key, (spreads.get(key) ?? 0) + sign * uncertaintyKg);
    }
  };
  const [inA, inB] = [groupsOf(a), groupsOf(b)];
  add(inA, 1);
  add(inB, -1);
  const spread = rss(spreads.values());
  const central = kg(rangeOf(inA).central - rangeOf(inB).central);
  return { low: kg(central - spread), central, high: kg(central + spread) };
}

/** Less, more, or not to be told apart: the range of the difference contains nothing. */
export function verdict(saving: Range): 'less' | 'more' | 'unclear' | 'equal' {
  if (saving.central === 0 && saving.low === 0 && saving.high === 0) return 'equal';
  if (saving.low > 0) return 'less';
  if (saving.high < 0) return 'more';
  return 'unclear';
}
