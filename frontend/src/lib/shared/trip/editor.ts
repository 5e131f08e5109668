import type { Footprint } from '$lib/api/types';
import type { Line } from './items';
import type { PlaceBook } from './places.svelte';
import type { Kind, Plan } from './plan';

/** A plan with the items made of it and the calculator's answer to them. */
export interface Answered {
  plan: Plan;
  lines: Line[];
  answer: Footprint;
}

/** What the fields of a plan need of whoever holds it: the planner, or the form of an activity. */
export interface TripEditor {
  readonly kind: Kind;
  readonly plan: Plan;
  readonly places: PlaceBook;
  /** The last answer there is; null before the first. */
  readonly answered: Answered | null;
  /** Sentences of a refusal by the id of their control. */
  readonly errors: Record<string, string>;
  /** Another plan than before, so that the controls begin anew. */
  readonly key: string;
  /** False where nobody needs to travel, as in a variant of a trip. */
  readonly needsTravellers: boolean;
  /** The day whose factors count, and a change of it; null where a form asks for it elsewhere. */
  readonly day: { on: string; set: (on: string) => void } | null;
  /** `isStep` for a step of its own that can be undone. */
  change: (change: Partial<Plan>, isStep?: boolean) => void;
}
