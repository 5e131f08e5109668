import { expect, test } from '@playwright/test';
import { watch } from './checks';
import { ask, choosePlace, flights, ghgKg, hotel, tabTo, text } from './planner';

test('two legs, the way back, five people and six nights by keyboard alone', async ({
  page,
  request
}) => {
  const { problems } = watch(page);
  const begun = Date.now();
  await page.goto('/planer');
  await expect(page.locator('#leg-0-from')).toBeVisible();

  await tabTo(page, page.locator('#leg-0-from'));
  await choosePlace(page, 'bremen', 'BRE');
  await page.keyboard.press('Tab');
  await choosePlace(page, 'fra', 'FRA');
  await tabTo(page, page.locator('#add-leg'));
  await page.keyboard.press('Enter');
  await expect(page.locator('#leg-1-to')).toBeFocused();
  await choosePlace(page, 'windh', 'WDH');
  await expect(page.locator('#round-trip')).toBeChecked();
  await tabTo(page, page.locator('#travellers'));
  await page.keyboard.type('5');
  await tabTo(page, page.locator('#nights'));
  await page.keyboard.type('6');

  const expected = await ask(request, [...flights(5), hotel(5)]);
  await expect.poll(() => ghgKg(page.locator('#result'))).toBe(expected.ghg_kg);
  expect(Date.now() - begun, 'the planner promises two minutes').toBeLessThan(60_000);
  expect(await text(page, '#result')).toContain('8,9 t CO2e');
  expect(await text(page, '#result')).toContain('Wahrscheinlich zwischen 6,7 und 11,0 t.');
  await expect(page).toHaveURL(/\/planer\?v=1&on=\d{4}-\d\d-\d\d&a=air:BRE:FRA:WDH_rt_5p_6n$/);

  await page.reload();
  await expect.poll(() => ghgKg(page.locator('#result'))).toBe(expected.ghg_kg);
  await expect(page.locator('#leg-0-from')).toHaveValue('BRE Bremen');
  await expect(page.locator('#leg-1-to')).toHaveValue('WDH Windhoek');
  await expect(page.locator('#travellers')).toHaveValue('5');
  await expect(page.locator('#nights')).toHaveValue('6');
  expect(problems).toEqual([]);
});

test('the computation and the table of methods open by keyboard', async ({ page }) => {
  await page.goto('/planer?example=1');
  const hotel = page.locator('summary', { hasText: 'Hotel, Namibia' });
  await expect(hotel).toBeVisible();
  await tabTo(page, hotel);
  await page.keyboard.press('Enter');
  const opened = page.locator('details[open]', { has: hotel });
  await expect(opened).toContainText('5 × 6 × 51,4 kg je Zimmernacht');
  await expect(opened.getByRole('link', { name: 'HOTEL-NA-PROXY' })).toBeVisible();
  await expect(opened).toContainText('abgeleitet');

  await tabTo(page, page.locator('#methods-tab-chart'));
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('#methods-tab-table')).toBeFocused();
  const table = page.locator('#methods-panel table');
  await expect(table).toContainText('mobitool');
  await expect(table).toContainText('Kondensstreifen');
});

test('a variant is added, changed and taken over by keyboard', async ({ page }) => {
  await page.goto('/planer?v=1&on=2026-11-24&a=air:BRE:FRA:WDH_rt_5p_6n');
  const fewer = page.getByRole('button', { name: 'Weniger Personen' });
  await expect(fewer).toBeEnabled();
  await tabTo(page, fewer);
  await page.keyboard.press('Enter');
  await expect(page.locator('#variant-1')).toBeFocused();
  await expect(page.locator('#variant-1')).toHaveText('Drei statt fünf Personen');

  await tabTo(page, page.getByRole('button', { name: 'Ändern: Variante B' }));
  await page.keyboard.press('Enter');
  await expect(page.locator('#what-if')).toBeFocused();
  await tabTo(page, page.getByRole('slider', { name: 'Reisende' }));
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('#what-travellers')).toHaveValue('2');
  await expect(page.locator('#variant-1')).toHaveText('Zwei statt fünf Personen');
  await expect.poll(() => page.url()).toContain('b=2p');

  await tabTo(page, page.getByRole('button', { name: 'Übernehmen: Variante B' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('#travellers')).toHaveValue('2');
  await expect(page.locator('#variant-1')).toHaveText('Fünf statt zwei Personen');
  await page.goBack();
  await expect(page.locator('#travellers')).toHaveValue('5');
  await expect(page.locator('#variant-1')).toHaveText('Zwei statt fünf Personen');
});
