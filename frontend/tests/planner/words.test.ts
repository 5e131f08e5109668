import { describe, expect, it } from 'vitest';
import { toCsv } from '$lib/i18n/csv';
import { stepsOf, type FormulaWords } from '$lib/shared/computation/formula';
import {
  flightsOf,
  methodRows,
  ownFlights,
  spreadOf,
  type ComparedMethod
} from '$lib/features/planner/methods';
import { answers, plan, side } from './fixtures';

describe('CSV', () => {
  it('is German with semicolon and decimal comma', () => {
    expect(toCsv(['Variante', 'kg'], [['A', 8850.054]], 'de')).toBe(
      'Variante;kg\r\nA;8850,054\r\n'
    );
  });

  it('is English with comma and point', () => {
    expect(toCsv(['variant', 'kg'], [['A', 8850.054]], 'en')).toBe('variant,kg\r\nA,8850.054\r\n');
  });

  it('leaves an unknown number empty and a negative one a number', () => {
    expect(toCsv(['a', 'b'], [[null, -3.5]], 'de')).toBe('a;b\r\n;-3,5\r\n');
  });

  it('disarms what a spreadsheet would run', () => {
    expect(toCsv(['a'], [['=1+1'], ['+49'], ['@x'], ['say "hi"; now']], 'de')).toBe(
      'a\r\n\'=1+1\r\n\'+49\r\n\'@x\r\n"say ""hi""; now"\r\n'
    );
  });

  it('keeps the country code of Namibia', () => {
    expect(toCsv(['country'], [['NA']], 'en')).toBe('country\r\nNA\r\n');
  });
});

describe('a formula on screen', () => {
  const german: FormulaWords = {
    number: (value, unit, decimals) =>
      new Intl.NumberFormat('de-DE', {
        minimumFractionDigits: unit ? 0 : decimals,
        maximumFractionDigits: unit === 'km' ? 0 : unit === 'kg' ? 1 : decimals
      }).format(value) + (unit && ` ${unit}`),
    unit: (word) => ({ pax: 'Personen', 'kg/room_night': 'kg je Zimmernacht' })[word] ?? word
  };

  it('is cut into its parts, with numbers as the reader writes them', () => {
    const [ttw, wtt, beside] = stepsOf(answers.a.items[1]?.formula ?? '', german);
    expect(ttw).toEqual({
      part: 'ttw',
      left: '(24,0 + 0,0665 × 8.079 km) × 1,0 × 5 Personen × 2',
      right: '5.612,6 kg'
    });
    expect(wtt).toMatchObject({ part: 'wtt', left: '0,2027 × 5.612,6 kg', right: '1.137,7 kg' });
    expect(beside?.part).toBe('non_co2');
  });

  it('without parts is one step', () => {
    expect(stepsOf('5 × 6 × 51.4 kg/room_night = 1,542.000 kg', german)).toEqual([
      { part: 'all', left: '5 × 6 × 51,4 kg je Zimmernacht', right: '1.542 kg' }
    ]);
  });
});

describe('the same flights by other methods', () => {
  const includes = { wtt: true, non_co2: false, detour: true, construction: false };
  const own = ownFlights(plan, answers.a);
  const others = [
    { method: 'p4f-mobitool3', ghg_kg: 3362, includes: { ...includes, non_co2: true } },
    { method: 'myclimate-2019', ghg_kg: 2750, includes: { ...includes, non_co2: true } },
    { method: 'klimabruecke-2026', ghg_kg: 1461.6, includes },
    { method: 'ademe-2026', ghg_kg: null, includes: { ...includes, non_co2: true } },
    { method: 'desnz-2025', ghg_kg: 1364, includes }
  ].map((each) => ({ ...each, why: '', reason_if_null: null })) as ComparedMethod[];
  const rows = methodRows(others, 'klimabruecke-2026', own);

  it('asks for the flights alone, for one person', () => {
    expect(flightsOf(side('d').lines)).toEqual([
      { type: 'flight', from: 'FRA', to: 'WDH', cabin: 'economy', travellers: 1, return: true }
    ]);
  });

  it('our own is 1.5 t per person, 2.3 t with the effect beyond greenhouse gases', () => {
    expect(own.ghg.central).toBeCloseTo(1461.6, 0);
    expect([own.ghg.low, own.ghg.high].map(Math.round)).toEqual([1096, 1827]);
    expect(Math.round(own.climate.central)).toBe(2312);
  });

  it('greenhouse gases stand above what contains more, our own first', () => {
    expect(rows.map((row) => row.id)).toEqual([
      'klimabruecke-2026 ghg',
      'desnz-2025',
      'klimabruecke-2026 climate',
      'myclimate-2019',
      'p4f-mobitool3'
    ]);
  });

  it('a method without an answer has no row, and one method alone no spread', () => {
    expect(spreadOf(rows)).toEqual({ low: 1364, high: 3362 });
    expect(spreadOf(rows.filter((row) => row.own))).toBeNull();
  });
});
