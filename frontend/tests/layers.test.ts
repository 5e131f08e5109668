import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const lib = 'src/lib';
const sources = readdirSync(lib, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.(svelte|ts)$/.test(file) && !file.startsWith('paraglide')
);

interface Import {
  from: string;
  to: string;
}
/** Every import of our own, static or not, by its path below src/lib. */
const imports: Import[] = sources.flatMap((from) =>
  [...readFileSync(join(lib, from), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)]
    .map(([, to = '']) =>
      to.startsWith('.')
        ? normalize(join(dirname(from), to))
        : to.startsWith('$lib/')
          ? to.slice('$lib/'.length)
          : ''
    )
    .filter(Boolean)
    .map((to) => ({ from, to }))
);

const feature = (path: string): string | undefined => /^features\/([^/]+)\//.exec(path)?.[1];
const between = (from: RegExp, to: RegExp): string[] =>
  imports
    .filter((one) => from.test(one.from) && to.test(one.to))
    .map((one) => `${one.from} -> ${one.to}`);

describe('the parts of the interface', () => {
  it('are read at all', () => {
    expect(imports.length).toBeGreaterThan(500);
    expect(imports.filter(({ from }) => feature(from)).length).toBeGreaterThan(100);
  });

  it('let no feature import another', () => {
    const crossed = imports.filter(
      ({ from, to }) => feature(from) && feature(to) && feature(from) !== feature(to)
    );
    expect(crossed).toEqual([]);
  });

  it('know no feature where several share them', () => {
    expect(between(/^(shared|ui|charts|map|i18n|api|layout)\//, /^features\//)).toEqual([]);
  });

  it('keep domain words out of what every domain uses', () => {
    expect(between(/^(ui|charts|map|i18n|api)\//, /^shared\//)).toEqual([]);
  });

  it('talk HTTP in one place only', () => {
    const callers = sources.filter(
      (file) => !file.startsWith('api/') && /\bfetch\(/.test(readFileSync(join(lib, file), 'utf8'))
    );
    expect(callers).toEqual([]);
  });
});
