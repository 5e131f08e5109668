import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOfDay, today } from '$lib/i18n/today';
import { isDay, isYear, readFilters, unreadIn, type Filter } from '$lib/ui/filters';
import { decode } from '$lib/features/planner/url';

const filters: Filter[] = [
  { name: 'kind', label: 'Art', options: [{ value: 'trip', label: 'Reise' }] },
  { name: 'city', label: 'Stadt', options: [] },
  { name: 'record', label: 'Datensatz' },
  { name: 'since', label: 'Vom', day: true }
];
const read = (search: string) => readFilters(new URLSearchParams(search), filters);

describe('the filters of an address', () => {
  it('become the query of the call, with the search words and the cursor', () => {
    const { query, unread } = read('q=reise&kind=trip&record=x-1&since=2026-11-01&cursor=abc');
    expect(unread).toEqual([]);
    expect(query).toEqual({
      q: 'reise',
      kind: 'trip',
      record: 'x-1',
      since: '2026-11-01',
      cursor: 'abc'
    });
  });

  it('leave out what cannot be, and name it', () => {
    const { query, unread } = read('kind=cruise&since=gestern&colour=red&record=x-1');
    expect(query).toEqual({ record: 'x-1' });
    expect(unread).toEqual([
      { name: 'kind', value: 'cruise' },
      { name: 'since', value: 'gestern' },
      { name: 'colour', value: 'red' }
    ]);
  });

  it('wait for options that are still being fetched', () => {
    expect(read('city=windhoek')).toEqual({ query: { city: 'windhoek' }, unread: [] });
  });

  it('count once; what is said twice is named', () => {
    const { query, unread } = read('record=a&record=b');
    expect(query).toEqual({ record: 'a' });
    expect(unread).toEqual([{ name: 'record', value: 'b' }]);
  });

  it('may be empty', () => expect(read('kind=&since=')).toEqual({ query: {}, unread: [] }));

  it('do not take the names of an object for their own', () => {
    expect(unreadIn(new URLSearchParams('constructor=1'), {})).toHaveLength(1);
  });

  it('know a year and a day when they see one', () => {
    expect(['2026', '1999', '26', '2026-01', '3026'].map(isYear)).toEqual([
      true,
      true,
      false,
      false,
      false
    ]);
    expect(['2026-02-28', '2026-02-30', '28.2.2026', ''].map(isDay)).toEqual([
      true,
      false,
      false,
      false
    ]);
  });
});

describe('the planner', () => {
  const words = (search: string) => decode(search, '2026-11-24').unread;

  it('names a kind, a variant and a word it does not know', () => {
    expect(words('?v=1&kind=cruise&a=air:BRE:FRA_5p&b=3p&show=d&theme=x')).toEqual([
      'kind=cruise',
      'show=d',
      'theme=x'
    ]);
    expect(words('?v=1&a=air:BRE:FRA_5p&b=3p&show=b')).toEqual([]);
    expect(words('?example=1&show=d')).toEqual([]);
  });
});

describe('today', () => {
  const zone = process.env.TZ;
  beforeAll(() => void (process.env.TZ = 'Africa/Windhoek'));
  afterAll(() => void (zone ? (process.env.TZ = zone) : delete process.env.TZ));

  it('is the day on the reader’s own calendar, also where UTC is a day behind or ahead', () => {
    expect(today(new Date(2026, 10, 24, 0, 30))).toBe('2026-11-24');
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });

  it('begins at midnight where the reader sits', () => {
    expect(new Date(startOfDay('2026-11-24')).getHours()).toBe(0);
    expect(startOfDay('2026-11-30', 1)).toBe(startOfDay('2026-12-01'));
  });
});
