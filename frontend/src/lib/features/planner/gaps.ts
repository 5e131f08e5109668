/** What is still missing before a plan can be compared; asked when somebody goes on, never while typing. */
import { m } from '$lib/paraglide/messages';
import type { Kind, Plan } from './plan';

export type GapKind = 'from' | 'to' | 'freight';

export interface Gap {
  /** The control that closes it. */
  id: string;
  kind: GapKind;
  /** Number of the leg, from 1. */
  leg: number;
}

/** What to do about it. */
export function gapSentence({ kind, leg }: Gap): string {
  if (kind === 'freight') return m.planner_gap_freight();
  return kind === 'from' ? m.planner_gap_from({ number: leg }) : m.planner_gap_to({ number: leg });
}

export function gapsOf(plan: Plan, kind: Kind, hasItems: boolean): Gap[] {
  if (kind === 'shipment') {
    const at = plan.extras.findIndex((extra) => extra.type === 'freight');
    const id = at < 0 ? 'add-freight' : `extra-${at}-massKg`;
    return hasItems ? [] : [{ id, kind: 'freight', leg: 0 }];
  }
  const started = plan.legs.filter((leg, at) => leg.from || leg.to || (at === 0 && !hasItems));
  return started.flatMap((leg) => {
    const at = plan.legs.indexOf(leg);
    const gap = (end: 'from' | 'to'): Gap => ({ id: `leg-${at}-${end}`, kind: end, leg: at + 1 });
    return [...(leg.from ? [] : [gap('from')]), ...(leg.to ? [] : [gap('to')])];
  });
}
