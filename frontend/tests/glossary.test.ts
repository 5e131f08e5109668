import { describe, expect, it } from 'vitest';
import { found, TERMS } from '$lib/features/glossary/search';

describe('the glossary', () => {
  it('has at least sixty terms, each with its own anchor and both languages', () => {
    expect(TERMS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(TERMS.map(({ id }) => id)).size).toBe(TERMS.length);
    for (const { id, de, en } of TERMS) {
      expect(id).toMatch(/^[a-z0-9-]+$/);
      for (const words of [de.term, de.text, en.term, en.text]) expect(words.trim()).not.toBe('');
    }
  });

  it('finds CO₂ typed as CO2, whatever the case', () => {
    expect(found('co2e', 'en').map(({ id }) => id)).toContain('co2e');
  });

  it('finds words with umlauts by themselves or without their dots', () => {
    expect(found('güte', 'de')[0]?.id).toBe('grade');
    expect(found('gute', 'de').map(({ id }) => id)).toContain('grade');
  });

  it('orders the terms of each language by its own alphabet', () => {
    for (const language of ['de', 'en'] as const) {
      const terms = found('', language).map(({ term }) => term);
      expect(terms).toEqual([...terms].sort((a, b) => a.localeCompare(b, language)));
    }
  });

  it('finds nothing rather than everything for unknown words', () => {
    expect(found('xyzzy', 'de')).toEqual([]);
  });
});
