/** Where the parts of a chart over years stand. */
import type { Line } from './SeriesChart.svelte';
import { textWidth } from './scale';

type Point = Line['points'][number];

/** Figures further apart have years between them that nobody counted: they stay points. */
const JOINED_YEARS = 2;

/** The stretches of a line that are drawn: not over a break, and not over years without a figure. */
export function pieces(line: Line, breaks: readonly number[]): Point[][] {
  if (line.kind === 'path') return [line.points];
  const found: Point[][] = [];
  line.points.forEach((point, at) => {
    const before = line.points[at - 1];
    const isCut = breaks.some((year) => before && before.year < year && year <= point.year);
    if (before && !isCut && point.year - before.year <= JOINED_YEARS) found.at(-1)?.push(point);
    else found.push([point]);
  });
  return found.filter((piece) => piece.length > 1);
}

/** Breaks with their numbers, on a second level where the one before would be touched. */
export function broken(breaks: readonly number[], x: (year: number) => number) {
  let [last, level] = [-Infinity, 0];
  return breaks.map((year, at) => {
    const here = x(year - 0.5);
    level = here - last < 24 ? 1 - level : 0;
    last = here;
    return { number: at + 1, x: here, y: 12 + level * 24 };
  });
}

/** Round years that have room for their digits. */
export function yearTicks([first, last]: readonly [number, number], width: number): number[] {
  const most = Math.max(2, Math.floor(width / 64));
  const step = [1, 2, 5, 10, 20, 50].find((one) => (last - first) / one <= most) ?? 100;
  const start = Math.ceil(first / step) * step;
  return Array.from(
    { length: Math.floor((last - start) / step) + 1 },
    (_, at) => start + at * step
  );
}

interface Label {
  x: number;
  y: number;
  text: string;
  anchor: 'start' | 'middle' | 'end';
}

/** The last and the first figure of each line in words, as far as they do not touch. */
export function labelled(
  lines: readonly Line[],
  x: (year: number) => number,
  y: (value: number) => number,
  width: number
): Label[] {
  const wanted = [...lines].sort((a, b) => Number(b.kind === 'now') - Number(a.kind === 'now'));
  const ends = [
    ...wanted.flatMap((line) => line.points.slice(-1)),
    ...wanted.filter(({ kind }) => kind !== 'path').flatMap((line) => line.points.slice(0, 1))
  ];
  const placed: (Label & { left: number; right: number })[] = [];
  for (const point of ends) {
    const text = point.label ?? point.text;
    const size = textWidth(text, 13) + 6;
    const middle = Math.min(Math.max(x(point.year), size / 2), width - size / 2);
    const box = { left: middle - size / 2, right: middle + size / 2 };
    const at = y(point.value) - 12;
    const touches = placed.some(
      (one) => one.left < box.right && box.left < one.right && Math.abs(one.y - at) < 18
    );
    if (!touches) placed.push({ ...box, x: middle, y: at, text, anchor: 'middle' });
  }
  return placed;
}
