/** What is still missing before a plan can be compared; asked when somebody goes on, never while typing. */
import { m } from '$lib/paraglide/messages';
import { travels, type Kind, type Plan } from './plan';

export type GapKind = 'from' | 'to' | 'freight' | 'goods' | 'video';

export interface Gap {
  /** The control that closes it. */
  id: string;
  kind: GapKind;
  /** Number of the leg, from 1. */
  leg: number;
}

/** What to do about it. */
export function gapSentence({ kind, leg }: Gap): string {
  if (kind === 'from') return m.planner_gap_from({ number: leg });
  if (kind === 'to') return m.planner_gap_to({ number: leg });
  if (kind === 'freight') return m.planner_gap_freight();
  return kind === 'goods' ? m.planner_gap_goods() : m.planner_gap_video();
}

/** Where nobody travels, one row at least must hold something. */
function nothingIn(plan: Plan, kind: Kind): Gap {
  if (kind === 'online_meeting')
    return { id: plan.video ? 'video-hours' : 'add-video', kind: 'video', leg: 0 };
  const [type, field] =
    kind === 'purchase' ? (['goods', 'amount'] as const) : (['freight', 'massKg'] as const);
  const at = plan.extras.findIndex((extra) => extra.type === type);
  return { id: at < 0 ? `add-${type}` : `extra-${at}-${field}`, kind: type, leg: 0 };
}

export function gapsOf(plan: Plan, kind: Kind, hasItems: boolean): Gap[] {
  if (!travels(kind)) return hasItems ? [] : [nothingIn(plan, kind)];
  const started = plan.legs.filter((leg, at) => leg.from || leg.to || (at === 0 && !hasItems));
  return started.flatMap((leg) => {
    const at = plan.legs.indexOf(leg);
    const gap = (end: 'from' | 'to'): Gap => ({ id: `leg-${at}-${end}`, kind: end, leg: at + 1 });
    return [...(leg.from ? [] : [gap('from')]), ...(leg.to ? [] : [gap('to')])];
  });
}
