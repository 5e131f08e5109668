/** The steps of a saving as bars between two totals, each beginning where the last one ended. */
import type { WaterfallBar } from '$lib/charts/WaterfallChart.svelte';
import { mass, signedMass } from '$lib/i18n/format';
import { stepLabel, stepNote, type Told } from './describe';
import type { Step } from './waterfall';

export interface End {
  id: string;
  title: string;
  note: string;
  kg: number;
}

const total = ({ id, title, note, kg }: End): WaterfallBar => ({
  id,
  label: title,
  note,
  text: mass(kg),
  kind: 'total',
  fromKg: 0,
  toKg: kg
});

export function barsOf(steps: Step[], told: Told, [from, to]: [End, End]): WaterfallBar[] {
  let level = from.kg;
  const between = steps.map((step): WaterfallBar => {
    const fromKg = level;
    level += step.deltaKg;
    return {
      id: step.kind,
      label: stepLabel(step, told),
      note: stepNote(step, told),
      text: signedMass(step.deltaKg, from.kg),
      kind: step.deltaKg < 0 ? 'less' : 'more',
      fromKg,
      toKg: level
    };
  });
  return [total(from), ...between, total(to)];
}
