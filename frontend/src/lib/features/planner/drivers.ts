/** What makes the number, and where its range comes from. */
import type { Footprint } from '$lib/api/types';
import { groupsOf, kg } from '$lib/shared/computation/difference';

/** Kinds of item people think in; the calculator knows more. */
export type Topic =
  'flight' | 'ground' | 'hotel' | 'video' | 'meal' | 'freight' | 'energy' | 'goods';

const topics: Record<string, Topic> = {
  flight: 'flight',
  rail: 'ground',
  coach: 'ground',
  car: 'ground',
  taxi: 'ground',
  ferry: 'ground',
  hotel: 'hotel',
  video: 'video',
  meal: 'meal',
  freight: 'freight',
  electricity: 'energy',
  heat: 'energy'
};
export const topicOf = (type: string): Topic => topics[type] ?? 'goods';

export interface Driver {
  topic: Topic;
  ghgKg: number;
  /** Part of the total, 0 to 1. */
  share: number;
  /** Part of the variance of the total, 0 to 1. */
  varianceShare: number;
}

/** By size; topics that are there but weigh nothing stay in, so that no item is lost. */
export function driversOf(answer: Pick<Footprint, 'items' | 'ghg_kg'>): Driver[] {
  const groups = groupsOf(answer);
  const variance = groups.reduce((sum, group) => sum + group.uncertaintyKg ** 2, 0);
  const found = new Map<Topic, Driver>();
  for (const group of groups) {
    const topic = topicOf(group.type);
    const driver = found.get(topic) ?? { topic, ghgKg: 0, share: 0, varianceShare: 0 };
    driver.ghgKg = kg(driver.ghgKg + group.ghgKg);
    driver.share = answer.ghg_kg ? driver.ghgKg / answer.ghg_kg : 0;
    driver.varianceShare += variance ? group.uncertaintyKg ** 2 / variance : 0;
    found.set(topic, driver);
  }
  return [...found.values()].sort((a, b) => b.ghgKg - a.ghgKg);
}
