/** What the planner's tests share: the keyboard, the calculator asked directly, and the example. */
import { expect, type APIRequestContext, type Locator, type Page } from '@playwright/test';

export const example = '/planer?example=1';
export const trip = '/planer?v=1&on=2026-11-24&a=air:BRE:FRA:WDH_rt_5p_6n';

/** Presses Tab until `target` has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error('Tab never reached the control');
}

/** Types into the field that has the focus, waits for the first hit and takes it with Enter. */
export async function choosePlace(page: Page, typed: string, code: string): Promise<void> {
  await page.keyboard.type(typed);
  await expect(page.locator('[role="option"][aria-selected="true"]')).toContainText(code);
  await page.keyboard.press('Enter');
}

export const text = (page: Page, selector: string): Promise<string> =>
  page
    .locator(selector)
    .innerText()
    .then((found) => found.replace(/[\u00a0\u202f]/g, ' '));

/** The greenhouse gases of a result or a card, as the calculator gave them. */
export const ghgKg = async (at: Locator): Promise<number> =>
  Number(await at.locator('[data-ghg-kg]').first().getAttribute('data-ghg-kg'));

export interface Answer {
  ghg_kg: number;
  ghg_low_kg: number;
  ghg_high_kg: number;
}

export const flights = (travellers: number) => [
  { type: 'flight', from: 'BRE', to: 'FRA', cabin: 'economy', travellers, return: true },
  { type: 'flight', from: 'FRA', to: 'WDH', cabin: 'economy', travellers, return: true }
];
export const hotel = (rooms: number) => ({ type: 'hotel', country: 'NA', rooms, nights: 6 });

/** Asks the calculator without the interface. */
export async function ask(request: APIRequestContext, items: object[]): Promise<Answer> {
  const body = { kind: 'trip', on: '2026-11-24', items };
  const response = await request.post('/api/v1/footprints', { data: body });
  expect(response.status()).toBe(200);
  return (await response.json()) as Answer;
}
