/** Which measures of a city its profile opens with, by a rule that is told on the page. */
import type { Effect, Measure } from '$lib/api/measures';
import type { Transfer } from '$lib/api/exchange';

/** Cards that fit a first look; the list of measures has the rest. */
const CARDS = 6;
const ROWS = 6;

export interface Strength {
  measure: Measure;
  /** What is there or was measured; without what is expected or claimed. */
  figures: Effect[];
  /** The cities that adopted it. */
  adoptedBy: string[];
}

const works = ({ status }: Measure) => status === 'in_operation' || status === 'completed';
const isPlain = ({ basis }: Effect) => basis === null || basis === 'measured';
const isProven = (effect: Effect, measure: Measure) =>
  !['recalled', 'reported'].includes(effect.verification ?? measure.verification);

export const isMeasured = (one: Strength): boolean =>
  one.figures.some(({ basis }) => basis === 'measured');

/** Measured ones first, then those another city adopted, then by when they began: no ranking. */
export function strengthsOf(measures: Measure[], transfers: Transfer[]): Strength[] {
  return measures
    .map((measure) => ({
      measure,
      figures: works(measure)
        ? measure.effects.filter((one) => isPlain(one) && isProven(one, measure))
        : [],
      adoptedBy: transfers
        .filter((one) => one.stage === 'adopted' && one.source_measure_id === measure.id)
        .map(({ to_city_id }) => to_city_id)
    }))
    .filter(({ figures, adoptedBy }) => figures.length || adoptedBy.length)
    .sort(
      (a, b) =>
        Number(isMeasured(b)) - Number(isMeasured(a)) ||
        b.adoptedBy.length - a.adoptedBy.length ||
        (a.measure.starts_year ?? 9999) - (b.measure.starts_year ?? 9999) ||
        a.measure.id.localeCompare(b.measure.id)
    )
    .slice(0, CARDS);
}

const running = ['proposed', 'planned', 'decided', 'in_progress', 'late'];

/** What the city is at, the latest begun first. */
export const runningOf = (measures: Measure[]): Measure[] =>
  measures
    .filter(({ status }) => running.includes(status))
    .sort((a, b) => (b.starts_year ?? 0) - (a.starts_year ?? 0) || a.id.localeCompare(b.id))
    .slice(0, ROWS);

/** The hazards the measures name, each with the measures that do. */
export function hazardsOf(measures: Measure[]): [Measure['hazards'][number], Measure[]][] {
  const named = [...new Set(measures.flatMap(({ hazards }) => hazards))].sort();
  return named.map((hazard) => [
    hazard,
    measures.filter(({ hazards }) => hazards.includes(hazard))
  ]);
}
