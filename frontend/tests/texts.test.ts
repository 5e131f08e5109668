import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Text = string | { match: Record<string, string> }[];
const texts = (name: string): Record<string, Text> =>
  JSON.parse(readFileSync(`messages/${name}.json`, 'utf8'));

const strings = (text: Text): string[] =>
  typeof text === 'string' ? [text] : text.flatMap((variant) => Object.values(variant.match));
const placeholders = (text: Text) =>
  [
    ...new Set(
      strings(text)
        .join(' ')
        .match(/\{\w+\}/g) ?? []
    )
  ].sort();

const files = [
  '',
  'planner.',
  'account.',
  'admin.',
  'footprint.',
  'plans.',
  'papers.',
  'upkeep.',
  'measures.',
  'exchange.',
  'mycity.',
  'imports.'
];

describe.each(files)('the texts in messages/%s*', (prefix) => {
  const [german, english] = [texts(`${prefix}de`), texts(`${prefix}en`)];
  const keys = Object.keys(german).filter((key) => key !== '$schema');

  it('exist in both languages', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(german).sort());
  });

  it('name the same values in both languages', () => {
    for (const key of keys)
      expect([key, placeholders(english[key]!)]).toEqual([key, placeholders(german[key]!)]);
  });

  it('keep to the tone: no exclamation marks, no "leider", no "klimaneutral"', () => {
    for (const key of keys)
      for (const text of [...strings(german[key]!), ...strings(english[key]!)])
        expect(text).not.toMatch(/!|\bleider\b|klimaneutral|climate[- ]neutral/i);
  });
});
