import { describe, expect, it } from 'vitest';
import { axis, position, wrapped } from '$lib/charts/scale';
import { arc, greatCircleKm } from '$lib/map/geo';
import { drawn } from '$lib/map/drawing';
import near from '$lib/map/land-near.json';
import world from '$lib/map/land-world.json';
import { placeLabels, type Label, type Rect } from '$lib/map/layout';
import { contains, frameAround, project } from '$lib/map/projection';
import { places } from './fixtures';

const at = (code: string) => {
  const place = places.get(code);
  if (!place) throw new Error(`the fixture has no ${code}`);
  return place;
};

describe('an axis', () => {
  it.each([
    [21_003, [0, 5000, 10_000, 15_000, 20_000], 't'],
    [949, [0, 200, 400, 600, 800], 'kg'],
    [3.3, [0, 1, 2, 3], 'kg']
  ] as const)('for %s kg begins at nothing and has round ticks', (largest, ticks, unit) => {
    expect(axis(largest)).toMatchObject({ ticks, unit });
    expect(axis(largest).max).toBeGreaterThanOrEqual(largest);
  });

  it('of nothing is still an axis', () => {
    expect(axis(0).ticks.length).toBeGreaterThan(1);
  });

  it('puts its end at the end', () => {
    const scale = axis(1000);
    expect(position(scale, 10, 200)(scale.max)).toBe(210);
    expect(position(scale, 10, 200)(-5)).toBe(10);
  });
});

describe('a label', () => {
  it('breaks between words and says where it was cut', () => {
    expect(wrapped('Drei Personen reisen nicht', 400)).toEqual(['Drei Personen reisen nicht']);
    expect(wrapped('Drei Personen reisen nicht', 110)).toEqual(['Drei Personen', 'reisen nicht']);
    expect(wrapped('Drei Personen reisen nicht', 110, 14, 1)).toEqual(['Drei Personen …']);
  });
});

describe('a great circle', () => {
  it('from Frankfurt to Windhoek is about 8,100 km long', () => {
    expect(greatCircleKm(at('FRA'), at('WDH'))).toBeCloseTo(8093, -2);
  });

  it('begins and ends where it should, and nearly follows the meridian', () => {
    const points = arc(at('FRA'), at('WDH'));
    expect(points[0]?.latitude_deg).toBeCloseTo(at('FRA').latitude_deg, 6);
    expect(points.at(-1)?.longitude_deg).toBeCloseTo(at('WDH').longitude_deg, 6);
    expect(points.every(({ longitude_deg: lon }) => lon > 8.5 && lon < 17.6)).toBe(true);
  });

  it('between equal places is a point', () => {
    expect(arc(at('FRA'), at('FRA')).every((p) => p.latitude_deg === 50.0333)).toBe(true);
  });
});

describe('the map', () => {
  it('holds the four cities in its near window', () => {
    for (const code of ['BRE', 'FRA', 'WDH', 'DUR']) expect(contains(near, at(code))).toBe(true);
  });

  it('frames the way with air around it', () => {
    const points = [at('BRE'), at('WDH')].map((place) => project(near, place));
    const frame = frameAround(near, points, 0.6);
    for (const [x, y] of points) {
      expect(x).toBeGreaterThan(frame.x);
      expect(x).toBeLessThan(frame.x + frame.width);
      expect(y).toBeGreaterThan(frame.y);
      expect(y).toBeLessThan(frame.y + frame.height);
    }
  });

  it.each([
    ['near', ['BRE', 'FRA', 'WDH']],
    ['world', ['BRE', 'FRA', 'JFK']]
  ] as const)('draws a trip on the %s map without a label over another', (window, codes) => {
    const land = window === 'near' ? near : world;
    const stops = codes.map((code) => ({
      ...at(code),
      name: `${at(code).name} (${code})`,
      id: code
    }));
    const ways = codes.slice(1).map((to, index) => ({
      id: to,
      from: at(codes[index] ?? to),
      to: at(to),
      title: '8.079 km, 2-mal',
      note: '92 % der Strecken',
      ground: false
    }));
    for (const width of [294, 326, 700]) {
      const map = drawn(land, stops, ways, { width, height: Math.min(width, 500) });
      const boxes = [...map.stops.map((s) => s.label), ...map.ways.map((w) => w.box)];
      const rects = boxes.filter((box): box is Rect => box !== undefined);
      expect(rects).toHaveLength(5);
      for (const rect of rects) {
        expect(rect.x).toBeGreaterThanOrEqual(0);
        expect(rect.x + rect.width).toBeLessThanOrEqual(width);
        expect(rects.filter((other) => other !== rect && overlaps(rect, other))).toEqual([]);
      }
    }
  });

  it('moves a label away from what stands in its place', () => {
    const label: Label = { id: 'a', x: 100, y: 100, width: 60, height: 20, gap: 8 };
    const frame = { width: 300, height: 300 };
    expect(placeLabels([label], [], frame).get('a')).toMatchObject({ x: 108, y: 90 });
    const blocked = { x: 105, y: 60, width: 150, height: 80 };
    const moved = placeLabels([label], [blocked], frame).get('a');
    expect(moved && overlaps(moved, blocked)).toBe(false);
  });
});

function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
