import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ComboboxState } from '../src/lib/ui/combobox.svelte';

const airports: Record<string, string[]> = { windh: ['WDH', 'ERS'], wdh: ['WDH'], x: [] };

function aBox(search = async (query: string) => airports[query] ?? []) {
  const chosen: (string | null)[] = [];
  const box = new ComboboxState<string>(() => ({
    search,
    display: (code) => `${code} Airport`,
    choose: (code) => chosen.push(code),
    waitMs: 10
  }));
  return { box, chosen };
}

describe('a combobox', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('makes the best hit active, moves with the arrows and takes it over', async () => {
    const { box, chosen } = aBox();
    box.type('windh');
    expect(box.search).toBe('loading');
    await vi.advanceTimersByTimeAsync(10);
    expect(box.active).toBe(0);
    box.move(1);
    expect(box.takeActive()).toBe(true);
    expect(box.text).toBe('ERS Airport');
    expect(chosen).toEqual([null, 'ERS']);
    expect(box.open).toBe(false);
  });

  it('takes the best hit when the field is left while the search is still running', async () => {
    const { box, chosen } = aBox();
    box.type('wdh');
    box.leave();
    await vi.advanceTimersByTimeAsync(10);
    expect(chosen.at(-1)).toBe('WDH');
  });

  it('searches once for a word typed quickly', async () => {
    const search = vi.fn(async () => ['WDH']);
    const { box } = aBox(search);
    for (const text of ['w', 'wd', 'wdh']) box.type(text);
    await vi.advanceTimersByTimeAsync(50);
    expect(search).toHaveBeenCalledTimes(1);
  });

  it('keeps the text and says so when nothing is found', async () => {
    const { box } = aBox();
    box.type('x');
    await vi.advanceTimersByTimeAsync(10);
    expect(box.search).toBe('done');
    expect(box.items).toEqual([]);
    expect(box.takeActive()).toBe(false);
  });

  it('drops the old choice as soon as the text changes', () => {
    const { box, chosen } = aBox();
    box.take('WDH');
    box.type('w');
    expect(chosen).toEqual(['WDH', null]);
  });

  it('shows a failed search as failed', async () => {
    const { box } = aBox(async () => {
      throw new Error('offline');
    });
    box.type('wdh');
    await vi.advanceTimersByTimeAsync(10);
    expect(box.search).toBe('failed');
  });
});
