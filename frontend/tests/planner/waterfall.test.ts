import { describe, expect, it } from 'vitest';
import { linesOf } from '$lib/shared/trip/items';
import { mainStep, stepsBetween, type Side } from '$lib/features/planner/waterfall';
import { places, plan, side } from './fixtures';

const sum = (from: Side, to: Side) =>
  Math.round(stepsBetween(from, to).reduce((total, step) => total + step.deltaKg * 1000, 0));
const kgOf = (each: Side) => each.answer.items.reduce((total, item) => total + item.ghg_kg, 0);

describe('the waterfall', () => {
  it('from A to D is people, rooms, rail, video', () => {
    const steps = stepsBetween(side('a'), side('d')).map((s) => [s.kind, Math.round(s.deltaKg)]);
    expect(steps).toEqual([
      ['people', -4385],
      ['hotel', -925],
      ['ground', -176],
      ['video', 3]
    ]);
  });

  it('counts what changed', () => {
    const [people, hotel] = stepsBetween(side('a'), side('d'));
    expect(people).toMatchObject({ before: 5, after: 2 });
    expect(hotel).toMatchObject({ before: 30, after: 12 });
  });

  it.each([
    ['a', 'b'],
    ['a', 'c'],
    ['a', 'd'],
    ['d', 'a'],
    ['b', 'c']
  ] as const)('from %s to %s adds up to the gram', (from, to) => {
    const difference = Math.round((kgOf(side(to)) - kgOf(side(from))) * 1000);
    expect(sum(side(from), side(to))).toBe(difference);
  });

  it('of a plan and itself has no step', () => {
    expect(stepsBetween(side('a'), side('a'))).toEqual([]);
    expect(mainStep([])).toBeNull();
  });

  it('names the largest saving', () => {
    expect(mainStep(stepsBetween(side('a'), side('d')))?.kind).toBe('people');
    expect(mainStep(stepsBetween(side('a'), side('b')))?.kind).toBe('ground');
  });

  it('when nobody travels, people and rooms are the whole change', () => {
    const online = { ...plan, travellers: 0 };
    const nobody: Side = {
      plan: online,
      lines: linesOf(online, 'trip', places),
      answer: { items: [] }
    };
    const steps = stepsBetween(side('a'), nobody);
    expect(steps.map((step) => step.kind)).toEqual(['people', 'hotel']);
    expect(sum(side('a'), nobody)).toBe(-8850054);
  });

  it('two trips made one is a step of its own', () => {
    const a = side('a');
    const twice: Side = {
      plan: { ...plan, trips: 2 },
      lines: linesOf({ ...plan, trips: 2 }, 'trip', places),
      answer: { items: a.answer.items.map((item) => ({ ...item, ghg_kg: item.ghg_kg * 2 })) }
    };
    const [trips] = stepsBetween(twice, a);
    expect(trips).toMatchObject({ kind: 'trips', before: 2, after: 1, deltaKg: -7308.054 });
  });

  it('fewer trips come first, fewer people are counted on what is left', () => {
    const doubled = side('a').answer.items.map((item) => ({ ...item, ghg_kg: item.ghg_kg * 2 }));
    const twice: Side = {
      plan: { ...plan, trips: 2 },
      lines: linesOf({ ...plan, trips: 2 }, 'trip', places),
      answer: { items: doubled }
    };
    const steps = stepsBetween(twice, side('c')).map((s) => [s.kind, Math.round(s.deltaKg)]);
    expect(steps).toEqual([
      ['trips', -7308],
      ['people', -2923],
      ['hotel', -2159]
    ]);
  });

  it('another cabin is a step of its own', () => {
    const a = side('a');
    const business = { ...plan, cabin: 'business' as const };
    const dearer: Side = {
      plan: business,
      lines: linesOf(business, 'trip', places),
      answer: {
        items: a.answer.items.map((item, at) => ({
          ...item,
          ghg_kg: item.ghg_kg * (at < 2 ? 2 : 1)
        }))
      }
    };
    expect(stepsBetween(a, dearer).map((step) => step.kind)).toEqual(['cabin']);
  });
});
