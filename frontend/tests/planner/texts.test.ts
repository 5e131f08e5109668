import { beforeAll, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { massRange, massWithin, rangeParts, signedMass } from '$lib/i18n/format';
import { barsOf } from '$lib/features/planner/bars';
import {
  findingOf,
  leverOf,
  noteOf,
  stepLabel,
  titleOf,
  toldOf
} from '$lib/features/planner/describe';
import { savingRange } from '$lib/shared/computation/difference';
import { gapsOf } from '$lib/shared/trip/gaps';
import { emptyBoard, type Board } from '$lib/features/planner/board';
import { emptyPlan, openLeg } from '$lib/shared/trip/plan';
import { waysOnMap } from '$lib/features/planner/routes';
import { savingWords } from '$lib/features/planner/saving';
import { apply } from '$lib/features/planner/variants';
import { stepsBetween } from '$lib/features/planner/waterfall';
import { answers, changes, places, plan, side } from './fixtures';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const board: Board = {
  ...emptyBoard('2026-11-24'),
  plan,
  changes: [changes.b, changes.c, changes.d],
  shown: 3
};
const titles = (of: Board) =>
  [of.plan, ...of.changes.map((change) => apply(of.plan, change, places))].map((each, at) =>
    titleOf(of, at, each, places)
  );
beforeAll(() => overwriteGetLocale(() => 'de'));

describe('variants in words', () => {
  it('are named by what they change', () => {
    expect(titles(board)).toEqual([
      'Wie geplant',
      'Bahn zum Flughafen Frankfurt',
      'Drei statt fünf Personen',
      'Hybrid: zwei reisen, drei online'
    ]);
  });

  it('say in English what they say in German', () => {
    overwriteGetLocale(() => 'en');
    expect(titles(board).slice(1)).toEqual([
      'Rail to Frankfurt airport',
      'Three instead of five people',
      'Hybrid: two travel, three online'
    ]);
    overwriteGetLocale(() => 'de');
  });

  it.each([
    [{ travellers: 0 }, 'Alle online'],
    [{ travellers: 1, video: { participants: 5, hours: 12 } }, 'Hybrid: eine reist, vier online'],
    [{ travellers: 3, nights: 10 }, 'Drei Personen, dafür zehn Nächte'],
    [{ travellers: 7 }, 'Sieben statt fünf Personen'],
    [{ nights: 3 }, 'Drei statt sechs Nächte'],
    [{ cabin: 'business' as const }, 'Business statt Economy'],
    [{ extras: [] }, 'Anderes Drumherum'],
    [{}, 'Eigene Variante']
  ])('%o is %s', (change, title) => {
    expect(titles({ ...board, changes: [change] })[1]).toBe(title);
  });

  it('of a shipment speak of freight', () => {
    const freight = (massKg: number): Board['plan']['extras'] => [
      { type: 'freight', mode: 'sea_container', massKg, distanceKm: 11_000 }
    ];
    const shipment: Board = {
      ...board,
      kind: 'shipment',
      plan: { ...emptyPlan(), extras: freight(120) },
      changes: [{ extras: freight(80) }]
    };
    expect(titles(shipment)).toEqual(['Wie geplant', 'Andere Fracht']);
    expect(noteOf(shipment, 0, shipment.plan, places)).toBe('120 kg mit Verpackung');
  });

  it('two trips made one say so', () => {
    const twice = { ...board, plan: { ...plan, trips: 2 }, changes: [{ trips: 1, nights: 12 }] };
    expect(titles(twice)[1]).toBe('Eine Reise statt zwei');
  });

  it('tell in a note what the title leaves out', () => {
    const note = (at: number, id: 'a' | 'b' | 'c' | 'd', km: number | null = null) =>
      plain(noteOf(board, at, side(id).plan, places, km));
    expect(note(0, 'a')).toBe('Fünf Personen, sechs Nächte');
    expect(note(1, 'b', 403.856)).toBe('404 km am Boden statt Zubringerflug');
    expect(note(2, 'c')).toBe('Sonst wie geplant');
    expect(note(3, 'd')).toBe('Mit Bahn, 12 Stunden Video');
  });
});

describe('a saving in words', () => {
  const told = toldOf(board, 3, side('d'), places);
  const steps = stepsBetween(side('a'), side('d'));

  it('has its own range and per cent', () => {
    const words = savingWords(savingRange(answers.a, answers.b), answers.a.ghg_kg);
    expect(words.tone).toBe('less');
    expect([words.value, words.range].map(plain)).toEqual(['0,4 t weniger', '0,3 bis 0,6 t, 5 %']);
  });

  it('says where the range leaves the sign open', () => {
    const words = savingWords({ low: -200, central: 100, high: 400 }, 8850);
    expect([words.value, words.range].map(plain)).toEqual([
      '0,1 t weniger',
      '-0,2 bis 0,4 t, also nicht sicher'
    ]);
  });

  it('names its finding before the figure', () => {
    expect(plain(findingOf(steps, told))).toBe(
      '80 % der Einsparung kommen daher, dass drei Personen nicht reisen.'
    );
    expect(leverOf(steps, told)).toBe('Am meisten spart, wie viele Personen fliegen.');
    expect(findingOf([], told)).toBe('Diese Variante spart nichts; die Balken zeigen, warum.');
  });

  it('is a bar for each step, each from where the last one ended', () => {
    const end = (id: 'a' | 'd') => ({ id, title: id, note: '', kg: answers[id].ghg_kg });
    const bars = barsOf(steps, told, [end('a'), end('d')]);
    expect(bars.map((bar) => plain(bar.text))).toEqual([
      '8,9 t',
      '−4,4 t',
      '−0,9 t',
      '−0,2 t',
      '+3,3 kg',
      '3,4 t'
    ]);
    for (const [at, bar] of bars.slice(1, -1).entries()) expect(bar.fromKg).toBe(bars[at]?.toKg);
    expect(bars.at(-2)?.toKg).toBeCloseTo(answers.d.ghg_kg, 3);
    expect(steps.map((step) => stepLabel(step, told))).toEqual([
      'Drei Personen reisen nicht',
      'Weniger Übernachtungen',
      'Bahn statt Zubringerflug',
      'Videokonferenz'
    ]);
  });
});

describe('masses in the unit of their whole', () => {
  it('a part of tonnes is tonnes, unless it would round to nothing', () => {
    expect(plain(massWithin(440, 8850))).toBe('0,4 t');
    expect(plain(massWithin(3.3, 8850))).toBe('3,3 kg');
    expect(plain(signedMass(-4385, 8850))).toBe('−4,4 t');
  });

  it('a part of kilograms is kilograms, even beyond a thousand', () => {
    expect(plain(massWithin(1127, 949))).toBe('1.127 kg');
    expect(plain(massRange(856, 1042, 949))).toBe('856 bis 1.042 kg');
  });

  it('a range says its unit once', () => {
    expect(rangeParts(6728, 10_972)).toEqual({ low: '6,7', high: '11,0\u00a0t' });
  });
});

describe('what is missing', () => {
  it('is asked of started legs, and of the first where nothing is entered', () => {
    expect(gapsOf(emptyPlan(), 'trip', false).map((gap) => gap.id)).toEqual([
      'leg-0-from',
      'leg-0-to'
    ]);
    const open = { ...plan, legs: [...plan.legs, openLeg('WDH'), openLeg()] };
    expect(gapsOf(open, 'trip', true).map((gap) => gap.id)).toEqual(['leg-2-to']);
    expect(gapsOf(plan, 'trip', true)).toEqual([]);
    const arriving = { ...plan, legs: [...plan.legs, { ...openLeg(), to: 'DUR' }] };
    expect(gapsOf(arriving, 'trip', true)).toMatchObject([{ id: 'leg-2-from', leg: 3 }]);
  });

  it('of a shipment is its mass, or the row itself', () => {
    expect(gapsOf(emptyPlan(), 'shipment', false)).toMatchObject([{ id: 'add-freight' }]);
  });

  it('of a purchase and of a video conference is the row that counts', () => {
    const goods = { type: 'goods' as const, material: 'wood' as const, amount: 0 };
    expect(gapsOf(emptyPlan(), 'purchase', false)).toMatchObject([{ id: 'add-goods' }]);
    expect(gapsOf({ ...emptyPlan(), extras: [goods] }, 'purchase', false)).toMatchObject([
      { id: 'extra-0-amount', kind: 'goods' }
    ]);
    expect(gapsOf(emptyPlan(), 'online_meeting', false)).toMatchObject([{ id: 'add-video' }]);
  });
});

describe('ways on the map', () => {
  it('carry their distance, how often, and their part of all ways', () => {
    const [feeder, long] = waysOnMap(side('a'));
    expect(feeder).toMatchObject({ from: 'BRE', to: 'FRA', times: 2, ground: false });
    expect(feeder?.share).toBeCloseTo(0.08, 2);
    expect(long?.share).toBeCloseTo(0.92, 2);
    expect(waysOnMap(side('b'))[0]).toMatchObject({ ground: true, distanceKm: 403.856 });
  });
});
