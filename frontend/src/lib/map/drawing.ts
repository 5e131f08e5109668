/** A map before it is drawn: every place, way and label in pixels. */
import { textWidth } from '$lib/charts/scale';
import { arc, type Point } from './geo';
import { placeLabels, type Label, type Rect } from './layout';
import { frameAround, project, type Land, type XY } from './projection';

export interface Stop extends Point {
  id: string;
  name: string;
}
export interface Way {
  id: string;
  from: Point;
  to: Point;
  /** Two lines for the box beside it. */
  title: string;
  note: string;
  ground: boolean;
}
export interface Drawing {
  /** Puts the land where the frame wants it. */
  transform: string;
  stops: (Stop & { x: number; y: number; label: Rect | undefined })[];
  ways: (Way & { path: string; box: Rect | undefined })[];
}

const boxHeight = 42;

/** A line that crosses the edge of the world begins again on the other side. */
function pathOf(points: XY[], width: number): string {
  return points
    .map(([x, y], at) => {
      const jumps = at > 0 && Math.abs(x - (points[at - 1]?.[0] ?? x)) > width / 2;
      return `${at && !jumps ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');
}

const around = (x: number, y: number, half: number): Rect => ({
  x: x - half,
  y: y - half,
  width: 2 * half,
  height: 2 * half
});

export function drawn(
  land: Land,
  stops: Stop[],
  ways: Way[],
  size: { width: number; height: number }
): Drawing {
  const points = stops.map((stop) => project(land, stop));
  const frame = frameAround(land, points, size.width / size.height);
  const scale = size.width / frame.width;
  const place = (point: Point): XY => {
    const [x, y] = project(land, point);
    return [(x - frame.x) * scale, (y - frame.y) * scale];
  };
  const lines = ways.map((way) => ({ way, points: arc(way.from, way.to).map(place) }));
  const dots = stops.map((stop): Label => {
    const [x, y] = place(stop);
    return { id: stop.id, x, y, width: textWidth(stop.name) + 8, height: 18, gap: 9 };
  });
  const boxes = lines.map(({ way, points: line }): Label => {
    const [x, y] = line[Math.floor(line.length / 2)] ?? [0, 0];
    const width = Math.max(textWidth(way.title, 14.5), textWidth(way.note, 13)) + 18;
    return { id: way.id, x, y, width, height: boxHeight, gap: 14 };
  });
  const avoid = [
    ...lines.flatMap((line) => line.points.map(([x, y]) => around(x, y, 4))),
    ...dots.map(({ x, y }) => around(x, y, 7))
  ];
  const placed = placeLabels([...dots, ...boxes], avoid, size);
  return {
    transform: `scale(${scale}) translate(${-frame.x} ${-frame.y})`,
    stops: stops.map((stop, at) => {
      const { x, y } = dots[at] ?? { x: 0, y: 0 };
      return { ...stop, x, y, label: placed.get(stop.id) };
    }),
    ways: lines.map(({ way, points: line }) => ({
      ...way,
      path: pathOf(line, size.width),
      box: placed.get(way.id)
    }))
  };
}
