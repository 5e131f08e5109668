/** Titles of measures by id, in the language of the page; empty until they are known. */
import { allMeasures, type Measure } from '$lib/api/measures';
import { titleOf } from '../words';

let known = $state.raw<Measure[]>([]);

/** Asks anew with each page: somebody may have made a measure since. */
export function fetchMeasures(): void {
  allMeasures().then(
    (found) => (known = found),
    () => undefined
  );
}

export const knownMeasures = (): Measure[] => known;

export function measureTitle(id: string): { text: string; lang: string } {
  const found = known.find((one) => one.id === id);
  return found ? titleOf(found) : { text: id, lang: 'de' };
}
