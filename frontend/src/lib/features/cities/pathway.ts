/** Targets whose way can be drawn. */
import type { Pathway, Target } from '$lib/api/emissions';

export type Drawn = Target & { pathway: Pathway };

export const drawn = (targets: Target[]): Drawn[] =>
  targets.filter((target): target is Drawn => target.pathway !== null);
