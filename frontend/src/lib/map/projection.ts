/** Mercator for the small window of a map: true directions, and Europe large enough to read. */
import type { Point } from './geo';

/** A drawn piece of the world: its window in degrees, its size in units, its land as an SVG path. */
export interface Land {
  west: number;
  east: number;
  south: number;
  north: number;
  width: number;
  height: number;
  path: string;
}

export type XY = [x: number, y: number];

const mercator = (lat: number): number =>
  (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI;

/** Units of the drawing, from its upper left corner. */
export function project(land: Land, point: Point): XY {
  const scale = land.width / (land.east - land.west);
  return [
    (point.longitude_deg - land.west) * scale,
    (mercator(land.north) - mercator(point.latitude_deg)) * scale
  ];
}

export const contains = (land: Land, point: Point): boolean =>
  point.longitude_deg > land.west + 1 &&
  point.longitude_deg < land.east - 1 &&
  point.latitude_deg > land.south + 1 &&
  point.latitude_deg < land.north - 1;

/** The part of a drawing that is shown, in its units. */
export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const whole = (land: Land): Frame => ({
  x: 0,
  y: 0,
  width: land.width,
  height: land.height
});

/** A frame around the points with air on all sides, no narrower or wider than `ratio` (width by height) allows. */
export function frameAround(land: Land, points: XY[], ratio: number): Frame {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const air = 1.5;
  const least = land.width / 8;
  let width = Math.max((right - left) * air, least);
  let height = Math.max((bottom - top) * air, least / ratio);
  if (width / height < ratio) width = height * ratio;
  else height = width / ratio;
  width = Math.min(width, land.width);
  height = Math.min(height, land.height);
  const place = (middle: number, size: number, limit: number) =>
    Math.min(Math.max(0, middle - size / 2), limit - size);
  return {
    x: place((left + right) / 2, width, land.width),
    y: place((top + bottom) / 2, height, land.height),
    width,
    height
  };
}
