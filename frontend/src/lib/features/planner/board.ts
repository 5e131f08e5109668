/** All that the planner shows and its address holds: a plan, and what its variants change. */
import { emptyPlan, type Plan } from '$lib/shared/trip/plan';

/** What is planned here; purchases are only recorded. */
export const kinds = ['trip', 'event', 'shipment'] as const;
export type PlannedKind = (typeof kinds)[number];

/** A variant is what it changes in plan A; it follows A where it says nothing. */
export type Change = Partial<Plan> & { hub?: 'rail' | 'coach' };

/** Everything the planner shows, and all that its address holds. */
export interface Board {
  kind: PlannedKind;
  /** ISO day of the trip: it chooses the factor sets. */
  on: string;
  plan: Plan;
  changes: Change[];
  /** Index of the variant that is explained against A; 0 where there is none. */
  shown: number;
  example: boolean;
}

export const emptyBoard = (on: string): Board => ({
  kind: 'trip',
  on,
  plan: emptyPlan(),
  changes: [],
  shown: 0,
  example: false
});
