/** The planner's board as a plan that can be kept: each variant with the items its figure was computed from. */
import { m } from '$lib/paraglide/messages';
import { titleOf } from './describe';
import type { Item } from '$lib/shared/trip/items';
import { destinationOf, type Kind } from '$lib/shared/trip/plan';
import type { Planner } from './planner.svelte';
import { placeName } from '$lib/shared/trip/words';

export interface Draft {
  title: string;
  kind: Kind;
  on: string;
  alternatives: { label: string; items: Item[] }[];
}

/** What a plan is called where nobody says otherwise. */
function titleFor(planner: Planner): string {
  const { kind, plan } = planner.board;
  const place = placeName(destinationOf(plan), planner.places.known);
  if (kind === 'shipment') return m.plans_title_shipment();
  if (kind === 'event') return m.plans_title_event();
  return place ? m.plans_title_trip({ place }) : m.plans_title_online();
}

/** Null while a variant has no figure yet. */
export function draftOf(planner: Planner): Draft | null {
  const { board, plans, slots, places } = planner;
  const alternatives = plans.map((plan, at) => ({
    label: titleOf(board, at, plan, places.known),
    items: slots[at]?.status === 'done' ? (slots[at].side?.lines ?? []).map(({ item }) => item) : []
  }));
  if (alternatives.some(({ items }) => !items.length)) return null;
  return { title: titleFor(planner), kind: board.kind, on: board.on, alternatives };
}
