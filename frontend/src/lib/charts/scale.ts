/** Linear scales from nothing, with round ticks; small enough that no library is worth loading. */

export interface Scale {
  /** End of the axis, in kg. */
  max: number;
  /** Round values from 0 on, in kg. */
  ticks: number[];
  /** The unit the ticks are written in, and its size in kg. */
  unit: 't' | 'kg';
  unitKg: number;
}

/** An axis from 0 that holds `largest` kg, with three to six ticks, in tonnes unless that is too coarse. */
export function axis(largest: number, inTonnes = largest >= 1000): Scale {
  const most = largest > 0 ? largest : 1;
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [0.2, 0.5, 1, 2].map((n) => n * power).find((s) => most / s <= 5) ?? power * 2;
  const ticks = Array.from({ length: Math.floor((most * 1.02) / step) + 1 }, (_, at) =>
    Number((at * step).toPrecision(12))
  );
  const unitKg = inTonnes ? 1000 : 1;
  return {
    max: Math.max(most * 1.04, ticks.at(-1) ?? most),
    ticks,
    unit: inTonnes ? 't' : 'kg',
    unitKg
  };
}

/** Pixels of a value on an axis that begins at `left` and is `width` long. */
export const position =
  (scale: Pick<Scale, 'max'>, left: number, width: number) =>
  (kg: number): number =>
    Math.round((left + (Math.max(0, kg) / scale.max) * width) * 10) / 10;

/** Room a text takes: Fira Sans is about half as wide as high; good enough to choose a line break. */
export const textWidth = (text: string, size = 14): number => text.length * size * 0.52;

/** A text in at most `lines` lines of `width` pixels; what does not fit ends with an ellipsis. */
export function wrapped(text: string, width: number, size = 14, lines = 2): string[] {
  const found: string[] = [];
  let rest = text;
  while (rest && found.length < lines) {
    if (textWidth(rest, size) <= width) return [...found, rest];
    const fits = Math.max(4, Math.floor(width / (size * 0.52)));
    const cut = rest.lastIndexOf(' ', fits);
    const at = cut > 0 ? cut : fits;
    found.push(rest.slice(0, at));
    rest = rest.slice(at).trim();
  }
  if (rest && found.length) found[found.length - 1] += ' …';
  return found;
}
