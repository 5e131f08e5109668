/** Where labels of a map go: near what they name, inside the frame, not over each other nor over a way. */

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Label {
  id: string;
  /** What the label names. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** Distance from what it names. */
  gap: number;
}

const overlap = (a: Rect, b: Rect): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

/** How far away a label may go, in gaps; nearer is better. */
const rings = [1, 2.5, 5];

const candidates = (label: Label): Rect[] =>
  rings.flatMap((ring) => around({ ...label, gap: label.gap * ring }));

/** Right, left, below, above, then the corners: in the order people expect. */
function around({ x, y, width, height, gap }: Label): Rect[] {
  const at = (left: number, top: number): Rect => ({ x: left, y: top, width, height });
  const [right, left] = [x + gap, x - gap - width];
  const [middle, above, below] = [y - height / 2, y - gap - height, y + gap];
  return [
    at(right, middle),
    at(left, middle),
    at(x - width / 2, below),
    at(x - width / 2, above),
    at(right, above),
    at(left, above),
    at(right, below),
    at(left, below),
    at(right, y - height * 1.6),
    at(left, y - height * 1.6),
    at(right, y + height * 0.6),
    at(left, y + height * 0.6)
  ];
}

function inside(rect: Rect, frame: Rect): Rect {
  const held = (value: number, size: number, limit: number) =>
    Math.min(Math.max(2, value), Math.max(2, limit - size - 2));
  return {
    ...rect,
    x: held(rect.x, rect.width, frame.width),
    y: held(rect.y, rect.height, frame.height)
  };
}

/** One rectangle a label, in the given order: the first ones get the better places. */
export function placeLabels(
  labels: Label[],
  avoid: Rect[],
  frame: { width: number; height: number }
): Map<string, Rect> {
  const taken = [...avoid];
  const placed = new Map<string, Rect>();
  for (const label of labels) {
    let best: Rect | null = null;
    let least = Infinity;
    candidates(label).forEach((wished, rank) => {
      const rect = inside(wished, { x: 0, y: 0, ...frame });
      const moved = Math.abs(rect.x - wished.x) + Math.abs(rect.y - wished.y);
      const cost = taken.reduce((sum, other) => sum + overlap(rect, other), 0) + moved + rank;
      if (cost < least) [best, least] = [rect, cost];
    });
    if (!best) continue;
    taken.push(best);
    placed.set(label.id, best);
  }
  return placed;
}
