/** The planner's board as a plan that can be kept: each variant with the items its figure was computed from. */
import { titleOf } from './describe';
import type { Item } from './items';
import type { Kind } from './plan';
import type { Planner } from './planner.svelte';

export interface Draft {
  title: string;
  kind: Kind;
  on: string;
  alternatives: { label: string; items: Item[] }[];
}

/** Null while a variant has no figure yet. */
export function draftOf(planner: Planner, title: string): Draft | null {
  const { board, plans, slots, places } = planner;
  const alternatives = plans.map((plan, at) => ({
    label: titleOf(board, at, plan, places.known),
    items: slots[at]?.status === 'done' ? (slots[at].side?.lines ?? []).map(({ item }) => item) : []
  }));
  if (alternatives.some(({ items }) => !items.length)) return null;
  return { title, kind: board.kind, on: board.on, alternatives };
}
