// Holds the built site to its weight: what the first view loads, and each part loaded later.
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const root = 'build';
const limits = { js: 60_000, css: 20_000, fonts: 45_000, chunk: 25_000 };

if (!existsSync(join(root, '200.html'))) {
  console.error('There is no build to weigh. Run `npm run build` first.');
  process.exit(2);
}
const gzipped = (file) => gzipSync(readFileSync(join(root, file)), { level: 9 }).length;
const manifest = JSON.parse(readFileSync('.svelte-kit/output/client/.vite/manifest.json', 'utf8'));

/** A chunk and everything it imports statically. */
function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key]?.imports ?? []) closure(next, seen);
  return seen;
}
const keyOf = (ending) => Object.keys(manifest).filter((key) => key.endsWith(ending));
/** The start page's node: the numbers of the nodes move when routes are added. */
const startPage = keyOf('.js').find(
  (key) =>
    /nodes\/\d+\.js$/.test(key) && readFileSync(key, 'utf8').includes('/src/routes/+page.svelte')
);
if (!startPage) throw new Error('The start page is not among the built nodes.');
const firstView = new Set(
  [
    ...keyOf('client-optimized/app.js'),
    ...keyOf('client/entry.js'),
    ...keyOf('nodes/0.js'),
    startPage
  ]
    .filter(Boolean)
    .flatMap((key) => [...closure(key)])
);
const files = (pick) => [...new Set([...firstView].flatMap((key) => pick(manifest[key] ?? {})))];
const sum = (names) => names.reduce((total, name) => total + gzipped(name), 0);

const fonts = readdirSync(join(root, '_app/immutable/assets')).filter((f) => f.endsWith('.woff2'));
const rows = [
  [
    'JS of the first view',
    sum(files((c) => [c.file].filter(Boolean))) + gzipped('start.js'),
    limits.js
  ],
  ['CSS of the first view', sum(files((c) => c.css ?? [])), limits.css],
  [
    'Fonts',
    fonts.reduce((n, f) => n + readFileSync(join(root, '_app/immutable/assets', f)).length, 0),
    limits.fonts
  ]
];
for (const [key, chunk] of Object.entries(manifest)) {
  if (firstView.has(key) || !chunk.file?.endsWith('.js')) continue;
  rows.push([
    `${chunk.file.split('/').slice(-2).join('/')} (${key})`,
    gzipped(chunk.file),
    limits.chunk
  ]);
}

let failed = false;
for (const [name, bytes, limit] of rows) {
  const over = bytes > limit;
  failed ||= over;
  const kb = (n) => (n / 1000).toFixed(1).padStart(6) + ' kB';
  if (over || rows.indexOf(rows.find((r) => r[0] === name)) < 3)
    console.log(`${over ? 'TOO BIG' : 'ok     '} ${kb(bytes)} of ${kb(limit)}  ${name}`);
}
const lazy = rows.slice(3).map((row) => row[1]);
console.log(
  `        ${(Math.max(0, ...lazy) / 1000).toFixed(1)} kB is the largest of ${lazy.length} lazy chunks`
);
process.exit(failed ? 1 : 0);
