import { beforeEach, describe, expect, it } from 'vitest';
import * as format from '../src/lib/i18n/format';
import { overwriteGetLocale } from '../src/lib/paraglide/runtime';

/** Intl writes no-break spaces; tests compare what people read. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('numbers in German', () => {
  beforeEach(() => overwriteGetLocale(() => 'de'));

  it('rounds 8,850 kg to the same two digits everywhere', () => {
    expect(format.tonnes(8850)).toBe('8,9');
    expect(plain(format.mass(8850))).toBe('8,9 t');
    expect(plain(format.massRange(6730, 10970))).toBe('6,7 bis 11,0 t');
  });

  it('shows kilograms below a tonne', () => {
    expect(plain(format.mass(412.4))).toBe('412 kg');
    expect(plain(format.mass(3.14))).toBe('3,1 kg');
  });

  it('never shows something small as zero', () => {
    expect(plain(format.mass(0.02))).toBe('unter 0,1 kg');
    expect(plain(format.mass(0))).toBe('0 kg');
  });

  it('keeps every digit of a factor that matters', () => {
    expect(format.factor(0.000132)).toBe('0,000132');
    expect(format.factor(0.0665)).toBe('0,0665');
  });

  it('knows that NA is Namibia', () => {
    expect(format.country('NA')).toBe('Namibia');
  });

  it('writes a day without shifting it by a time zone', () => {
    expect(format.day('2026-11-23')).toBe('23.11.2026');
  });

  it('shows the other language with its mark where a text is missing', () => {
    expect(format.bilingual(null, 'landfill')).toEqual({ text: 'landfill', lang: 'en' });
    expect(format.bilingual('Deponie', 'landfill')).toEqual({ text: 'Deponie', lang: 'de' });
  });
});

describe('numbers in English', () => {
  beforeEach(() => overwriteGetLocale(() => 'en'));

  it('writes a decimal point and thousands with a comma', () => {
    expect(plain(format.massRange(6730, 10970))).toBe('6.7 to 11.0 t');
    expect(format.number(584332)).toBe('584,332');
    expect(format.day('2026-11-23')).toBe('23 Nov 2026');
  });
});
