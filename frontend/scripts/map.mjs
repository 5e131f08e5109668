// Draws the land once, so that no map library and no tile is needed in the browser. Run after a change
// here: `node scripts/map.mjs`. Its results are committed: src/lib/map/land-near.json and -world.json.
// Natural Earth (public domain) by way of world-atlas.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoMercator, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';

const require = createRequire(import.meta.url);
const read = (name) => JSON.parse(readFileSync(require.resolve(`world-atlas/${name}`), 'utf8'));

/** Windows in degrees; `units` is how many whole steps the drawing has from west to east. */
const windows = {
  near: { atlas: 'land-50m.json', west: -26, east: 46, south: -37, north: 57, units: 460, keep: 5 },
  world: {
    atlas: 'land-110m.json',
    west: -180,
    east: 180,
    south: -58,
    north: 76,
    units: 900,
    keep: 6
  }
};

const mercator = (lat) => (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI;

/** Rings in whole units, without points a neighbour already says, without islands of a few units. */
function rings({ west, east, south, north, units, atlas, keep }) {
  const scale = units / (east - west);
  const height = (mercator(north) - mercator(south)) * scale;
  const projection = geoMercator()
    .scale((scale * 180) / Math.PI)
    .translate([-west * scale, mercator(north) * scale])
    .clipExtent([
      [0, 0],
      [units, height]
    ]);
  const found = [];
  let ring = [];
  const add = (x, y) => {
    const point = [Math.round(x), Math.round(y)];
    const last = ring.at(-1);
    if (!last || last[0] !== point[0] || last[1] !== point[1]) ring.push(point);
  };
  const context = {
    beginPath() {},
    moveTo(x, y) {
      ring = [];
      add(x, y);
    },
    lineTo: add,
    arc() {},
    closePath: () => found.push(ring)
  };
  const { objects } = read(atlas);
  geoPath(projection, context)(feature(read(atlas), objects.land));
  return {
    height: Math.round(height),
    rings: found.map(straightened).filter((r) => area(r) >= keep)
  };
}

const area = (ring) =>
  Math.abs(
    ring.reduce((sum, [x, y], at) => {
      const [nextX, nextY] = ring[(at + 1) % ring.length];
      return sum + x * nextY - nextX * y;
    }, 0)
  ) / 2;

/** Drops the middle of three points in a row on one line. */
const straightened = (ring) =>
  ring.filter((point, at) => {
    const [a, b] = [ring.at(at - 1), ring[(at + 1) % ring.length]];
    return (point[0] - a[0]) * (b[1] - a[1]) !== (point[1] - a[1]) * (b[0] - a[0]);
  });

/** SVG path with relative steps: short, and gzip likes it. */
function path(all) {
  return all
    .map((ring) => {
      const [first, ...rest] = ring;
      let [x, y] = first;
      const steps = rest.map((point) => {
        const step = `${point[0] - x} ${point[1] - y}`;
        [x, y] = point;
        return step;
      });
      return `M${first.join(' ')}l${steps.join(' ')}z`.replaceAll(' -', '-');
    })
    .join('');
}

for (const [name, view] of Object.entries(windows)) {
  const { height, rings: all } = rings(view);
  const { west, east, south, north, units } = view;
  const land = { west, east, south, north, width: units, height, path: path(all) };
  const file = new URL(`../src/lib/map/land-${name}.json`, import.meta.url);
  writeFileSync(file, JSON.stringify(land, null, 2) + '\n');
}
