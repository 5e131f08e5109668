// What the first view is made of: the layout, the start page and all they import at once, with their texts.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const entries = ['src/routes/+layout.svelte', 'src/routes/+page.svelte', 'src/hooks.client.ts'];
const imported = /^\s*(?:import(?!\s+type\b)[^'"(]*|\}\s*from\s*)'([^']+)'/gm;
const texts = /\bm\.(\w+)/g;

const existing = (path) =>
  [path, `${path}.ts`].find((file) => existsSync(file) && statSync(file).isFile());

function fileOf(name, from) {
  if (name.startsWith('$lib/')) return existing(join('src/lib', name.slice('$lib/'.length)));
  return name.startsWith('.') ? existing(join(dirname(from), name)) : undefined;
}

/** Paths of the modules, and names of the texts they use. */
export function firstView() {
  const modules = new Set();
  const used = new Set();
  const queue = [...entries];
  for (const file of queue) {
    if (modules.has(file) || file.includes('/paraglide/')) continue;
    modules.add(file);
    const source = readFileSync(file, 'utf8');
    for (const [, text] of source.matchAll(texts)) used.add(text);
    for (const [, name] of source.matchAll(imported)) {
      const found = fileOf(name, file);
      if (found) queue.push(found);
    }
  }
  return { modules, texts: used };
}
