/** The calculator's formula strings as steps in the language of the page. No arithmetic happens here. */

export type Part = 'ttw' | 'wtt' | 'non_co2' | 'all';

export interface FormulaStep {
  part: Part;
  /** What is computed, e.g. `(24,0 + 0,0665 × 8.079 km) × 1,0 × 5 Personen × 2`. */
  left: string;
  /** The result with its unit. */
  right: string;
}

export interface FormulaWords {
  /** A number of the formula: digits with point, the unit behind it or ''. */
  number: (value: number, unit: string, decimals: number) => string;
  /** Replaces a word of the formula such as `pax` or `kg/room_night`. */
  unit: (word: string) => string;
}

const prefixes: [RegExp, Part][] = [
  [/^TTW\s+/, 'ttw'],
  [/^WTT\s+/, 'wtt'],
  [/^non-CO2\s+/, 'non_co2']
];
const numbers = /(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:\s?(km|kg)(?![\w/]))?/g;
const words = /kg\/[\w]+|\bpax\b|\bvehicle\b/g;

function localise(text: string, speak: FormulaWords): string {
  const units = text.replace(words, (word) => `\u0001${word}\u0002`);
  // Numbers first: a unit word may bring digits of its own (CO2).
  return units
    .replace(numbers, (_, whole: string, fraction: string | undefined, unit: string | undefined) =>
      speak.number(
        Number(whole.replaceAll(',', '') + (fraction ?? '')),
        unit ?? '',
        fraction ? fraction.length - 1 : 0
      )
    )
    .replace(/\u0001([^\u0002]+)\u0002/g, (_, word: string) => speak.unit(word));
}

/** `TTW a = b; WTT c = d` -> its steps; a formula without parts is one step for all. */
export function stepsOf(formula: string, speak: FormulaWords): FormulaStep[] {
  return formula.split(/;\s*/).map((sentence) => {
    const found = prefixes.find(([pattern]) => pattern.test(sentence));
    const text = found ? sentence.replace(found[0], '') : sentence;
    const cut = text.lastIndexOf(' = ');
    const [left, right] = cut < 0 ? [text, ''] : [text.slice(0, cut), text.slice(cut + 3)];
    return {
      part: found?.[1] ?? 'all',
      left: localise(left, speak),
      right: localise(right, speak)
    };
  });
}
